/** When, and who says so? Dated statements along a line, each with its sentence; the same as a table below. */
import { el, fill, foreign, more, nothing } from '../dom.js';
import { counted, dated, outlet, plain, source, when } from '../label.js';
import { paint } from '../mark.js';
import { catalogue } from '../memo.js';
import { format, opening, page } from '../route.js';

/** @typedef {{ label: string, from: string | null, statements: DateStatement[] }} Moment */

/** @type {View} */
export function timeline(root, asked, { engine, announce }) {
  const all = engine.timeline().filter((statement) => !asked.article || statement.article === asked.article);
  const shown = upTo(all, asked);
  const title = counted(all.length, 'dated statement');
  announce(title);
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    el('p', { class: 'meta key' }, el('span', { class: 'dot', 'aria-hidden': 'true' }), ' stated or resolved ',
      el('span', { class: 'dot hollow', 'aria-hidden': 'true' }), ' uncertain, or inferred from another article'),
    filter(engine, asked),
    all.length ? el('ol', { class: 'timeline' }, moments(shown).map((moment) => row(engine, asked, moment)))
      : nothing('No dates were found.', 'Search for a year to look yourself.'),
    more(shown.length, all.length, format({ ...asked, shown: shown.length + page })),
    shown.length ? table(engine, asked, shown) : null);
}

/** As many statements as are asked for, and at least those of the moment the address names.
 * @param {DateStatement[]} all @param {Route} asked */
function upTo(all, asked) {
  const last = asked.id ? all.map((statement) => statement.from).lastIndexOf(asked.id) : -1;
  return all.slice(0, Math.max(asked.shown, last + 1));
}

/** Statements of one time together, dated ones first, in order. @param {DateStatement[]} statements @returns {Moment[]} */
function moments(statements) {
  /** @type {Map<string, Moment>} */
  const found = new Map();
  for (const statement of statements) {
    const key = statement.from ? `${statement.from}/${statement.to}` : '~';
    const moment = found.get(key) ?? { label: when(statement), from: statement.from, statements: [] };
    moment.statements.push(statement);
    found.set(key, moment);
  }
  return [...found.values()].sort((a, b) => Number(!a.from) - Number(!b.from) || (a.from ?? '').localeCompare(b.from ?? ''));
}

/** @param {Engine} engine @param {Route} asked */
function filter(engine, asked) {
  if (!asked.article) return null;
  return el('p', { class: 'facets' }, el('a', { class: 'chip pressed', href: format({ ...asked, article: null }) },
    foreign(source(catalogue(engine).get(asked.article))), ' ×'));
}

/** @param {DateStatement} statement */
function isHollow(statement) {
  return !statement.from || statement.precision === 'unknown' || statement.inferredFrom !== null;
}

/** @param {Engine} engine @param {Route} asked @param {Moment} moment */
function row(engine, asked, moment) {
  const hollow = moment.statements.every(isHollow);
  const sources = new Set(moment.statements.map((statement) => statement.article)).size;
  return el('li', { class: `moment${hollow ? ' hollow' : ''}${asked.id !== null && asked.id === moment.from ? ' sought' : ''}` },
    el('h3', null, moment.from ? el('a', { href: format({ ...asked, id: moment.from, open: null, at: null }), data: { key: `moment-${moment.from}` } }, moment.label) : moment.label,
      el('span', { class: 'meta' }, ` ${counted(sources, 'article')}`)),
    el('ol', { class: 'answers statements' }, moment.statements.map((statement) => saying(engine, asked, statement))));
}

/** @param {Engine} engine @param {Route} asked @param {DateStatement} statement */
function saying(engine, asked, statement) {
  const article = catalogue(engine).get(statement.article);
  return el('li', null, el('a', { class: 'answer', href: opening(asked, statement.article, [statement.start, statement.end]), data: { answer: '' } },
    sentence(engine, statement),
    el('p', { class: 'meta' }, el('span', { class: `dot${isHollow(statement) ? ' hollow' : ''}`, 'aria-hidden': 'true' }), ' ',
      article?.publisher ? outlet(article) : source(article), ` · ${dated(article)} · ¶ ${statement.block + 1}`, sure(engine, statement))));
}

/** @param {Engine} engine @param {DateStatement} statement */
function sentence(engine, statement) {
  const words = el('p', { class: 'passage', dir: 'auto' });
  const text = engine.article(statement.article)?.text;
  if (text) {
    const [start, end] = statement.sentence;
    paint(words, text, [{ start: statement.start, end: statement.end, dress: () => el('strong', { class: 'aim' }) }], start, end);
  } else words.append(statement.text);
  return words;
}

/** @param {Engine} engine @param {DateStatement} statement */
function sure(engine, statement) {
  if (statement.inferredFrom) return el('span', { class: 'warn' }, ` · inferred from ${source(catalogue(engine).get(statement.inferredFrom))}`);
  if (!statement.from) return el('span', { class: 'warn' }, ' · nothing here proves the date');
  return statement.precision === 'unknown' ? el('span', { class: 'warn' }, ' · uncertain') : null;
}

/** @param {Engine} engine @param {Route} asked @param {DateStatement[]} statements */
function table(engine, asked, statements) {
  const articles = catalogue(engine);
  const cell = (/** @type {DateStatement} */ statement) => el('tr', null,
    el('th', { scope: 'row' }, when(statement)),
    el('td', null, el('a', { href: opening(asked, statement.article, [statement.start, statement.end]), data: { open: '' } }, foreign(statement.text))),
    el('td', null, plain(statement.precision)),
    el('td', null, foreign(source(articles.get(statement.article)))),
    el('td', null, statement.inferredFrom ? `inferred from ${source(articles.get(statement.inferredFrom))}` : statement.from ? 'its own words and date' : 'nothing'));
  return el('div', { class: 'tablebox' }, el('table', null,
    el('caption', null, 'The same as a table'),
    el('thead', null, el('tr', null, ['Date', 'In the text', 'Exact to', 'Said in', 'Rests on'].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', null, statements.map(cell))));
}
