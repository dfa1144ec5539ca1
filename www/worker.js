/**
 * What is in these files? The worker beside the page: it reads them one after the other, cleans what
 * they hold, and hands back a saved corpus. The page puts it together of its own parts, so that the
 * glues of engine and reader stand before this script.
 */

onmessage = ({ data }) => run(data).catch((error) => postMessage({ step: 'failed', message: String(error?.message ?? error) }));

/** @param {WorkOrder} order */
async function run({ engine, reader, files }) {
  await engineGlue({ module_or_path: engine });
  if (reader) await readerGlue({ module_or_path: reader });
  const { Reader } = reader ? readerGlue : engineGlue;
  const reading = new Reader();
  const unread = [];
  for (const [index, { name, blob }] of files.entries()) {
    postMessage({ step: 'read', index });
    try {
      reading.add(name, new Uint8Array(await blob.arrayBuffer()));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error;
      unread.push({ code: 'file', message: `${name}: the browser could not read it` });
    }
  }
  const { articles, refused } = reading.finish();
  postMessage({ step: 'clean', count: articles.length });
  const saved = articles.length ? engineGlue.Corpus.fromArticles(articles, { analyze: false }).save() : null;
  postMessage({ step: 'done', saved, refused: [...unread, ...refused] });
}
