/**
 * Where is the work kept? On this device, in collections: makes and opens them, keeps what happens to the one that is open,
 * and says how that stands. What is kept, and in which order, is the journal's.
 */
import { carried } from '../engine/carried.js';
import { canSeal } from '../storage/cipher.js';
import { Catalogue, kind, sharing } from './catalogue.js';
import { Exclusive } from './exclusive.js';
import { Journal } from './journal.js';
import { Removal } from './removal.js';
import { Seat } from './seat.js';

/** What the keeper stands in: whether something would be lost with this tab; `replaced` is called when the corpus is another, with
 * whether that is neither kept nor saved; `told` when the state has changed.
 * @typedef {{ corpus: PageCorpus, snapshot: Snapshot, isUnsaved(): boolean, replaced(isUnsaved: boolean): void, told(): void }} KeeperRoom */

/** @implements {Keeping} */
export class Keeper {
  /** @type {KeptState} */
  state = { refused: null, isReady: false, canSeal: canSeal(), collections: [], current: null, pending: 0, keptAt: null, failure: null, question: null, locked: null,
    unopened: null, deleted: null, room: null, sharing };
  /** @type {KeeperRoom} */
  #room;
  /** @type {Journal} */
  journal;
  /** @type {Catalogue} */
  #catalogue;
  /** @type {Removal} */
  #removal;
  /** @type {Seat} */
  #seat;
  #isDeclined = false;
  #isImporting = false;
  /** What may put another corpus in the place of this one; an import has to wait for it. */
  switching = new Exclusive();
  /** When the last change was written that other tabs know of. @type {number | null} */
  #known = null;
  #listener = () => {};

  /** @param {KeeperRoom} room */
  constructor(room) {
    this.#room = room;
    this.journal = new Journal({ count: () => room.corpus.ids().length, snapshot: room.snapshot, told: () => this.#written() });
    this.#seat = new Seat(room.snapshot, this.journal);
    this.#catalogue = new Catalogue({ listed: (found) => this.#tell(found), heard: (changed) => this.#hear(changed), lost: (why) => this.#lose(why) });
    this.#removal = new Removal(this.#catalogue, (deleted) => this.#tell({ deleted }));
  }

  /** Finds the collections of this device, and opens the one that this page had open last. @param {string | null} page what tells pages
   * apart; null for a page that opens nothing by itself */
  async start(page) {
    this.#catalogue.page = page;
    await this.#try(() => this.#connect());
    const last = this.#catalogue.last();
    if (last) await this.open(last.id);
  }

  /** @param {() => void} listener called whenever the state changes, until there is another */
  listen(listener) {
    this.#listener = listener;
  }

  /** Whether everything in this tab is on the device. */
  get isKept() {
    return Boolean(this.state.current?.isWriter) && this.journal.isKept;
  }

  /** An import begins: asks whether to keep what comes, unless that is known. @param {string} name a name for it, or nothing
   * @returns {{ ticket: import('./journal.js').Ticket, base: CorpusState }} */
  begin(name) {
    this.#isImporting = true;
    const base = this.#room.snapshot.take();
    const ticket = this.journal.begin(base);
    if (this.#device && !this.state.current && !this.#isDeclined) this.#tell({ question: this.state.question || name });
    return { ticket, base };
  }

  /** An import ends. @param {import('./journal.js').Ticket} ticket @param {Blob | null} saved */
  end(ticket, saved) {
    this.#isImporting = false;
    this.journal.end(ticket, saved);
  }

  /** @param {string} name @param {string} passphrase */
  async keep(name, passphrase) {
    await this.switching.settled();
    const device = this.#device;
    if (!device || this.state.current?.isWriter) return;
    this.#tell({ question: null });
    await this.#leave();
    try {
      await this.#seat.found(async (base, articles) => {
        const collection = await device.create({ name, passphrase, page: this.#catalogue.page }, base, articles);
        this.#tell({ current: { id: collection.record.id, name, isWriter: true, isBehind: false } });
        return collection;
      });
      // Without this, a browser that runs out of room may clear what is kept. Some ask the reader first; nothing waits for that.
      navigator.storage?.persist?.().catch(() => {});
      await this.#catalogue.tell();
    } catch (error) {
      this.journal.failure = kind(error);
      this.#tell({ question: name });
    }
  }

  decline() {
    this.#isDeclined = true;
    this.#tell({ question: null });
  }

  ask() {
    this.#tell({ question: '' });
  }

  stay() {
    this.#tell({ unopened: null });
  }

  /** @param {string} id @param {{ passphrase?: string, isSure?: boolean }} [how] */
  open(id, how) {
    return this.#switch(() => this.#open(id, how));
  }

  /** @param {{ isSure?: boolean }} [how] */
  close(how) {
    return this.#switch(() => this.#close(how));
  }

  /** @param {string} id @param {{ passphrase?: string, isSure?: boolean }} [how] */
  async #open(id, { passphrase = '', isSure = false } = {}) {
    const { name, isSealed } = this.#catalogue.find(id) ?? {};
    const device = this.#device;
    if (!device || name === undefined) return;
    if (isSealed && !passphrase) return this.#tell({ locked: { id, name, isWrong: false } });
    if (!isSure && this.#room.isUnsaved()) return this.#tell({ unopened: { id, name, why: 'unsaved' } });
    this.#tell({ unopened: null });
    try {
      const isWriter = await this.#seat.take(await device.open(id, passphrase), () => this.#takeOver(id));
      // Meanwhile, another tab may have forgotten everything.
      const isThere = device === this.#device;
      if (!isThere) await this.#seat.leave();
      this.#tell({ current: isThere ? { id, name, isWriter, isBehind: false } : null, locked: null, question: null });
      this.#room.replaced(!isThere);
      await this.#catalogue.noteOpened(id, true);
    } catch (error) {
      const why = kind(error);
      this.#tell(why === 'wrong' ? { locked: { id, name, isWrong: true } } : { unopened: { id, name, why } });
    }
    await this.#catalogue.tell();
  }

  /** @param {{ isSure?: boolean }} [how] */
  async #close({ isSure = false } = {}) {
    const { current, locked } = this.state;
    if (current && !isSure && this.#room.isUnsaved()) return this.#tell({ unopened: { id: null, name: current.name, why: 'unsaved' } });
    const left = current ?? locked;
    if (left) await this.#catalogue.noteOpened(left.id, false);
    this.#tell({ locked: null, unopened: null });
    if (!current) return;
    await this.#leave();
    const own = await carried('corpus');
    if (own) this.#room.snapshot.replace(own);
    this.#room.replaced(false);
    await this.#catalogue.tell();
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    return this.#try(async () => {
      await this.#catalogue.rename(id, name);
      const { current } = this.state;
      if (current?.id === id) this.#tell({ current: { ...current, name } });
    });
  }

  /** @param {string} id */
  remove(id) {
    return this.#switch(() => this.#remove(id));
  }

  /** @param {string} id */
  async #remove(id) {
    const { name } = this.#catalogue.find(id) ?? {};
    if (name === undefined) return;
    const isCurrent = this.state.current?.id === id;
    if (isCurrent) await this.#close({ isSure: true });
    await this.#removal.mark({ id, name, isCurrent });
  }

  undoRemove() {
    return this.#switch(async () => {
      const back = await this.#removal.takeBack();
      if (back?.isCurrent) await this.#open(back.id);
    });
  }

  /** What was deleted cannot come back from now on. */
  leavePage() {
    return this.#removal.wipe();
  }

  forget() {
    return this.#switch(() => this.#forget());
  }

  async #forget() {
    const isExposed = Boolean(this.state.current);
    await this.#leave();
    await this.#removal.wipe();
    await this.#device?.forget();
    await this.#connect();
    this.#tell({ locked: null, unopened: null });
    if (isExposed) this.#room.replaced(true);
  }

  /** Tries again to keep everything; what was deleted makes room. */
  retry() {
    return this.#switch(async () => {
      await this.#removal.wipe();
      if (this.state.current?.isWriter) this.journal.checkpoint();
    });
  }

  /** While nobody looks, a checkpoint takes the place of the changes since the last one. */
  rest() {
    if (this.isKept && !this.#isImporting && this.journal.hasEntries) this.journal.checkpoint();
  }

  /** Does what may put another corpus in the place of this one, unless that is being added to or left. @param {() => Promise<void>} act */
  async #switch(act) {
    if (!this.#isImporting) await this.switching.run(() => this.#try(act));
  }

  /** Says why something was not done. @param {() => Promise<void>} act */
  async #try(act) {
    const refused = await act().then(() => (this.#device ? null : this.state.refused), kind);
    if (refused !== this.state.refused) this.#tell({ refused });
  }

  async #connect() {
    await this.#catalogue.connect();
    this.#tell({ isReady: true });
    await this.#catalogue.tell();
  }

  /** What holds the collections. */
  get #device() {
    return this.#catalogue.device;
  }

  /** Lets go of the open collection. */
  async #leave() {
    await this.#seat.leave();
    this.#tell({ current: null });
  }

  /** The tab that had a collection is closed: this one goes on with it, unless something here would be lost. @param {string} id */
  async #takeOver(id) {
    const { current } = this.state;
    if (current?.id !== id || current.isWriter) return;
    if (this.#room.isUnsaved() || this.#isImporting) return this.#tell({ current: { ...current, isBehind: true } });
    // With a passphrase, this asks for it.
    await this.open(id);
  }

  /** Another tab did something. @param {string | null} changed the collection to which it did */
  #hear(changed) {
    const { current } = this.state;
    if (current && current.id === changed && !current.isWriter) this.#tell({ current: { ...current, isBehind: true } });
  }

  /** The journal has written, or could not. */
  #written() {
    const { failure, keptAt, pending } = this.journal;
    const { current } = this.state;
    this.#tell(failure === 'taken' && current ? { current: { ...current, isWriter: false } } : {});
    if (pending || keptAt === this.#known || !current?.isWriter) return;
    this.#known = keptAt;
    this.#try(() => this.#catalogue.tell(current.id));
  }

  /** @param {StorageRefusal} why */
  #lose(why) {
    const isExposed = Boolean(this.state.current);
    this.#seat.leave();
    this.#tell({ refused: why === 'gone' ? null : why, collections: [], current: null, isReady: false });
    if (isExposed) this.#room.replaced(true);
    // Everything was forgotten in another tab: here, it can be kept anew.
    if (why === 'gone') this.#try(() => this.#connect());
  }

  /** @param {Partial<KeptState>} [change] */
  #tell(change = {}) {
    const { pending, keptAt, failure } = this.journal;
    Object.assign(this.state, { pending, keptAt, failure }, change);
    this.#room.told();
    this.#listener();
  }
}
