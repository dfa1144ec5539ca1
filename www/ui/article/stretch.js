/**
 * Which stretches of an article are drawn by themselves, and what lies over each? A stretch is a block, or a part of a long
 * block that ends with a sentence. Engine spans in, spans out.
 */

/** How many characters a stretch has at the most, and how many those that are drawn together have. */
const most = 4000;
/** How much a stretch costs beside its characters: its number, its frame. */
const frame = 100;

/** @typedef {{ start: number, end: number, block: number, isFirst: boolean, isLast: boolean }} Stretch `isFirst` and `isLast` in its block */

/** All text of an article in stretches, in order. @param {Article} article @returns {Stretch[]} */
export function stretches(article) {
  return article.blocks.flatMap(({ start, end }, block) => {
    const found = [];
    let from = start;
    while (end - from > most) {
      const to = cut(article, from);
      found.push({ start: from, end: to, block, isFirst: from === start, isLast: false });
      from = to;
    }
    return [...found, { start: from, end, block, isFirst: from === start, isLast: true }];
  });
}

/** Where a stretch that begins at `from` ends: before a sentence, or else before a word. @param {Article} article @param {number} from */
function cut({ text, sentences }, from) {
  const limit = from + most;
  const [sentence] = sentences[firstOf(sentences, ([start]) => start > limit) - 1] ?? [from];
  if (sentence > from) return sentence;
  const word = text.lastIndexOf(' ', limit - 1) + 1;
  return word > from ? word : limit - Number(/[\ud800-\udbff]/.test(text[limit - 1]));
}

/** Neighbours together, as many as are drawn in one go. @param {Stretch[]} all @returns {Stretch[][]} */
export function leaves(all) {
  /** @type {Stretch[][]} */
  const found = [];
  let room = 0;
  for (const stretch of all) {
    const cost = weight(stretch);
    if (cost > room) {
      found.push([]);
      room = most;
    }
    found[found.length - 1].push(stretch);
    room -= cost;
  }
  return found;
}

/** What drawing a stretch costs, in characters. @param {Stretch} stretch */
export function weight({ start, end }) {
  return end - start + frame;
}

/** What lies over each stretch, in the order given.
 * @template {{ start: number, end: number }} T @param {T[]} places @param {Stretch[]} all @returns {T[][]} */
export function spread(places, all) {
  /** @type {T[][]} */
  const over = all.map(() => []);
  for (const place of places) {
    for (let n = firstOf(all, ({ end }) => end >= place.start); n < all.length && all[n].start <= place.end; n += 1) {
      if (lies(place, all[n])) over[n].push(place);
    }
  }
  return over;
}

/** Whether a place lies over a stretch; a point at its very end does only where its block ends.
 * @param {{ start: number, end: number }} place @param {Stretch} stretch */
export function lies(place, { start, end, isLast }) {
  if (place.start < place.end) return place.start < end && place.end > start;
  return place.start >= start && (place.start < end || (isLast && place.start === end));
}

/** The index of the first for which something holds, as it does for all that follow. @template T @param {T[]} list @param {(one: T) => boolean} holds */
function firstOf(list, holds) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
