// Which arguments does no function accept? Calls of every function with each of these values in each position, in Node
// or, passed as text, in a page.

/** The codes documented in src/error.rs and docs/api.md. */
export const codes = ['json', 'pack', 'duplicate-id', 'argument', 'file', 'format', 'limit', 'empty'];

/**
 * The complaints about what some functions throw: only a CorpusError with a documented code and a message in the
 * standard style, in JavaScript terms, is allowed, and the object must still answer afterwards.
 * @param {object} subject the object with the functions @param {string[]} names @param {() => unknown} answers @param {string[]} codes
 * @returns {{ complaints: string[], free: string[], calls: number }} `free`: the functions that accept a call without arguments
 */
export async function misused(subject, names, answers, codes) {
  const closed = new Proxy({}, new Proxy({}, { get: () => () => { throw new Error('closed'); } }));
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  const cyclic = {};
  cyclic.filter = cyclic;
  const thrower = () => { throw new Error('thrown'); };
  const getters = {};
  for (const key of ['limit', 'article', 'articles', 'fields', 'id', 'action', 'size']) Object.defineProperty(getters, key, { enumerable: true, get: thrower });
  const values = [
    undefined, null, 7, NaN, -1, 1e12, 0.5, Infinity, true, '', 'nope', [], ['nope'], [7], [undefined], [getters], {}, { nope: 1 }, { id: {} }, [{ id: {} }],
    Symbol('x'), 7n, () => 1, new Map(), new Date(0), new Uint16Array(2), new ArrayBuffer(2), closed, revoked.proxy, cyclic, getters,
    Object.create(null), new (class Own { limit = -1; })(), { length: 3 }, { toString: thrower }, { limit: -1 }, { limit: '1' }, { article: 'nope' }, { articles: ['nope'] },
    { filter: { date: 'yesterday' } }, { filter: 7 }, { window: 0 }, { min: 0 }, { by: [0] }, { base: 99 }, { kind: 'planet' }, { decisions: '{' },
  ];
  const words = /\b(u8|u16|u32|u64|i32|i64|f32|f64|usize|struct|ident|enum|variant|newtype|unit|map|sequence|tuple|Option|Vec|str)\b|reading '|undefined|\[object|null pointer|recursive use/;
  const style = /^[\w$.[\]-]+(:\d+)?: (?:[\w[\].]+: )?expected .+, found .+$/s;
  const shown = (value) => {
    try { return typeof value === 'object' ? JSON.stringify(value) : String(value); } catch { return 'closed'; }
  };
  const complaints = [];
  const before = answers();
  let calls = 0;
  const ask = async (name, given) => {
    calls += 1;
    const asked = `${name}(${given.map(shown).join(', ')})`;
    let threw = false;
    try { await subject[name](...given); } catch (error) {
      threw = true;
      const { name: kind, code, message } = error ?? {};
      if (kind !== 'CorpusError' || !codes.includes(code)) complaints.push(`${asked} throws ${kind} ${code}: ${message}`);
      else if (!style.test(message)) complaints.push(`${asked}: not in the one style: ${message}`);
      else if (words.test(message.replace(/“[^”]*”/g, '“”').replace('Uint8Array', ''))) complaints.push(`${asked}: words of Rust: ${message}`);
    }
    try {
      if (answers() !== before) complaints.push(`${asked} changed something`);
    } catch (error) {
      complaints.push(`after ${asked} nothing answers: ${error.message}`);
    }
    return threw;
  };
  const free = [];
  for (const name of names) {
    if (!await ask(name, [])) free.push(name);
    for (const value of values) {
      await ask(name, [value]);
      for (const first of ['nope', 'csv', [], new Uint8Array(0)]) await ask(name, [first, value]);
    }
  }
  return { complaints, free, calls };
}

/** The functions of a class or prototype, without those that the glue adds. */
export function functionsOf(holder) {
  const ofGlue = ['constructor', 'free', '__destroy_into_raw', 'length', 'name', 'prototype', '__wrap', '__unwrap'];
  return Object.entries(Object.getOwnPropertyDescriptors(holder))
    .filter(([name, { value }]) => typeof value === 'function' && !ofGlue.includes(name)).map(([name]) => name).toSorted();
}

/** The functions that `help()` lists, each at the start of a line. */
export function listed(text) {
  return [...text.matchAll(/^ {2}((?:Corpus\.)?\w+)(?=\(| {2,})/gm)].map(([, name]) => name).toSorted();
}
