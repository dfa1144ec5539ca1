// What does a built page carry? Its parts, and the engine among them started in Node over the page's articles.
import { gunzipSync } from 'node:zlib';

/** A data block of a page, unpacked. @param {string} html @param {string} id @returns {Buffer} */
export function carried(html, id) {
  // The comment at the head of the page names the blocks too: a block is one that holds something.
  const block = new RegExp(`<script type="application/octet-stream" id="${id}">([A-Za-z0-9+/=]+)</script>`).exec(html);
  return gunzipSync(Buffer.from(block?.[1] ?? '', 'base64'));
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
