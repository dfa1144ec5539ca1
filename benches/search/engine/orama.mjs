// Orama: any of the words may match. Its saved form includes the texts.
import { create, insertMultiple, load, save, search } from '@orama/orama';

const make = () => create({ schema: { title: 'string', text: 'string' } });

export default {
  async build(docs) {
    const index = make();
    await insertMultiple(index, docs.map(({ id, title, text }) => ({ id, title, text })), 5000);
    return index;
  },
  find: async (index, term, limit) => (await search(index, { term, limit, threshold: 1 })).hits.map(({ id }) => id),
  named: (index, ids) => ids,
  save: (index) => Buffer.from(JSON.stringify(save(index))),
  open(bytes) {
    const index = make();
    load(index, JSON.parse(bytes.toString()));
    return index;
  },
};
