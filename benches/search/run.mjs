// Runs one engine on one collection in a separate process, and prints one line of JSON. Times are of one core:
// processor time if measured by `cpu`, otherwise wall-clock time.
// Usage: node --expose-gc benches/search/run.mjs ENGINE COLLECTION [SIZE]
import { brotliCompressSync, constants } from 'node:zlib';
import { collection } from './collection.mjs';
import { ndcg10, quantile } from './measure.mjs';

const [engineName, name, size] = process.argv.slice(2);
const { docs, queries, judged } = collection(name, size ? Number(size) : undefined);
const { default: engine } = await import(`./engine/${engineName}.mjs`);

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const memory = () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const round = (number, digits = 3) => Number(number.toFixed(digits));
const row = { engine: engineName, collection: name, texts: docs.length };

const before = memory();
let start = cpu();
const index = await engine.build(docs);
row.build = round(cpu() - start, 0);
const characters = docs.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
row.memory = round((memory() - before) / characters, 2);

if (judged.size) {
  row.ndcg = [];
  for (const { id, text } of queries.filter((query) => judged.has(query.id))) {
    const ranking = await engine.named(index, await engine.find(index, text, 100));
    row.ndcg.push(round(ndcg10(ranking, judged.get(id)), 4));
  }
}

/** The fastest time of each query in five rounds after two warm-up rounds, so that other load on the machine matters little.
 * Slow engines are cut off. */
async function times(ask) {
  const taken = queries.map(() => Infinity);
  const until = performance.now() + 15_000;
  for (let turn = 0; turn < 7; turn += 1) {
    for (const [at, { text }] of queries.entries()) {
      if (performance.now() > until) return taken.filter(Number.isFinite);
      const asked = performance.now();
      await ask(text);
      if (turn > 1) taken[at] = Math.min(taken[at], performance.now() - asked);
    }
  }
  return taken;
}

start = cpu();
const short = await times((text) => engine.find(index, text, 10));
[row.p50, row.p95] = [0.5, 0.95].map((share) => (short.length ? round(quantile(short, share)) : null));
if (engine.answer) row.answer95 = round(quantile(await times((text) => engine.answer(index, text)), 0.95));

const bytes = await engine.save?.(index);
if (bytes) {
  if (engine.open) {
    const started = performance.now();
    await engine.find(await engine.open(bytes), queries[0].text, 10);
    row.open = round(performance.now() - started, 0);
  }
  const packed = engine.index?.(bytes) ?? bytes;
  row.bytes = packed.length;
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  row.brotli = packed.length < 1e8 ? brotliCompressSync(packed, { params: parameters }).length : null;
}
await engine.close?.(index);
console.log(JSON.stringify(row));
process.exit(0);
