/** Which articles are compared, and in which respect? The head of the views that compare. */
import { compare as strings } from '../../strings.js';
import { choice, el, foreign } from '../../ui/element/dom.js';
import { source } from '../../ui/article/label.js';
import { format, page } from '../../ui/route.js';

/** How many articles are compared at the most, and how many of a larger corpus unless said. */
const most = 60;
const usual = 12;

/** The ids that a route compares: those it names, or the first of all. @param {Engine} engine @param {Route} asked */
export function compared(engine, asked) {
  const all = engine.ids();
  const known = asked.selected?.filter((id) => all.includes(id)).slice(0, most);
  return known?.length ? known : all.slice(0, all.length > most ? usual : most);
}

/** What the engine is asked: all of a small corpus is asked for as such, so that ids lead to the same groups everywhere.
 * @param {Engine} engine @param {string[]} ids @returns {{ articles?: string[] }} */
export function options(engine, ids) {
  const all = engine.ids();
  return all.length === ids.length && all.every((id, n) => id === ids[n]) ? {} : { articles: ids };
}

/** The title, the respects, the articles. @param {Engine} engine @param {Route} asked @param {string[]} ids @param {string} title */
export function head(engine, asked, ids, title) {
  const to = (/** @type {string | null} */ kind) => format({ ...asked, kind, id: null, base: null, open: null, at: null, shown: page });
  return [
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    choice(strings.kinds, [[strings.statements, null], [strings.points, 'points'], [strings.table, 'table'], [strings.shared, 'shared']].map(([text, kind]) =>
      ({ text: String(text), href: to(kind), current: asked.kind === kind }))),
    picker(engine, asked, ids),
  ];
}

/** @param {Engine} engine @param {Route} asked @param {string[]} ids */
function picker(engine, asked, ids) {
  const all = engine.ids();
  const toggled = (/** @type {string} */ id) => {
    const selected = ids.includes(id) ? (ids.length > 1 ? ids.filter((other) => other !== id) : ids) : all.filter((other) => other === id || ids.includes(other));
    return format({ ...asked, selected, id: null, base: null, open: null, at: null });
  };
  const offered = engine.articles(all.length > 400 ? { articles: ids } : {});
  return el('details', { class: 'further', data: { key: 'selection' } },
    el('summary', null, strings.selected(ids.length, all.length, asked.selected !== null)),
    el('p', { class: 'facets' }, offered.map((article) => {
      const isIn = ids.includes(article.id);
      return el('a', { class: isIn ? 'chip pressed' : 'chip', href: toggled(article.id), 'aria-current': isIn ? 'true' : null, data: { key: `selected-${article.id}` } },
        foreign(source(article)), isIn && ids.length > 1 ? ' ×' : '');
    })),
    ids.length < all.length && all.length <= most ? el('p', null, el('a', { href: format({ ...asked, selected: null, id: null, open: null, at: null }) }, strings.all)) : null,
    all.length > offered.length ? el('p', { class: 'soft' }, strings.chooseOthers) : null);
}
