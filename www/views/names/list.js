/** Who and what is named? People, organisations, places, documents, events, publications and works, most named first. */
import { decisionList } from '../../ui/decisions.js';
import { choice, el, fill, foreign, more, nothing } from '../../ui/dom.js';
import { capital, counted, kindNames, kinds } from '../../ui/label.js';
import { format, page } from '../../ui/route.js';

/** @type {View} */
export function entities(root, asked, { engine, announce, decisions, exports }) {
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
    decided(engine.decisions(), decisions),
    all.length ? taking(exports) : null,
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

/** What was decided about names, as a list and as a file. @param {DecisionDetail[]} decisions @param {Decisions} deciding */
function decided(decisions, deciding) {
  const refused = el('p', { class: 'warn', role: 'alert' });
  const file = el('input', { type: 'file', accept: '.json,application/json', class: 'vh', tabindex: -1, 'aria-hidden': 'true' });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) fill(refused, await deciding.load(chosen));
  });
  const waiting = decisions.filter(({ outcome }) => outcome === 'notApplicable').length;
  return el('details', { class: 'aside', data: { key: 'decided' } },
    el('summary', null, decisions.length ? counted(decisions.length, 'decision') : 'Decisions', waiting ? `, ${waiting} without a target here` : null),
    refused,
    decisions.length ? decisionList(decisions, deciding)
      : el('p', { class: 'soft' }, 'None yet. Open a name to merge it with another, split, rename or ignore it; what you decide is listed here, and can be undone.'),
    el('div', { class: 'actions' },
      decisions.length ? el('button', { type: 'button', data: { key: 'save-decisions' }, on: { click: () => deciding.save() } }, 'Download decisions') : null,
      el('button', { type: 'button', data: { key: 'load-decisions' }, on: { click: () => file.click() } }, 'Load decisions'), file));
}

/** @type {[GraphForm | MentionForm, string, string][]} */
const forms = [['csv', 'CSV', 'pairs, for a spreadsheet'], ['graphml', 'GraphML', 'for Gephi, yEd, NetworkX'], ['json', 'JSON', 'names and pairs'],
  ['conll', 'CoNLL', 'a token a line'], ['jsonLd', 'Web Annotations', 'JSON-LD']];

/** Downloads for other programs. @param {Exports} exports */
function taking(exports) {
  const button = (/** @type {typeof forms[number]} */ [form, name, what]) =>
    el('button', { type: 'button', title: what, data: { key: `export-${form}` }, on: { click: () => exports.names(form) } }, name);
  return el('details', { class: 'aside', data: { key: 'taking' } }, el('summary', null, 'For other programs'),
    el('p', { class: 'label' }, 'Who is named together with whom, in two paragraphs or more'),
    el('div', { class: 'actions' }, forms.slice(0, 3).map(button)),
    el('p', { class: 'label' }, 'Every mention with its place'),
    el('div', { class: 'actions' }, forms.slice(3).map(button)));
}
