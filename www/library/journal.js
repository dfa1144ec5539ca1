/**
 * In which order is what happens to the corpus kept? One queue for changes, the shards of imports and checkpoints; each is
 * written after the one before, or none after one that failed. While a collection is only being made, they wait here.
 */
import { StorageError } from '../storage/database.js';
import { written } from '../storage/collection.js';

/** @typedef {import('../storage/collection.js').Collection} Collection */
/** @typedef {import('../storage/collection.js').Entry} Entry */
/** What happened since a saved corpus, while there is no collection to write it to.
 * @typedef {{ base: CorpusState, articles: number, entries: { entry: Entry, articles: number, done(): void }[] }} Apart */
/** An import: everything it adds comes before what is changed while it goes on.
 * @typedef {{ order: number, parts: number, articles: number, kept: number }} Ticket */

/** What is kept of one tab's corpus. */
export class Journal {
  /** @type {Collection | null} */
  #collection = null;
  /** The order of the next entry. */
  #order = 1;
  /** The import that goes on. @type {Ticket | null} */
  #ticket = null;
  /** @type {Apart | null} */
  #apart = null;
  /** @type {Promise<void>} */
  #queue = Promise.resolve();
  /** How many articles there are. @type {() => number} */
  #count;
  /** @type {() => CorpusState} */
  #state;
  /** @type {(state: CorpusState) => Promise<Blob>} */
  #saved;
  #told;
  /** Whether something happened that no entry can say: then a checkpoint must. */
  #isOwing = false;
  #isFounding = false;
  pending = 0;
  /** Whether there is more than a checkpoint. */
  hasEntries = false;
  /** When something was written last, in milliseconds since 1970. @type {number | null} */
  keptAt = null;
  /** @type {StorageRefusal | null} */
  failure = null;

  /** @param {{ count(): number, snapshot: Snapshot, told(): void }} corpus how many articles there are, and the corpus; `told` is called
   * when anything here changes */
  constructor({ count, snapshot, told }) {
    this.#count = count;
    this.#state = snapshot.state;
    this.#saved = snapshot.saved;
    this.#told = told;
  }

  /** Whether everything that happened is on the device. */
  get isKept() {
    return Boolean(this.#collection) && !this.failure && !this.#isOwing && this.pending === 0;
  }

  /** @param {Change} change */
  note(change) {
    const said = written(change);
    if (said) return this.#write({ order: this.#next(), part: 0, ...said }, this.#count());
    this.#isOwing = true;
    this.#release();
  }

  /** An import begins. @param {CorpusState} base the corpus that it starts from @returns {Ticket} */
  begin(base) {
    if (!this.#collection) this.#setApart(base);
    this.#ticket = { order: this.#next(), parts: 0, articles: this.#count(), kept: 0 };
    return this.#ticket;
  }

  /** Some of an import is cleaned. @param {Ticket} ticket @param {Shard} shard @param {(articles: number) => void} kept called with how many of it are kept
   * once this is */
  shard(ticket, { kind, bytes, articles }, kept) {
    ticket.articles += articles;
    const entry = { order: ticket.order, part: ticket.parts, kind, bytes };
    ticket.parts += 1;
    this.#write(entry, ticket.articles, () => {
      ticket.kept += articles;
      kept(ticket.kept);
    });
  }

  /** An import ends: with the corpus as it is then, but for what was changed meanwhile, or without having added anything.
   * @param {Ticket} ticket @param {Blob | null} saved */
  end(ticket, saved) {
    this.#ticket = null;
    if (this.#collection) {
      const articles = this.#count();
      if (saved) this.#fold(ticket.order, { corpus: saved, calls: [] }, articles);
      else if (ticket.parts) this.#enqueue((collection) => collection.retract(ticket.order, articles));
    } else if (this.#apart && !saved) {
      this.#apart.entries = this.#apart.entries.filter(({ entry }) => entry.order !== ticket.order);
    }
    this.#release();
  }

  /** Everything in the corpus is kept from now on.
   * @param {(base: Blob, articles: number) => Promise<Collection>} create makes a collection of it */
  async found(create) {
    const apart = this.#setApart(this.#state());
    this.#isFounding = true;
    try {
      const collection = await create(await this.#saved(apart.base), apart.articles);
      this.#apart = null;
      this.attach(collection, this.#order);
      for (const { entry, articles, done } of apart.entries) this.#write(entry, articles, done);
    } finally {
      this.#isFounding = false;
      this.#release();
    }
  }

  /** What happens from now on is written to a collection. @param {Collection} collection @param {number} last the order of its last entry */
  attach(collection, last) {
    this.#collection = collection;
    this.#order = Math.max(this.#order, last + 1);
    this.failure = null;
    this.keptAt = Date.now();
    this.#told();
  }

  /** Nothing more is written, once all is that was to be. */
  async detach() {
    await this.#queue;
    this.#collection = null;
    this.#isOwing = false;
    this.hasEntries = false;
    this.failure = null;
    this.keptAt = null;
  }

  /** Puts the corpus as it is in the place of all entries. */
  checkpoint() {
    const [isNeeded, order, articles] = [this.failure !== null || this.#isOwing, this.#next(), this.#count()];
    this.failure = null;
    this.#isOwing = false;
    this.#fold(order, this.#state(), articles, isNeeded);
  }

  /** Puts a corpus in the place of the entries that it contains. @param {number} order @param {CorpusState} state @param {number} articles
   * @param {boolean} [isNeeded] whether entries are missing */
  #fold(order, state, articles, isNeeded = false) {
    this.#enqueue(async (collection) => {
      try {
        await collection.checkpoint(order, await this.#saved(state), articles);
        this.hasEntries = false;
      } catch (error) {
        // With no room for a checkpoint, the entries that it would contain still say everything.
        if (isNeeded || !(error instanceof StorageError && error.kind === 'full')) throw error;
      }
    });
  }

  #next() {
    this.#order += 1;
    return this.#order - 1;
  }

  /** @param {CorpusState} base @returns {Apart} */
  #setApart(base) {
    this.#apart ??= { base, articles: this.#count(), entries: [] };
    return this.#apart;
  }

  /** Once no import goes on and no collection is being made, forgets what was set apart, and writes the checkpoint that is owed: in
   * the middle of an import, it would stand in the place of what is only half there. */
  #release() {
    if (!this.#ticket && !this.#isFounding) {
      this.#apart = null;
      if (this.#isOwing) this.checkpoint();
    }
    this.#told();
  }

  /** @param {Entry} entry @param {number} articles @param {() => void} [done] */
  #write(entry, articles, done = () => {}) {
    if (this.#apart) this.#apart.entries.push({ entry, articles, done });
    else this.#enqueue(async (collection) => {
      await collection.append(entry, articles);
      this.hasEntries = true;
      done();
    });
  }

  /** @param {(collection: Collection) => Promise<void>} write */
  #enqueue(write) {
    const collection = this.#collection;
    if (!collection || this.failure) return;
    this.pending += 1;
    this.#queue = this.#queue.then(async () => {
      try {
        // After one that failed, an entry would stand on what is not there.
        if (this.failure) return;
        await write(collection);
        this.keptAt = Date.now();
      } catch (error) {
        this.failure = error instanceof StorageError ? error.kind : 'failed';
      } finally {
        this.pending -= 1;
        this.#told();
      }
    });
    this.#told();
  }
}
