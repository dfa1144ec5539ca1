/** Which words stand near a match more often than chance? A table, each word with its passages behind it. */
import { choice, el, fill, foreign, more, nothing } from '../../ui/dom.js';
import { counted } from '../../ui/label.js';
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
  const found = engine.collocations(query, { window, measure, min: least, stopWords: asked.stops, limit: asked.shown, filter });
  const said = counted(found.total, 'word');
  announce(`${said} near ${asked.q}`);
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, found.total ? `${said} in company` : 'No company'), modes(asked)),
    found.matches ? el('p', { class: 'meta' }, `near ${counted(found.matches, 'match', 'matches')}, more often than chance`) : null,
    ...filters(engine, asked, answer),
    found.matches ? settings(asked, window, least) : null,
    found.total ? table(asked, found.collocates, measure) : none(asked, found),
    more(found.collocates.length, found.total, format({ ...asked, shown: asked.shown + page })),
    found.total ? key() : null);
}

/** @param {Route} asked @param {number} window @param {number} least */
function settings(asked, window, least) {
  const of = (/** @type {number} */ size, /** @type {number} */ common) => (size === common ? null : size);
  return el('div', { class: 'settings' },
    choice('How far a word may stand from a match', [1, 2, 3, 5, 10].map((size) => ({
      text: size === 1 ? 'Next to it' : `Within ${size}`, href: format({ ...asked, window: of(size, usual.window) }), current: size === window,
    }))),
    choice('How often a word must stand there', [1, 2, 3, 5, 10].map((size) => ({
      text: size === 1 ? 'Once' : `${size} times`, href: format({ ...asked, least: of(size, usual.least) }), current: size === least,
    }))),
    choice('Words like “the”', [
      { text: 'Without words like “the”', href: format({ ...asked, stops: false }), current: !asked.stops },
      { text: 'With them', href: format({ ...asked, stops: true }), current: asked.stops },
    ]));
}

/** @param {Route} asked @param {Collocate[]} collocates @param {'logLikelihood' | 'logDice'} measure */
function table(asked, collocates, measure) {
  const head = (/** @type {string} */ name, /** @type {string} */ style = '') => el('th', { scope: 'col', class: style || null }, name);
  const sorted = (/** @type {string} */ name, /** @type {string | null} */ sort, /** @type {string} */ by) =>
    el('th', { scope: 'col', 'aria-sort': by === measure ? 'descending' : null },
      el('a', { href: format({ ...asked, sort }), data: { key: `sort-${by}` } }, name, by === measure ? ' ↓' : ''));
  const number = (/** @type {number} */ count, /** @type {number} */ digits = 0, /** @type {string} */ style = '') =>
    el('td', { class: `number ${style}`.trim() }, count.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  return el('div', { class: 'figures' }, el('table', null,
    el('caption', { class: 'vh' }, 'Words in company'),
    el('thead', null, el('tr', null, head('Word'), head('Seen'), head('By chance', 'rare'), head('Before'), head('After'), head('Articles', 'rare'),
      sorted('Likelihood', null, 'logLikelihood'), sorted('logDice', 'dice', 'logDice'))),
    el('tbody', null, collocates.map((collocate) => el('tr', null,
      el('th', { scope: 'row' }, el('a', { href: both(asked, collocate.word) }, foreign(collocate.word))),
      number(collocate.observed), number(collocate.expected, 1, 'rare'), number(collocate.left), number(collocate.right),
      number(collocate.articles, 0, 'rare'), number(collocate.logLikelihood, 1), number(collocate.logDice, 1))))));
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
  if (found.matches) return nothing('No word stands near the matches more often than chance.', 'Try a wider reach, or words that stand there once.');
  return nothing(question(asked) ? `Nothing in these articles matches “${question(asked)}”.` : 'Nothing is searched for yet.',
    'Company needs a word, a phrase in quotes, or a beginning with a star.');
}

function key() {
  return el('p', { class: 'meta key' },
    'Likelihood (G², Dunning 1993) says how sure it is that the company is no chance: 15 is met by chance once in 10,000. ',
    'logDice (Rychlý 2008) says how close it is, 14 at the most, in small and large collections alike.');
}
