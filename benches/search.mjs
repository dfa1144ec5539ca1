// How good and how fast is search compared with other engines? Runs every engine on every collection, one after the
// other, each in a separate process: relevance on judged collections, then time and size as a collection grows.
// docs/benchmarks.md has the table of one run.
//
// Usage: node benches/search.mjs [--engines a,b] [--sizes 1000,20000]
// COLLECTIONS is the folder of collections (see search/collection.mjs); without it, texts are generated and relevance
// is not measured.
// PYTHON is a Python with tantivy, the native limit; without it, that row is omitted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collection, collections } from './search/collection.mjs';
import { isStopWord } from './search/engine/words.mjs';
import { chance, mean } from './search/measure.mjs';

const here = import.meta.dirname;
const option = (name, usual) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : usual).split(',');
const own = 'corpus-explorer';
const engines = option('engines', `${own},flexsearch,minisearch,lunr,elasticlunr,orama,sqlite,pagefind,tantivy`);
const sizes = option('sizes', '1000,10000,20000,100000').map(Number);
/** Engines that need minutes or gigabytes for more texts than this. */
const most = { lunr: 20_000, elasticlunr: 20_000, pagefind: 20_000, orama: 20_000 };
const minutes = 6;

/** The figures of one engine on one collection; `null` if it failed or took too long. */
function run(engine, name, size) {
  const given = { encoding: 'utf8', timeout: minutes * 60_000, maxBuffer: 1 << 26 };
  const ran = engine === 'tantivy' ? tantivy(name, size, given) : spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=6000', join(here, 'search/run.mjs'), engine, name, ...(size ? [String(size)] : [])], given);
  try {
    return { engine, ...JSON.parse(ran.stdout.trim().split('\n').at(-1)) };
  } catch {
    console.error(`${engine} on ${name}: ${ran?.stderr?.trim().split('\n').at(-1) ?? 'not there'}`);
    return null;
  }
}

function tantivy(name, size, given) {
  if (!process.env.PYTHON) return null;
  const { docs, queries, judged } = collection(name, size);
  const folder = mkdtempSync(join(tmpdir(), 'tantivy-'));
  const write = (file, rows) => writeFileSync(join(folder, `${file}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  write('docs', docs);
  write('queries', queries);
  write('qrels', [...judged].map(([query, grades]) => [query, Object.fromEntries(grades)]));
  write('stop', [...new Set(queries.flatMap(({ text }) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []))].filter(isStopWord));
  const ran = spawnSync(process.env.PYTHON, [join(here, 'search/engine/native.py'), folder], given);
  rmSync(folder, { recursive: true, force: true });
  return ran;
}

/** Prints rows of figures, each also as a multiple of our own. */
function print(title, columns, rows) {
  console.log(`\n${title}\n${['engine', ...columns].map((column, at) => (at ? column.padStart(14) : column.padEnd(16))).join('')}`);
  const first = rows.find(([engine]) => engine === own)?.[1];
  for (const [engine, figures] of rows) {
    const cells = figures.map((figure, at) => {
      if (typeof figure !== 'number') return (figure ?? '-').padStart(14);
      const times = engine !== own && typeof first?.[at] === 'number' && first[at] > 0 ? ` ×${(figure / first[at]).toFixed(1)}` : '';
      return `${figure}${times}`.padStart(14);
    });
    console.log(engine.padEnd(16) + cells.join(''));
  }
}

const { judged, large } = collections();
if (judged.length) {
  const found = new Map(engines.map((engine) => [engine, judged.map((name) => run(engine, name))]));
  const ours = found.get(own);
  const rows = [...found].map(([engine, of]) => {
    const cells = of.map((row, at) => {
      if (!row) return null;
      const figure = mean(row.ndcg).toFixed(3);
      if (engine === own || !ours?.[at]) return figure;
      const probable = chance(ours[at].ndcg, row.ndcg);
      return `${figure} p ${probable < 0.001 ? '<.001' : probable.toFixed(3).replace(/^0/, '')}`;
    });
    return [engine, cells];
  });
  print('nDCG@10, and how probable its difference from ours is by chance (paired randomisation)', judged, rows);
  const times = [...found].map(([engine, of]) => [engine, of.map((row) => row?.p95 ?? null)]);
  print('95 % of the queries of these collections are answered within, ms', judged, times);
}

const name = large ?? 'made-up';
for (const size of sizes) {
  const rows = engines.filter((engine) => size <= (most[engine] ?? Infinity)).map((engine) => [engine, run(engine, name, size)]);
  const columns = ['build', 'p50', 'p95', 'answer95', 'open', 'memory', 'brotli'];
  const figures = rows.map(([engine, row]) => [engine, columns.map((column) => row?.[column] ?? null)]);
  const what = 'building, ms of one core; short queries, ms; full answers, ms; opening what was saved, ms; memory, bytes a character; saved index, bytes of brotli';
  print(`${size} texts (${name}): ${what}`, ['build', 'p50', 'p95', 'answer p95', 'open', 'memory', 'index'], figures);
}
