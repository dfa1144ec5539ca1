/**
 * How is a piece of the page made? Elements from a name, properties and children; text only as
 * text nodes. There is no way through here to set markup or an inline style attribute.
 */
import { common } from '../../strings.js';

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An element. In `props`: `class`, `on` (listeners), `data` (dataset), `vars` (custom properties, by
 * CSSOM); everything else is an attribute, and `null`, `undefined`, `false` leave it out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Record<string, any> | null} [props] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(name, props, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props ?? {})) set(node, key, value);
  add(node, ...children);
  return node;
}

/** @param {HTMLElement} node @param {string} key @param {any} value */
function set(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key === 'on') for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
  else if (key === 'data') for (const [name, text] of Object.entries(value)) node.dataset[name] = String(text);
  else if (key === 'vars') for (const [name, text] of Object.entries(value)) node.style.setProperty(name, String(text));
  else if (key === 'style' || key.startsWith('on')) throw new Error(`${key} is not set as an attribute`);
  else node.setAttribute(key, value === true ? '' : String(value));
}

/** @param {Node} parent @param {...(Child | Child[])} children */
export function add(parent, ...children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces everything inside `root`. @param {Element} root @param {...(Child | Child[])} children */
export function fill(root, ...children) {
  root.replaceChildren();
  add(root, ...children);
}

/** A name or text that may run in another direction. @param {string} text @param {string} [style] */
export function foreign(text, style) {
  return el('bdi', style ? { class: style } : null, text);
}

/** A text with elements in its places. @param {string} text with `{}` where an element stands @param {...Child} children @returns {Child[]} */
export function woven(text, ...children) {
  return text.split('{}').flatMap((words, index) => (index ? [children[index - 1], words] : [words])).filter((child) => child !== '');
}

/**
 * A row of links of which one is current.
 * @param {string} label @param {{ text: string, href: string, current: boolean }[]} choices
 */
export function choice(label, choices) {
  return el('nav', { class: 'choice', 'aria-label': label },
    choices.map(({ text, href, current }) => el('a', { href, 'aria-current': current ? 'true' : null }, text)));
}

/**
 * The end of a list that is not shown in full.
 * @param {number} shown @param {number} total @param {string} href
 */
export function more(shown, total, href) {
  if (shown >= total) return null;
  return el('p', { class: 'more' }, el('a', { class: 'button', href, data: { more: '' } }, common.more), common.shown(shown, total));
}

/** @param {string} said what was looked for @param {...Child} advice one thing to try */
export function nothing(said, ...advice) {
  return el('div', { class: 'empty' }, el('p', null, said), advice.length ? el('p', { class: 'soft' }, ...advice) : null);
}
