/** When, and who says so? Dated statements along a line, each with its sentence; the same as a table below. */
import { common, timeline as strings } from '../../strings.js';
import { el, fill, foreign, more, nothing } from '../../ui/element/dom.js';
import { anchor, dated, day, outlet, paragraph, plain, source, when } from '../../ui/article/label.js';
import { paint } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening, page, text } from '../../ui/route.js';

/** @typedef {{ label: string, from: string | null, statements: DateStatement[], published: Meta[] }} Moment */

/** Up to how many articles the days on which they were published are shown. */
const small = 60;

/** @type {ViewDefinition} */
export const timeline = { name: 'timeline', label: strings.label, path: 'id', parts: { article: text('article') }, draw };

/** @type {View} */
function draw(root, asked, { engine, announce }) {
  const { shown, total } = statements(engine, asked);
  const title = strings.title(total);
  announce(title);
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    el('p', { class: 'meta key' }, el('span', { class: 'dot', 'aria-hidden': 'true' }), strings.solid,
      el('span', { class: 'dot hollow', 'aria-hidden': 'true' }), strings.hollow),
    filter(engine, asked),
    total ? el('ol', { class: 'timeline' }, moments(shown, published(engine, asked, shown)).map((moment) => row(engine, asked, moment, shown)))
      : nothing(strings.none, strings.look),
    more(shown.length, total, format({ ...asked, shown: shown.length + page })),
    shown.length ? table(engine, asked, shown) : null);
}

/** As many statements as are asked for, and at least those of the moment the address names, which stand together; and the number
 * of all. @param {Engine} engine @param {Route} asked @returns {{ shown: DateStatement[], total: number }} */
function statements(engine, asked) {
  const filter = asked.article ? { article: asked.article } : {};
  const count = asked.article ? engine.timeline(filter).length : engine.overview().dates;
  for (let limit = asked.shown; ; limit *= 4) {
    const some = engine.timeline({ ...filter, limit });
    const last = asked.id ? some.map((statement) => statement.from).lastIndexOf(asked.id) : -1;
    const isWhole = !asked.id || limit >= count || (last >= 0 && last < some.length - 1);
    if (isWhole) return { shown: some.slice(0, Math.max(asked.shown, last + 1)), total: count };
  }
}

/** The articles that were published in the time that is shown, by day. @param {Engine} engine @param {Route} asked
 * @param {DateStatement[]} shown @returns {Map<string, Meta[]>} */
function published(engine, asked, shown) {
  const last = shown.reduce((end, statement) => (statement.from && statement.from > end ? statement.from : end), '');
  /** @type {Map<string, Meta[]>} */
  const days = new Map();
  const articles = asked.article ? [engine.summary(asked.article)] : engine.overview().articles <= small ? engine.articles() : [];
  for (const article of articles) {
    if (!article) continue;
    const day = anchor(article)?.slice(0, 10) ?? '';
    if (day && day <= last) days.set(day, [...days.get(day) ?? [], article]);
  }
  return days;
}

/** Statements of one time together, dated ones first, in order.
 * @param {DateStatement[]} statements @param {Map<string, Meta[]>} published @returns {Moment[]} */
function moments(statements, published) {
  /** @type {Map<string, Moment>} */
  const found = new Map();
  for (const statement of statements) {
    const key = statement.from ? `${statement.from}/${statement.to}` : '~';
    const moment = found.get(key) ?? { label: when(statement), from: statement.from, statements: [], published: [] };
    moment.statements.push(statement);
    found.set(key, moment);
  }
  for (const [date, articles] of published) {
    const key = `${date}/${date}`;
    found.set(key, { ...found.get(key) ?? { label: day(date), from: date, statements: [] }, published: articles });
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

/** @param {Engine} engine @param {Route} asked @param {Moment} moment @param {DateStatement[]} all */
function row(engine, asked, moment, all) {
  const hollow = moment.statements.every(isHollow);
  const sources = new Set(moment.statements.map((statement) => statement.article)).size;
  return el('li', { class: `moment${hollow ? ' hollow' : ''}${asked.id !== null && asked.id === moment.from ? ' sought' : ''}` },
    el('h3', null, moment.from ? el('a', { href: format({ ...asked, id: moment.from, open: null, at: null }), data: { key: `moment-${moment.from}` } }, moment.label) : moment.label,
      sources ? el('span', { class: 'meta' }, ` ${common.articles(sources)}`) : ''),
    ...moment.published.map((article) => el('p', { class: 'meta' }, article.published ? strings.published : strings.updated,
      el('a', { href: opening(asked, article.id, null), data: { open: '' } }, foreign(source(article))))),
    ...events(moment).map(({ articles, statements }) => [
      articles > 1 ? el('p', { class: 'meta together' }, strings.together(articles)) : '',
      el('ol', { class: 'answers statements' }, statements.map((statement) => saying(engine, asked, statement, all))),
    ]).flat());
}

/** The statements of a moment, those of one event that several articles tell apart from all others.
 * @param {Moment} moment @returns {{ articles: number, statements: DateStatement[] }[]} */
function events(moment) {
  /** @type {Map<number | null, DateStatement[]>} */
  const found = new Map();
  for (const statement of moment.statements) found.set(statement.event, [...found.get(statement.event) ?? [], statement]);
  const told = [...found.values()].map((statements) => ({ articles: new Set(statements.map((one) => one.article)).size, statements }));
  const others = told.filter(({ articles }) => articles < 2).flatMap(({ statements }) => statements);
  return [...told.filter(({ articles }) => articles > 1), ...(others.length ? [{ articles: 1, statements: others }] : [])];
}

/** @param {Engine} engine @param {Route} asked @param {DateStatement} statement @param {DateStatement[]} all */
function saying(engine, asked, statement, all) {
  const article = catalogue(engine).get(statement.article);
  return el('li', null,
    el('a', { class: 'answer', href: opening(asked, statement.article, [statement.start, statement.end]), data: { answer: '' } },
      sentence(engine, statement),
      el('p', { class: 'meta' }, el('span', { class: `dot${isHollow(statement) ? ' hollow' : ''}`, 'aria-hidden': 'true' }), ' ',
        article?.publisher ? outlet(article) : source(article), ` · ${dated(article)} · ¶ ${paragraph(statement.block)}`, sure(engine, statement), otherwise(engine, statement, all))));
}

/** Who gives another date for what a statement tells. @param {Engine} engine @param {DateStatement} statement @param {DateStatement[]} all */
function otherwise(engine, statement, all) {
  const others = all.filter((other) => other.event !== null && statement.conflicts.includes(other.event));
  const words = others.map((other) => `${when(other)} (${source(catalogue(engine).get(other.article))})`);
  return words.length ? el('span', { class: 'warn' }, strings.otherwise([...new Set(words)])) : null;
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
  if (statement.inferredFrom) return el('span', { class: 'warn' }, ` · ${common.inferred(source(catalogue(engine).get(statement.inferredFrom)))}`);
  if (!statement.from) return el('span', { class: 'warn' }, strings.unstated);
  return statement.precision === 'unknown' ? el('span', { class: 'warn' }, common.uncertain) : null;
}

/** @param {Engine} engine @param {Route} asked @param {DateStatement[]} statements */
function table(engine, asked, statements) {
  const articles = catalogue(engine);
  const cell = (/** @type {DateStatement} */ statement) => el('tr', null,
    el('th', { scope: 'row' }, when(statement)),
    el('td', null, el('a', { href: opening(asked, statement.article, [statement.start, statement.end]), data: { open: '' } }, foreign(statement.text))),
    el('td', null, plain(statement.precision)),
    el('td', null, foreign(source(articles.get(statement.article)))),
    el('td', null, statement.inferredFrom ? common.inferred(source(articles.get(statement.inferredFrom))) : statement.from ? strings.own : strings.nothing));
  return el('div', { class: 'tablebox' }, el('table', null,
    el('caption', null, strings.caption),
    el('thead', null, el('tr', null, strings.columns.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', null, statements.map(cell))));
}
