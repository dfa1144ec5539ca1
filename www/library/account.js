/** What is said of collections and of the room for them? Records and errors of storage, as the interface tells them. */
import { format } from '../storage/collection.js';
import { StorageError } from '../storage/database.js';

/** A collection as it is listed. @param {CollectionRecord} record @param {string | null} page what tells pages apart @returns {KeptCollection} */
export function summary({ id, name, articles, bytes, changed, padlock, opened, format: its }, page) {
  return { id, name, articles, bytes, changed, isSealed: Boolean(padlock), isForeign: its > format, openedAt: page === null ? 0 : opened[page] ?? 0 };
}

/** How much room there is, where the browser says. @returns {Promise<KeptState['room']>} */
export async function room() {
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
