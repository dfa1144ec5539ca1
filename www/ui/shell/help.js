/** What do keys and queries do? The dialog that says so. */
import { help as strings } from '../../strings.js';
import { el, fill } from '../element/dom.js';

/** How a term looks where it is explained, by its place in the list. @type {((term: string) => Node | string)[]} */
const samples = [
  (term) => el('span', { class: 'quotation direct' }, term),
  (term) => el('span', null, el('span', { class: 'gap' }, '◊'), ` ${term}`),
  (term) => el('span', { class: 'repair' }, term),
];

/** @param {HTMLElement} dialog */
export function help(dialog) {
  fill(dialog,
    el('form', { method: 'dialog' }, el('button', { 'aria-label': strings.close }, '×')),
    el('h2', { id: 'helptitle' }, strings.title),
    el('div', { class: 'helpgrid' }, table(strings.keys, strings.keyRows, 'kbd'), table(strings.syntax, strings.syntaxRows, 'code')),
    el('dl', { class: 'terms' }, strings.terms.map(([term, meaning], index) =>
      [el('dt', null, samples[index]?.(term) ?? term), el('dd', null, meaning)]).flat()),
    strings.notes.map((note) => el('p', { class: 'soft' }, coded(note, 'code'))));
}

/** @param {string} caption @param {string[][]} rows @param {'kbd' | 'code'} kind */
function table(caption, rows, kind) {
  return el('table', null, el('caption', null, caption), el('tbody', null, rows.map(([what, meaning]) =>
    el('tr', null, el('th', { scope: 'row' }, coded(what, kind)), el('td', null, coded(meaning, 'code'))))));
}

/** A text with what stands in backquotes as code. @param {string} text @param {'kbd' | 'code'} kind */
function coded(text, kind) {
  return text.split('`').map((part, index) => (index % 2 ? el(kind, null, part) : part));
}
