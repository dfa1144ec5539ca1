/** What is told of one name? Its forms, roles, company, where in each article it stands, and every mention. */
import { el, fill, foreign, more, nothing } from '../dom.js';
import { capital, counted, dated, kinds, outlet, short, headline, source } from '../label.js';
import { paint } from '../mark.js';
import { catalogue } from '../memo.js';
import { format, opening, page } from '../route.js';
import { around, blockAt } from '../sentence.js';

/** How many articles get a strip. */
const strips = 24;

/** @type {View} */
export function entity(root, asked, { engine, announce }) {
  const found = asked.id ? engine.entity(asked.id) : null;
  const back = el('p', { class: 'back' }, el('a', { href: format({ ...asked, id: null, open: null, at: null, shown: page }), data: { up: '' } }, '← All names'));
  if (!found) {
    return fill(root, back, el('h2', { tabindex: -1 }, 'This name is not here'), nothing('No name of this corpus has that address.'));
  }
  announce(`${found.name}, ${counted(found.mentions, 'mention')}`);
  const occurrences = [...found.occurrences].sort((a, b) => rank(found, a) - rank(found, b) || a.start - b.start);
  fill(root, back,
    el('h2', { class: 'name-title', tabindex: -1 }, foreign(found.name)),
    el('p', { class: 'byline' }, `${capital(kinds[found.kind].one)} · ${counted(found.mentions, 'mention')} in ${counted(found.articles.length, 'article')}`),
    el('h3', null, 'Named as'),
    el('ul', { class: 'aliases' }, found.aliases.map((alias) => el('li', null, foreign(alias.text), ' ',
      el('span', { class: 'count' }, alias.kind === found.kind ? alias.count : `${alias.count}, ${alias.kind}`)))),
    roles(asked, found),
    found.quotes.length ? el('p', null, el('a', { href: format({ ...asked, view: 'voices', kind: null, open: null, at: null, shown: page }) }, `Quoted ${counted(found.quotes.length, 'time')}`)) : null,
    el('h3', null, 'Where in each article'),
    dispersion(engine, asked, found),
    company(asked, found),
    el('h3', null, 'Every mention'),
    el('ol', { class: 'answers' }, occurrences.slice(0, asked.shown).map((occurrence) => mention(engine, asked, occurrence))),
    more(Math.min(asked.shown, occurrences.length), occurrences.length, format({ ...asked, shown: asked.shown + page })));
}

/** @param {EntityDetail} found @param {Occurrence} occurrence */
function rank(found, occurrence) {
  return found.articles.findIndex(({ article }) => article === occurrence.article);
}

/** @param {Route} asked @param {EntityDetail} found */
function roles(asked, found) {
  if (!found.roles.length) return null;
  return el('div', null, el('h3', null, 'Stated as'),
    el('ul', { class: 'aliases' }, found.roles.slice(0, 20).map((role) => el('li', null,
      el('a', { href: opening(asked, role.article, [role.start, role.end]), data: { open: '' } }, foreign(role.text))))));
}

/** One strip an article, a stroke where the name stands. @param {Engine} engine @param {Route} asked @param {EntityDetail} found */
function dispersion(engine, asked, found) {
  const articles = catalogue(engine);
  const rows = found.articles.slice(0, strips).map(({ article, count }) => {
    const text = engine.article(article)?.text ?? '';
    const here = found.occurrences.filter((occurrence) => occurrence.article === article);
    const first = here[0];
    return el('li', null,
      el('a', { class: 'stripname', href: opening(asked, article, first ? [first.start, first.end] : null), data: { open: '' } }, foreign(articles.get(article)?.publisher ?? short(headline(articles.get(article)), 40))),
      el('span', { class: 'strip', 'aria-hidden': 'true' }, here.map((occurrence) =>
        el('i', { vars: { '--at': text.length ? occurrence.start / text.length : 0 } }))),
      el('span', { class: 'count' }, count));
  });
  const rest = found.articles.length - strips;
  return el('ul', { class: 'strips' }, rows, rest > 0 ? el('li', { class: 'soft' }, `and ${counted(rest, 'other article')}`) : null);
}

/** @param {Route} asked @param {EntityDetail} found */
function company(asked, found) {
  if (!found.with.length) return null;
  return el('div', null, el('h3', null, 'Named together with'),
    el('ul', { class: 'aliases' }, found.with.slice(0, 12).map((other) => el('li', null,
      el('a', { href: format({ ...asked, id: other.id, open: null, at: null, shown: page }) }, foreign(other.name)), ' ',
      el('span', { class: 'count' }, other.count)))));
}

/** @param {Engine} engine @param {Route} asked @param {Occurrence} occurrence */
function mention(engine, asked, occurrence) {
  const article = engine.article(occurrence.article);
  const words = el('p', { class: 'passage', dir: 'auto' });
  if (article) {
    const [start, end] = around(article, [occurrence.start, occurrence.end]);
    paint(words, article.text, [{ start: occurrence.start, end: occurrence.end, dress: () => el('strong', { class: 'aim' }) }], start, end);
  }
  const meta = catalogue(engine).get(occurrence.article);
  const block = article ? blockAt(article, occurrence.start) + 1 : 0;
  return el('li', null, el('a', { class: 'answer', href: opening(asked, occurrence.article, [occurrence.start, occurrence.end]), data: { answer: '' } },
    words, el('p', { class: 'meta' }, meta?.publisher ? outlet(meta) : source(meta), ` · ${dated(meta)} · ¶ ${block}`,
      occurrence.confidence < 0.6 ? el('span', { class: 'warn' }, ' · uncertain') : null)));
}
