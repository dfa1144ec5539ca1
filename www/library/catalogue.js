/**
 * Which collections are listed, in all tabs? Connects to what lies on this device, reads the list and the room there is, and
 * hears from other tabs when either has changed.
 */
import { format } from '../storage/collection.js';
import { StorageError } from '../storage/database.js';
import { Device } from '../storage/device.js';

/**
 * Who wants to know: of collections and room, of the collection to which another tab did something (null: to the list alone), and
 * that the device lets go of everything.
 * @typedef {{ listed(found: Pick<KeptState, 'collections' | 'room'>): void, heard(changed: string | null): void, lost(why: StorageRefusal): void }} Reader
 */

/** Who else reads what is kept. Firefox, known by an event that it alone has, keeps files apart. @type {KeptState['sharing']} */
export const sharing = globalThis.location?.protocol !== 'file:' ? 'site' : 'onmozfullscreenchange' in document ? 'file' : 'disk';

/** The list of the collections on this device. */
export class Catalogue {
  /** What holds the collections; null if nothing can be kept. @type {Device | null} */
  device = null;
  /** What tells pages apart; null for a page that opens nothing by itself. @type {string | null} */
  page = null;
  /** @type {KeptCollection[]} */
  #collections = [];
  #channel = new BroadcastChannel('corpus-explorer');
  /** @type {Reader} */
  #reader;

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
    this.#channel.onmessage = ({ data }) => this.#hear(data);
  }

  async connect() {
    this.device = await Device.open((why) => {
      this.device = null;
      this.#collections = [];
      this.#reader.lost(why);
    });
  }

  /** @param {string} id */
  find(id) {
    return this.#collections.find((one) => one.id === id);
  }

  /** The collection that this page had open last. */
  last() {
    return this.#collections.filter(({ openedAt }) => openedAt).sort((a, b) => b.openedAt - a.openedAt)[0];
  }

  /** @param {string} id @param {string} name */
  async rename(id, name) {
    await this.device?.note(id, () => ({ name }));
    await this.tell();
  }

  /** Looks what there is, and lets other tabs look. @param {string | null} [changed] the collection whose articles changed */
  async tell(changed = null) {
    await this.#look();
    this.#channel.postMessage({ changed });
  }

  /** Notes whether this page opens a collection by itself. @param {string} id @param {boolean} isOpened */
  async noteOpened(id, isOpened) {
    const { page } = this;
    if (page === null) return;
    await this.device?.note(id, ({ opened: { [page]: _, ...others } }) => ({ opened: isOpened ? { ...others, [page]: Date.now() } : others }));
  }

  /** @param {{ changed: string | null }} data */
  async #hear({ changed }) {
    if (!this.device) return;
    this.#reader.heard(changed);
    // A list that cannot be read stays as it is; whoever wants something of it hears why.
    await this.#look().catch(() => {});
  }

  async #look() {
    if (!this.device) return;
    try {
      const [records, room] = await Promise.all([this.device.list(), estimated()]);
      this.#collections = records.map((record) => summary(record, this.page));
      this.#reader.listed({ collections: this.#collections, room });
    } catch (error) {
      // Another tab forgot everything; that is told by itself.
      if (kind(error) !== 'gone') throw error;
    }
  }
}

/** A collection as it is listed. @param {CollectionRecord} record @param {string | null} page @returns {KeptCollection} */
function summary({ id, name, articles, bytes, changed, padlock, opened, format: its }, page) {
  return { id, name, articles, bytes, changed, isSealed: Boolean(padlock), isForeign: its > format, openedAt: page === null ? 0 : opened[page] ?? 0 };
}

/** How much room there is, where the browser says. @returns {Promise<KeptState['room']>} */
async function estimated() {
  try {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { used: usage, all: quota };
  } catch {
    return null;
  }
}

/** Why something could not be kept or opened. @param {unknown} error @returns {StorageRefusal} */
export function kind(error) {
  if (error instanceof StorageError) return error.kind;
  return /** @type {any} */ (error)?.code === 'pack' ? 'damaged' : 'failed';
}
