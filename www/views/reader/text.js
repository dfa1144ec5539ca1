/**
 * Which parts of an article's text are drawn? All words stand there from the beginning, as plain text in leaves. A leaf becomes
 * rows, with what lies over them, when it comes near the eye or when something asks for it: a long article costs no more than what
 * is seen of it.
 */
import { around } from '../../ui/article/sentence.js';
import { leaves, spread, weight } from '../../ui/article/stretch.js';
import { el } from '../../ui/element/dom.js';
import { keepFocus } from '../../ui/element/pane.js';
import { isLit } from './dress.js';

/** @typedef {import('../../ui/article/layers.js').Place} Place */
/** @typedef {import('../../ui/article/stretch.js').Stretch} Stretch */
/** @typedef {import('./row.js').Piece} Piece */
/** @typedef {{ stretch: Stretch, leaf: Leaf, piece: Piece | null, over: Place[], heads: import('./dress.js').Head[], isStale: boolean }} Row
 * `piece` once its leaf is open, `isStale` while it is not drawn as it should be */
/** @typedef {{ node: HTMLElement, rows: Row[] }} Leaf */

/** How much is drawn at once, in characters; a text that has no more is always drawn. */
const atOnce = 16_000;

/** How near is near: as far again as what is seen, on the page or in a part of it that scrolls by itself. */
const nearness = { rootMargin: '100% 0px', scrollMargin: '100% 0px' };

export class Text {
  /** The title, then the rest in order. @type {Leaf[]} */
  #leaves;
  /** @type {Row[]} */
  #rows;
  /** @type {Set<Leaf>} */
  #near = new Set();
  /** @type {import('./dress.js').Light} */
  #light = { sought: null, lit: null };
  #read;
  #make;

  /** @param {Article} read @param {Piece} title @param {Stretch[]} rest of its text @param {(stretch: Stretch) => Piece} make draws a row */
  constructor(read, title, rest, make) {
    this.#read = read;
    this.#make = make;
    const head = leaf(title.node, [title.stretch]);
    head.rows[0].piece = title;
    this.#leaves = [head, ...leaves(rest).map((some) => leaf(plain(read, some), some))];
    this.#rows = this.#leaves.flatMap(({ rows }) => rows);
    this.isShort = rest.reduce((sum, stretch) => sum + weight(stretch), 0) <= atOnce;
    if (this.isShort) this.#near = new Set(this.#leaves);
    else this.#watch();
  }

  /** The text below the title. */
  get nodes() {
    return this.#leaves.slice(1).map(({ node }) => node);
  }

  /** Lights the sentence around a place; only rows that are lit or were lit are drawn. @param {Span | null} at */
  light(at) {
    const last = this.#light.lit;
    if (String(last?.at ?? null) === String(at)) return;
    const lit = at && { at, sentence: around(this.#read, at) };
    this.#light = { ...this.#light, lit };
    const changed = this.#rows.filter(({ stretch }) => isLit(last, stretch) || isLit(lit, stretch));
    for (const row of changed) row.isStale = true;
    this.#draw(changed);
  }

  /** Lays other places over the text; what is near is drawn at once. @param {Place[]} places @param {string | null} sought */
  cover(places, sought) {
    this.#light = { ...this.#light, sought };
    const over = spread(places, this.#rows.map(({ stretch }) => stretch));
    for (const [n, row] of this.#rows.entries()) {
      row.isStale ||= over[n].length > 0 || row.over.length > 0;
      row.over = over[n];
    }
    this.look();
  }

  /** Draws what is seen. */
  look() {
    this.#draw([...this.#near.size ? this.#near : this.#first()].flatMap(({ rows }) => rows));
  }

  /** Draws all there is. */
  complete() {
    this.#draw(this.#rows);
  }

  /** Whether there is such a place. @param {(place: Place) => boolean} is */
  has(is) {
    return this.#rows.some(({ over }) => over.some(is));
  }

  /** The elements that begin such places, in order: those in the row where the eye is, and in the next that has any.
   * @param {(place: Place) => boolean} is @param {1 | -1} by which way @param {Element | null} from where the eye is */
  around(is, by, from) {
    const all = this.#rows;
    const here = all.findIndex(({ piece }) => piece?.node.contains(from));
    const start = here >= 0 || by > 0 ? here : all.length;
    const ahead = all.map((_, n) => all[(start + by * (n + 1) + all.length) % all.length]);
    const next = ahead.find(({ over, stretch }) => over.some((place) => place.start >= stretch.start && is(place)));
    const found = all.filter((row, n) => n === here || row === next);
    this.#draw(found);
    return found.flatMap(({ heads }) => heads.flatMap(({ place, node }) => (is(place) ? node : [])));
  }

  /** Draws those rows that are not drawn as they should be. @param {Row[]} rows */
  #draw(rows) {
    for (const row of rows) {
      const piece = row.piece ?? this.#open(row);
      if (!row.isStale) continue;
      keepFocus(piece.node, () => { row.heads = piece.paint(row.over, this.#light); });
      row.isStale = false;
    }
  }

  /** Makes rows of the leaf of a row. @param {Row} row @returns {Piece} that of the row */
  #open({ leaf: { node, rows }, stretch }) {
    const pieces = rows.map((row) => (row.piece = this.#make(row.stretch)));
    node.replaceChildren(...pieces.map((piece) => piece.node));
    return pieces[rows.findIndex((row) => row.stretch === stretch)];
  }

  /** What is seen first of a text: where it is lit, or its beginning. */
  #first() {
    const lit = this.#leaves.findIndex(({ rows }) => rows.some(({ stretch }) => isLit(this.#light.lit, stretch)));
    return this.#leaves.slice(Math.max(0, lit - 1), Math.max(0, lit) + 3);
  }

  /** Draws what comes near. */
  #watch() {
    const leafOf = new Map(this.#leaves.map((leaf) => [/** @type {Element} */ (leaf.node), leaf]));
    const observer = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        const leaf = leafOf.get(target);
        if (leaf) this.#near[isIntersecting ? 'add' : 'delete'](leaf);
      }
      this.look();
    }, nearness);
    for (const target of leafOf.keys()) observer.observe(target);
  }
}

/** @param {HTMLElement} node @param {Stretch[]} stretches @returns {Leaf} */
function leaf(node, stretches) {
  /** @type {Leaf} */
  const made = { node, rows: [] };
  made.rows = stretches.map((stretch) => ({ stretch, leaf: made, piece: null, over: [], heads: [], isStale: false }));
  return made;
}

/** The words of some stretches. @param {Article} read @param {Stretch[]} stretches */
function plain({ text }, stretches) {
  const words = text.slice(stretches[0].start, stretches[stretches.length - 1].end);
  return el('div', { class: 'leaf', dir: 'auto', vars: { '--length': words.length, '--rows': stretches.length } }, words);
}
