/** Which sentence and which block hold a place? By the engine's spans; nothing is parted here. */

/** The sentences that lie in a stretch of an article's text, in order.
 * @param {{ sentences: Span[] }} article @param {number} start @param {number} end @returns {Span[]} */
export function sentences(article, start, end) {
  return article.sentences.filter(([from, to]) => from < end && to > start);
}

/** The block that holds an offset, or the last one before it. @param {{ blocks: Block[] }} article @param {number} offset */
export function blockAt(article, offset) {
  const after = article.blocks.findIndex((block) => block.start > offset);
  return Math.max(0, (after < 0 ? article.blocks.length : after) - 1);
}

/** The sentences that a span touches, as one span; a span over several blocks stays as it is.
 * @param {{ blocks: Block[], sentences: Span[] }} article @param {Span} span @returns {Span} */
export function around(article, [start, end]) {
  const block = article.blocks[blockAt(article, start)];
  if (!block || end > block.end) return [start, end];
  const touched = sentences(article, start, Math.max(end, start + 1));
  if (!touched.length) return [start, end];
  return [Math.min(start, touched[0][0]), Math.max(end, touched[touched.length - 1][1])];
}
