/** Which words stand near a match more often than chance? A table, each word with its passages behind it. */
import { collocations as strings, common, number, search } from '../../strings.js';
import { choice, el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { modes } from './modes.js';
import { filters } from './filters.js';
import { chosen, format, page, question } from '../../ui/route.js';

/** How many words on each side are near, and how often a word must stand there, unless the address says. */
const usual = { window: 5, least: 2 };

/** @type {View} */
export function collocations(root, asked, { engine, announce }) {
  const [query, filter] = [question(asked), chosen(asked)];
  const answer = engine.search(query, { by: 'passage', limit: 0, snippets: false, filter });
  const measure = asked.sort === 'dice' ? 'logDice' : 'logLikelihood';
  const { window, least } = { window: asked.window ?? usual.window, least: asked.least ?? usual.least };
  /** @type {CollocationOptions} */
  const options = { window, measure, min: least, stopWords: asked.stops, filter };
  const found = engine.collocations(query, { ...options, limit: asked.shown });
  const said = strings.found(found.total);
  announce(strings.said(said, asked.q));
  const body = el('tbody', null);
  const end = growing(asked, found.total, body, (next, from, limit) => {
    const { collocates } = from ? engine.collocations(query, { ...options, offset: from, limit }) : found;
    return { rows: collocates.map((collocate) => row(next, collocate)), shown: from + collocates.length };
  });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, said), modes(asked)),
    found.matches ? el('p', { class: 'meta' }, strings.near(found.matches)) : null,
    ...filters(engine, asked, answer),
    found.matches ? settings(asked, window, least) : null,
    found.total ? table(asked, body, measure) : none(asked, found),
    end,
    found.total ? el('p', { class: 'meta key' }, strings.key) : null);
}

/** @param {Route} asked @param {number} window @param {number} least */
function settings(asked, window, least) {
  const of = (/** @type {number} */ size, /** @type {number} */ common) => (size === common ? null : size);
  return el('div', { class: 'settings' },
    choice(strings.window, [1, 2, 3, 5, 10].map((size) => ({
      text: size === 1 ? strings.adjacent : strings.within(size), href: format({ ...asked, window: of(size, usual.window) }), current: size === window,
    }))),
    choice(strings.least, [1, 2, 3, 5, 10].map((size) => ({
      text: size === 1 ? strings.once : strings.times(size), href: format({ ...asked, least: of(size, usual.least) }), current: size === least,
    }))),
    choice(strings.stops, [
      { text: strings.hideStops, href: format({ ...asked, stops: false }), current: !asked.stops },
      { text: strings.showStops, href: format({ ...asked, stops: true }), current: asked.stops },
    ]));
}

/** @param {Route} asked @param {HTMLElement} body @param {'logLikelihood' | 'logDice'} measure */
function table(asked, body, measure) {
  const head = (/** @type {string} */ name, /** @type {string} */ style = '') => el('th', { scope: 'col', class: style || null }, name);
  const sorted = (/** @type {string} */ name, /** @type {string | null} */ sort, /** @type {string} */ by) =>
    el('th', { scope: 'col', 'aria-sort': by === measure ? 'descending' : null },
      el('a', { href: format({ ...asked, sort }), data: { key: `sort-${by}` } }, name, by === measure ? ' ↓' : ''));
  return el('div', { class: 'figures' }, el('table', null,
    el('caption', { class: 'vh' }, strings.caption),
    el('thead', null, el('tr', null, head(strings.word), head(common.observed), head(common.expected, 'rare'), head(strings.before), head(strings.after), head(strings.articles, 'rare'),
      sorted(common.likelihood, null, 'logLikelihood'), sorted('logDice', 'dice', 'logDice'))),
    body));
}

/** @param {Route} asked @param {Collocate} collocate */
function row(asked, { word, observed, expected, left, right, articles, logLikelihood, logDice }) {
  const cell = (/** @type {number} */ count, /** @type {number} */ digits = 0, /** @type {string} */ style = '') =>
    el('td', { class: `number ${style}`.trim() }, number(count, digits));
  return el('tr', null,
    el('th', { scope: 'row' }, el('a', { href: both(asked, word) }, foreign(word))),
    cell(observed), cell(expected, 1, 'rare'), cell(left), cell(right),
    cell(articles, 0, 'rare'), cell(logLikelihood, 1), cell(logDice, 1));
}

/** The passages that hold the question and a word. @param {Route} asked @param {string} word */
function both(asked, word) {
  const query = question(asked);
  const quoted = (query.match(/"/g) ?? []).length % 2 ? `${query}"` : query;
  const whole = /\s/.test(quoted) && !/^"[^"]*"$/.test(quoted) ? `(${quoted})` : quoted;
  return format({ ...asked, q: `${whole} AND "${word}"`, mode: 'passages', sort: null, window: null, least: null, stops: false, shown: page });
}

/** @param {Route} asked @param {Collocations} found */
function none(asked, found) {
  if (found.matches) return nothing(strings.none, strings.widen);
  return nothing(search.noMatch(question(asked)), strings.advice);
}
