/**
 * Which articles are here, and whose are they? Files become articles, articles leave, a person says what
 * nobody found, and the page is saved with all of it. Holds what is going on; the view shows it.
 */
import { library as strings } from '../strings.js';
import { saveAs, saveOver } from './download.js';
import { pageWith } from './save.js';
import { carried } from '../engine/carried.js';
import { join } from '../engine/reader.js';
import { isLong, make } from './long.js';
import { named, parted } from './drop.js';

/** `came` has the ids of the articles that the page came with.
 * @typedef {{ corpus: PageCorpus, snapshot: Snapshot, page: HTMLElement, came: string[], announce: Desk['announce'], keeper: Keeper }} Room */
/** @typedef {import('./keeper.js').Keeper} Keeper */
/** What an import is told and asked. @typedef {import('./journal.js').Ticket} Ticket */

const asks = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();

/** @implements {Library} */
export class Shelf {
  /** @type {LibraryState} */
  state = { stage: null, refused: [], added: [], said: '', missing: 0, isUnsaved: false, canUndo: false, kept: 0, saved: null };
  /** @type {Room} */
  #room;
  #listener = () => {};
  /** @type {AbortController | null} */
  #reading = null;
  /** What the articles were before the last removal. @type {CorpusState | null} */
  #before = null;
  /** How many changes there were, and how many before all was saved as a file last. */
  #changes = { all: 0, saved: 0 };
  /** The file that was saved last, and how it is made. @type {{ place: FileSystemFileHandle | null, content(): Promise<BlobPart> } | null} */
  #file = null;

  /** @param {Room} room */
  constructor(room) {
    this.#room = room;
  }

  ids() {
    return this.#room.corpus.ids();
  }

  /** @param {() => void} listener */
  listen(listener) {
    this.#listener = listener;
    this.#lookForMissing();
  }

  /** To be called after every change of the corpus. @param {Change | null} change null if the corpus is another */
  changed(change) {
    this.#before = null;
    if (change) {
      this.#room.keeper.journal.note(change);
      this.#changes.all += 1;
    }
    this.#set({ canUndo: false });
    this.#lookForMissing();
  }

  /** To be called when the corpus is that of a collection, or of the page again. @param {boolean} isUnsaved whether it is neither kept nor saved */
  replaced(isUnsaved) {
    this.#changes = { all: isUnsaved ? 1 : 0, saved: 0 };
    this.#set({ added: [], refused: [], said: '', saved: null });
  }

  /** Whether something would be lost with this tab. */
  get isUnsaved() {
    return this.#changes.all > this.#changes.saved && !this.#room.keeper.isKept;
  }

  /** To be called when something was kept. */
  settled() {
    if (this.isUnsaved !== this.state.isUnsaved) this.#set({});
  }

  /** @param {Source[]} files @returns {Promise<Import>} */
  async add(files) {
    return this.#work(files, async (how) => {
      const { packs, decisions, others } = await parted(files);
      const refused = this.#decide(decisions);
      if (decisions.length && decisions.length === files.length) {
        this.#set({ stage: null, refused, said: refused.length ? outcome(0, refused) : strings.decisions });
        return { articles: [], refused };
      }
      return this.#join(others, packs, refused, { ...how, name: named(files) });
    });
  }

  /** Work of which only one is done at a time, and which can be stopped. @param {Source[]} files
   * @param {(how: { signal: AbortSignal, progress(stage: Stage): void }) => Promise<Import>} work @param {string} [said] meanwhile
   * @returns {Promise<Import>} */
  async #work(files, work, said = strings.reading(files.length)) {
    if (this.#reading) {
      this.#set({ said: strings.busy });
      return { articles: [], refused: [{ code: 'page', message: strings.busy, count: files.length }] };
    }
    const { signal } = this.#reading = new AbortController();
    this.#set({ stage: { done: 0, total: files.length, name: files[0]?.name ?? null, articles: null },
      refused: [], added: [], kept: 0, said });
    try {
      return await work({ signal, progress: (stage) => this.#set({ stage }) });
    } catch (error) {
      this.#set(signal.aborted ? { stage: null, said: strings.stopped }
        : { stage: null, refused: [refusal(error)], said: outcome(0, [refusal(error)]) });
      return { articles: [], refused: this.state.refused };
    } finally {
      this.#reading = null;
    }
  }

  stop() {
    this.#reading?.abort();
  }

  /** @param {string[]} gone */
  async remove(gone) {
    const before = this.#room.snapshot.state();
    const isDone = await this.#change({ name: 'remove', given: [gone] }, strings.removing(gone.length));
    if (!isDone) return;
    this.#before = before;
    this.#set({ added: this.state.added.filter((id) => !gone.includes(id)), refused: [], said: strings.removed(gone.length), canUndo: true });
  }

  async undo() {
    const before = this.#before;
    if (!before) return;
    await this.#work([], async () => {
      const { snapshot, keeper } = this.#room;
      // What is changed meanwhile is kept.
      snapshot.take();
      try {
        snapshot.replace(new Uint8Array(await (await snapshot.saved(before)).arrayBuffer()));
      } finally {
        snapshot.drop();
      }
      this.#changes.all += 1;
      keeper.journal.checkpoint();
      this.#set({ stage: null, said: strings.restored });
      return { articles: [], refused: [] };
    }, strings.restoring);
  }

  /** @param {string} id @param {GivenValues} values */
  async give(id, values) {
    await this.#change({ name: 'give', given: [id, values] }, strings.updating);
  }

  /** Changes the corpus, in a worker if that takes long; says whether it was done. @param {Change} change @param {string} said meanwhile */
  async #change(change, said) {
    if (!isLong(change, this.ids().length)) {
      /** @type {any} */ (this.#room.corpus)[change.name](...change.given);
      return true;
    }
    let isDone = false;
    await this.#work([], async ({ signal }) => {
      await make(change, this.#room, signal);
      this.#changes.all += 1;
      this.#set({ stage: null, said: strings.updated });
      isDone = true;
      return { articles: [], refused: [] };
    }, said);
    return isDone;
  }

  async restore() {
    const bytes = await carried('corpus');
    if (bytes) await this.#work([], (how) => this.#join([], [{ name: '', bytes, omit: this.ids() }], [], { ...how, name: '' }), strings.restoring);
  }

  savePage() {
    return this.#saveAs('corpus-explorer.html', 'text/html', () => this.#saved().then((saved) => pageWith(this.#room.page, saved)));
  }

  saveCorpus() {
    return this.#saveAs('articles.cxpk', 'application/octet-stream', () => this.#saved());
  }

  async #saved() {
    return new Uint8Array(await (await this.#room.snapshot.saved()).arrayBuffer());
  }

  async saveAgain() {
    const { saved } = this.state;
    const file = this.#file;
    if (!saved || !file?.place) return;
    const { place, content } = file;
    await this.#save(async (made) => {
      await saveOver(place, await made());
      return { name: saved.name, place };
    }, content);
  }

  /** @param {string} name @param {string} type @param {() => Promise<BlobPart>} content */
  #saveAs(name, type, content) {
    return this.#save((made) => saveAs(name, type, made), content);
  }

  /** @param {(made: () => Promise<BlobPart>) => Promise<import('./download.js').SavedFile | null>} save @param {() => Promise<BlobPart>} content */
  async #save(save, content) {
    let { all } = this.#changes;
    try {
      const file = await save(() => {
        ({ all } = this.#changes);
        return content();
      });
      if (!file) return;
      this.#file = { place: file.place, content };
      this.#changes.saved = all;
      const isOpen = Boolean(file.place);
      this.#set({ saved: { name: file.name, at: Date.now(), isOpen, isBehind: false }, said: isOpen ? strings.savedAs(file.name) : strings.savedToDownloads(file.name) });
    } catch (error) {
      this.#set({ said: strings.notSaved(error instanceof Error ? error.message : String(error)) });
    }
  }

  /** @param {Partial<LibraryState>} change */
  #set(change) {
    const { isUnsaved, state } = this;
    Object.assign(state, change, { isUnsaved });
    if (state.saved) state.saved.isBehind = this.#changes.all > this.#changes.saved;
    if (change.said) this.#room.announce(change.said);
    if (isUnsaved) addEventListener('beforeunload', asks);
    else removeEventListener('beforeunload', asks);
    this.#listener();
  }

  #lookForMissing() {
    const here = new Set(this.ids());
    const missing = this.#room.came.filter((id) => !here.has(id)).length;
    if (missing !== this.state.missing) this.#set({ missing });
  }

  /** Decisions about names are taken over. @param {{ name: string, text: string }[]} files @returns {Refusal[]} */
  #decide(files) {
    return files.flatMap(({ name, text }) => {
      try {
        this.#room.corpus.addDecisions(text);
        return [];
      } catch (error) {
        return [refusal(error, name)];
      }
    });
  }

  /** Files and saved corpora join the articles that are here. @param {Source[]} files @param {Pack[]} packs @param {Refusal[]} before
   * what was refused before @param {{ signal: AbortSignal, progress(stage: Stage): void, name: string }} how @returns {Promise<Import>} */
  async #join(files, packs, before, { signal, progress, name }) {
    const { snapshot, keeper } = this.#room;
    await keeper.switching.settled();
    const { ticket, base } = keeper.begin(name);
    /** @type {Blob | null} */
    let saved = null;
    try {
      const end = await join({ ...base, files, packs }, { signal, progress, shard: (shard) => keeper.journal.shard(ticket, shard, (kept) => this.#set({ kept })) });
      const refused = [...before, ...end.refused];
      const here = new Set(this.ids());
      if (end.saved) {
        saved = new Blob([end.saved]);
        snapshot.replace(end.saved);
        this.#changes.all += 1;
      }
      const added = this.ids().filter((id) => !here.has(id));
      this.#set({ stage: null, refused, added, said: outcome(added.length, refused) });
      return { articles: added, refused };
    } finally {
      snapshot.drop();
      keeper.end(ticket, saved);
    }
  }
}

/** @param {unknown} error @param {string} [name] of the file @returns {Refusal} */
function refusal(error, name) {
  const { code, message } = /** @type {any} */ (error);
  return { code: typeof code === 'string' ? code : 'page', message: [name, message ?? String(error)].filter(Boolean).join(': '), count: 1 };
}

/** @param {number} added @param {Refusal[]} refused */
function outcome(added, refused) {
  return strings.outcome(added, refused.reduce((sum, { count }) => sum + count, 0));
}
