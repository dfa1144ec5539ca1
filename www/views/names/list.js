/** Who and what is named? People, organisations, places, documents, events, publications and works, most named first. */
import { capital, common, counted, names as strings, number } from '../../strings.js';
import { decisionList } from '../../ui/entity/decisions.js';
import { choice, el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { kinds } from '../../ui/article/label.js';
import { format, page } from '../../ui/route.js';

/** @type {View} */
export function entities(root, asked, { engine, announce, decisions, exports }) {
  const counts = engine.overview().entities;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const kind = counts.find((counted) => counted.kind === asked.kind)?.kind;
  const total = asked.kind ? counts.find((counted) => counted.kind === kind)?.count ?? 0 : all;
  const list = el('ol', { class: 'answers names' });
  // The first is named most.
  let most = 1;
  const end = growing(asked, total, list, (next, from, limit) => {
    const listed = asked.kind && !kind ? [] : engine.entities({ ...kind ? { kind } : {}, offset: from, limit });
    most = Math.max(most, ...listed.map((entity) => entity.mentions));
    return { rows: listed.map((entity) => row(engine, next, entity, most)), shown: from + listed.length };
  });
  const title = asked.kind && asked.kind in kinds
    ? counted(total, kinds[/** @type {EntityKind} */ (asked.kind)].one, kinds[/** @type {EntityKind} */ (asked.kind)].many)
    : strings.count(total);
  announce(title);
  const to = (/** @type {string | null} */ kind) => format({ ...asked, kind, id: null, open: null, at: null, shown: page });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    choice(strings.kind, [{ text: strings.all(all), href: to(null), current: !asked.kind },
      ...counts.map(({ kind, count }) => ({
        text: `${capital(kinds[kind].many)} ${number(count)}`, href: to(kind), current: asked.kind === kind }))]),
    decided(engine.decisions(), decisions),
    all ? taking(exports) : null,
    total ? list : nothing(strings.none, el('a', { href: to(null) }, strings.showAll)), end);
}

/** @param {Engine} engine @param {Route} asked @param {Entity} entity @param {number} most */
function row(engine, asked, entity, most) {
  const others = entity.aliases.map((alias) => alias.text).filter((text) => text !== entity.name);
  return el('li', null, el('a', { class: 'answer entry', href: format({ ...asked, id: entity.id, open: null, at: null, shown: page }), data: { answer: '', key: `name-${entity.id}` } },
    el('span', { class: `sample ${entity.kind}` }, foreign(entity.name)),
    others.length ? el('span', { class: 'also' }, foreign(others.slice(0, 4).join(' · ')), others.length > 4 ? ' …' : '') : null,
    el('span', { class: 'meter', 'aria-hidden': 'true', vars: { '--part': entity.mentions / most } }),
    el('span', { class: 'meta' }, asked.kind ? '' : `${kinds[entity.kind].one} · `,
      common.mentionsIn(entity.mentions, entity.articles.length))));
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
  const idle = decisions.filter(({ outcome }) => outcome === 'notApplicable').length;
  return el('details', { class: 'aside', data: { key: 'decided' } },
    el('summary', null, strings.decisions(decisions.length), idle ? strings.idle(idle) : null),
    refused,
    decisions.length ? decisionList(decisions, deciding)
      : el('p', { class: 'soft' }, strings.noDecisions),
    el('div', { class: 'actions' },
      decisions.length ? el('button', { type: 'button', data: { key: 'save-decisions' }, on: { click: () => deciding.save() } }, strings.download) : null,
      el('button', { type: 'button', data: { key: 'load-decisions' }, on: { click: () => file.click() } }, strings.load), file));
}

/** @type {[GraphForm | MentionForm, string][]} */
const forms = [['csv', 'CSV'], ['graphml', 'GraphML'], ['json', 'JSON'], ['conll', 'CoNLL'], ['jsonLd', 'Web Annotations']];

/** Downloads for other programs. @param {Exports} exports */
function taking(exports) {
  const button = (/** @type {typeof forms[number]} */ [form, name]) =>
    el('button', { type: 'button', title: strings.forms[form], data: { key: `export-${form}` }, on: { click: () => exports.names(form) } }, name);
  return el('details', { class: 'aside', data: { key: 'taking' } }, el('summary', null, common.exports),
    el('p', { class: 'label' }, strings.pairs),
    el('div', { class: 'actions' }, forms.slice(0, 3).map(button)),
    el('p', { class: 'label' }, strings.every),
    el('div', { class: 'actions' }, forms.slice(3).map(button)));
}
