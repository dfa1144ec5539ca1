/**
 * Who answers what takes long? A second engine in a worker, with the same corpus: questions in, promises out. It starts with the
 * first question, answers one at a time, and ends when nothing was asked for a while.
 */
import { engine as strings } from '../strings.js';
import { carried } from './carried.js';
import { CorpusError } from './error.js';
import { scriptOf, thread } from './thread.js';

/** After how long without a question it ends, in milliseconds: its memory is as large as the page's. */
const patience = 60_000;

/** @typedef {{ state: CorpusState, question: Change, signal: AbortSignal }} Asked */

export class Second {
  /** @type {Worker | null} */
  #worker = null;
  /** The saved corpus that the worker opened, and how many calls it has done since. @type {{ corpus: Blob, calls: number } | null} */
  #has = null;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {CorpusState} state the corpus that is asked @param {Change} question a function of it with its arguments
   * @param {AbortSignal} signal ends the question; the worker starts anew if it is at work on it
   * @returns {Promise<any>} rejected with the reason of the signal, with what the engine refuses, or with an error of the code `engine`
   */
  ask(state, question, signal) {
    const answer = this.#queue.then(() => this.#answer({ state, question, signal }));
    this.#queue = answer.catch(() => {});
    return answer;
  }

  /** @param {Asked} asked */
  async #answer({ state, question, signal }) {
    signal.throwIfAborted();
    clearTimeout(this.#timer);
    const order = await this.#order(state);
    signal.throwIfAborted();
    const worker = /** @type {Worker} */ (this.#worker);
    try {
      return await new Promise((resolve, reject) => {
        const die = () => reject(new CorpusError('engine', strings.diedAnswering));
        const stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        worker.onmessage = ({ data }) => {
          signal.removeEventListener('abort', stop);
          if (data.step === 'answer') resolve(data.answer);
          else if (data.step === 'refused') reject(new CorpusError(data.code, data.message));
          else die();
        };
        worker.onerror = (event) => (event.preventDefault(), die());
        worker.onmessageerror = die;
        worker.postMessage({ ...order, question });
      });
    } catch (error) {
      const isWhole = error instanceof CorpusError && error.code !== 'engine';
      if (!isWhole) this.#end();
      throw error;
    } finally {
      this.#timer = setTimeout(() => this.#end(), patience);
    }
  }

  /** What the worker needs to have the corpus of a state; starts one if there is none, or if it has another corpus. @param {CorpusState} state */
  async #order({ corpus, calls }) {
    const has = this.#has;
    const isLater = has?.corpus === corpus && has.calls <= calls.length;
    this.#has = { corpus, calls: calls.length };
    if (this.#worker && has && isLater) return { calls: calls.slice(has.calls) };
    this.#end();
    const url = await scriptOf();
    this.#worker = thread(url);
    URL.revokeObjectURL(url);
    this.#has = { corpus, calls: calls.length };
    return { engine: await carried('engine'), corpus, calls };
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#has = null;
  }
}
