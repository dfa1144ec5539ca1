/**
 * Which collection does this tab have open? One at a time: takes a turn at it, puts its corpus in the place of the page's, and
 * lets go of the one before once all of that is written.
 */
import { replayed } from '../engine/reader.js';
import { takeTurn } from '../storage/turn.js';

/** @typedef {import('../storage/collection.js').Collection} Collection */
/** @typedef {import('../storage/turn.js').Turn} Turn */

/** The place of a tab at its collection. */
export class Seat {
  /** @type {{ id: string, turn: Turn } | null} */
  #held = null;
  /** @type {Snapshot} */
  #snapshot;
  /** @type {import('./journal.js').Journal} */
  #journal;

  /** @param {Snapshot} snapshot @param {import('./journal.js').Journal} journal */
  constructor(snapshot, journal) {
    this.#snapshot = snapshot;
    this.#journal = journal;
  }

  /**
   * Opens a collection in the place of what is open; nothing has changed if it throws.
   * @param {Collection} collection @param {() => void} gained called when this tab may change it, if it may not at once
   * @returns {Promise<boolean>} whether it may
   */
  async take(collection, gained) {
    const { id } = collection.record;
    const held = this.#held?.id === id ? this.#held.turn : null;
    const turn = held ?? await takeTurn(id, gained);
    try {
      if (turn.isMine) await collection.claim();
      const { base, calls, last } = await collection.read();
      const bytes = calls.length ? await replayed({ corpus: base, calls }) : new Uint8Array(await base.arrayBuffer());
      await this.#journal.detach();
      this.#snapshot.replace(bytes);
      if (!held) this.#held?.turn.release();
      this.#held = { id, turn };
      if (turn.isMine) this.#journal.attach(collection, last);
      if (turn.isMine && calls.length) this.#journal.checkpoint();
      return turn.isMine;
    } catch (error) {
      if (!held) turn.release();
      throw error;
    }
  }

  /** Keeps the corpus from now on. @param {(base: Blob, articles: number) => Promise<Collection>} create makes a collection of it */
  async found(create) {
    await this.#journal.found(async (base, articles) => {
      const collection = await create(base, articles);
      const { id } = collection.record;
      this.#held = { id, turn: await takeTurn(id, () => {}) };
      return collection;
    });
  }

  /** Lets go of the collection, once all is written. */
  async leave() {
    await this.#journal.detach();
    this.#held?.turn.release();
    this.#held = null;
  }
}
