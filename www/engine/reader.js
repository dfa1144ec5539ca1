/**
 * How do files join the corpus without holding up the page? A worker made of the page's own parts reads,
 * cleans and analyses them; files and a saved corpus in, a saved corpus and refusals out.
 */
import { engine as strings } from '../strings.js';
import { carried } from './carried.js';
import { scriptOf, thread } from './thread.js';

/** How often work begins again without a file on which the reader died. */
const retries = 5;

/**
 * Adds files and saved corpora, and says what joins as soon as it is cleaned. A file on which the reader dies is refused; the
 * others are read without it.
 * @param {Additions} additions @param {WorkSigns} signs @returns {Promise<WorkResult>}
 */
export async function join(additions, signs) {
  return work(additions, signs);
}

/** A saved corpus after what was done to it, saved again. @param {CorpusState} state @param {AbortSignal} [signal]
 * @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function replayed(state, signal = new AbortController().signal) {
  const { saved, refused } = await work({ ...state, files: [], packs: [] }, { signal, progress: () => {}, shard: () => {} });
  if (!saved) throw new Error(refused[0].message);
  return saved;
}

/** @param {Omit<WorkOrder, 'engine'>} order @param {WorkSigns} signs @returns {Promise<WorkResult>} */
async function work(order, signs) {
  const engine = /** @type {Uint8Array<ArrayBuffer>} */ (await carried('engine'));
  const url = await scriptOf();
  /** @type {Refusal[]} */
  const refused = [];
  let { files } = order;
  try {
    for (let deaths = 0; ; deaths += 1) {
      const end = await life(url, { ...order, engine, files }, signs);
      if ('refused' in end) return { saved: end.saved, refused: [...refused, ...end.refused] };
      const culprit = end.at === null ? null : files[end.at];
      refused.push({ code: 'reader', message: culprit ? `${culprit.name}: ${end.message}` : end.message, count: 1 });
      files = files.filter((file) => file !== culprit);
      if (!culprit || deaths === retries || files.length + order.packs.length === 0) return { saved: null, refused };
    }
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** One life of a worker: what it made, or the file at which it ended. @param {string} url @param {WorkOrder} order
 * @param {WorkSigns} signs @returns {Promise<WorkResult | { at: number | null, message: string }>} */
function life(url, order, { signal, progress, shard }) {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = thread(url);
    /** @type {number | null} */
    let at = null;
    const stop = () => end(() => reject(signal.reason));
    const end = (/** @type {() => void} */ then) => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
      then();
    };
    const die = () => end(() => resolve({ at, message: at === null
      ? strings.diedCleaning
      : strings.died }));
    const fail = (/** @type {unknown} */ error) => end(() => reject(error));
    const hand = () => carried('reader-module').then((module) =>
      (module ? worker.postMessage(module, [module.buffer]) : fail(new Error(strings.noReader)))).catch(fail);
    worker.onmessage = ({ data }) => {
      if (data.step === 'done') return end(() => resolve(data));
      if (data.step === 'failed') return die();
      if (data.step === 'readers') return hand();
      if (data.step === 'shard') return shard(data.shard);
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
