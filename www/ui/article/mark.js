/**
 * Text and ranges in, nodes out. Layers may overlap: a range that crosses the end of another is
 * split there, so that the result is a tree. Text reaches the page as text nodes, nothing else.
 */

/**
 * A part of a text and how it is dressed. `start` = `end` is a point between two characters.
 * `rank` decides who is outside where two ranges are equal: lower is outside.
 * @typedef {{ start: number, end: number, rank?: number, dress: (head: boolean) => HTMLElement }} Range
 */

/**
 * A piece of the tree: plain text, or a range with what lies inside it. `head` tells whether the
 * piece begins its range, or goes on after a split.
 * @template T
 * @typedef {{ start: number, end: number, range: T | null, head: boolean, inside: Piece<T>[] }} Piece
 */

/** @template T @typedef {{ start: number, end: number, rank: number, head: boolean, range: T }} Strip */

/**
 * The tree of ranges over `start..end`; its leaves tile that stretch in order.
 * @template {{ start: number, end: number, rank?: number }} T
 * @param {T[]} ranges @param {number} start @param {number} end @returns {Piece<T>[]}
 */
export function nest(ranges, start, end) {
  const strips = [];
  for (const range of ranges) {
    const [from, to] = [Math.max(range.start, start), Math.min(range.end, end)];
    const isPoint = range.start === range.end;
    if (isPoint ? range.start >= start && range.start <= end : from < to) {
      strips.push({ start: from, end: to, rank: range.rank ?? 0, head: from === range.start, range });
    }
  }
  return grow(strips, start, end);
}

/**
 * @template T
 * @param {Strip<T>[]} strips @param {number} start @param {number} end @returns {Piece<T>[]}
 */
function grow(strips, start, end) {
  /** @type {Piece<T>[]} */
  const pieces = [];
  let at = start;
  let queue = strips.sort(order);
  while (queue.length) {
    const [outer, ...others] = queue;
    if (outer.start > at) pieces.push(plain(at, outer.start));
    const inner = [];
    queue = [];
    for (const strip of others) {
      if (strip.start >= outer.end) queue.push(strip);
      else if (strip.end <= outer.end) inner.push(strip);
      else {
        inner.push({ ...strip, end: outer.end });
        queue.push({ ...strip, start: outer.end, head: false });
      }
    }
    queue.sort(order);
    const inside = outer.start < outer.end ? grow(inner, outer.start, outer.end) : [];
    pieces.push({ start: outer.start, end: outer.end, range: outer.range, head: outer.head, inside });
    at = outer.end;
  }
  if (at < end) pieces.push(plain(at, end));
  return pieces;
}

/** @param {number} start @param {number} end */
function plain(start, end) {
  return { start, end, range: null, head: true, inside: [] };
}

/** @param {Strip<any>} a @param {Strip<any>} b */
function order(a, b) {
  return a.start - b.start || Number(b.start === b.end) - Number(a.start === a.end) || b.end - a.end || a.rank - b.rank;
}

/**
 * The text under `start..end` with its ranges dressed, appended to `parent`.
 * @param {Node} parent @param {string} text @param {Range[]} ranges @param {number} [start] @param {number} [end]
 */
export function paint(parent, text, ranges, start = 0, end = text.length) {
  for (const piece of nest(ranges, start, end)) hang(parent, text, piece);
}

/** @param {Node} parent @param {string} text @param {Piece<Range>} piece */
function hang(parent, text, piece) {
  if (!piece.range) {
    parent.appendChild(document.createTextNode(text.slice(piece.start, piece.end)));
    return;
  }
  const node = piece.range.dress(piece.head);
  for (const inner of piece.inside) hang(node, text, inner);
  parent.appendChild(node);
}

/** Search hits as ranges. @param {Span[]} marks @returns {Range[]} */
export function hitRanges(marks) {
  return marks.map(([start, end]) => ({ start, end, rank: 9, dress: () => document.createElement('mark') }));
}

/** Whether a text runs from right to left, by its first letter that runs either way. @param {string} text @returns {'rtl' | 'ltr'} */
export function direction(text) {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter) ? 'rtl' : 'ltr';
}
