// FlexSearch as in its README: any of the words may match.
import flexsearch from 'flexsearch';

const make = () => new flexsearch.Document({ tokenize: 'strict', document: { id: 'id', index: ['title', 'text'], store: false } });

export default {
  build(docs) {
    const index = make();
    for (const doc of docs) index.add(doc);
    return index;
  },
  find: (index, query, limit) => index.search(query, { limit, suggest: true, merge: true }).map(({ id }) => id),
  named: (index, ids) => ids,
  async save(index) {
    const parts = {};
    await index.export((key, part) => { parts[key] = part; });
    return Buffer.from(JSON.stringify(parts));
  },
  async open(bytes) {
    const index = make();
    for (const [key, part] of Object.entries(JSON.parse(bytes.toString()))) await index.import(key, part);
    return index;
  },
};
