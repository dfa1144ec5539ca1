/**
 * How does a list grow? It shows a portion of its rows; "Show more" asks for the next portion and adds it, and what stands there
 * stays. How much is shown is in the address all the same.
 */
import { add, el, fill, more } from './dom.js';
import { format, page } from '../route.js';

/** @typedef {{ rows: HTMLElement[], shown: number }} Portion rows that join a list, and how many are shown then */

/** Lists by what adds to them. @type {WeakMap<Element, (asked: Route) => void>} */
const growths = new WeakMap();

/**
 * Fills a list, and lets it grow.
 * @param {Route} asked @param {number} total @param {HTMLElement} list
 * @param {(asked: Route, from: number, limit: number) => Portion} ask for rows from an ordinal on
 * @returns {HTMLElement} the end of the list, which leads to more
 */
export function growing(asked, total, list, ask) {
  const end = el('div', null);
  let shown = 0;
  const grow = (/** @type {Route} */ next) => {
    const portion = ask(next, shown, next.shown - shown);
    ({ shown } = portion);
    add(list, portion.rows);
    fill(end, more(shown, total, format({ ...next, shown: shown + page })));
  };
  list.dataset.growing = '';
  growths.set(list, grow);
  grow(asked);
  return end;
}

/** Adds to the list of a pane what an address asks for beside what is shown, and leads to it. Says whether there is such a list.
 * @param {Element} pane @param {Route} asked */
export function grow(pane, asked) {
  const list = pane.querySelector('[data-growing]');
  const extend = list && growths.get(list);
  if (!extend) return false;
  const links = list.querySelectorAll('a').length;
  extend(asked);
  list.querySelectorAll('a')[links]?.focus({ preventScroll: true });
  return true;
}
