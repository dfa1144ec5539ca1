/** How is a worker started? Its script is put together of the page's own parts. */
import { engine as strings } from '../strings.js';
import { carriedText } from './carried.js';

/** The address of the worker's script: both glues, each under a name of its own, and the work. It is to be revoked. @returns {Promise<string>} */
export async function scriptOf() {
  const glue = document.getElementById('glue')?.textContent;
  const [readers, work] = [await carriedText('reader-glue'), await carriedText('worker')];
  if (!glue || !readers || !work) throw new Error(strings.noReader);
  const named = (/** @type {string} */ name, /** @type {string} */ code) => `const ${name}=(()=>{${code}\nreturn wasm_bindgen})();\n`;
  return URL.createObjectURL(new Blob([named('engineGlue', glue) + named('readerGlue', readers) + work], { type: 'text/javascript' }));
}

/** A worker. @param {string} url of its script */
export function thread(url) {
  return new Worker(trusted(url));
}

/** @type {{ createScriptURL(url: string): string } | undefined} */
let policy;

/** The address of the worker, vouched for where the browser asks for it. @param {string} url @returns {string} */
function trusted(url) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('reader', {
    createScriptURL(/** @type {string} */ text) {
      if (!text.startsWith('blob:')) throw new TypeError('only the reader of this page is started');
      return text;
    },
  }) ?? { createScriptURL: (/** @type {string} */ text) => text };
  return /** @type {NonNullable<typeof policy>} */ (policy).createScriptURL(url);
}
