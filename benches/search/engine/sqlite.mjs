// SQLite's FTS5 in wasm, in memory: Porter's stemmer, bm25 with twice the weight for titles, texts not stored, any of
// the words may match.
import init from '@sqlite.org/sqlite-wasm';
import { isStopWord } from './words.mjs';

const sqlite = await init({ print() {}, printErr() {} });
const ask = "SELECT rowid FROM texts WHERE texts MATCH ? AND rank MATCH 'bm25(2.0, 1.0)' ORDER BY rank LIMIT ?";
const prepared = (base, ids) => ({ base, ids, ask: base.prepare(ask) });

export default {
  build(docs) {
    const base = new sqlite.oo1.DB(':memory:');
    base.exec("CREATE VIRTUAL TABLE texts USING fts5(title, text, content='', tokenize='porter unicode61'); BEGIN");
    const insert = base.prepare('INSERT INTO texts(rowid, title, text) VALUES (?, ?, ?)');
    docs.forEach(({ title, text }, at) => insert.bind([at + 1, title, text]).stepReset());
    insert.finalize();
    base.exec("INSERT INTO texts(texts) VALUES ('optimize'); COMMIT");
    return prepared(base, docs.map(({ id }) => id));
  },
  find(index, query, limit) {
    const typed = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu))];
    const words = typed.some((word) => !isStopWord(word)) ? typed.filter((word) => !isStopWord(word)) : typed;
    const found = [];
    if (!words.length) return found;
    try {
      index.ask.bind([words.map((word) => `"${word}"`).join(' OR '), limit]);
      while (index.ask.step()) found.push(index.ids[index.ask.get(0) - 1]);
    } finally {
      index.ask.reset();
    }
    return found;
  },
  named: (index, ids) => ids,
  save(index) {
    const ids = Buffer.from(JSON.stringify(index.ids));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(ids.length);
    return Buffer.concat([length, ids, sqlite.capi.sqlite3_js_db_export(index.base.pointer)]);
  },
  open(bytes) {
    const end = 4 + bytes.readUInt32LE(0);
    const pages = new Uint8Array(bytes.subarray(end));
    const { capi, wasm } = sqlite;
    const base = new sqlite.oo1.DB();
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    base.checkRc(capi.sqlite3_deserialize(base.pointer, 'main', wasm.allocFromTypedArray(pages), pages.length, pages.length, flags));
    return prepared(base, JSON.parse(bytes.subarray(4, end).toString()));
  },
};
