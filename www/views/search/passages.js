/** Which passages answer the words typed? Remarks, filters, passages with their marks. */
import { common, search as strings } from '../../strings.js';
import { add, choice, el, fill, foreign, nothing, woven } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { dated, headline, kinds, outlet, paragraph, short } from '../../ui/article/label.js';
import { hitRanges, paint } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { modes } from './modes.js';
import { filters } from './filters.js';
import { chosen, format, opening, page, question, route, widened } from '../../ui/route.js';

/** How many completions of the last word are offered. */
const completions = 6;
/** How many articles are named in a line. */
const most = 8;

/** @type {View} */
export function passages(root, asked, { engine, announce }) {
  const query = question(asked);
  const sort = asked.sort === 'date' ? 'date' : 'relevance';
  const filter = chosen(asked);
  /** @type {SearchOptions} */
  const options = { by: 'passage', sort, filter, foldDuplicates: !asked.copies };
  const answer = engine.search(query, { ...options, limit: asked.shown });
  const found = strings.found(answer.total, answer.articles);
  announce(strings.said(found, asked.q));
  const list = el('ol', { class: 'answers' });
  const end = growing(asked, answer.total, list, (next, from, limit) => {
    const { hits } = from ? engine.search(query, { ...options, offset: from, limit, facets: false }) : answer;
    return { rows: hits.flatMap((hit) => hit.passages.slice(0, 1).map((passage) => row(engine, next, hit, passage))), shown: from + hits.length };
  });
  fill(root,
    el('div', { class: 'listhead' },
      el('h2', { tabindex: -1 }, found),
      modes(asked)),
    ...filters(engine, asked, answer),
    names(engine, asked),
    where(engine, asked, answer),
    answer.total ? order(engine, asked, sort) : null,
    answer.total ? list : none(asked, answer), end);
}

/** @param {Engine} engine @param {Route} asked @param {Hit} hit @param {Passage} passage */
function row(engine, asked, hit, passage) {
  const article = catalogue(engine).get(hit.article);
  const words = el('p', { class: 'passage', dir: 'auto' });
  if (passage.snippet) {
    const cut = ends(passage, passage.snippet);
    if (cut.before) words.append('… ');
    paint(words, passage.snippet.text, hitRanges(passage.snippet.marks));
    if (cut.after) words.append(' …');
  }
  const at = passage.marks[0] ?? [passage.start, passage.end];
  return el('li', null, el('a', { class: 'answer', href: opening(asked, hit.article, at), data: { answer: '' } },
    words,
    el('p', { class: 'meta' }, `${outlet(article)} · ${dated(article)} · ¶ ${paragraph(passage.block)}`,
      el('span', { class: 'headline' }, ' · ', foreign(short(headline(article), 60))))),
    hit.copies.length ? el('p', { class: 'meta copies' }, el('a', { href: format({ ...asked, copies: true, open: null, at: null }) }, strings.sameIn(hit.copies.length))) : null);
}

/** Whether a snippet leaves out words of its block before or after it, told by where the marks stand.
 * @param {Passage} passage @param {Snippet} snippet */
function ends({ start, end, marks }, { text, marks: shown }) {
  if (text.length >= end - start) return { before: false, after: false };
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (!first || !marks.length) return { before: false, after: true };
  return {
    before: first[0] !== marks[0][0] - start && !text.startsWith('…'),
    after: text.length - last[1] !== end - marks[marks.length - 1][1] && !text.endsWith('…'),
  };
}

/** Which articles hold the passages, and which meet the query only as a whole. @param {Engine} engine @param {Route} asked @param {Answer} answer */
function where(engine, asked, answer) {
  const articles = catalogue(engine);
  const firsts = new Map([...answer.hits].reverse().flatMap(({ article, passages }) =>
    passages.slice(0, 1).map(({ marks, start, end }) => [article, marks[0] ?? /** @type {Span} */ ([start, end])])));
  const links = (/** @type {string[]} */ ids) => ids.map((id) => {
    const article = articles.get(id);
    return el('li', null, el('a', { href: opening(asked, id, firsts.get(id) ?? null), data: { open: '' } },
      foreign(article?.publisher ?? short(headline(article), 36))));
  });
  const rest = (/** @type {number} */ others) => (others > 0 ? el('li', { class: 'soft' }, common.others(others)) : null);
  const found = (answer.facets?.article ?? []).map(({ value }) => value ?? '');
  const holders = found.slice(0, most);
  const apart = answer.apart.articles.slice(0, most);
  return [
    holders.length ? el('div', { class: 'where' }, el('span', { class: 'soft' }, strings.foundIn),
      el('ul', null, links(holders), rest(answer.articles - holders.length),
        found.length > 1 ? el('li', null, el('a', { href: format(route({ view: 'compare', selected: found })) }, strings.compare(found.length, answer.articles))) : null)) : null,
    apart.length ? el('div', { class: 'where' }, el('span', { class: 'soft' }, strings.whole),
      el('ul', null, links(apart), rest(answer.apart.count - apart.length))) : null,
  ];
}

/** In which order the answers stand, and whether those of copies are folded. @param {Engine} engine @param {Route} asked @param {string} sort */
function order(engine, asked, sort) {
  const order = choice(strings.order, [
    { text: strings.best, href: format({ ...asked, sort: null }), current: sort === 'relevance' },
    { text: strings.newest, href: format({ ...asked, sort: 'date' }), current: sort === 'date' },
  ]);
  if (!engine.duplicates({ limit: 1 }).length) return order;
  return el('div', { class: 'settings' }, order, choice(strings.copies, [
    { text: strings.folded, href: format({ ...asked, copies: false, shown: page }), current: !asked.copies },
    { text: strings.unfolded, href: format({ ...asked, copies: true, shown: page }), current: asked.copies },
  ]));
}

/**
 * What the end of a query may become, and the query with it; phrases in quotation marks.
 * @param {Engine} engine @param {string} q @param {string} end
 */
function continued(engine, q, end) {
  if (!end || /:\S*$/.test(q)) return [];
  const before = q.slice(0, q.length - end.length);
  return engine.suggest(end, completions)
    .filter(({ text, kind }) => !(kind in kinds) && text.toLowerCase() !== end.toLowerCase())
    .map(({ text, count, kind }) => ({ text, count, q: before + (kind === 'phrase' ? `"${text}"` : text) }));
}

/** Names that the words typed may mean, and words that they may become. @param {Engine} engine @param {Route} asked */
function names(engine, asked) {
  const words = asked.q.replace(/["*()]/g, ' ').trim();
  if (words.length < 2) return null;
  const known = engine.entities({ query: words, limit: 4 });
  const typed = /** @param {RegExp} end */ (end) => end.exec(asked.q)?.[0] ?? '';
  const last = typed(/[\p{L}\p{N}]{2,}$/u);
  const longer = continued(engine, asked.q, last);
  const phrases = continued(engine, asked.q, typed(/(?<![\p{L}\p{N}:"“„«])[\p{L}\p{N}]+ +[\p{L}\p{N}]{2,}$/u));
  const line = el('div', { class: 'hints' });
  if (known.length) {
    add(line, el('span', { class: 'soft' }, strings.names), known.map((entity) =>
      el('a', { class: 'chip', href: format(route({ view: 'names', id: entity.id, q: asked.q })) }, foreign(short(entity.name, 40)),
        el('span', { class: 'count' }, ` ${kinds[entity.kind].one}`))));
  }
  for (const [heading, found] of /** @type {const} */ ([[strings.wordHints, longer], [strings.phrases, phrases]])) {
    if (found.length) {
      add(line, el('span', { class: 'soft' }, heading), found.map(({ text, count, q }) =>
        el('a', { class: 'chip', href: format({ ...asked, q, open: null, at: null }) }, foreign(text), ' ', el('span', { class: 'count' }, count))));
    }
  }
  return line.childNodes.length ? line : null;
}

/** @param {Route} asked @param {Answer} answer */
function none(asked, answer) {
  return nothing(strings.none(question(asked)),
    answer.suggestion ? el('span', null, woven(strings.suggestion, el('a', { href: format({ ...asked, q: answer.suggestion }) }, answer.suggestion)))
      : Object.keys(chosen(asked)).length ? el('a', { href: format(widened(asked)) }, strings.widen)
        : strings.fewer);
}
