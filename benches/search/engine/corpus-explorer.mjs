// This project's index, as `corpus-explorer/search` gives it.
import { createRequire } from 'node:module';

const { SearchIndex } = createRequire(import.meta.url)('../../../target/pkg/search/nodejs/corpus_explorer.js');

export default {
  build(docs) {
    const index = new SearchIndex({ fields: ['title', 'text'] });
    index.add(docs);
    return index;
  },
  find: (index, query, limit) => index.search(query, { limit, passages: 0, count: false }).hits.map(({ id }) => id),
  named: (index, ids) => ids,
  answer: (index, query) => index.search(query, { facets: true }),
  save: (index) => index.save(),
  open: (bytes) => SearchIndex.open(bytes),
  /** What is saved without the texts: the index lies behind them. */
  index: (bytes) => bytes.subarray(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('CXIX')),
  close: (index) => index.free(),
};
