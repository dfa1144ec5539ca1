/** What was decided about names, and can be undone? Decisions in words, each with its undo. */
import { common, decisions as strings } from '../../strings.js';
import { el, foreign, woven } from '../element/dom.js';
import { kinds } from '../article/label.js';
import { format, route } from '../route.js';

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
    const undo = el('button', { type: 'button', class: 'quiet', data: { key: `undo-${decision.id}` }, on: { click: take } }, common.undo);
    undo.setAttribute('aria-label', strings.undo(words.map((part) => (part instanceof Node ? part.textContent : part)).join('')));
    const isIdle = decision.outcome === 'notApplicable';
    return el('li', { class: isIdle ? 'idle' : null, data: { decision: decision.id } },
      el('span', null, el('span', { class: 'count' }, decision.id), ' ', words,
        decision.reason ? el('span', { class: isIdle ? 'soft' : 'warn' }, ` · ${isIdle ? strings.idle : ''}${decision.reason}`) : null),
      undo);
  }));
}

/** A decision in words. @param {DecisionDetail} decision @returns {import('../element/dom.js').Child[]} */
function sentence({ action, entity, into, mentions, name, kind, touches }) {
  const link = (/** @type {string} */ id, /** @type {string} */ text) => (touches.includes(id)
    ? el('a', { href: format(route({ view: 'names', id })) }, called(text)) : called(text));
  const linked = (/** @type {Address | null} */ one, name = one?.name ?? one?.id ?? '') => one && link(one.id, name);
  const who = entity ? called(entity.name ?? entity.id) : null;
  const forms = [...new Set(mentions.map((mention) => mention.text))].slice(0, 3).join(', ');
  switch (action) {
    case 'merge': return woven(strings.merge, who, linked(into));
    case 'split': {
      const made = touches.find((id) => id !== entity?.id);
      return woven(strings.split(mentions.length), linked(entity), made ? link(made, name ?? forms) : called(name ?? forms));
    }
    case 'rename': return woven(strings.rename, who, linked(entity, name ?? ''));
    case 'kind': return woven(strings.kind(kind ? kinds[kind].one : ''), linked(entity));
    default: return entity ? woven(strings.ignore, who) : woven(strings.ignoreMentions(mentions.length), called(forms));
  }
}

/** @param {string} name */
function called(name) {
  return el('span', null, '“', foreign(name), '”');
}
