/**
 * What is in these files, and what becomes of the corpus with them? The worker beside the page: it reads
 * them one after the other, cleans and analyses what they hold, and hands back the whole corpus, saved. What
 * joins is handed over as soon as it is cleaned, in shards, so that it can be kept by then. Another one answers
 * what takes long. The page puts this script together of its own parts, so that the glues of engine and reader
 * stand before it.
 */
import { worker as strings } from '../strings.js';
import { joined, replay } from './replay.js';

/** How many articles are in a shard at most, and how many characters, unless one article is longer. */
const most = { articles: 250, characters: 2_000_000 };

onmessage = ({ data }) => ('question' in data ? answer(data) : run(data)).catch((error) => postMessage({ step: 'failed', message: String(error?.message ?? error) }));

/** The corpus of which questions are asked. @type {WasmCorpus | null} */
let asked = null;

/** Answers a question; the corpus comes with the first of them. @param {Questioning} order */
async function answer({ engine, corpus, calls, question: { name, given } }) {
  if (engine && corpus) {
    await engineGlue({ module_or_path: engine });
    asked = open(new Uint8Array(await corpus.arrayBuffer()));
  }
  if (!asked) throw new Error('no corpus');
  replay(asked, calls, open);
  try {
    postMessage({ step: 'answer', answer: /** @type {any} */ (asked)[name](...given) });
  } catch (error) {
    const { code, message } = /** @type {{ code?: string, message?: string }} */ (error ?? {});
    if (typeof code !== 'string') throw error;
    postMessage({ step: 'refused', code, message });
  }
}

/** @param {WorkOrder} order */
async function run({ engine, corpus, files, packs, calls }) {
  await engineGlue({ module_or_path: engine });
  let reading = new engineGlue.Reader();
  if (!await readAll(reading, files)) {
    reading.free();
    reading = await readerOfAllFormats();
    await readAll(reading, files);
  }
  const { articles, refused } = reading.finish();
  postMessage({ step: 'join', count: articles.length || null });
  const all = open(new Uint8Array(await corpus.arrayBuffer()));
  replay(all, calls, open);
  const unread = packs.flatMap((pack) => join(all, pack));
  const shards = portions(articles).map(cleaned);
  if (shards.length) all.append(joined(shards, open));
  const isSame = unread.length === packs.length && !shards.length && !calls.length;
  postMessage({ step: 'done', saved: isSame ? null : all.save(), refused: [...refused, ...unread] });
}

/** @param {Uint8Array} bytes */
const open = (bytes) => engineGlue.Corpus.open(bytes);

/** Articles in the portions of shards. @param {Received[]} articles */
function portions(articles) {
  /** @type {Received[][]} */
  const found = [];
  let characters = 0;
  for (const article of articles) {
    const last = found.at(-1);
    characters += article.text.length;
    if (last && last.length < most.articles && characters <= most.characters) {
      last.push(article);
    } else {
      found.push([article]);
      characters = article.text.length;
    }
  }
  return found;
}

/** Cleans articles and hands them over. @param {Received[]} articles */
function cleaned(articles) {
  const corpus = engineGlue.Corpus.fromArticles(articles, { analyze: false });
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (corpus.save());
  corpus.free();
  postMessage({ step: 'shard', shard: { kind: 'shard', bytes, articles: articles.length } });
  return bytes;
}

/** Adds a saved corpus and hands it over; says why it could not be. @param {WasmCorpus} all @param {Pack} pack @returns {Refusal[]} */
function join(all, { name, bytes, omit }) {
  try {
    const before = all.ids().length;
    const coming = omit ? without(bytes, omit) : bytes;
    all.append(coming);
    postMessage({ step: 'shard', shard: { kind: 'pack', bytes: coming, articles: all.ids().length - before } });
    return [];
  } catch (error) {
    if (isFatal(error)) throw error;
    const { code, message } = /** @type {{ code: string, message: string }} */ (error);
    return [{ code, message: [name, message].filter(Boolean).join(': '), count: 1 }];
  }
}

/** A saved corpus without some of its articles, and without its decisions. @param {Uint8Array} bytes @param {string[]} omit */
function without(bytes, omit) {
  const corpus = open(bytes);
  const here = new Set(corpus.ids());
  corpus.remove(omit.filter((id) => here.has(id)));
  for (const { id } of corpus.decisions()) corpus.undo(id);
  return /** @type {Uint8Array<ArrayBuffer>} */ (corpus.save());
}

/** Whether an error is the end of the engine, not a refusal. @param {unknown} error */
function isFatal(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/**
 * Reads files in their order; false once one of them asks for the reader of all formats, which then
 * reads all of them: ids and tables of given values are one reader's.
 * @param {InstanceType<Glue['Reader']>} reading @param {Source[]} files
 */
async function readAll(reading, files) {
  for (const [index, { name, blob, markup }] of files.entries()) {
    postMessage({ step: 'read', index });
    try {
      if (markup === undefined) reading.add(name, new Uint8Array(await blob.arrayBuffer()));
      else reading.addPasted(await blob.text(), markup);
    } catch (error) {
      if (isFatal(error)) throw error;
      reading.refuse(name, strings.unreadable);
    }
    if (reading.needsReaders) return false;
  }
  return true;
}

/** The page hands the module over when it is asked: most files do without. */
async function readerOfAllFormats() {
  const module = /** @type {BufferSource} */ (await new Promise((yes) => {
    onmessage = ({ data }) => yes(data);
    postMessage({ step: 'readers' });
  }));
  await readerGlue({ module_or_path: module });
  return new readerGlue.Reader();
}
