/** Which articles are compared, and in which respect? The head of the views that compare. */
import { compare as strings } from '../../strings.js';
import { choice, el, foreign } from '../../ui/element/dom.js';
import { source } from '../../ui/article/label.js';
import { storyFacts, storyTitle } from '../../ui/story/row.js';
import { format, page, route } from '../../ui/route.js';

/** How many articles are compared at the most. */
const most = 60;

/** The ids that a route compares, those of its story or those it names, or all of a small corpus; null where they must be chosen first.
 * @param {Engine} engine @param {Route} asked @returns {string[] | null} */
function candidates(engine, asked) {
  const all = engine.ids();
  const known = asked.selected?.filter((id) => all.includes(id));
  if (known?.length) return known;
  return storyOf(engine, asked)?.articles ?? (all.length > most ? null : all);
}

/** The ids that are compared. @param {Engine} engine @param {Route} asked */
export function compared(engine, asked) {
  return candidates(engine, asked)?.slice(0, most) ?? [];
}

/** Whether articles must be chosen before anything can be compared. @param {Engine} engine @param {Route} asked */
export function isOpen(engine, asked) {
  return candidates(engine, asked) === null;
}

/** The story of a route. @param {Engine} engine @param {Route} asked */
function storyOf(engine, asked) {
  return asked.story && engine.summary(asked.story) ? engine.stories({ article: asked.story })[0] ?? null : null;
}

/** What the engine is asked: all of a small corpus is asked for as such, so that ids lead to the same groups everywhere.
 * @param {Engine} engine @param {string[]} ids @returns {{ articles?: string[] }} */
export function options(engine, ids) {
  const all = engine.ids();
  return all.length === ids.length && all.every((id, n) => id === ids[n]) ? {} : { articles: ids };
}

/** The title, the respects, the articles. @param {Engine} engine @param {Route} asked @param {string[]} ids @param {string} title */
export function head(engine, asked, ids, title) {
  const story = asked.selected ? null : storyOf(engine, asked);
  const count = candidates(engine, asked)?.length ?? 0;
  return [
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    story ? el('p', { class: 'meta' }, strings.ofStory, el('strong', null, foreign(storyTitle(story))), ` · ${storyFacts(story)}`) : null,
    count > ids.length ? el('p', { class: 'remarks' }, strings.limited(ids.length, count)) : null,
    kinds(engine, asked),
    picker(engine, asked, ids),
  ];
}

/** In which respects articles are compared, and the stories. @param {Engine} engine @param {Route} asked */
export function kinds(engine, asked) {
  const to = (/** @type {string | null} */ kind) => format({ ...asked, kind, id: null, base: null, open: null, at: null, shown: page });
  const isChoice = engine.ids().length > most || engine.stories({ limit: 2 }).length > 1;
  const stories = { text: strings.stories, href: format(route({ view: 'compare', kind: 'stories' })), current: asked.kind === 'stories' };
  return choice(strings.kinds, [...isChoice ? [stories] : [],
    ...isOpen(engine, asked) ? [] : [[strings.statements, null], [strings.points, 'points'], [strings.table, 'table'], [strings.shared, 'shared']].map(([text, kind]) =>
      ({ text: String(text), href: to(kind), current: asked.kind === kind }))]);
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
    el('summary', null, strings.selected(ids.length, all.length)),
    el('p', { class: 'facets' }, offered.map((article) => {
      const isIn = ids.includes(article.id);
      return el('a', { class: isIn ? 'chip pressed' : 'chip', href: toggled(article.id), 'aria-current': isIn ? 'true' : null, data: { key: `selected-${article.id}` } },
        foreign(source(article)), isIn && ids.length > 1 ? ' ×' : '');
    })),
    ids.length < all.length && all.length <= most ? el('p', null, el('a', { href: format({ ...asked, selected: null, story: null, id: null, open: null, at: null }) }, strings.all)) : null,
    all.length > offered.length ? el('p', { class: 'soft' }, strings.chooseOthers) : null);
}
