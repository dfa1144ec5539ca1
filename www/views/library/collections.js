/** Which collections are on this device? A list to open, rename and delete them, and the way to forget them all. */
import { common, keeping as strings } from '../../strings.js';
import { el, fill, foreign } from '../../ui/element/dom.js';

/** @param {Keeping} keeping @param {Library} shelf @returns {{ node: HTMLElement, show(): void }} */
export function collectionList(keeping, shelf) {
  const node = el('div', { class: 'collections' });
  let [told, renaming] = ['', ''];
  const rename = (/** @type {string} */ id) => {
    renaming = id;
    show();
    node.querySelector('input')?.focus();
  };
  const show = () => {
    const { collections, current, deleted } = keeping.state;
    const isBusy = Boolean(shelf.state.stage);
    const next = JSON.stringify([collections.map(({ id, name, articles, bytes, changed }) => [id, name, articles, bytes, changed]), current, deleted, isBusy, renaming]);
    if (next === told) return;
    told = next;
    const key = /** @type {HTMLElement | null} */ (node.contains(document.activeElement) ? document.activeElement : null)?.dataset.key;
    fill(node, collections.length ? [
      el('h3', null, strings.collections),
      el('ul', null, collections.map((record) => (record.id === renaming ? editor(keeping, record, () => rename('')) : row(keeping, record, isBusy, rename)))),
    ] : null,
    deleted ? el('p', null, strings.removed(deleted.name), ' ', button('collection-undo', common.undo, () => keeping.undoRemove(), { class: 'quiet' })) : null,
    current ? el('p', { class: 'meta' }, button('collection-close', strings.close, () => keeping.close(), { class: 'quiet', disabled: isBusy }), ' ', strings.closeHow) : null,
    collections.length || deleted ? el('p', { class: 'meta' }, button('collection-forget', strings.forget, () => keeping.forget(), { class: 'quiet', disabled: isBusy }), ' ', strings.forgetHow) : null);
    if (key) /** @type {HTMLElement | null} */ (node.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
  };
  return { node, show };
}

/** @param {string} key @param {string} label @param {() => void} click @param {object} [props] */
function button(key, label, click, props = {}) {
  return el('button', { type: 'button', data: { key }, on: { click }, ...props }, label);
}

/** @param {Keeping} keeping @param {KeptCollection} record @param {boolean} isBusy @param {(id: string) => void} rename */
function row(keeping, record, isBusy, rename) {
  const { id, name, isForeign } = record;
  const isOpen = keeping.state.current?.id === id;
  return el('li', { data: { collection: id }, 'aria-current': isOpen ? 'true' : null },
    el('span', { class: 'name' }, foreign(name), isOpen ? el('span', { class: 'meta' }, ` · ${strings.opened}`) : null),
    el('span', { class: 'meta' }, isForeign ? strings.newer : strings.facts(record)),
    el('span', { class: 'actions' },
      isOpen || isForeign ? null : button(`open-${id}`, strings.open, () => keeping.open(id), { 'aria-label': strings.openOne(name), disabled: isBusy }),
      isForeign ? null : button(`rename-${id}`, strings.rename, () => rename(id)),
      button(`delete-${id}`, strings.remove, () => keeping.remove(id), { 'aria-label': strings.removeOne(name), disabled: isBusy })));
}

/** @param {Keeping} keeping @param {KeptCollection} record @param {() => void} end */
function editor(keeping, { id, name }, end) {
  const input = el('input', { type: 'text', value: name, 'aria-label': strings.renameOne(name), autocomplete: 'off', data: { key: `name-${id}` } });
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    end();
    if (input.value.trim()) keeping.rename(id, input.value.trim());
  };
  return el('li', null, el('form', { class: 'actions', on: { submit: save, keydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && end() } },
    input, el('button', { type: 'submit', data: { key: `rename-${id}` } }, strings.doRename)));
}
