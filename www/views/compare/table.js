/** Who has what? A table of speakers, names, dates, figures and statements by article; each cell opens its sentence. */
import { common, compare as strings, number, percent } from '../../strings.js';
import { compared, head, options } from './selection.js';
import { el, fill, foreign } from '../../ui/element/dom.js';
import { whenKnown } from '../../ui/element/waiting.js';
import { kinds, short, source, span } from '../../ui/article/label.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening } from '../../ui/route.js';

/** How many rows of each kind are shown at first. */
const few = 15;

/** @type {RowKind[]} */
const sections = ['speaker', 'name', 'date', 'figure', 'group'];

/** @type {View} */
export function table(root, asked, { engine, announce }) {
  const ids = compared(engine, asked);
  whenKnown(root, engine.compare(options(engine, ids)), (told) => {
    const title = strings.tableTitle(told.articles.length);
    announce(title);
    const articles = catalogue(engine);
    const columns = el('tr', null, el('th', { scope: 'col' }, strings.corner),
      told.articles.map(({ id, words }) => el('th', { scope: 'col' }, foreign(short(source(articles.get(id)), 44)), el('span', { class: 'meta' }, ` ${common.words(words)}`))));
    fill(root, ...head(engine, asked, ids, title),
      el('p', { class: 'meta' }, strings.tableNote),
      el('div', { class: 'matrix' }, el('table', null,
        el('caption', { class: 'vh' }, title),
        el('thead', null, columns),
        sections.map((kind) => body(engine, asked, told, kind)))));
  }, head(engine, asked, ids, strings.comparing));
}

/** @param {Engine} engine @param {Route} asked @param {Comparison} told @param {RowKind} kind */
function body(engine, asked, told, kind) {
  const [title, unit] = strings.sections[kind];
  const all = told.rows.filter((row) => row.kind === kind);
  const isWhole = asked.sort === kind;
  const rows = isWhole ? all : all.slice(0, few);
  const rest = all.length - rows.length;
  return all.length ? el('tbody', null,
    el('tr', { class: 'section' }, el('th', { colspan: told.articles.length + 1, scope: 'rowgroup' }, title, el('span', { class: 'meta' }, ` ${unit}`))),
    rows.map((row) => line(engine, asked, told, row)),
    rest > 0 ? el('tr', null, el('td', { colspan: told.articles.length + 1 },
      el('a', { href: format({ ...asked, sort: kind }), data: { key: `all-${kind}` } }, strings.showAll(all.length)))) : null) : null;
}

/** @param {Engine} engine @param {Route} asked @param {Comparison} told @param {ComparisonRow} row */
function line(engine, asked, told, row) {
  const cells = new Map(row.cells.map((cell) => [cell.article, cell]));
  const isCommon = row.cells.length * 2 > told.articles.length;
  return el('tr', null, el('th', { scope: 'row' }, name(asked, row)),
    told.articles.map(({ id }) => el('td', null, cellOf(engine, asked, row, cells.get(id), isCommon))));
}

/** @param {Route} asked @param {ComparisonRow} row */
function name(asked, row) {
  if (row.kind === 'date') return span(row.label);
  const label = foreign(short(row.label, 110));
  const kind = row.kind === 'name' && row.entityKind ? el('span', { class: 'meta' }, ` ${kinds[row.entityKind].one}`) : '';
  if (row.kind === 'group') return el('a', { href: format({ ...asked, kind: null, id: row.id, sort: null, open: null, at: null }) }, label);
  if (row.id) return [el('a', { href: format({ ...asked, view: row.kind === 'speaker' ? 'voices' : 'names', kind: null, id: row.id, selected: null, sort: null, open: null, at: null }) }, label), kind].flat();
  return label;
}

/** @param {Engine} engine @param {Route} asked @param {ComparisonRow} row @param {ComparisonCell | undefined} cell @param {boolean} isCommon */
function cellOf(engine, asked, row, cell, isCommon) {
  if (!cell) return isCommon ? el('span', { class: 'out', title: strings.out }, '—') : el('span', { class: 'vh' }, strings.none);
  const isSpeech = row.kind === 'speaker';
  const count = isSpeech ? cell.words : cell.places.length;
  const article = engine.article(cell.article);
  const [start, end] = cell.places[0];
  return el('a', { href: opening(asked, cell.article, [start, end]), title: short(article?.text.slice(start, end) ?? '', 160), data: { open: '' } },
    number(count), isSpeech ? el('span', { class: 'meta' }, ` ${percent(cell.share, cell.share < 0.1 ? 1 : 0)}`) : '');
}
