/** In what contexts does a word stand? Every match on a line of its own, aligned on the word, and how often each outlet has one. */
import { common, concordance as strings, number, search } from '../../strings.js';
import { choice, el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { dated, headline, outlet, paragraph, rate, short } from '../../ui/article/label.js';
import { direction } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { modes } from './modes.js';
import { filters } from './filters.js';
import { chosen, format, opening, page, question } from '../../ui/route.js';

/** How many words stand on each side. */
const width = 10;

/** What lines are ordered by: words at their places, negative ones before the match. @type {(string | null)[]} */
const orders = [null, 'left', '-2,-3,-1', '-3,-2,-1', 'right', '2,3,1', '3,2,1'];

/** @type {View} */
export function concordance(root, asked, { engine, announce }) {
  const [query, filter] = [question(asked), chosen(asked)];
  const answer = engine.search(query, { by: 'passage', limit: 0, snippets: false, filter });
  /** @type {ConcordanceOptions} */
  const options = { window: width, ...order(asked.sort), group: asked.group, filter };
  const found = engine.concordance(query, { ...options, limit: asked.shown });
  const { total } = found;
  const said = common.matches(total);
  announce(search.said(said, asked.q));
  const list = asked.group ? el('div', null) : lined();
  const join = asked.group ? byOutlet(engine, found.groups) : (/** @type {HTMLElement[]} */ rows) => rows;
  const end = growing(asked, total, list, (next, from, limit) => {
    const { lines } = from ? engine.concordance(query, { ...options, offset: from, limit }) : found;
    return { rows: join(lines.map((line) => row(engine, next, line)), lines), shown: from + lines.length };
  });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, total ? said : strings.none), modes(asked)),
    total ? el('p', { class: 'meta' }, strings.spread(found.articles, found.of, rate(found.perThousand))) : null,
    ...filters(engine, asked, answer),
    total ? el('div', { class: 'settings' }, sorting(asked), choice(strings.grouping, [
      { text: strings.ungrouped, href: format({ ...asked, group: false }), current: !asked.group },
      { text: strings.grouped, href: format({ ...asked, group: true }), current: asked.group },
    ])) : null,
    total && asked.group ? outlets(asked, found.groups) : null,
    total ? list : none(asked), end);
}

/** What the address asks the engine for: a side, or words at places. @param {string | null} sort @returns {ConcordanceOptions} */
function order(sort) {
  if (sort === 'left' || sort === 'right') return { sort };
  return /^-?\d(,-?\d){0,8}$/.test(sort ?? '') ? { by: (sort ?? '').split(',').map(Number) } : {};
}

/** @param {Route} asked */
function sorting(asked) {
  const known = orders.includes(asked.sort);
  return choice(strings.sorting, [
    ...orders.map((sort, index) => ({ text: strings.orders[index], href: format({ ...asked, sort }), current: sort === asked.sort })),
    ...known ? [] : [{ text: strings.custom(asked.sort ?? ''), href: format(asked), current: true }],
  ]);
}

/** How often each outlet has a match. @param {Route} asked @param {Group[]} groups */
function outlets(asked, groups) {
  const cell = (/** @type {string} */ text) => el('td', { class: 'number' }, text);
  const most = Math.max(...groups.map((group) => group.perThousand));
  return el('div', { class: 'figures' }, el('table', null,
    el('caption', { class: 'vh' }, strings.caption),
    el('thead', null, el('tr', null, strings.columns.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', null, groups.map((group) => el('tr', null,
      el('th', { scope: 'row' }, group.publisher === null ? outlet(group)
        : el('a', { href: format({ ...asked, publisher: group.publisher, group: false, shown: page }) }, foreign(group.publisher))),
      cell(number(group.matches)),
      el('td', { class: 'number' }, el('span', { class: 'meter', vars: { '--part': (most ? group.perThousand / most : 0).toFixed(3) }, 'aria-hidden': 'true' }), rate(group.perThousand)),
      cell(strings.of(group.articles, group.of)),
      cell(number(group.words)))))));
}

/** Puts rows below the outlets that they are of, each outlet once; gives what is new of that. @param {Engine} engine @param {Group[]} groups
 * @returns {(rows: HTMLElement[], lines: Line[]) => HTMLElement[]} */
function byOutlet(engine, groups) {
  const matches = new Map(groups.map((group) => [group.publisher, group.matches]));
  /** @type {Map<string | null, HTMLElement>} */
  const lists = new Map();
  return (rows, lines) => lines.flatMap((line, n) => {
    const publisher = catalogue(engine).get(line.article)?.publisher ?? null;
    const known = lists.get(publisher);
    if (known) return known.append(rows[n]), [];
    const own = lined(rows[n]);
    lists.set(publisher, own);
    return [el('h3', null, foreign(outlet({ publisher })), el('span', { class: 'meta' }, ` ${common.matches(matches.get(publisher) ?? 0)}`)), own];
  });
}

/** @param {...HTMLElement} rows */
function lined(...rows) {
  return el('ol', { class: 'answers lines' }, rows);
}

/** @param {Route} asked */
function none(asked) {
  return nothing(search.noMatch(question(asked)), strings.advice);
}

/** @param {Engine} engine @param {Route} asked @param {Line} line */
function row(engine, asked, line) {
  const article = catalogue(engine).get(line.article);
  const read = engine.article(line.article);
  const joint = joints(read?.text ?? '', line);
  const dir = direction(read?.text.slice(read.blocks[line.block].start, line.end) ?? '');
  return el('li', null, el('a', { class: 'answer line', dir, href: opening(asked, line.article, [line.start, line.end]), data: { answer: '' } },
    el('span', { class: 'left' }, el('bdi', { dir }, line.left.trimStart(), joint.before)),
    el('mark', { class: 'node' }, foreign(line.node)),
    el('span', { class: 'right' }, el('bdi', { dir }, joint.after, line.right.trimEnd())),
    el('span', { class: 'meta', dir: 'ltr' }, foreign(article?.publisher ?? `${outlet(article)}, “${short(headline(article), 28)}”`), ` · ${dated(article)} · ¶ ${paragraph(line.block)}`)));
}

/** How far apart a match and the words beside it may stand, in UTF-16 units. */
const nearby = 16;

/** What stands between the words and the match: blanks, marks. @param {string} text @param {Line} line */
function joints(text, { left, right, start, end }) {
  const before = text.lastIndexOf(left, start - left.length) + left.length;
  const after = text.indexOf(right, end);
  return {
    before: left && before >= start - nearby && before <= start ? text.slice(before, start) : '',
    after: right && after >= end && after <= end + nearby ? text.slice(end, after) : '',
  };
}
