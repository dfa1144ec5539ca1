/** Which page is this? What tells it from other pages that keep collections in the same place, by the articles that it came with. */

/** The sign of a page: the same for all versions of one page. @param {string[]} came the ids of its articles @param {Pick<PageCorpus, 'raw'>} corpus
 * with these articles @returns {string} */
export function sign(came, corpus) {
  const first = came.length ? corpus.raw(came[0]) : null;
  return hash(JSON.stringify([came, first])).toString(36);
}

/** FNV-1a over UTF-16 units, in 32 bits: signs are no secret. @param {string} text */
function hash(text) {
  let found = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193);
  return found >>> 0;
}
