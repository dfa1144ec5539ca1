/** Why does the page not start? What happened, what is safe, what to do. */
import { failure as strings } from '../../strings.js';
import { el } from '../element/dom.js';

/** @param {unknown} error */
export function failure(error) {
  const reason = error instanceof Error ? error.message : String(error);
  return el('div', { class: 'failure', role: 'alert' },
    el('h2', null, strings.title),
    el('p', null, el('strong', null, strings.happened), reason),
    el('p', null, el('strong', null, strings.safe), strings.safeText),
    el('p', null, el('strong', null, strings.advice), strings.adviceText));
}
