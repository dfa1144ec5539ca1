/** What do several articles tell? Passages that say the same side by side, each with its wording and its sentence. */
import { capital, common, compare as strings } from '../../strings.js';
import { compared, head, options } from './selection.js';
import { el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { whenKnown } from '../../ui/element/waiting.js';
import { dated, paragraph, short, source } from '../../ui/article/label.js';
import { paint } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening } from '../../ui/route.js';

/** @type {View} */
export function statements(root, asked, desk) {
  const { engine } = desk;
  const ids = compared(engine, asked);
  const selection = options(engine, ids);
  const isPoints = asked.kind === 'points' || Boolean(asked.id?.startsWith('p:'));
  const over = (/** @type {string} */ title) => head(engine, { ...asked, kind: isPoints ? 'points' : asked.kind }, ids, title);
  const draw = (/** @type {StatementGroup[]} */ groups) => {
    const title = (isPoints ? strings.pointTitle : strings.statementTitle)(groups.length);
    desk.announce(title);
    fill(root, ...over(title), ...tellings(engine, asked, groups, selection,
      () => nothing(isPoints ? strings.noPoints : ids.length < 2 ? strings.alone : strings.noStatements, strings.advice)));
  };
  if (isPoints) whenKnown(root, engine.compare(selection), ({ points }) => draw(points), over(strings.comparing));
  else whenKnown(root, engine.groups(selection), draw, over(strings.comparing));
}

/** @param {Engine} engine @param {Route} asked @param {StatementGroup[]} groups @param {{ articles?: string[] }} selection @param {() => HTMLElement} none */
function tellings(engine, asked, groups, selection, none) {
  const place = groups.findIndex((group) => group.id === asked.id);
  const list = el('ol', { class: 'tellings' });
  const end = growing(asked, groups.length, list, (next, from, limit) => {
    const shown = groups.slice(from, Math.max(from + limit, place + 1));
    return { rows: shown.map((group) => row(engine, next, group, selection)), shown: from + shown.length };
  });
  return [asked.id && place < 0 ? el('p', { class: 'remarks' }, strings.elsewhere) : null, groups.length ? list : none(), end];
}

/** @param {Engine} engine @param {Route} asked @param {StatementGroup} group @param {{ articles?: string[] }} selection */
function row(engine, asked, group, selection) {
  const isOpen = asked.id === group.id;
  const label = short(group.kind === 'statement' ? capital(group.label) : group.label, 140);
  const toggle = format({ ...asked, id: isOpen ? null : group.id, base: null, open: null, at: null });
  const wordings = (/** @type {GroupDetail | null} */ detail) =>
    el('ol', { class: 'answers wordings' }, group.members.map((member, n) => wording(engine, asked, group, member, n, detail)));
  return el('li', { class: `telling${isOpen ? ' open' : ''}`, data: isOpen ? { target: '' } : {} },
    el('h3', null, el('a', { href: toggle, 'aria-expanded': String(isOpen), data: { answer: '', toggle: '', key: `group-${group.id}` } },
      group.kind === 'title' ? ['“', foreign(label), '”'] : foreign(label))),
    el('p', { class: 'meta' }, [kindOf(group), common.articles(group.articles), earliest(engine, group)].filter(Boolean).join(' · ')),
    ...group.differences.map((difference) => unlike(engine, group, difference)),
    isOpen ? aligning(engine, asked, group, selection, wordings) : wordings(null));
}

/** The wordings of an open group, aligned once that is known. @param {Engine} engine @param {Route} asked @param {StatementGroup} group
 * @param {{ articles?: string[] }} selection @param {(detail: GroupDetail | null) => HTMLElement} wordings */
function aligning(engine, asked, group, selection, wordings) {
  const isBase = asked.base !== null && asked.base < group.members.length;
  const place = el('div', null);
  whenKnown(place, engine.group(group.id, isBase ? { ...selection, base: asked.base ?? 0 } : selection), (detail) => fill(place, wordings(detail)), wordings(null));
  return place;
}

/** @param {StatementGroup} group */
function kindOf(group) {
  return { statement: null, title: strings.sameTitle, topic: null }[group.kind];
}

/** @param {Engine} engine @param {StatementGroup} group */
function earliest(engine, group) {
  if (group.earliest === null) return null;
  const article = catalogue(engine).get(group.members[group.earliest].article);
  return strings.earliest(source(article), dated(article));
}

/** What passages have otherwise, in their own words, with those who have it. @param {Engine} engine @param {StatementGroup} group
 * @param {Difference} difference */
function unlike(engine, group, { kind, readings }) {
  /** @type {Map<string, Set<string>>} */
  const by = new Map();
  for (const reading of readings) {
    const name = short(source(catalogue(engine).get(group.members[reading.member].article)), 44);
    const text = kind === 'negation' ? '' : reading.text;
    by.set(text, (by.get(text) ?? new Set()).add(name));
  }
  const told = [...by].map(([text, names]) => (text ? `${text} (${[...names].join('; ')})` : [...names].join('; ')));
  return el('p', { class: 'meta unlike' }, `${strings.differences[kind]}: `, foreign(told.join(' / ')));
}

/** @param {Engine} engine @param {Route} asked @param {StatementGroup} group @param {GroupMember} member @param {number} n @param {GroupDetail | null} detail */
function wording(engine, asked, group, member, n, detail) {
  const article = catalogue(engine).get(member.article);
  const words = el('p', { class: 'passage', dir: 'auto' });
  const text = engine.article(member.article)?.text ?? '';
  if (detail && n !== detail.base) aligned(words, engine, detail, n);
  else {
    const dressed = member.shared.map(([start, end]) => ({ start, end, dress: () => el('span', { class: detail ? 'both' : 'aim' }) }));
    member.spans.forEach(([start, end], part) => {
      if (part) words.append(' … ');
      paint(words, text, dressed, start, end);
    });
  }
  const who = member.speaker?.name ?? member.speaker?.text;
  return el('li', { class: detail && n === detail.base ? 'base' : null },
    el('a', { class: 'answer', href: opening(asked, member.article, [member.start, member.end]), data: { answer: '' } }, words,
      el('p', { class: 'meta' }, `${source(article)} · ${dated(article)} · ¶ ${paragraph(member.block)}`,
        who ? [strings.saidBy, foreign(who)] : '', member.quoteKind ? ` · ${member.quoteKind}` : '')),
    detail ? el('p', { class: 'meta' }, el('a', { class: 'against', href: format({ ...asked, id: group.id, base: n, open: null, at: null }), 'aria-current': n === detail.base ? 'true' : null, data: { key: `base-${group.id}-${n}` } },
      n === detail.base ? strings.base : strings.against)) : null);
}

/** A wording against the base: added words underlined, left-out ones struck. What lies between its parts is left out.
 * @param {HTMLElement} root @param {Engine} engine @param {GroupDetail} detail @param {number} n */
function aligned(root, engine, detail, n) {
  const base = engine.article(detail.group.members[detail.base].article)?.text ?? '';
  const own = engine.article(detail.group.members[n].article)?.text ?? '';
  const { spans, start, end } = detail.group.members[n];
  let at = start;
  const upTo = (/** @type {number} */ to) => {
    const next = spans.find((span) => span[0] > at && span[0] <= to);
    root.append(next ? ' … ' : own.slice(at, to));
  };
  for (const part of detail.alignments[n]) {
    if (part.other) {
      upTo(part.other[0]);
      const words = own.slice(...part.other);
      root.append(part.kind === 'added' ? el('ins', null, words) : el('span', { class: part.kind === 'moved' ? 'both moved' : 'both' }, words));
      at = part.other[1];
    } else if (part.base && part.kind === 'leftOut') root.append(' ', el('del', null, base.slice(...part.base)), ' ');
  }
  upTo(end);
}
