/**
 * What is in these files, and what becomes of the corpus with them? The worker beside the page: it reads
 * them one after the other, cleans and analyses what they hold, and hands back the whole corpus, saved. The
 * page puts it together of its own parts, so that the glues of engine and reader stand before this script.
 */
import { worker as strings } from '../strings.js';

onmessage = ({ data }) => run(data).catch((error) => postMessage({ step: 'failed', message: String(error?.message ?? error) }));

/** @param {WorkOrder} order */
async function run({ engine, corpus, files, packs }) {
  await engineGlue({ module_or_path: engine });
  let reading = new engineGlue.Reader();
  if (!await readAll(reading, files)) {
    reading.free();
    reading = await readerOfAllFormats();
    await readAll(reading, files);
  }
  const { articles, refused } = reading.finish();
  postMessage({ step: 'join', count: articles.length || null });
  const all = engineGlue.Corpus.open(new Uint8Array(await corpus.arrayBuffer()));
  const unread = packs.flatMap((pack) => join(all, pack));
  if (articles.length) all.append(engineGlue.Corpus.fromArticles(articles, { analyze: false }).save());
  const isSame = unread.length === packs.length && !articles.length;
  postMessage({ step: 'done', saved: isSame ? null : all.save(), refused: [...refused, ...unread] });
}

/** Adds a saved corpus; says why it could not be. @param {WasmCorpus} all @param {Pack} pack @returns {Refusal[]} */
function join(all, { name, bytes, omit }) {
  try {
    all.append(omit ? without(bytes, omit) : bytes);
    return [];
  } catch (error) {
    if (isFatal(error)) throw error;
    const { code, message } = /** @type {{ code: string, message: string }} */ (error);
    return [{ code, message: [name, message].filter(Boolean).join(': '), count: 1 }];
  }
}

/** A saved corpus without some of its articles, and without its decisions. @param {Uint8Array} bytes @param {string[]} omit */
function without(bytes, omit) {
  const corpus = engineGlue.Corpus.open(bytes);
  const here = new Set(corpus.ids());
  corpus.remove(omit.filter((id) => here.has(id)));
  for (const { id } of corpus.decisions()) corpus.undo(id);
  return corpus.save();
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
