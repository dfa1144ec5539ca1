/** Who is that? A card beside a name in the text: forms, roles as stated, counts, the next mention. */
import { capital, card as strings, common } from '../../strings.js';
import { catalogue } from '../article/catalogue.js';
import { decisionList } from './decisions.js';
import { el, fill, foreign } from '../element/dom.js';
import { kinds, short, source } from '../article/label.js';
import { format, route } from '../route.js';

/** How long the pointer rests before a card opens, and how long it stays behind, in ms. */
const [delay, grace] = [140, 220];

/**
 * @param {HTMLElement} box a popover that is opened and closed by hand
 * @param {Engine} engine @param {Decisions} decisions @param {(entity: string, from: HTMLElement) => void} next goes to the next mention
 * @returns {Card & { within(node: EventTarget | null): boolean }}
 */
export function cards(box, engine, decisions, next) {
  /** @type {HTMLElement | null} */
  let anchor = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const isOpen = () => box.matches(':popover-open');
  const hide = () => {
    clearTimeout(timer);
    if (!isOpen()) return false;
    if (box.contains(document.activeElement)) anchor?.focus();
    box.hidePopover();
    anchor = null;
    return true;
  };
  const open = (/** @type {HTMLElement} */ at, /** @type {string} */ id, said = '') => {
    if (!at.isConnected || (isOpen() && anchor === at)) return;
    const entity = engine.entity(id);
    if (!entity) return;
    anchor = at;
    fill(box, said ? el('p', { class: 'meta' }, foreign(said)) : null, ...content(engine, decisions, entity, () => next(id, at), mentionAt(at, entity)));
    if (!isOpen()) box.showPopover();
    place(box, at);
  };
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  box.addEventListener('pointerleave', () => { timer = setTimeout(hide, grace); });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(/** @type {Node} */ (event.relatedTarget)) && event.relatedTarget !== anchor) timer = setTimeout(hide, grace);
  });
  return {
    show(at, id, how, said) {
      clearTimeout(timer);
      if (how === 'pointerover') timer = setTimeout(() => open(at, id, said), delay);
      else open(at, id, said);
      if (how === 'click') box.querySelector('a')?.focus();
    },
    hideSoon() {
      clearTimeout(timer);
      timer = setTimeout(() => box.contains(document.activeElement) || hide(), grace);
    },
    hide,
    within: (node) => node instanceof Node && (box.contains(node) || node === anchor),
  };
}

/** Below the name, or above it where there is no room. @param {HTMLElement} box @param {HTMLElement} at */
function place(box, at) {
  const [name] = at.getClientRects();
  if (!name) return;
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(name.left, innerWidth - width - 8));
  const below = name.bottom + 6;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, name.top - height - 6);
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('top', `${top}px`);
}

/** The mention that a card is opened from. @param {HTMLElement} at @param {EntityDetail} entity */
function mentionAt(at, entity) {
  const article = /** @type {HTMLElement | null} */ (at.closest('[data-article]'))?.dataset.article;
  return entity.occurrences.find((one) => one.article === article && `${one.start}-${one.end}` === at.dataset.at) ?? null;
}

/** @param {Engine} engine @param {Decisions} decisions @param {EntityDetail} entity @param {() => void} next @param {Occurrence | null} mention */
function content(engine, decisions, entity, next, mention) {
  const decided = engine.decisions().filter(({ id }) => entity.decisions.includes(id));
  const refused = el('p', { class: 'warn', role: 'alert' });
  const ignore = () => mention && fill(refused, decisions.decide({ action: 'ignore', mentions: [
    { article: mention.article, start: mention.start, end: mention.end, text: mention.text }] }));
  const articles = catalogue(engine);
  const roles = [...new Set(entity.roles.map((role) => role.text))].slice(0, 3);
  const forms = entity.aliases.map((alias) => alias.text).filter((text) => text !== entity.name).slice(0, 6);
  return [
    el('p', { class: 'cardname' }, el('a', { href: format(route({ view: 'names', id: entity.id })) }, foreign(entity.name)),
      el('span', { class: 'meta' }, ` ${kinds[entity.kind].one}`)),
    roles.length ? el('p', null, foreign(capital(roles.join(', ')))) : null,
    forms.length ? el('p', { class: 'meta' }, strings.also, foreign(forms.join(' · '))) : null,
    el('ul', { class: 'counts' }, entity.articles.slice(0, 5).map(({ article, count }) => el('li', null,
      el('span', { class: 'count' }, count), ' ', foreign(short(source(articles.get(article)), 44)))),
    entity.articles.length > 5 ? el('li', { class: 'soft' }, common.others(entity.articles.length - 5)) : null),
    el('p', { class: 'actions' },
      entity.quotes.length ? el('a', { class: 'button', href: format(route({ view: 'voices', id: entity.id })) }, common.quotations(entity.quotes.length)) : null,
      el('button', { type: 'button', on: { click: next } }, strings.next),
      el('a', { class: 'button', href: format(route({ view: 'names', id: entity.id, edit: true })) }, strings.edit),
      mention ? el('button', { type: 'button', on: { click: ignore } }, strings.ignore) : null),
    decided.length ? decisionList(decided, decisions) : null,
    refused,
  ];
}
