/** How is an answer drawn that takes long? At once if it is there; otherwise its place says so until it comes. */
import { common } from '../../strings.js';
import { el, fill } from './dom.js';

/**
 * Draws an answer. When it comes late, and its place has not been drawn for something else since, the place sends `drawn`.
 * @template T @param {HTMLElement} root @param {Pending<T>} answer @param {(answer: T) => void} draw
 * @param {...(import('./dom.js').Child | import('./dom.js').Child[])} meanwhile what stands there until then
 */
export function whenKnown(root, answer, draw, ...meanwhile) {
  if ('value' in answer) return draw(/** @type {T} */ (answer.value));
  const sign = el('p', { class: 'waiting', role: 'status' }, common.waiting);
  fill(root, ...meanwhile, sign);
  answer.then((value) => {
    if (!sign.isConnected) return;
    draw(value);
    root.dispatchEvent(new Event('drawn', { bubbles: true }));
  }, (error) => fill(sign, error instanceof Error ? error.message : String(error)));
}
