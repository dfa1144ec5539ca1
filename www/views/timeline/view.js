/** When, and who says so? Dated statements along a line, each with its sentence; the same as a table below. */
import { common, timeline as strings } from '../../strings.js';
import { add, el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { anchor, dated, day, outlet, paragraph, plain, source, when } from '../../ui/article/label.js';
import { paint } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening, text } from '../../ui/route.js';

/** @typedef {{ key: string, label: string, from: string | null, statements: DateStatement[], published: Meta[] }} Moment */
/** @typedef {(statement: DateStatement) => DateStatement[]} Conflicts */

/** Up to how many articles the days on which they were published are shown. */
const small = 60;

/** @type {ViewDefinition} */
export const timeline = { name: 'timeline', label: strings.label, path: 'id', parts: { article: text('article') }, draw };

/** @type {View} */
function draw(root, asked, { engine, announce }) {
  const { first, total } = statements(engine, asked);
  const title = strings.title(total);
  announce(title);
  const [list, body] = [el('ol', { class: 'timeline' }), el('tbody', null)];
  const join = along(engine);
  /** @type {DateStatement[]} */
  let shown = [];
  const end = growing(asked, total, list, (next, from, limit) => {
    const some = from ? engine.timeline({ ...filtered(asked), offset: from, limit }) : first;
    shown = [...shown, ...some];
    add(body, some.map((statement) => cells(engine, next, statement)));
    return { rows: join(next, shown), shown: shown.length };
  });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    el('p', { class: 'meta key' }, el('span', { class: 'dot', 'aria-hidden': 'true' }), strings.solid,
      el('span', { class: 'dot hollow', 'aria-hidden': 'true' }), strings.hollow),
    filter(engine, asked),
    total ? list : nothing(strings.none, strings.look),
    end,
    total ? table(body) : null);
}

/** @param {Route} asked @returns {TimelineFilter} */
function filtered(asked) {
  return asked.article ? { article: asked.article } : {};
}

/** As many statements as are asked for, and at least those of the moment the address names, which stand together; and the number
 * of all. @param {Engine} engine @param {Route} asked @returns {{ first: DateStatement[], total: number }} */
function statements(engine, asked) {
  const filter = filtered(asked);
  const count = asked.article ? engine.timeline(filter).length : engine.overview().dates;
  for (let limit = asked.shown; ; limit *= 4) {
    const some = engine.timeline({ ...filter, limit });
    const last = asked.id ? some.map((statement) => statement.from).lastIndexOf(asked.id) : -1;
    const isWhole = !asked.id || limit >= count || (last >= 0 && last < some.length - 1);
    if (isWhole) return { first: some.slice(0, Math.max(asked.shown, last + 1)), total: count };
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

/** Puts statements along the line as more of them are shown: a moment that they change is drawn anew, and later ones join.
 * @param {Engine} engine @returns {(asked: Route, shown: DateStatement[]) => HTMLElement[]} the moments that join */
function along(engine) {
  /** @type {Map<string, { sign: string, node: HTMLElement }>} */
  const known = new Map();
  return (asked, shown) => {
    const others = conflicts(shown);
    return moments(shown, published(engine, asked, shown)).flatMap((moment) => {
      const sign = String([moment.statements.length, moment.published.length, ...moment.statements.map((statement) => others(statement).length)]);
      const last = known.get(moment.key);
      if (last?.sign === sign) return [];
      const node = row(engine, asked, moment, others);
      known.set(moment.key, { sign, node });
      if (!last) return [node];
      last.node.replaceWith(node);
      return [];
    });
  };
}

/** Which statements give another date for what one tells. @param {DateStatement[]} shown @returns {Conflicts} */
function conflicts(shown) {
  /** @type {Map<number, DateStatement[]>} */
  const byEvent = new Map();
  for (const statement of shown) {
    if (statement.event !== null) byEvent.set(statement.event, [...byEvent.get(statement.event) ?? [], statement]);
  }
  return (statement) => statement.conflicts.flatMap((event) => byEvent.get(event) ?? []);
}

/** Statements of one time together, dated ones first, in order.
 * @param {DateStatement[]} statements @param {Map<string, Meta[]>} published @returns {Moment[]} */
function moments(statements, published) {
  /** @type {Map<string, Moment>} */
  const found = new Map();
  for (const statement of statements) {
    const key = statement.from ? `${statement.from}/${statement.to}` : '~';
    const moment = found.get(key) ?? { key, label: when(statement), from: statement.from, statements: [], published: [] };
    moment.statements.push(statement);
    found.set(key, moment);
  }
  for (const [date, articles] of published) {
    const key = `${date}/${date}`;
    found.set(key, { ...found.get(key) ?? { key, label: day(date), from: date, statements: [] }, published: articles });
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

/** @param {Engine} engine @param {Route} asked @param {Moment} moment @param {Conflicts} others */
function row(engine, asked, moment, others) {
  const hollow = moment.statements.every(isHollow);
  const sources = new Set(moment.statements.map((statement) => statement.article)).size;
  return el('li', { class: `moment${hollow ? ' hollow' : ''}${asked.id !== null && asked.id === moment.from ? ' sought' : ''}` },
    el('h3', null, moment.from ? el('a', { href: format({ ...asked, id: moment.from, open: null, at: null }), data: { key: `moment-${moment.from}` } }, moment.label) : moment.label,
      sources ? el('span', { class: 'meta' }, ` ${common.articles(sources)}`) : ''),
    ...moment.published.map((article) => el('p', { class: 'meta' }, article.published ? strings.published : strings.updated,
      el('a', { href: opening(asked, article.id, null), data: { open: '' } }, foreign(source(article))))),
    ...events(moment).map(({ articles, statements }) => [
      articles > 1 ? el('p', { class: 'meta together' }, strings.together(articles)) : '',
      el('ol', { class: 'answers statements' }, statements.map((statement) => saying(engine, asked, statement, others))),
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

/** @param {Engine} engine @param {Route} asked @param {DateStatement} statement @param {Conflicts} others */
function saying(engine, asked, statement, others) {
  const article = catalogue(engine).get(statement.article);
  return el('li', null,
    el('a', { class: 'answer', href: opening(asked, statement.article, [statement.start, statement.end]), data: { answer: '' } },
      sentence(engine, statement),
      el('p', { class: 'meta' }, el('span', { class: `dot${isHollow(statement) ? ' hollow' : ''}`, 'aria-hidden': 'true' }), ' ',
        article?.publisher ? outlet(article) : source(article), ` · ${dated(article)} · ¶ ${paragraph(statement.block)}`, sure(engine, statement), otherwise(engine, others(statement)))));
}

/** Who gives another date. @param {Engine} engine @param {DateStatement[]} others */
function otherwise(engine, others) {
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

/** The same as a table. @param {HTMLElement} body */
function table(body) {
  return el('div', { class: 'tablebox' }, el('table', null,
    el('caption', null, strings.caption),
    el('thead', null, el('tr', null, strings.columns.map((name) => el('th', { scope: 'col' }, name)))),
    body));
}

/** @param {Engine} engine @param {Route} asked @param {DateStatement} statement */
function cells(engine, asked, statement) {
  const articles = catalogue(engine);
  return el('tr', null,
    el('th', { scope: 'row' }, when(statement)),
    el('td', null, el('a', { href: opening(asked, statement.article, [statement.start, statement.end]), data: { open: '' } }, foreign(statement.text))),
    el('td', null, plain(statement.precision)),
    el('td', null, foreign(source(articles.get(statement.article)))),
    el('td', null, statement.inferredFrom ? common.inferred(source(articles.get(statement.inferredFrom))) : statement.from ? strings.own : strings.nothing));
}
