/** What was decided about names, and can be undone? Decisions in words, each with its undo. */
import { el, foreign } from './dom.js';
import { a, counted, kinds } from './label.js';
import { format, route } from './route.js';

/** Decisions, each with a button that takes it back. @param {DecisionDetail[]} decisions @param {Decisions} deciding */
export function decisionList(decisions, deciding) {
  return el('ul', { class: 'decisions' }, decisions.map((decision) => {
    const words = sentence(decision);
    const take = () => {
      const pane = undo.closest('section');
      const refused = deciding.undo(decision.id);
      if (refused) undo.replaceWith(el('span', { class: 'warn', role: 'alert' }, refused));
      else /** @type {HTMLElement | null | undefined} */ (pane?.querySelector('h2'))?.focus({ preventScroll: true });
    };
    const undo = el('button', { type: 'button', class: 'quiet', data: { key: `undo-${decision.id}` }, on: { click: take } }, 'Undo');
    undo.setAttribute('aria-label', `Undo: ${words.map((part) => (typeof part === 'string' ? part : part.textContent)).join('')}`);
    const isIdle = decision.outcome === 'notApplicable';
    return el('li', { class: isIdle ? 'idle' : null, data: { decision: decision.id } },
      el('span', null, el('span', { class: 'count' }, decision.id), ' ', words,
        decision.reason ? el('span', { class: isIdle ? 'soft' : 'warn' }, ` · ${isIdle ? 'waits: ' : ''}${decision.reason}`) : null),
      undo);
  }));
}

/** A decision in words. @param {DecisionDetail} decision @returns {(string | Node)[]} */
function sentence({ action, entity, into, mentions, name, kind, touches }) {
  const who = entity ? called(entity.name ?? entity.id) : null;
  const link = (/** @type {string} */ id, /** @type {string} */ text) => (touches.includes(id)
    ? el('a', { href: format(route({ view: 'names', id })) }, called(text)) : called(text));
  const forms = [...new Set(mentions.map((mention) => mention.text))].slice(0, 3).join(', ');
  switch (action) {
    case 'merge': return [who ?? '', ' is the same as ', into ? link(into.id, into.name ?? into.id) : ''];
    case 'split': {
      const made = touches.find((id) => id !== entity?.id);
      return [`${counted(mentions.length, 'mention')} of `, entity ? link(entity.id, entity.name ?? entity.id) : '', mentions.length === 1 ? ' names ' : ' name ',
        made ? link(made, name ?? forms) : called(name ?? forms), ' instead'];
    }
    case 'rename': return [who ?? '', ' is called ', entity ? link(entity.id, name ?? '') : ''];
    case 'kind': return [entity ? link(entity.id, entity.name ?? entity.id) : '', ' is ', kind ? a(kinds[kind].one) : ''];
    default: return entity ? [who ?? '', ' is no name'] : [called(forms), ` in ${counted(mentions.length, 'place')} is no name`];
  }
}

/** @param {string} name */
function called(name) {
  return el('span', null, '“', foreign(name), '”');
}
