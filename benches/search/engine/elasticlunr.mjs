// elasticlunr: any of the words may match.
import elasticlunr from 'elasticlunr';

const options = { fields: { title: { boost: 1 }, text: { boost: 1 } }, bool: 'OR' };

export default {
  build(docs) {
    const index = elasticlunr(function describe() {
      this.setRef('id');
      this.addField('title');
      this.addField('text');
      this.saveDocument(false);
    });
    docs.forEach((doc) => index.addDoc(doc));
    return index;
  },
  find: (index, query, limit) => index.search(query, options).slice(0, limit).map(({ ref }) => ref),
  named: (index, ids) => ids,
  save: (index) => Buffer.from(JSON.stringify(index)),
  open: (bytes) => elasticlunr.Index.load(JSON.parse(bytes.toString())),
};
