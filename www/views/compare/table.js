/** Who has what? A table of speakers, names, dates, figures and statements by article; each cell opens its sentence. */
import { compared, head, options } from './selection.js';
import { el, fill, foreign } from '../../ui/dom.js';
import { counted, kinds, short, source, span } from '../../ui/label.js';
import { catalogue } from '../../ui/catalogue.js';
import { format, opening } from '../../ui/route.js';

/** How many rows of each kind are shown at first. */
const few = 15;

const sections = /** @type {const} */ ([
  { kind: 'speaker', title: 'Quoted', unit: 'words quoted' },
  { kind: 'name', title: 'Named', unit: 'mentions' },
  { kind: 'date', title: 'Dates', unit: 'times' },
  { kind: 'figure', title: 'Numbers', unit: 'times' },
  { kind: 'group', title: 'Told by several', unit: 'passages' },
]);

/** @type {View} */
export function table(root, asked, { engine, announce }) {
  const ids = compared(engine, asked);
  const told = engine.compare(options(engine, ids));
  const title = told.articles.length === 1 ? 'What 1 article tells' : `What ${counted(told.articles.length, 'article')} tell`;
  announce(title);
  const articles = catalogue(engine);
  const head_ = el('tr', null, el('th', { scope: 'col' }, 'Who and what'),
    told.articles.map(({ id, words }) => el('th', { scope: 'col' }, foreign(short(source(articles.get(id)), 44)), el('span', { class: 'meta' }, ` ${counted(words, 'word')}`))));
  fill(root, ...head(engine, asked, ids, title),
    el('p', { class: 'meta' }, 'A number leads to the first place in the article. “—” marks what most of the others tell and this one does not.'),
    el('div', { class: 'matrix' }, el('table', null,
      el('caption', { class: 'vh' }, title),
      el('thead', null, head_),
      sections.map((section) => body(engine, asked, told, section)))));
}

/** @param {Engine} engine @param {Route} asked @param {Comparison} told @param {typeof sections[number]} section */
function body(engine, asked, told, { kind, title, unit }) {
  const all = told.rows.filter((row) => row.kind === kind);
  const isWhole = asked.sort === kind;
  const rows = isWhole ? all : all.slice(0, few);
  const rest = all.length - rows.length;
  return all.length ? el('tbody', null,
    el('tr', { class: 'section' }, el('th', { colspan: told.articles.length + 1, scope: 'rowgroup' }, title, el('span', { class: 'meta' }, ` ${unit}`))),
    rows.map((row) => line(engine, asked, told, row)),
    rest > 0 ? el('tr', null, el('td', { colspan: told.articles.length + 1 },
      el('a', { href: format({ ...asked, sort: kind }), data: { key: `all-${kind}` } }, `Show all ${all.length.toLocaleString('en')}`))) : null) : null;
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
  if (!cell) return isCommon ? el('span', { class: 'out', title: 'left out here' }, '—') : el('span', { class: 'vh' }, 'nothing');
  const isSpeech = row.kind === 'speaker';
  const count = isSpeech ? cell.words : cell.places.length;
  const article = engine.article(cell.article);
  const [start, end] = cell.places[0];
  return el('a', { href: opening(asked, cell.article, [start, end]), title: short(article?.text.slice(start, end) ?? '', 160), data: { open: '' } },
    count.toLocaleString('en'), isSpeech ? el('span', { class: 'meta' }, ` ${(cell.share * 100).toFixed(cell.share < 0.1 ? 1 : 0)} %`) : '');
}
