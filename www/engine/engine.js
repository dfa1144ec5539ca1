/**
 * Where do answers come from? The only file of the page that asks wasm: it starts the engine that the
 * page carries, opens the corpus, and gives both as plain functions. Bytes in, objects out.
 */
import { engine as strings } from '../strings.js';
import { carried } from './carried.js';
import { CorpusError } from './error.js';
import { replayed } from './reader.js';
import { known, pending } from './pending.js';
import { replay } from './replay.js';
import { Second } from './second.js';

const questions = /** @type {const} */ ([
  'overview', 'articles', 'summary', 'article', 'raw', 'search', 'suggest', 'concordance', 'collocations', 'entities', 'entity', 'mentions', 'references', 'quotes', 'speakers',
  'timeline', 'figures', 'stories', 'duplicates', 'report', 'decisions', 'decisionsText', 'save',
]);
/** Questions that take long where there are many articles. */
const long = /** @type {const} */ (['groups', 'group', 'shared', 'compare', 'graph', 'graphText', 'mentionsText', 'quotesText']);
/** Of so few articles, the page answers them itself before a worker would have started. */
const few = 12;
const changes = /** @type {const} */ (['append', 'remove', 'give', 'decide', 'undo', 'addDecisions']);
/** What `corpus` has beside the functions of a corpus. */
const ofPage = `
  ready                          a promise of this object, kept once the engine has started
  open(bytes)                    a corpus of its own from a save(), beside that of the page
  fromArticles([{id, text}])     a corpus of its own from articles as received
  read(files)                    adds the articles of File objects or {name, bytes}, as if they were dropped on the page

  groups, group, shared, compare, graph, graphText, mentionsText and quotesText return promises here: await corpus.groups().
  Where there are many articles, a worker answers them.
`.slice(1);

/**
 * The object the console knows as `corpus`. Its questions throw `not-ready` until `start` is done, which hands the ids of
 * the articles that the page came with to `prepare` before anybody else can ask. What takes long is done by a worker: `snapshot`
 * is what it starts from, and what it makes of that takes the place of the corpus; `ask` is how the page asks what takes long.
 * @param {(change: Change | null) => void} changed called after every change of the corpus; with null, it is another
 * @returns {{ corpus: PageCorpus, ask: Ask, snapshot: Snapshot, start: (prepare: (came: string[]) => Promise<void>) => Promise<void> }}
 */
export function pageCorpus(changed) {
  /** @type {WasmCorpus | null} */
  let inner = null;
  let failure = '';
  /** The corpus as it was saved last, which the browser may keep on disk; null if nothing says what was done since. @type {Blob | null} */
  let base = null;
  /** What was done since. @type {Change[]} */
  let calls = [];
  /** The ids of the articles, which changes of other kinds leave alone. @type {string[]} */
  let ids = [];
  /** What was changed since a worker started; null while none works. @type {Change[] | null} */
  let since = null;
  /** @type {(corpus: PageCorpus) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  const ready = new Promise((yes, no) => { [resolve, reject] = [yes, no]; });
  ready.catch(() => {});
  const current = () => {
    if (inner) return inner;
    if (failure) throw new CorpusError('engine', failure);
    throw new CorpusError('not-ready', strings.starting);
  };
  const glue = () => (current(), wasm_bindgen);
  /** Notes a change for the worker, with its arguments as they are now. @param {Change} change */
  const note = ({ name, given }) => {
    try {
      if (base) calls.push(structuredClone({ name, given }));
    } catch {
      // What cannot be handed to a worker cannot be done again there.
      base = null;
    }
  };
  /** @type {any} */
  const corpus = {
    ready, version: null,
    open: (/** @type {Uint8Array} */ bytes, /** @type {object} */ options) => outward(() => opened(glue().Corpus.open(bytes, options))),
    fromArticles: (/** @type {Received[]} */ articles, /** @type {object} */ options) =>
      outward(() => opened(glue().Corpus.fromArticles(articles, options))),
    read: async () => void current(),
    ids: () => (current(), [...ids]),
    help: () => help(current(), ofPage),
  };
  for (const name of questions) {
    corpus[name] = (/** @type {any[]} */ ...given) => outward(() => /** @type {any} */ (current())[name](...given));
  }
  const second = new Second();
  /** @type {Ask} */
  const ask = (name, given, signal) => {
    const engine = /** @type {any} */ (current());
    if (ids.length > few) return pending(second.ask(snapshot.state(), { name, given }, signal));
    try {
      return known(outward(() => engine[name](...given)));
    } catch (error) {
      return pending(Promise.reject(error));
    }
  };
  for (const name of long) {
    corpus[name] = (/** @type {any[]} */ ...given) => ask(name, given, new AbortController().signal);
  }
  for (const name of changes) {
    corpus[name] = (/** @type {any[]} */ ...given) => {
      const answer = outward(() => /** @type {any} */ (current())[name](...given));
      // What it does not ask for did nothing.
      const change = { name, given: given.slice(0, current()[name].length) };
      note(change);
      since?.push(change);
      if (name === 'append' || name === 'remove') ids = current().ids();
      changed(change);
      return answer;
    };
  }
  /** @type {Snapshot} */
  const snapshot = {
    state: () => {
      if (!base) {
        base = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (current().save())]);
        calls = [];
      }
      return { corpus: base, calls: [...calls] };
    },
    saved: async (state = snapshot.state()) => {
      if (!state.calls.length) return state.corpus;
      const saved = new Blob([await replayed(state)]);
      if (base === state.corpus) {
        base = saved;
        calls = calls.slice(state.calls.length);
      }
      return saved;
    },
    take: () => {
      since = [];
      return snapshot.state();
    },
    drop: () => { since = null; },
    replace: (bytes) => {
      const next = wasm_bindgen.Corpus.open(bytes);
      const missed = since ?? [];
      replay(next, missed, wasm_bindgen.Corpus.open);
      current().free();
      inner = next;
      since = null;
      base = new Blob([bytes]);
      calls = [];
      missed.forEach(note);
      ids = next.ids();
      changed(null);
    },
  };
  const start = async (/** @type {(came: string[]) => Promise<void>} */ prepare) => {
    try {
      const own = await open();
      inner = own.corpus;
      base = new Blob([own.pack]);
      corpus.version = inner.version ?? null;
      ids = inner.ids();
      await prepare([...ids]);
      // From here on, they can be changed.
      resolve(corpus);
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      reject(error);
      throw error;
    }
  };
  return { corpus, ask, snapshot, start };
}

/** A corpus beside that of the page. @param {WasmCorpus} inner @returns {any} */
function opened(inner) {
  const functions = [...questions, ...long, ...changes, 'ids'].map((name) =>
    [name, (/** @type {any[]} */ ...given) => outward(() => /** @type {any} */ (inner)[name](...given))]);
  return { ...Object.fromEntries(functions), version: inner.version, help: () => help(inner, '') };
}

/** The engine's list of functions, with those of the page in the place of those of the class. @param {WasmCorpus} inner @param {string} more */
function help(inner, more) {
  const [head = '', ...rest] = inner.help().split(/^ {2}Corpus\..*\n/m);
  return head + more + rest.join('');
}

/** What the engine throws, as a CorpusError. @template T @param {() => T} ask @returns {T} */
function outward(ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    const { code, message } = /** @type {any} */ (error ?? {});
    throw new CorpusError(typeof code === 'string' ? code : 'engine', message ?? String(error));
  }
}

/** The corpus that the page came with, and its bytes. @returns {Promise<{ corpus: WasmCorpus, pack: Uint8Array<ArrayBuffer> }>} */
async function open() {
  if (typeof WebAssembly !== 'object') throw new CorpusError('browser', strings.noWebAssembly);
  if (typeof DecompressionStream !== 'function') throw new CorpusError('browser', strings.noStreams);
  if (typeof wasm_bindgen !== 'function') throw new CorpusError('page', strings.noEngine);
  const [engine, pack] = await Promise.all([carried('engine'), carried('corpus')]);
  if (!engine || !pack) throw new CorpusError('page', engine ? strings.noArticles : strings.noEngine);
  await wasm_bindgen({ module_or_path: engine });
  return { corpus: wasm_bindgen.Corpus.open(pack), pack };
}
