/**
 * How do files become articles without holding up the page? A worker made of the page's own parts
 * reads and cleans them; files in, a saved corpus and refusals out.
 */
import { carried, carriedText } from './part.js';

const incomplete = 'The page carries no reader: its file is not complete.';

/** How often reading begins again without a file on which the reader died. */
const retries = 5;

/** Files that the engine's own reader reads; for all others the reader of all formats is started. */
const simple = /\.(txt|text|md|markdown|json|jsonl|ndjson|csv|tsv)$/i;

/** What files of other formats begin with, whatever they are called. */
const marked = /^(\uFEFF|\s)*(%PDF|PK\u0003\u0004|<!doctype|<html|<\?xml)/i;

/**
 * Reads files. A file on which the reader dies is refused; the others are read without it.
 * @param {Source[]} files @param {{ signal: AbortSignal, progress(stage: Stage): void }} how
 * @returns {Promise<{ saved: Uint8Array | null, refused: Refusal[] }>}
 */
export async function read(files, { signal, progress }) {
  const engine = /** @type {Uint8Array<ArrayBuffer>} */ (await carried('engine'));
  const isAllNeeded = await needsAll(files);
  const reader = isAllNeeded ? await carried('reader-module') : null;
  if (isAllNeeded && !reader) throw new Error(incomplete);
  const url = URL.createObjectURL(new Blob([await source()], { type: 'text/javascript' }));
  /** @type {Refusal[]} */
  const refused = [];
  let left = files;
  try {
    for (let deaths = 0; ; deaths += 1) {
      const end = await work(url, { engine, reader, files: left }, signal, progress);
      if ('refused' in end) return { saved: end.saved, refused: [...refused, ...end.refused] };
      const culprit = end.at === null ? null : left[end.at];
      refused.push({ code: 'reader', message: culprit ? `${culprit.name}: ${end.message}` : end.message });
      if (!culprit || deaths === retries || left.length === 1) return { saved: null, refused };
      left = left.filter((file) => file !== culprit);
    }
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** One life of a worker: what it read, or the file at which it ended. @param {string} url @param {WorkOrder} order
 * @param {AbortSignal} signal @param {(stage: Stage) => void} progress
 * @returns {Promise<{ saved: Uint8Array | null, refused: Refusal[] } | { at: number | null, message: string }>} */
function work(url, order, signal, progress) {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(url));
    /** @type {number | null} */
    let at = null;
    const stop = () => end(() => reject(signal.reason));
    const end = (/** @type {() => void} */ then) => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
      then();
    };
    const die = () => end(() => resolve({ at, message: at === null
      ? 'the reader stopped while cleaning; there may be too much to read at once'
      : 'the reader stopped here; the file may be damaged, or too large for the memory of this tab' }));
    worker.onmessage = ({ data }) => {
      if (data.step === 'done') return end(() => resolve(data));
      if (data.step === 'failed') return die();
      at = data.step === 'read' ? data.index : null;
      progress({ done: data.index ?? order.files.length, total: order.files.length,
        name: at === null ? null : order.files[at].name, articles: data.count ?? null });
    };
    worker.onerror = (event) => (event.preventDefault(), die());
    worker.onmessageerror = die;
    signal.addEventListener('abort', stop);
    worker.postMessage(order);
  });
}

/** Whether any of the files asks for the reader of all formats. @param {Source[]} files */
async function needsAll(files) {
  if (files.some(({ name }) => !simple.test(name))) return true;
  const heads = await Promise.all(files.map(({ blob }) => blob.slice(0, 64).text().catch(() => '')));
  return heads.some((head) => marked.test(head));
}

/** The script of the worker: both glues, each under a name of its own, and the work. */
async function source() {
  const glue = document.getElementById('glue')?.textContent;
  const [readers, work] = [await carriedText('reader-glue'), await carriedText('worker')];
  if (!glue || !readers || !work) throw new Error(incomplete);
  const named = (/** @type {string} */ name, /** @type {string} */ code) => `const ${name}=(()=>{${code}\nreturn wasm_bindgen})();\n`;
  return named('engineGlue', glue) + named('readerGlue', readers) + work;
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
