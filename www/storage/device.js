/**
 * Which collections are on this device? Lists, makes, opens, renames and deletes them. A deleted one is only marked at first,
 * so that it can come back; it is wiped when that is no longer offered.
 */
import { opened, open as plain, sealedBy } from './cipher.js';
import { Collection, all, format } from './collection.js';
import { StorageError, answered, deleteDatabase, openDatabase, transact } from './database.js';

/** For how long a deleted collection can come back, in milliseconds. */
export const grace = 10 * 60_000;

/** The collections on this device, as one tab sees them. */
export class Device {
  /** @type {IDBDatabase} */
  #database;
  /** What this tab is called where it writes. */
  #tab = unique();

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /** @param {(why: StorageRefusal) => void} closed called when the device lets go of everything @returns {Promise<Device>} */
  static async open(closed) {
    const device = new Device(await openDatabase(closed));
    await device.#wipe(({ deleted }) => Boolean(deleted) && Date.now() - (deleted ?? 0) > grace);
    return device;
  }

  /** All collections but those deleted, the last changed first. @returns {Promise<CollectionRecord[]>} */
  async list() {
    const records = await this.#records();
    return records.filter(({ deleted }) => !deleted).sort((a, b) => b.changed - a.changed);
  }

  /**
   * A new collection of a saved corpus.
   * @param {{ name: string, passphrase: string, page: string | null }} how the page that opens it at once, if one does
   * @param {Blob} saved @param {number} articles @returns {Promise<Collection>}
   */
  async create({ name, passphrase, page }, saved, articles) {
    const { cipher, padlock } = passphrase ? await sealedBy(passphrase) : { cipher: plain, padlock: null };
    const now = Date.now();
    /** @type {CollectionRecord} */
    const record = { id: unique(), name, created: now, changed: now, articles, bytes: 0, format, padlock,
      writer: this.#tab, opened: page === null ? {} : { [page]: now }, deleted: null };
    const collection = new Collection(this.#database, record, cipher, this.#tab);
    const { rows, bytes } = await collection.first(saved);
    record.bytes = bytes;
    await transact(this.#database, 'readwrite', async ({ collections, entries }) => {
      collections.add(record);
      rows.forEach((row) => entries.put(row));
    });
    return collection;
  }

  /** @param {string} id @param {string} passphrase empty if there is none @returns {Promise<Collection>} */
  async open(id, passphrase) {
    const record = (await this.#records()).find((one) => one.id === id && !one.deleted);
    if (!record) throw new StorageError('gone');
    if (record.format > format) throw new StorageError('newer');
    const { padlock } = record;
    const cipher = padlock ? await opened(padlock, passphrase) : plain;
    if (!cipher) throw new StorageError('wrong');
    return new Collection(this.#database, record, cipher, this.#tab);
  }

  /** Changes what is noted of a collection, not what is in it. @param {string} id @param {(record: CollectionRecord) => Partial<CollectionRecord>} change */
  async note(id, change) {
    await transact(this.#database, 'readwrite', async ({ collections }) => {
      /** @type {CollectionRecord | undefined} */
      const record = await answered(collections.get(id));
      if (record) collections.put({ ...record, ...change(record) });
    });
  }

  /** Wipes a collection. @param {string} id */
  async wipe(id) {
    await this.#wipe((record) => record.id === id);
  }

  /** Everything on this device is forgotten. */
  async forget() {
    this.#database.close();
    await deleteDatabase();
  }

  /** @returns {Promise<CollectionRecord[]>} */
  #records() {
    return transact(this.#database, 'readonly', ({ collections }) => answered(collections.getAll()));
  }

  /** @param {(record: CollectionRecord) => boolean} goes */
  async #wipe(goes) {
    await transact(this.#database, 'readwrite', async ({ collections, entries }) => {
      /** @type {CollectionRecord[]} */
      const records = await answered(collections.getAll());
      for (const { id } of records.filter(goes)) {
        collections.delete(id);
        entries.delete(all(id));
      }
    });
  }
}

/** A name that no other tab or collection has. */
function unique() {
  // `randomUUID` is there on secure pages alone.
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
