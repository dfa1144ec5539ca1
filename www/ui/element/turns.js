/** How is long work done without holding the page? A step a task: work is a generator that yields where the page may do something else. */

/** @typedef {{ finish(): void, stop(): void }} Work */

/** Begins work at the next task. `finish` does what is left at once; `stop` leaves it. @param {Generator<void, void, void>} steps @returns {Work} */
export function inTurns(steps) {
  const step = () => { if (!steps.next().done) timer = setTimeout(step); };
  let timer = setTimeout(step);
  const stop = () => clearTimeout(timer);
  return { stop, finish() { stop(); for (const _ of steps); } };
}
