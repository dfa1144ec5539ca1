// Stop words and Porter's stemmer from lunr, as a user would probably plug them into an engine that has none.
import lunr from 'lunr';

const stems = new Map();

export const isStopWord = (word) => lunr.stopWordFilter(word) === undefined;

export function stem(word) {
  if (!stems.has(word)) stems.set(word, lunr.stemmer(new lunr.Token(word, {})).toString());
  return stems.get(word);
}
