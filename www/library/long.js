/** Which changes hold up the page? Those that derive again what all articles share, once there are many; a worker makes them. */
import { replayed } from '../engine/reader.js';

/** In a corpus of so many articles, any change is made before a worker would have started. */
const few = 500;

/** @param {Change} change @param {number} articles how many there are */
export function isLong({ name, given }, articles) {
  return articles > few && (name === 'remove' || (name === 'give' && given[1]?.title !== undefined));
}

/** Makes a change in a worker, with what is changed meanwhile. @param {Change} change
 * @param {{ snapshot: Snapshot, keeper: import('./keeper.js').Keeper }} room @param {AbortSignal} signal */
export async function make(change, { snapshot, keeper }, signal) {
  await keeper.switching.settled();
  const { corpus, calls } = snapshot.take();
  try {
    const bytes = await replayed({ corpus, calls: [...calls, change] }, signal);
    keeper.journal.note(change);
    snapshot.replace(bytes);
  } finally {
    snapshot.drop();
  }
}
