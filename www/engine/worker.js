/**
 * What is in these files? The worker beside the page: it reads them one after the other, cleans what
 * they hold, and hands back a saved corpus. The page puts it together of its own parts, so that the
 * glues of engine and reader stand before this script.
 */
import { worker as strings } from '../strings.js';

onmessage = ({ data }) => run(data).catch((error) => postMessage({ step: 'failed', message: String(error?.message ?? error) }));

/** @param {WorkOrder} order */
async function run({ engine, files }) {
  await engineGlue({ module_or_path: engine });
  let reading = new engineGlue.Reader();
  if (!await readAll(reading, files)) {
    reading.free();
    reading = await readerOfAllFormats();
    await readAll(reading, files);
  }
  const { articles, refused } = reading.finish();
  postMessage({ step: 'clean', count: articles.length });
  const saved = articles.length ? engineGlue.Corpus.fromArticles(articles, { analyze: false }).save() : null;
  postMessage({ step: 'done', saved, refused });
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
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error;
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
