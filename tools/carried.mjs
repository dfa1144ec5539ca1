// What does a built page carry? Its parts, and the engine among them started in Node over the page's articles.
import { gunzipSync } from 'node:zlib';

/** A data block of a page, unpacked. @param {string} html @param {string} id @returns {Buffer} */
export function carried(html, id) {
  const start = html.indexOf(`id="${id}">`) + `id="${id}">`.length;
  return gunzipSync(Buffer.from(html.slice(start, html.indexOf('</script>', start)), 'base64'));
}

/** The engine of a no-modules glue and a module: its classes. @param {string} glue @param {Uint8Array} module */
export function engine(glue, module) {
  const engine = new Function(`${glue}; return wasm_bindgen`)();
  engine.initSync({ module });
  return engine;
}

/** The corpus of a page, asked by its own engine. @param {string} html */
export function carriedCorpus(html) {
  const glue = /<script id="glue">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  return engine(glue, carried(html, 'engine')).Corpus.open(carried(html, 'corpus'));
}
