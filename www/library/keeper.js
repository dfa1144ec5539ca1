/**
 * Where is the work kept? On this device, in collections: makes and opens them, keeps what happens to the one that is open,
 * and says how that stands. What is kept, and in which order, is the journal's.
 */
import { carried } from '../engine/carried.js';
import { replayed } from '../engine/reader.js';
import { canSeal } from '../storage/cipher.js';
import { Device, grace } from '../storage/device.js';
import { takeTurn } from '../storage/turn.js';
import { kind, room as estimated, summary } from './account.js';
import { Journal } from './journal.js';

/**
 * What the keeper stands in: whether something would be lost with this tab; `replaced` is called when the corpus is another, and
 * whether that is neither kept nor saved; `told` when the state has changed.
 * @typedef {{ corpus: PageCorpus, snapshot: Snapshot, isUnsaved(): boolean, replaced(isUnsaved: boolean): void, told(): void }} KeeperRoom
 */

/** @implements {Keeping} */
export class Keeper {
  /** @type {KeptState} */
  state = { refused: null, isReady: false, canSeal: canSeal(), collections: [], current: null, pending: 0, keptAt: null, failure: null, question: null, locked: null,
    unopened: null, deleted: null, room: null };
  /** @type {KeeperRoom} */
  #room;
  /** @type {Journal} */
  journal;
  /** @type {Device | null} */
  #device = null;
  /** @type {import('../storage/turn.js').Turn | null} */
  #turn = null;
  /** What tells pages apart; null for a page that opens nothing by itself. @type {string | null} */
  #page = null;
  #isDeclined = false;
  #isImporting = false;
  /** When the last change was written that other tabs know of. @type {number | null} */
  #known = null;
  #listener = () => {};
  #channel = new BroadcastChannel('corpus-explorer');

  /** @param {KeeperRoom} room */
  constructor(room) {
    this.#room = room;
    this.journal = new Journal(() => room.corpus.ids().length, () => this.#written());
    this.#channel.onmessage = ({ data }) => this.#hear(data);
  }

  /**
   * Finds the collections of this device, and opens the one that this page had open last.
   * @param {string | null} page what tells pages apart; null for a page that opens nothing by itself
   */
  async start(page) {
    this.#page = page;
    try {
      await this.#connect();
    } catch (error) {
      return this.#tell({ refused: kind(error) });
    }
    const [last] = this.state.collections.filter(({ openedAt }) => openedAt).sort((a, b) => b.openedAt - a.openedAt);
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
   * @returns {{ ticket: import('./journal.js').Ticket, base: Blob }} */
  begin(name) {
    this.#isImporting = true;
    const base = this.#room.snapshot.take();
    const ticket = this.journal.begin(base);
    if (this.#device && !this.state.current && !this.#isDeclined) this.#tell({ question: this.state.question || name });
    return { ticket, base };
  }

  /** @param {import('./journal.js').Ticket} ticket @param {Blob | null} saved */
  end(ticket, saved) {
    this.#isImporting = false;
    this.journal.end(ticket, saved);
  }

  /** @param {string} name @param {string} passphrase */
  async keep(name, passphrase) {
    const device = this.#device;
    if (!device || this.state.current?.isWriter) return;
    this.#tell({ question: null });
    await this.#leave();
    try {
      await this.journal.found(this.#room.snapshot.save(), async (base, articles) => {
        const collection = await device.create({ name, passphrase, page: this.#page }, base, articles);
        this.#turn = await takeTurn(collection.record.id, () => {});
        this.#tell({ current: { id: collection.record.id, name, isWriter: true, isBehind: false } });
        return collection;
      });
      // Without this, a browser that runs out of room may clear what is kept. Some ask the reader first; nothing waits for that.
      navigator.storage?.persist?.().catch(() => {});
      await this.#list();
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
  async open(id, { passphrase = '', isSure = false } = {}) {
    const record = this.state.collections.find((one) => one.id === id);
    if (!this.#device || !record || this.#isImporting) return;
    const { name } = record;
    if (record.isSealed && !passphrase) return this.#tell({ locked: { id, name, isWrong: false } });
    if (!isSure && this.#room.isUnsaved()) return this.#tell({ unopened: { id, name, why: 'unsaved' } });
    this.#tell({ unopened: null });
    try {
      await this.#enter(await this.#device.open(id, passphrase));
      this.#tell({ locked: null, question: null });
      await this.#device.note(id, ({ opened }) => (this.#page === null ? {} : { opened: { ...opened, [this.#page]: Date.now() } }));
    } catch (error) {
      const why = kind(error);
      this.#tell(why === 'wrong' ? { locked: { id, name, isWrong: true } } : { unopened: { id, name, why } });
    }
    await this.#list();
  }

  /** @param {{ isSure?: boolean }} [how] */
  async close({ isSure = false } = {}) {
    const { current, locked } = this.state;
    if (current && !isSure && this.#room.isUnsaved()) return this.#tell({ unopened: { id: null, name: current.name, why: 'unsaved' } });
    this.#tell({ locked: null, unopened: null });
    const left = current ?? locked;
    if (left) await this.#device?.note(left.id, ({ opened }) => ({ opened: Object.fromEntries(Object.entries(opened).filter(([page]) => page !== this.#page)) }));
    if (!current || this.#isImporting) return;
    await this.#leave();
    await this.#showOwn();
    await this.#list();
  }

  /** @param {string} id @param {string} name */
  async rename(id, name) {
    await this.#device?.note(id, () => ({ name }));
    const { current } = this.state;
    if (current?.id === id) this.#tell({ current: { ...current, name } });
    await this.#list();
  }

  /** @param {string} id */
  async remove(id) {
    const record = this.state.collections.find((one) => one.id === id);
    if (!this.#device || !record || this.#isImporting) return;
    const isCurrent = this.state.current?.id === id;
    if (isCurrent) await this.close({ isSure: true });
    await this.leavePage();
    const at = Date.now();
    await this.#device.note(id, () => ({ deleted: at }));
    this.#tell({ deleted: { id, name: record.name, isCurrent } });
    setTimeout(() => this.#expire(id), grace);
    await this.#list();
  }

  async undoRemove() {
    const { deleted } = this.state;
    if (!deleted) return;
    await this.#device?.note(deleted.id, () => ({ deleted: null }));
    this.#tell({ deleted: null });
    await this.#list();
    if (deleted.isCurrent) await this.open(deleted.id);
  }

  /** What was deleted cannot come back from now on. */
  async leavePage() {
    const { deleted } = this.state;
    if (deleted) await this.#device?.wipe(deleted.id);
  }

  async forget() {
    const device = this.#device;
    if (!device) return;
    const isExposed = Boolean(this.state.current);
    await this.#leave();
    this.#device = null;
    try {
      await device.forget();
      await this.#connect();
      this.#tell({ deleted: null, locked: null, unopened: null });
      if (isExposed) this.#room.replaced(true);
    } catch (error) {
      this.#tell({ refused: kind(error) });
    }
  }

  retry() {
    if (this.state.current?.isWriter) this.journal.checkpoint(this.#room.snapshot.save());
  }

  /** While nobody looks, a checkpoint takes the place of the changes since the last one. */
  rest() {
    if (this.isKept && !this.#isImporting && this.journal.hasEntries) this.journal.checkpoint(this.#room.snapshot.save());
  }

  async #connect() {
    this.#device = await Device.open((why) => this.#lose(why));
    this.#tell({ isReady: true, refused: null });
    await this.#list();
  }

  /** @param {import('../storage/collection.js').Collection} collection */
  async #enter(collection) {
    const { id, name } = collection.record;
    const held = this.state.current?.id === id ? this.#turn : null;
    const turn = held ?? await takeTurn(id, () => this.#takeOver(id));
    try {
      if (turn.isMine) await collection.claim();
      const { base, calls, last } = await collection.read();
      const bytes = calls.length ? await replayed(base, calls) : new Uint8Array(await base.arrayBuffer());
      await this.#leave(turn);
      this.#room.snapshot.replace(bytes);
      this.#turn = turn;
      if (turn.isMine) this.journal.attach(collection, last);
      this.#tell({ current: { id, name, isWriter: turn.isMine, isBehind: false } });
      this.#room.replaced(false);
      if (turn.isMine && calls.length) this.journal.checkpoint(this.#room.snapshot.save());
    } catch (error) {
      if (!held) turn.release();
      throw error;
    }
  }

  /** Lets go of the open collection, once all is written. @param {import('../storage/turn.js').Turn} [next] the turn that comes after, which may be the same */
  async #leave(next) {
    await this.journal.detach();
    if (this.#turn !== next) this.#turn?.release();
    this.#turn = null;
    this.#tell({ current: null });
  }

  /** The articles that the page came with. */
  async #showOwn() {
    const bytes = await carried('corpus');
    if (bytes) this.#room.snapshot.replace(bytes);
    this.#room.replaced(false);
  }

  /** The tab that had a collection is closed: this one goes on with it, unless something here would be lost. @param {string} id */
  async #takeOver(id) {
    const { current } = this.state;
    if (current?.id !== id || current.isWriter) return;
    if (this.#room.isUnsaved() || this.#isImporting) return this.#tell({ current: { ...current, isBehind: true } });
    // With a passphrase, this asks for it.
    await this.open(id);
  }

  /** Another tab did something. @param {{ changed: string | null }} data the collection to which it did */
  async #hear({ changed }) {
    if (!this.#device) return;
    const { current } = this.state;
    if (current && current.id === changed && !current.isWriter) this.#tell({ current: { ...current, isBehind: true } });
    await this.#list({ isHeard: true });
  }

  /** The journal has written, or could not. */
  #written() {
    const { failure, keptAt, pending } = this.journal;
    const { current } = this.state;
    this.#tell(failure === 'taken' && current ? { current: { ...current, isWriter: false } } : {});
    if (pending || keptAt === this.#known || !current?.isWriter) return;
    this.#known = keptAt;
    this.#list({ changed: current.id });
  }

  /** @param {StorageRefusal} why */
  #lose(why) {
    const isExposed = Boolean(this.state.current);
    this.#device = null;
    this.#turn?.release();
    this.#turn = null;
    this.journal.detach();
    this.#tell({ refused: why === 'gone' ? null : why, collections: [], current: null, isReady: false });
    if (isExposed) this.#room.replaced(true);
    // Everything was forgotten in another tab: here, it can be kept anew.
    if (why === 'gone') this.#connect().catch((error) => this.#tell({ refused: kind(error) }));
  }

  /** @param {string} id */
  async #expire(id) {
    if (this.state.deleted?.id !== id) return;
    await this.leavePage();
    this.#tell({ deleted: null });
  }

  /** Looks which collections there are, and lets other tabs look. @param {{ changed?: string | null, isHeard?: boolean }} [how] the collection
   * whose articles changed; whether another tab said so */
  async #list({ changed = null, isHeard = false } = {}) {
    if (!this.#device) return;
    try {
      const [records, room] = await Promise.all([this.#device.list(), estimated()]);
      const collections = records.map((record) => summary(record, this.#page));
      if (!isHeard) this.#channel.postMessage({ changed });
      this.#tell({ collections, room });
    } catch (error) {
      // Another tab forgot everything; that is told by itself.
      if (kind(error) !== 'gone') throw error;
    }
  }

  /** @param {Partial<KeptState>} [change] */
  #tell(change = {}) {
    const { pending, keptAt, failure } = this.journal;
    Object.assign(this.state, { pending, keptAt, failure }, change);
    this.#room.told();
    this.#listener();
  }
}
