/** Which layers lie over the text? A switch for each that has anything there. */
import { reader as strings } from '../../strings.js';
import { el } from '../../ui/element/dom.js';
import { layers, size } from '../../ui/article/layers.js';

/** @param {Navigate} navigate */
export function switches(navigate) {
  /** @type {string[]} */
  let on = [];
  const all = layers.map((name) => {
    const input = el('input', { type: 'checkbox', data: { key: `layer-${name}` } });
    const count = el('span', { class: 'count' });
    input.addEventListener('change', () =>
      navigate({ layers: layers.filter((layer) => on.includes(layer) !== (layer === name)) }, { replace: true, keepFocus: true }));
    return { name, input, count, node: el('label', { class: 'chip' }, input, el('span', { class: `sample ${name}` }, strings.layerNames[name]), ' ', count) };
  });
  return {
    node: el('fieldset', { class: 'layers' }, el('legend', null, strings.layers), all.map(({ node }) => node)),
    /** @param {string[]} shown */
    show(shown) {
      on = shown;
      for (const { name, input } of all) input.checked = on.includes(name);
    },
    /** @param {import('../../ui/article/layers.js').Cover} cover */
    count(cover) {
      for (const { name, count, node } of all) {
        count.textContent = String(size(cover, name));
        if (!size(cover, name)) node.remove();
      }
    },
  };
}
