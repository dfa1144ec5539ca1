/** Who and what is named? People, organisations, places, documents, events and publications, most named first. */
import { choice, el, fill, foreign, more, nothing } from '../dom.js';
import { capital, counted, kindNames, kinds } from '../label.js';
import { format, page } from '../route.js';

/** @type {View} */
export function entities(root, asked, { engine, announce }) {
  const all = engine.entities();
  const present = kindNames.filter((kind) => all.some((entity) => entity.kind === kind));
  const listed = all.filter((entity) => !asked.kind || entity.kind === asked.kind);
  const most = Math.max(1, ...listed.slice(0, asked.shown).map((entity) => entity.mentions));
  const title = asked.kind && asked.kind in kinds
    ? counted(listed.length, kinds[/** @type {EntityKind} */ (asked.kind)].one, kinds[/** @type {EntityKind} */ (asked.kind)].many)
    : counted(listed.length, 'name');
  announce(title);
  const to = (/** @type {string | null} */ kind) => format({ ...asked, kind, id: null, open: null, at: null, shown: page });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    choice('Kind of name', [{ text: `All ${all.length.toLocaleString('en')}`, href: to(null), current: !asked.kind },
      ...present.map((kind) => ({
        text: `${capital(kinds[kind].many)} ${all.filter((entity) => entity.kind === kind).length.toLocaleString('en')}`,
        href: to(kind), current: asked.kind === kind }))]),
    listed.length ? el('ol', { class: 'answers names' }, listed.slice(0, asked.shown).map((entity) => row(engine, asked, entity, most)))
      : nothing('No names of this kind were found.', el('a', { href: to(null) }, 'Show all names')),
    more(Math.min(asked.shown, listed.length), listed.length, format({ ...asked, shown: asked.shown + page })));
}

/** @param {Engine} engine @param {Route} asked @param {Entity} entity @param {number} most */
function row(engine, asked, entity, most) {
  const others = entity.aliases.map((alias) => alias.text).filter((text) => text !== entity.name);
  return el('li', null, el('a', { class: 'answer entry', href: format({ ...asked, id: entity.id, open: null, at: null, shown: page }), data: { answer: '', key: `name-${entity.id}` } },
    el('span', { class: `sample ${entity.kind}` }, foreign(entity.name)),
    others.length ? el('span', { class: 'also' }, foreign(others.slice(0, 4).join(' · ')), others.length > 4 ? ' …' : '') : null,
    el('span', { class: 'meter', 'aria-hidden': 'true', vars: { '--part': entity.mentions / most } }),
    el('span', { class: 'meta' }, asked.kind ? '' : `${kinds[entity.kind].one} · `,
      `${counted(entity.mentions, 'mention')} in ${counted(entity.articles.length, 'article')}`)));
}
