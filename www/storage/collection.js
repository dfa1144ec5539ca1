/**
 * What is in a collection? A log: a checkpoint, which is a whole corpus as saved bytes, and after it what was done to it, in
 * order: articles that joined, as saved corpora, and calls that changed it. Adding is appending; now and then a new
 * checkpoint takes the place of what it contains. Everything written in one go is there or not.
 */
import { StorageError, answered, transact } from './database.js';

/** The shape of what this page writes; it leaves a collection of a later one alone. */
export const format = 1;

/** A checkpoint lies in pieces of so many bytes: browsers limit the size of one value. */
const piece = 16 * 2 ** 20;

/** @typedef {import('./cipher.js').Cipher} Cipher */
/** @typedef {import('./cipher.js').Sealed} Sealed */
/**
 * What the log says in one place. Those of one `order` belong together: the pieces of a checkpoint, or what one import
 * added. A `pack` joins alone, consecutive `shard`s join at once: their ids are those of one reader.
 * @typedef {'checkpoint' | 'pack' | 'shard' | 'call'} EntryKind
 */
/** @typedef {{ order: number, part: number, kind: EntryKind, bytes: Uint8Array<ArrayBuffer> }} Entry */
/** An entry as it lies there. @typedef {{ collection: string, order: number, part: number, kind: EntryKind } & Sealed} Row */

/** One collection as one tab has it open. */
export class Collection {
  /** @type {IDBDatabase} */
  #database;
  /** @type {Cipher} */
  #cipher;
  /** Who writes here, as the record calls this tab. @type {string} */
  #tab;
  /** How many bytes lie at each order. @type {Map<number, number>} */
  #sizes = new Map();
  /** @type {CollectionRecord} */
  record;

  /** @param {IDBDatabase} database @param {CollectionRecord} record @param {Cipher} cipher @param {string} tab */
  constructor(database, record, cipher, tab) {
    this.#database = database;
    this.#cipher = cipher;
    this.#tab = tab;
    this.record = record;
  }

  /**
   * The last checkpoint, what was done since, and the order of the last entry.
   * @returns {Promise<{ base: Blob, calls: Call[], last: number }>}
   */
  async read() {
    /** @type {Row[]} */
    const rows = await transact(this.#database, 'readonly', ({ entries }) => answered(entries.getAll(all(this.record.id))));
    const read = await Promise.all(rows.map(async (row) => ({ ...row, bytes: await this.#opened(row) })));
    this.#sizes = new Map();
    for (const { order, body } of rows) this.#count(order, body.length);
    const base = read.filter(({ kind }) => kind === 'checkpoint');
    if (!base.length) throw new StorageError('damaged');
    const later = read.slice(base.length);
    return { base: new Blob(base.map(({ bytes }) => bytes)), calls: calls(later), last: read[read.length - 1].order };
  }

  /** From here on, this tab is the one that writes; what another still tries to write is refused. */
  async claim() {
    await this.#change(() => {}, { writer: this.#tab }, false);
  }

  /** @param {Entry} entry @param {number} articles how many there are then */
  async append(entry, articles) {
    const row = await this.#sealed(entry);
    await this.#change((entries) => entries.put(row), { articles, bytes: this.#total() + row.body.length });
    this.#count(row.order, row.body.length);
  }

  /** Puts a saved corpus in the place of everything up to an order. @param {number} order @param {Blob} saved @param {number} articles */
  async checkpoint(order, saved, articles) {
    const rows = await this.#pieces(order, saved);
    const kept = [...this.#sizes].filter(([at]) => at > order);
    const size = rows.reduce((sum, { body }) => sum + body.length, 0);
    const bytes = kept.reduce((sum, [, count]) => sum + count, size);
    await this.#change((entries) => {
      entries.delete(IDBKeyRange.bound([this.record.id], [this.record.id, order, []]));
      rows.forEach((row) => entries.put(row));
    }, { articles, bytes });
    this.#sizes = new Map([[order, size], ...kept]);
  }

  /** Takes back what an import added. @param {number} order @param {number} articles how many there are without */
  async retract(order, articles) {
    const bytes = this.#total() - (this.#sizes.get(order) ?? 0);
    await this.#change((entries) => entries.delete(IDBKeyRange.bound([this.record.id, order], [this.record.id, order, []])), { articles, bytes });
    this.#sizes.delete(order);
  }

  /** The rows of a new collection: its first checkpoint. @param {Blob} saved */
  async first(saved) {
    const rows = await this.#pieces(0, saved);
    for (const { body } of rows) this.#count(0, body.length);
    return { rows, bytes: this.#total() };
  }

  /** Writes in one transaction, if this tab may; its record is changed with it. @param {(entries: IDBObjectStore) => void} write
   * @param {Partial<CollectionRecord>} change @param {boolean} [mustOwn] */
  async #change(write, change, mustOwn = true) {
    this.record = await transact(this.#database, 'readwrite', async ({ collections, entries }) => {
      /** @type {CollectionRecord | undefined} */
      const now = await answered(collections.get(this.record.id));
      if (!now || now.deleted) throw new StorageError('gone');
      if (mustOwn && now.writer !== this.#tab) throw new StorageError('taken');
      // What a newer page noted there stays.
      const next = { ...now, changed: mustOwn ? Date.now() : now.changed, ...change };
      collections.put(next);
      write(entries);
      return next;
    });
  }

  /** @param {number} order @param {Blob} saved @returns {Promise<Row[]>} */
  async #pieces(order, saved) {
    const rows = [];
    for (let part = 0; part === 0 || part * piece < saved.size; part += 1) {
      const bytes = new Uint8Array(await saved.slice(part * piece, (part + 1) * piece).arrayBuffer());
      rows.push(await this.#sealed({ order, part, kind: 'checkpoint', bytes }));
    }
    return rows;
  }

  /** @param {Entry} entry @returns {Promise<Row>} */
  async #sealed({ order, part, kind, bytes }) {
    const place = { collection: this.record.id, order, part, kind };
    return { ...place, ...await this.#cipher.seal(bytes, placed(place)) };
  }

  /** @param {Row} row */
  async #opened(row) {
    try {
      return await this.#cipher.open(row, placed(row));
    } catch (error) {
      throw new StorageError('damaged', error);
    }
  }

  /** @param {number} order @param {number} bytes */
  #count(order, bytes) {
    this.#sizes.set(order, (this.#sizes.get(order) ?? 0) + bytes);
  }

  #total() {
    return [...this.#sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  }
}

/** All entries of a collection. @param {string} id */
export function all(id) {
  return IDBKeyRange.bound([id], [id, []]);
}

/** What a change of the corpus is as an entry; null if it was given what JSON does not say. @param {Change} change
 * @returns {{ kind: EntryKind, bytes: Uint8Array<ArrayBuffer> } | null} */
export function written({ name, given }) {
  if (name === 'append' && ArrayBuffer.isView(given[0])) return { kind: 'pack', bytes: new Uint8Array(/** @type {Uint8Array} */ (given[0])) };
  try {
    return given.every(isJson) ? { kind: 'call', bytes: new TextEncoder().encode(JSON.stringify({ name, given })) } : null;
  } catch {
    // What it was given reads otherwise the second time, or without end.
    return null;
  }
}

/** Whether JSON says a value as it is; what is undefined is absent to whoever reads it. @param {unknown} value @returns {boolean} */
function isJson(value) {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return !('toJSON' in value) && Object.values(value).every(isJson);
}

/** Entries as what is to be called. @param {Entry[]} entries @returns {Call[]} */
export function calls(entries) {
  /** @type {Call[]} */
  const found = [];
  /** The order of the shards that were found last. @type {number | null} */
  let open = null;
  for (const { order, kind, bytes } of entries) {
    const last = found[found.length - 1];
    if (kind === 'shard' && open === order && last && 'shards' in last) last.shards.push(bytes);
    else if (kind === 'shard') found.push({ shards: [bytes] });
    else if (kind === 'pack') found.push({ name: 'append', given: [bytes] });
    else if (kind === 'call') found.push(JSON.parse(new TextDecoder().decode(bytes)));
    // What a newer page wrote cannot be left out: what follows may rest on it.
    else throw new StorageError('newer');
    open = kind === 'shard' ? order : null;
  }
  return found;
}

/** Where something lies, in one text. @param {Pick<Row, 'collection' | 'order' | 'part' | 'kind'>} row */
function placed({ collection, order, part, kind }) {
  return [collection, order, part, kind].join('/');
}
