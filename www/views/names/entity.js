/** What is told of one name? Its forms, roles, whom it is named with, where in each article it stands, and every mention. */
import { capital, common, entity as strings, number } from '../../strings.js';
import { decisionList } from '../../ui/entity/decisions.js';
import { el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { whenKnown } from '../../ui/element/waiting.js';
import { dated, kinds, meaning, outlet, short, headline, source } from '../../ui/article/label.js';
import { paint } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { choiceBar, chooser, choosing, editor, isChoosing } from './editor.js';
import { redraw } from '../../ui/element/pane.js';
import { format, opening, page } from '../../ui/route.js';
import { around, blockAt } from '../../ui/article/sentence.js';

/** In how many articles words that mean it are looked for: each is read again. */
const readAgain = 500;

/** How many articles get a strip. */
const strips = 24;

/** @type {View} */
export function entity(root, asked, desk) {
  const { engine, announce, navigate, decisions } = desk;
  const found = asked.id ? engine.entity(asked.id) : null;
  const back = el('p', { class: 'back' }, el('a', { href: format({ ...asked, id: null, open: null, at: null, edit: false, shown: page }), data: { up: '' } }, strings.back));
  if (!found) {
    const why = engine.decisions().filter(({ action, entity: about, outcome }) =>
      about?.id === asked.id && outcome === 'applied' && (action === 'merge' || action === 'ignore'));
    return fill(root, back, el('h2', { tabindex: -1 }, strings.notFound), ...why.length ? [el('p', { class: 'soft' }, strings.decided), decisionList(why, decisions)] : [nothing(strings.notFoundWhy)]);
  }
  announce(`${found.name}, ${common.mentions(found.mentions)}`);
  const occurrences = [...found.occurrences].sort((a, b) => rank(found, a) - rank(found, b) || a.start - b.start);
  const leave = (/** @type {string | null} */ id) => navigate({ id, open: null, at: null, edit: false, shown: page }, { replace: id === null });
  // With as many mentions as are shown by then.
  let latest = asked;
  const again = () => void redraw(root, () => entity(root, latest, desk));
  const choose = () => {
    choosing(found.id, true);
    again();
    /** @type {HTMLElement | null} */ (root.querySelector('.chooser input'))?.focus();
  };
  const about = { found, engine, decisions, leave: (/** @type {string | null} */ id) => (id === found.id ? again() : leave(id)), choose };
  const bar = isChoosing(found.id) ? choiceBar(about, again) : null;
  const list = el('ol', { class: 'answers' });
  const end = growing(asked, occurrences.length, list, (next, from, limit) => {
    const shown = occurrences.slice(from, from + limit);
    latest = next;
    return { rows: shown.map((occurrence) => mention(engine, next, occurrence, bar?.show ?? null)), shown: from + shown.length };
  });
  const decided = engine.decisions().filter(({ id }) => found.decisions.includes(id));
  fill(root, back,
    el('h2', { class: 'name-title', tabindex: -1 }, foreign(found.name)),
    el('p', { class: 'byline' }, `${capital(kinds[found.kind].one)} · ${common.mentionsIn(found.mentions, found.articles.length)}`),
    decided.length ? el('div', null, el('h3', null, strings.decisions), decisionList(decided, decisions)) : null,
    editor(about, asked.edit),
    el('h3', null, strings.forms),
    el('ul', { class: 'aliases' }, found.aliases.map((alias) => el('li', null, foreign(alias.text), ' ',
      el('span', { class: 'count' }, alias.kind === found.kind ? alias.count : `${alias.count}, ${alias.kind}`)))),
    found.articles.length <= readAgain ? meant(asked, engine.references({ entity: found.id })) : null,
    roles(asked, found),
    found.quotes.length ? el('p', null, el('a', { href: format({ ...asked, view: 'voices', kind: null, open: null, at: null, shown: page }) }, strings.quoted(found.quotes.length))) : null,
    el('h3', null, strings.positions),
    dispersion(engine, asked, found),
    together(engine, asked, found),
    el('h3', null, strings.mentions), bar?.node ?? null,
    list, end);
}

/** @param {EntityDetail} found @param {Occurrence} occurrence */
function rank(found, occurrence) {
  return found.articles.findIndex(({ article }) => article === occurrence.article);
}

/** The words that mean it without naming it, each leading to the first such place. @param {Route} asked @param {Reference[]} references */
function meant(asked, references) {
  if (!references.length) return null;
  /** @type {Map<string, Reference[]>} */
  const forms = new Map();
  for (const reference of references) {
    const form = reference.text.toLowerCase();
    forms.set(form, [...forms.get(form) ?? [], reference]);
  }
  const rows = [...forms].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], 'en'));
  return el('div', null, el('h3', null, strings.references),
    el('ul', { class: 'aliases' }, rows.slice(0, 20).map(([form, [first, ...others]]) => el('li', null,
      el('a', { href: opening(asked, first.article, [first.start, first.end]), title: meaning(first), data: { open: '' } }, foreign(form)), ' ',
      el('span', { class: 'count' }, others.length + 1)))));
}

/** @param {Route} asked @param {EntityDetail} found */
function roles(asked, found) {
  if (!found.roles.length) return null;
  return el('div', null, el('h3', null, common.describedAs),
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
  return el('ul', { class: 'strips' }, rows, rest > 0 ? el('li', { class: 'soft' }, common.others(rest)) : null);
}

/** How many names are shown that stand together with it. */
const companions = 12;

/** Who is named in the same paragraphs, and whether that is more than chance. @param {Engine} engine @param {Route} asked @param {EntityDetail} found */
function together(engine, asked, found) {
  const place = el('div', null);
  whenKnown(place, engine.graph({ entity: found.id, min: 1 }), (graph) => fill(place, neighbours(asked, found, graph)), el('h3', null, strings.together));
  return place;
}

/** @param {Route} asked @param {EntityDetail} found @param {Graph} graph */
function neighbours(asked, found, graph) {
  if (!graph.edges.length) return null;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const cell = (/** @type {number} */ count, /** @type {number} */ digits, /** @type {string} */ style = '') =>
    el('td', { class: `number ${style}`.trim() }, number(count, digits));
  const head = (/** @type {string} */ name, /** @type {string} */ style = '') => el('th', { scope: 'col', class: style || null }, name);
  const rows = graph.edges.slice(0, companions).map((edge) => {
    const other = nodes.get(edge.source === found.id ? edge.target : edge.source);
    return el('tr', null,
      el('th', { scope: 'row' }, el('a', { href: format({ ...asked, id: other?.id ?? null, open: null, at: null, edit: false, shown: page }) }, foreign(other?.name ?? ''))),
      cell(edge.count, 0), cell(edge.expected, 1), cell(edge.logLikelihood, 1), cell(edge.npmi, 2, 'rare'));
  });
  const rest = graph.edges.length - rows.length;
  return el('div', null, el('h3', null, strings.together),
    el('div', { class: 'figures' }, el('table', null, el('caption', { class: 'vh' }, strings.caption),
      el('thead', null, el('tr', null, head(strings.name), head(strings.paragraphs), head(common.expected), head(common.likelihood), head('NPMI', 'rare'))),
      el('tbody', null, rows))),
    el('p', { class: 'meta' }, rest > 0 ? `${common.others(rest)}. ` : '', strings.key(graph.units)));
}

/** @param {Engine} engine @param {Route} asked @param {Occurrence} occurrence @param {(() => void) | null} chosen */
function mention(engine, asked, occurrence, chosen) {
  const article = engine.article(occurrence.article);
  const words = el('p', { class: 'passage', dir: 'auto' });
  if (article) {
    const [start, end] = around(article, [occurrence.start, occurrence.end]);
    paint(words, article.text, [{ start: occurrence.start, end: occurrence.end, dress: () => el('strong', { class: 'aim' }) }], start, end);
  }
  const meta = catalogue(engine).get(occurrence.article);
  const block = article ? blockAt(article, occurrence.start) + 1 : 0;
  return el('li', { class: chosen ? 'withchooser' : null }, chosen ? chooser(asked.id ?? '', occurrence, chosen) : null,
    el('a', { class: 'answer', href: opening(asked, occurrence.article, [occurrence.start, occurrence.end]), data: { answer: '' } },
    words, el('p', { class: 'meta' }, meta?.publisher ? outlet(meta) : source(meta), ` · ${dated(meta)} · ¶ ${block}`,
      occurrence.confidence < 0.6 ? el('span', { class: 'warn' }, common.uncertain) : null)));
}
