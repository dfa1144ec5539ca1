/**
 * Which articles are here, and whose are they? Files become articles, articles leave, a person says what
 * nobody found, and the page is saved with all of it. Holds what is going on; the view shows it.
 */
import { counted } from './label.js';
import { download, pageWith } from './keep.js';
import { read } from './reader.js';

/** @typedef {{ name: string, bytes: Uint8Array }} Pack a saved corpus and the file it came in */

/** What a saved corpus begins with. */
const mark = 'CXPK';

/** @param {{ corpus: PageCorpus, page: HTMLElement, originals(): Promise<Originals>, announce: Desk['announce'] }} room
 * @returns {Library & { changed(): void }} */
export function library({ corpus, page, originals, announce }) {
  /** @type {LibraryState} */
  const state = { stage: null, refused: [], added: [], said: '', missing: 0, isUnsaved: false, canUndo: false };
  let listener = () => {};
  /** @type {AbortController | null} */
  let reading = null;
  const ids = () => corpus.articles().map(({ id }) => id);
  /** @type {Promise<Originals> | null} */
  let original = null;
  /** What the articles were before the last removal. @type {Uint8Array | null} */
  let before = null;
  const asks = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
  /** @param {Partial<LibraryState>} change */
  const set = (change) => {
    Object.assign(state, change);
    if (change.said) announce(change.said);
    if (change.isUnsaved === true) addEventListener('beforeunload', asks);
    else if (change.isUnsaved === false) removeEventListener('beforeunload', asks);
    listener();
  };
  const lookForMissing = () => (original ??= originals()).then((all) => {
    const here = new Set(ids());
    const missing = all.ids.filter((id) => !here.has(id)).length;
    if (missing !== state.missing) set({ missing });
  });
  const changed = () => {
    before = null;
    set({ isUnsaved: true, canUndo: false });
    lookForMissing();
  };
  /** Packs join the corpus; what comes of it is remembered. @param {Pack[]} packs @param {Refusal[]} refused @returns {Import} */
  const join = (packs, refused) => {
    const count = ids().length;
    const refusals = [...refused];
    for (const { name, bytes } of packs) {
      try {
        corpus.append(bytes);
      } catch (error) {
        refusals.push(refusal(error, name));
      }
    }
    const added = ids().slice(count);
    set({ stage: null, refused: refusals, added, said: outcome(added.length, refusals.length) });
    return { articles: added, refused: refusals };
  };

  return {
    state, changed, ids,
    async add(files) {
      if (reading) {
        set({ said: 'Files are being read; wait for them, or stop that first.' });
        return { articles: [], refused: [] };
      }
      reading = new AbortController();
      set({ stage: { done: 0, total: files.length, name: files[0]?.name ?? null, articles: null }, refused: [], added: [], said: `Reading ${counted(files.length, 'file')}` });
      try {
        const { packs, others } = await parted(files);
        const end = others.length ? await read(others, { signal: reading.signal, progress: (stage) => set({ stage }) }) : { saved: null, refused: [] };
        set({ stage: { done: files.length, total: files.length, name: null, articles: null } });
        await painted();
        return join(end.saved ? [...packs, { name: '', bytes: end.saved }] : packs, end.refused);
      } catch (error) {
        const isStopped = reading.signal.aborted;
        set({ stage: null, refused: isStopped ? [] : [refusal(error)], said: isStopped ? 'Stopped. Nothing was added.' : outcome(0, 1) });
        return { articles: [], refused: state.refused };
      } finally {
        reading = null;
      }
    },
    stop: () => reading?.abort(),
    remove(gone) {
      const saved = corpus.save();
      corpus.remove(gone);
      before = saved;
      set({ added: state.added.filter((id) => !gone.includes(id)), refused: [], said: `${counted(gone.length, 'article')} removed`, canUndo: true });
    },
    undo() {
      if (!before) return;
      const saved = before;
      corpus.remove(ids());
      corpus.append(saved);
      set({ said: 'The articles are back' });
    },
    give: (id, values) => corpus.give(id, values),
    async restore() {
      const pack = (await originals()).without(ids());
      if (pack) join([{ name: '', bytes: pack }], []);
    },
    async savePage() {
      download('corpus-explorer.html', await pageWith(page, /** @type {Uint8Array<ArrayBuffer>} */ (corpus.save())), 'text/html');
      set({ isUnsaved: false, said: 'Saved as one HTML file' });
    },
    saveCorpus() {
      download('articles.cxpk', /** @type {Uint8Array<ArrayBuffer>} */ (corpus.save()), 'application/octet-stream');
      set({ isUnsaved: false, said: 'Saved as a corpus' });
    },
    listen(next) {
      listener = next;
      lookForMissing();
    },
  };
}

/** Saved corpora, which only need to be joined, and the files that must be read. @param {Source[]} files */
async function parted(files) {
  const heads = await Promise.all(files.map(({ blob }) => blob.slice(0, mark.length).text().catch(() => '')));
  const saved = files.filter((_, index) => heads[index] === mark);
  return {
    packs: await Promise.all(saved.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) }))),
    others: files.filter((_, index) => heads[index] !== mark),
  };
}

/** Gives the browser time to show what was set. */
function painted() {
  return new Promise((yes) => { setTimeout(yes, 30); });
}

/** @param {unknown} error @param {string} [name] of the file @returns {Refusal} */
function refusal(error, name) {
  const { code, message } = /** @type {any} */ (error);
  return { code: typeof code === 'string' ? code : 'page', message: [name, message ?? String(error)].filter(Boolean).join(': ') };
}

/** @param {number} added @param {number} refused */
function outcome(added, refused) {
  const came = added ? `${counted(added, 'article')} added` : 'No article was added';
  return refused ? `${came}, ${counted(refused, 'file or entry', 'files or entries')} not read` : came;
}
