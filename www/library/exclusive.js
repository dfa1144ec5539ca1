/** What must not happen at the same time? Runs tasks one after the other, and lets those wait who must come after. */
export class Exclusive {
  /** The tasks that run or wait. @type {Promise<void> | null} */
  #last = null;

  /** Runs a task once those before it have ended. @param {() => Promise<void>} task that does not fail */
  async run(task) {
    const mine = this.#after(this.#last, task);
    this.#last = mine;
    await mine;
    if (this.#last === mine) this.#last = null;
  }

  /** Waits until none runs. */
  async settled() {
    while (this.#last) await this.#last;
  }

  /** @param {Promise<void> | null} before @param {() => Promise<void>} task */
  async #after(before, task) {
    await before;
    await task();
  }
}
