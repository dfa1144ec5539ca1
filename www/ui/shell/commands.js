/** What do the keys do here? Moves through answers and mentions, one step back, the copy with its citation. */
import { common } from '../../strings.js';
import { copy } from './copy.js';
import { citation, cited } from '../article/label.js';
import { parse, permalink } from '../route.js';
import { around, blockAt } from '../article/sentence.js';

/** Moves to the next of some places, from where the eye is. @param {Element[]} stops @param {1 | -1} by @param {Element | null} from */
export function goTo(stops, by, from) {
  if (!stops.length) return false;
  const here = from ? stops.findIndex((stop) => stop === from || stop.contains(from)) : -1;
  const following = from && here < 0
    ? stops.findIndex((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) : -1;
  const next = here >= 0 ? here + by : following >= 0 ? (by > 0 ? following : following - 1) : by > 0 ? 0 : stops.length - 1;
  const stop = /** @type {HTMLElement} */ (stops[(next + stops.length) % stops.length]);
  if (!stop.matches('a')) stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: 'center' });
  return true;
}

/**
 * What the keys do here.
 * @param {{ list: HTMLElement, reader: HTMLElement, field: HTMLInputElement, card: Card, engine: Engine,
 *   announce: Desk['announce'], now(): Route, navigate: Navigate, stops(by: 1 | -1, from: Element | null): Element[] }} room
 * @returns {import('./keys.js').Commands}
 */
export function commands({ list, reader, field, card, engine, announce, now, navigate, stops }) {
  const help = /** @type {HTMLDialogElement} */ (document.getElementById('help'));
  return {
    field: () => (field.focus(), field.select(), true),
    help: () => (help.showModal(), true),
    back() {
      if (help.open) return false;
      if (card.hide()) return true;
      if (now().open) return navigate({ open: null, at: null, layers: null }), true;
      if (document.activeElement === field) return field.blur(), true;
      return field.focus(), true;
    },
    step(by, isArrow) {
      const active = document.activeElement;
      const answers = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-answer]')]).filter(isVisible);
      const here = answers.findIndex((answer) => answer === active);
      if (isArrow && here < 0 && active !== field) return false;
      const current = here >= 0 ? here : answers.findIndex((answer) => answer.matches('[aria-current]'));
      if (current + by < 0) return field.focus(), true;
      const next = answers[Math.min(current + by, answers.length - 1)];
      next?.focus();
      return Boolean(next);
    },
    mention(by) {
      const active = document.activeElement;
      const from = reader.contains(active) ? active : reader.querySelector('.lit');
      return goTo(stops(by, from), by, from);
    },
    copy() {
      const answer = document.activeElement?.closest('[data-answer]');
      const { open, at } = answer ? parse(answer.getAttribute('href') ?? '') : now();
      const read = open ? engine.article(open) : null;
      if (!read || !at || !getSelection()?.isCollapsed) return false;
      const words = cited(read, around(read, at));
      const link = location.protocol === 'file:' ? permalink(read.id, at) : location.href.split('#')[0] + permalink(read.id, at);
      copy(citation(words, read, blockAt(read, at[0]), link)).then((done) =>
        announce(done ? common.copied : common.notCopied, true));
      return true;
    },
  };
}

/** @param {HTMLElement} node */
export function isVisible(node) {
  return node.getClientRects().length > 0;
}
