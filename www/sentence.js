/**
 * Which sentence holds a place? Only for what is lit and linked when somebody points at a text; what
 * is found, counted or attributed comes from the engine. Offsets are UTF-16 units of the text.
 */

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'sentence' }) : null;

/** What ends in a full stop without ending a sentence: initials, U.N., titles, months. */
const abbreviation = /(?:^|[\s(“"‘])(?:(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)$/u;

/** Sentences of a stretch of text, in order, without the blanks after them. @param {string} text
 * @param {number} start @param {number} end @returns {Span[]} */
export function sentences(text, start, end) {
  if (!segmenter) return [[start, end]];
  /** @type {Span[]} */
  const found = [];
  let isRunning = false;
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const length = segment.trimEnd().length;
    if (!length) continue;
    const last = found[found.length - 1];
    if (last && isRunning) last[1] = start + index + length;
    else found.push([start + index, start + index + length]);
    isRunning = abbreviation.test(segment.trimEnd());
  }
  return found;
}

/** The block that holds an offset, or the last one before it. @param {{ blocks: Block[] }} article @param {number} offset */
export function blockAt(article, offset) {
  const after = article.blocks.findIndex((block) => block.start > offset);
  return Math.max(0, (after < 0 ? article.blocks.length : after) - 1);
}

/** The sentences that a span touches, as one span; a span over several blocks stays as it is.
 * @param {Article} article @param {Span} span @returns {Span} */
export function around(article, [start, end]) {
  const block = article.blocks[blockAt(article, start)];
  if (!block || end > block.end) return [start, end];
  const touched = sentences(article.text, block.start, block.end)
    .filter(([from, to]) => from < Math.max(end, start + 1) && to > start);
  if (!touched.length) return [start, end];
  return [Math.min(start, touched[0][0]), Math.max(end, touched[touched.length - 1][1])];
}
