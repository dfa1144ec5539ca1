/** What stands around the views? The words of the frame and the navigation, there before the page is first painted. */
import { frame } from '../../strings.js';
import { el, fill } from '../element/dom.js';
import { format, parse, route, viewOf } from '../route.js';

/**
 * Calls back for the elements of the frame while they are parsed, before each is painted.
 * @param {Document} page @param {(node: HTMLElement) => void} dress called again and again, for elements that may be dressed already
 */
export function asParsed(page, dress) {
  const all = () => { for (const node of page.querySelectorAll('[data-string]')) dress(/** @type {HTMLElement} */ (node)); };
  all();
  if (page.readyState !== 'loading') return;
  const observer = new MutationObserver(all);
  observer.observe(page, { childList: true, subtree: true });
  page.addEventListener('DOMContentLoaded', () => observer.disconnect(), { once: true });
}

/** The text of an element of the frame, if it is empty, or its attributes. @param {HTMLElement} node */
export function wording(node) {
  const words = frame[/** @type {keyof typeof frame} */ (node.dataset.string)];
  if (typeof words !== 'string') for (const [name, value] of Object.entries(words)) node.setAttribute(name, value);
  else if (!node.firstChild) node.textContent = words;
}

/** The links to all views. @param {HTMLElement} nav @param {ViewDefinition[]} views */
export function navigation(nav, views) {
  fill(nav, el('ul', null, views.map(({ name, label }) => el('li', null, el('a', { href: format(route({ view: name })) }, label)))));
}

/** Shows in the frame where one is. @param {Route} asked @param {HTMLElement} nav @param {HTMLInputElement} field */
export function place(asked, nav, field) {
  const { path } = viewOf(asked);
  document.body.toggleAttribute('data-open', Boolean(asked.open));
  document.body.toggleAttribute('data-beside', Boolean(asked.open) && path !== 'open');
  if (field.value !== asked.q) field.value = asked.q;
  for (const link of nav.querySelectorAll('a')) {
    const { view } = parse(link.getAttribute('href') ?? '');
    link.setAttribute('href', format(route({ view, q: asked.q })));
    if (view === asked.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
