// MiniSearch with stop words and a stemmer.
import MiniSearch from 'minisearch';
import { isStopWord, stem } from './words.mjs';

const processTerm = (term) => (isStopWord(term.toLowerCase()) ? null : stem(term.toLowerCase()));
const options = { fields: ['title', 'text'], processTerm };

export default {
  build(docs) {
    const index = new MiniSearch(options);
    index.addAll(docs);
    return index;
  },
  find: (index, query, limit) => index.search(query).slice(0, limit).map(({ id }) => id),
  named: (index, ids) => ids,
  save: (index) => Buffer.from(JSON.stringify(index)),
  open: (bytes) => MiniSearch.loadJSON(bytes.toString(), options),
};
