/**
 * How is a name put right? A panel to rename, merge, call it another kind or ignore it, and a bar that takes
 * chosen mentions out of it. What is decided is undone where decisions are listed.
 */
import { capital, common, editor as strings, names } from '../../strings.js';
import { el, fill, foreign } from '../../ui/element/dom.js';
import { kindNames, kinds } from '../../ui/article/label.js';

/** How many names are offered to merge into. */
const offered = 8;

/** What a panel is about, and what follows when something was decided.
 * @typedef {{ found: EntityDetail, engine: Engine, decisions: Decisions, leave(id: string | null): void, choose(): void }} Case */

/** @param {Case} about @param {boolean} isOpen */
export function editor({ found, engine, decisions, leave, choose }, isOpen) {
  const refused = el('p', { class: 'warn', role: 'status' });
  const say = (/** @type {string} */ words) => (fill(refused, words), !words);
  const name = el('input', { id: 'edit-name', value: found.name, autocomplete: 'off', spellcheck: 'false', data: { key: 'edit-name' } });
  const rename = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!name.value.trim()) return say(strings.noName);
    if (name.value.trim() === found.name) return say(strings.sameName);
    return say(decisions.decide({ action: 'rename', entity: found.id, name: name.value }));
  };
  const kind = el('select', { id: 'edit-kind', data: { key: 'edit-kind' }, on: {
    change: () => say(decisions.decide({ action: 'kind', entity: found.id, kind: /** @type {EntityKind} */ (kind.value) })),
  } }, kindNames.map((one) => el('option', { value: one, selected: one === found.kind }, capital(kinds[one].one))));
  const ignore = () => say(decisions.decide({ action: 'ignore', entity: found.id })) && leave(null);
  const panel = el('details', { class: 'editor', data: { key: 'editor' }, open: isOpen },
    el('summary', null, strings.title),
    refused,
    el('form', { on: { submit: rename } }, el('label', { class: 'label', for: 'edit-name' }, strings.name),
      el('div', { class: 'actions' }, name, el('button', { data: { key: 'rename' } }, strings.rename))),
    el('div', null, el('label', { class: 'label', for: 'edit-kind' }, strings.kind), kind),
    merging(engine, found, (id) => say(decisions.decide({ action: 'merge', entity: found.id, into: id })) && leave(id)),
    el('div', null, el('p', { class: 'label' }, strings.wrong),
      el('div', { class: 'actions' },
        el('button', { type: 'button', data: { key: 'choose' }, on: { click: choose } }, strings.choose),
        el('button', { type: 'button', data: { key: 'ignore' }, on: { click: ignore } }, strings.ignore))),
    el('p', { class: 'meta' }, strings.note));
  return panel;
}

/** A search for the name that this one belongs to. @param {Engine} engine @param {EntityDetail} found @param {(id: string) => void} take */
function merging(engine, found, take) {
  const list = el('ul', { class: 'offers' });
  const said = el('p', { class: 'meta', role: 'status' });
  const field = el('input', { id: 'edit-into', type: 'text', autocomplete: 'off', spellcheck: 'false', placeholder: strings.placeholder, data: { key: 'edit-into' } });
  const offer = () => {
    const query = field.value.trim();
    if (!query) return fill(list), fill(said);
    const others = engine.entities({ query }).filter((other) => other.id !== found.id);
    fill(said, others.length ? names.count(others.length) : strings.noOther(query),
      others.length > offered ? strings.firstOf(offered) : null);
    return fill(list, others.slice(0, offered).map((other) => el('li', null,
      el('button', { type: 'button', class: 'offer', data: { key: `into-${other.id}` }, on: { click: () => take(other.id) } },
        el('span', { class: 'soft' }, strings.mergeInto), el('span', { class: `sample ${other.kind}` }, foreign(other.name)), ' ',
        el('span', { class: 'count' }, `${kinds[other.kind].one} · ${common.mentions(other.mentions)}`)))));
  };
  field.addEventListener('input', offer);
  field.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  return el('div', null, el('label', { class: 'label', for: 'edit-into' }, strings.merge), field, said, list);
}

/** What is chosen of each name, as "article start end"; it outlives a redrawing. @type {Map<string, Set<string>>} */
const choices = new Map();

/** Whether mentions of a name are being chosen. @param {string} id */
export function isChoosing(id) {
  return choices.has(id);
}

/** Begins or ends the choice of mentions. @param {string} id @param {boolean} isOn */
export function choosing(id, isOn) {
  if (isOn) choices.set(id, choices.get(id) ?? new Set());
  else choices.delete(id);
}

/** A box that chooses a mention. @param {string} id @param {Occurrence} occurrence @param {() => void} changed */
export function chooser(id, { article, start, end, text }, changed) {
  const chosen = choices.get(id) ?? new Set();
  const key = JSON.stringify([article, start, end, text]);
  const box = el('input', { type: 'checkbox', checked: chosen.has(key), 'aria-label': strings.select(text), data: { key: `choose-${key}` } });
  box.addEventListener('change', () => {
    if (box.checked) chosen.add(key);
    else chosen.delete(key);
    changed();
  });
  return el('label', { class: 'chooser' }, box);
}

/** What is done with the chosen mentions. @param {Case} about @param {() => void} again
 * @returns {{ node: HTMLElement, show(): void }} */
export function choiceBar({ found, decisions, leave }, again) {
  const chosen = choices.get(found.id) ?? new Set();
  const count = el('p', { role: 'status' });
  const refused = el('p', { class: 'warn', role: 'status' });
  const name = el('input', { id: 'split-name', autocomplete: 'off', spellcheck: 'false', data: { key: 'split-name' } });
  const mentions = () => [...chosen].map((key) => {
    const [article, start, end, text] = JSON.parse(key);
    return { article, start, end, text };
  });
  const decide = (/** @type {DecisionInput} */ decision) => {
    if (!chosen.size) return fill(refused, strings.selectSome);
    const words = decisions.decide(decision);
    if (words) return fill(refused, words);
    choosing(found.id, false);
    return again();
  };
  const all = (/** @type {string} */ text) => {
    for (const { article, start, end, text: words } of found.occurrences) if (words === text) chosen.add(JSON.stringify([article, start, end, words]));
    again();
  };
  const show = () => fill(count, strings.selected(chosen.size));
  show();
  const node = el('form', { class: 'choosing', 'aria-label': strings.selection, on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    decide({ action: 'split', entity: found.id, mentions: mentions(), ...name.value.trim() ? { name: name.value } : {} });
  } } }, count, refused,
  found.aliases.length > 1 ? el('p', { class: 'forms' }, el('span', { class: 'label' }, strings.reading), found.aliases.slice(0, 8).map((alias) =>
    el('button', { type: 'button', class: 'quiet', data: { key: `all-${alias.text}` }, on: { click: () => all(alias.text) } }, foreign(alias.text)))) : null,
  el('label', { class: 'label', for: 'split-name' }, strings.newName),
  el('div', { class: 'actions' }, name,
    el('button', { data: { key: 'split' } }, strings.split),
    el('button', { type: 'button', data: { key: 'ignore-chosen' }, on: { click: () => decide({ action: 'ignore', mentions: mentions() }) } }, strings.ignoreSelected),
    el('button', { type: 'button', data: { key: 'cancel' }, on: { click: () => (choosing(found.id, false), leave(found.id)) } }, strings.cancel)),
  el('p', { class: 'meta' }, strings.unnamed));
  return { node, show };
}
