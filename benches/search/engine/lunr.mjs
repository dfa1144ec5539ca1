// lunr: words are passed one by one, because its query language throws at punctuation.
import lunr from 'lunr';

export default {
  build: (docs) => lunr(function collect() {
    this.ref('id');
    this.field('title');
    this.field('text');
    docs.forEach((doc) => this.add(doc));
  }),
  find(index, query, limit) {
    const words = lunr.tokenizer(query).map((token) => token.toString().replace(/^\W+|\W+$/g, '')).filter(Boolean);
    return index.query((ask) => words.forEach((word) => ask.term(word, {}))).slice(0, limit).map(({ ref }) => ref);
  },
  named: (index, ids) => ids,
  save: (index) => Buffer.from(JSON.stringify(index)),
  open: (bytes) => lunr.Index.load(JSON.parse(bytes.toString())),
};
