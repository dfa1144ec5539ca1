/** How does a deleted collection come back? Marks it as deleted, takes that back, and wipes it once the time for that is over. */
import { grace } from '../storage/device.js';
import { kind } from './catalogue.js';

/** The collection that was deleted last. */
export class Removal {
  /** @type {import('./catalogue.js').Catalogue} */
  #catalogue;
  /** @type {(deleted: KeptState['deleted']) => void} */
  #told;
  /** @type {KeptState['deleted']} */
  #deleted = null;

  /** @param {import('./catalogue.js').Catalogue} catalogue @param {(deleted: KeptState['deleted']) => void} told called with what can come back */
  constructor(catalogue, told) {
    this.#catalogue = catalogue;
    this.#told = told;
  }

  /** Deletes a collection; the one before cannot come back any more. @param {NonNullable<KeptState['deleted']>} collection */
  async mark(collection) {
    await this.wipe();
    const { device } = this.#catalogue;
    const at = Date.now();
    try {
      await device?.note(collection.id, () => ({ deleted: at }));
      this.#set(collection);
      setTimeout(() => this.#deleted === collection && this.wipe(), grace);
    } catch (error) {
      if (kind(error) !== 'full') throw error;
      // Not even for the mark is there room; wiping makes some.
      await device?.wipe(collection.id);
    }
    await this.#catalogue.tell();
  }

  /** Brings it back, and says which it was. */
  async takeBack() {
    const deleted = this.#deleted;
    if (!deleted) return null;
    await this.#catalogue.device?.note(deleted.id, () => ({ deleted: null }));
    this.#set(null);
    await this.#catalogue.tell();
    return deleted;
  }

  /** From now on, it cannot come back. */
  async wipe() {
    const deleted = this.#deleted;
    if (!deleted) return;
    this.#set(null);
    // What cannot be wiped now will be when a page is opened after the time is over.
    await this.#catalogue.device?.wipe(deleted.id).catch(() => {});
  }

  /** @param {KeptState['deleted']} deleted */
  #set(deleted) {
    this.#deleted = deleted;
    this.#told(deleted);
  }
}
