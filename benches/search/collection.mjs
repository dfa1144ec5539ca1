// What is searched? Collections of texts, queries and judgements from the folder COLLECTIONS, or a given number of
// generated texts.
//
// A collection is a folder with docs.jsonl {id, title, text}, queries.jsonl {id, text} and, if answers were judged,
// qrels.tsv (query, text, grade), each optionally gzipped. A collection without docs.jsonl uses the texts of the one
// whose name its own name starts with.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.env.COLLECTIONS;

function read(path) {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  return existsSync(`${path}.gz`) ? gunzipSync(readFileSync(`${path}.gz`)).toString() : null;
}

const lines = (text) => (text ?? '').split('\n').filter(Boolean);
const records = (text) => lines(text).map((line) => JSON.parse(line));

/** The names of the judged collections, and of a large one without judgements. */
export function collections() {
  const names = folder ? readdirSync(folder).filter((name) => read(join(folder, name, 'queries.jsonl'))) : [];
  const judged = names.filter((name) => lines(read(join(folder, name, 'qrels.tsv'))).length > 1);
  return { judged, large: names.find((name) => !judged.includes(name)) ?? null };
}

/** The first `size` texts of a collection, or all; its queries; and, by query, the graded texts. */
export function collection(name, size = Infinity) {
  if (name === 'made-up') return madeUp(size);
  const of = (file) => read(join(folder, name, file));
  const owner = readdirSync(folder).find((other) => name.startsWith(other) && read(join(folder, other, 'docs.jsonl')));
  const judged = new Map();
  for (const line of lines(of('qrels.tsv'))) {
    const [query, id, grade] = line.split('\t');
    if (!judged.has(query)) judged.set(query, new Map());
    judged.get(query).set(id, Number(grade));
  }
  return { docs: records(read(join(folder, owner, 'docs.jsonl'))).slice(0, size), queries: records(of('queries.jsonl')), judged };
}

/** Texts whose word frequencies follow Zipf's law, like those of a language, and queries of one to three words of their titles. */
function madeUp(size) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const syllables = ['ba', 'con', 'der', 'el', 'fi', 'gra', 'hu', 'in', 'ju', 'ka', 'lo', 'mer', 'no', 'or', 'pre', 'qua', 'ris', 'so', 'tan', 'ul', 'ver', 'wa', 'ex', 'ya', 'zen'];
  const word = (rank) => {
    let [rest, made] = [rank + 1, ''];
    for (; rest > 0; rest = Math.floor(rest / syllables.length)) made += syllables[rest % syllables.length];
    return made;
  };
  const words = (count) => Array.from({ length: count }, () => word(Math.floor(Math.exp(random() * Math.log(120_000))) - 1));
  const docs = Array.from({ length: size }, (_, at) => ({
    id: `t${at}`,
    title: words(6).join(' '),
    text: Array.from({ length: 4 + Math.floor(random() * 8) }, () => `${words(18).join(' ')}.`).join(' '),
  }));
  const queries = Array.from({ length: 200 }, (_, at) => {
    const title = docs[Math.floor(random() * docs.length)].title.split(' ').filter((typed) => typed.length > 4);
    return { id: `q${at}`, text: title.slice(0, 1 + (at % 3)).join(' ') || word(9) };
  });
  return { docs, queries, judged: new Map() };
}
