/** How does an article read, and what lies over its text? The reader: headline, evidence, layers, text with notes. */
import { reader as strings } from '../../strings.js';
import { el, fill, foreign, woven } from '../../ui/element/dom.js';
import { inTurns } from '../../ui/element/turns.js';
import { cover, hits, isOf, isStop, places, usual } from '../../ui/article/layers.js';
import { chosen, format, question, route, viewOf } from '../../ui/route.js';
import { head, tail } from './head.js';
import { light } from './pointing.js';
import { rest, row, title } from './row.js';
import { switches } from './switches.js';
import { Text } from './text.js';

/** @typedef {import('../../ui/article/layers.js').Place} Place */
/** @typedef {import('../../ui/article/layers.js').Cover} Cover */
/** @typedef {ReturnType<typeof bind>} Page */

/** The article that is drawn in a node; it stays there while the address asks for other places or layers of it. @type {WeakMap<Element, Page>} */
const pages = new WeakMap();

export const reader = {
  /** Draws the article that is open, if one is. @type {View} */
  draw(root, asked, desk) {
    const read = asked.open ? desk.engine.article(asked.open) : null;
    const last = pageIn(root);
    if (last?.read !== read) last?.leave();
    if (!read) return asked.open ? fill(root, missing(asked)) : root.replaceChildren();
    const page = last?.read === read ? last : bind(read, desk);
    if (page !== last) {
      pages.set(page.node, page);
      fill(root, page.node);
    }
    page.show(asked);
  },

  /** The elements that keys lead to from where the eye is: of an entity if one is given, or else of what is searched for, of the
   * entity that the view is about, or of all. @param {Element} root @param {1 | -1} by @param {Element | null} from @param {string | null} [entity] */
  stops: (root, by, from, entity = null) => pageIn(root)?.stops(by, from, entity) ?? [],

  /** Paints all of an article, as for paper. @param {Element} root */
  complete: (root) => pageIn(root)?.complete(),
};

/** @param {Element} root */
function pageIn(root) {
  return root.firstElementChild ? pages.get(root.firstElementChild) : undefined;
}

/** An article as a page of its own. @param {Article} read @param {Desk} desk */
function bind(read, { engine, navigate, card }) {
  const back = el('a', { data: { back: '' } });
  const headline = title(read);
  const text = new Text(read, headline, rest(read), (stretch) => row(engine, read, stretch));
  const body = el('div', { class: 'text', lang: read.language }, text.nodes);
  const layers = switches(navigate);
  const node = el('article', { class: 'reading', data: { article: read.id } }, head(read, headline.node, back), layers.node, body, tail(read));
  let asked = route();
  /** @type {Cover | null} */
  let all = null;
  /** @type {import('../../ui/element/turns.js').Work | null} */
  let work = null;
  let key = '';

  /** Asks for what lies over the text, and lays it there. */
  function* covering() {
    all ??= yield* cover(engine, read);
    layers.count(all);
    yield;
    const found = hits(engine, read, question(asked), chosen(asked));
    yield;
    text.cover([...places(all, asked.layers ?? usual, soughtBy(asked)), ...found], soughtBy(asked));
  }

  listen(body, card);
  body.addEventListener('click', (event) => light(event, navigate, engine, asked));
  return {
    read, node,
    /** @param {Route} next */
    show(next) {
      asked = next;
      back.textContent = viewOf(asked).back ?? strings.back;
      back.setAttribute('href', format({ ...asked, open: null, at: null, layers: null }));
      layers.show(asked.layers ?? usual);
      text.light(asked.at);
      const last = key;
      key = JSON.stringify([asked.layers, soughtBy(asked), question(asked), chosen(asked)]);
      if (key === last) return;
      work?.stop();
      work = inTurns(covering());
      if (text.isShort) work.finish();
      else text.look();
    },
    /** @param {1 | -1} by @param {Element | null} from @param {string | null} entity */
    stops(by, from, entity) {
      work?.finish();
      const wanted = [(/** @type {Place} */ { layer }) => layer === 'found', isOf(soughtBy(asked)), isStop];
      const is = entity ? isOf(entity) : wanted.find((one) => text.has(one));
      return is ? text.around(is, by, from) : [];
    },
    complete() {
      work?.finish();
      text.complete();
    },
    leave: () => work?.stop(),
  };
}

/** The entity that is marked, whether its layer is on or not. @param {Route} asked */
function soughtBy(asked) {
  return viewOf(asked).sought?.(asked) ?? null;
}

/** Names, and words that stand for them, show their card on hover, focus and click. @param {HTMLElement} text @param {Card} card */
function listen(text, card) {
  const nameOf = (/** @type {Event} */ event) =>
    event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('a:is(.name, .meant)')) : null;
  const show = (/** @type {Event} */ event) => {
    const name = nameOf(event);
    if (name) card.show(name, name.dataset.entity ?? '', event.type, name.dataset.said);
  };
  text.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && show(event));
  text.addEventListener('pointerout', (event) => nameOf(event) && card.hideSoon());
  text.addEventListener('focusin', show);
  text.addEventListener('focusout', (event) => nameOf(event) && card.hideSoon());
  text.addEventListener('click', (event) => {
    if (!nameOf(event) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(event);
  });
}

/** @param {Route} asked */
function missing(asked) {
  return el('div', { class: 'empty' }, el('h2', { tabindex: -1 }, strings.notFound),
    el('p', null, woven(strings.notFoundWhy, foreign(asked.open ?? ''))),
    el('p', null, el('a', { href: format(route({ view: 'read' })) }, strings.all)));
}
