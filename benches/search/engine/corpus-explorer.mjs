// The index of this project, from `corpus-explorer/search`.
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
  /** The saved form without the texts: the index is the last section, and the directory states its length. */
  index(bytes) {
    const pack = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const entry = 16 + 32 * (pack.getUint32(12, true) - 1);
    return bytes.subarray(bytes.length - Number(pack.getBigUint64(entry + 16, true)));
  },
  close: (index) => index.free(),
};
