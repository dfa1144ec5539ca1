/** What must not happen twice at the same time? Runs one task, turns others away meanwhile, and lets those wait who must come after. */
export class Exclusive {
  /** The task that runs. @type {Promise<void> | null} */
  #running = null;

  /** Runs a task, unless one runs. @param {() => Promise<void>} task that does not fail */
  async run(task) {
    if (this.#running) return;
    this.#running = task();
    await this.#running;
    this.#running = null;
  }

  /** Waits until none runs. */
  async settled() {
    while (this.#running) await this.#running;
  }
}
