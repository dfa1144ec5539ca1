// What does a built page contain? Functions that unpack its parts and start its engine in Node.
import { gunzipSync } from 'node:zlib';

/** The unpacked content of a data block; empty if the page has no such block. @param {string} html @param {string} id @returns {Buffer} */
export function carried(html, id) {
  // The comment at the top of the page names the blocks too, so a block must not be empty.
  const block = new RegExp(`<script type="application/octet-stream" id="${id}">([A-Za-z0-9+/=]+)</script>`).exec(html);
  return gunzipSync(Buffer.from(block?.[1] ?? '', 'base64'));
}

/** The classes of an engine, from its no-modules glue and its module. @param {string} glue @param {Uint8Array} module */
export function engine(glue, module) {
  const engine = new Function(`${glue}; return wasm_bindgen`)();
  engine.initSync({ module });
  return engine;
}

/** The corpus of a page, opened with the page's engine. @param {string} html */
export function carriedCorpus(html) {
  const glue = /<script id="glue">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  return engine(glue, carried(html, 'engine')).Corpus.open(carried(html, 'corpus'));
}
