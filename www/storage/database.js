/**
 * Where do collections lie on this device? An IndexedDB database: its stores, the steps from one version of them to the
 * next, and transactions as promises. Nothing of it is known outside of this folder.
 */

/** What the database is called. */
export const databaseName = 'corpus-explorer';

/** @typedef {{ collections: IDBObjectStore, entries: IDBObjectStore }} Stores */

/** Why storage did not do what was asked; the interface says it in words. */
export class StorageError extends Error {
  /** @param {StorageRefusal} kind @param {unknown} [cause] */
  constructor(kind, cause) {
    super(`storage: ${kind}${cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ''}`, { cause });
    this.name = 'StorageError';
    this.kind = kind;
  }
}

/**
 * The steps from each version to the next; a page applies those that a database lacks. A step stays as it is once a page
 * with it was given away.
 * @type {((database: IDBDatabase) => void)[]}
 */
const steps = [
  (database) => {
    database.createObjectStore('collections', { keyPath: 'id' });
    database.createObjectStore('entries', { keyPath: ['collection', 'order', 'part'] });
  },
];

/**
 * Opens the database, brought to the version of this page.
 * @param {(why: StorageRefusal) => void} closed called when it is closed from elsewhere: deleted, or needed by a newer page
 * @returns {Promise<IDBDatabase>}
 */
export function openDatabase(closed) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, steps.length);
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const step of steps.slice(oldVersion)) step(request.result);
    };
    request.onerror = () => reject(unopened(request.error));
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = ({ newVersion }) => {
        database.close();
        closed(newVersion === null ? 'gone' : 'newer');
      };
      database.onclose = () => closed('gone');
      resolve(database);
    };
  }).catch((error) => {
    throw unopened(error);
  });
}

/** Deletes the database with everything in it; other tabs let go of it. @returns {Promise<void>} */
export function deleteDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(refusal(request.error));
  });
}

/**
 * Runs `act` in one transaction; kept on the device once the promise is, or not at all. `act` may only wait for
 * {@link answered}: a transaction ends when nothing is asked of it.
 * @template T @param {IDBDatabase} database @param {IDBTransactionMode} mode @param {(stores: Stores) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function transact(database, mode, act) {
  /** @type {IDBTransaction | null} */
  let transaction = null;
  try {
    const begun = transaction = database.transaction(['collections', 'entries'], mode, { durability: 'strict' });
    const complete = new Promise((yes, no) => {
      begun.oncomplete = yes;
      begun.onabort = () => no(begun.error ?? new StorageError('failed'));
    });
    complete.catch(() => {});
    const result = await act({ collections: begun.objectStore('collections'), entries: begun.objectStore('entries') });
    await complete;
    return result;
  } catch (error) {
    abort(transaction);
    throw refusal(error);
  }
}

/** What a request answers. @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answered(request) {
  return new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
}

/** @param {IDBTransaction | null} transaction */
function abort(transaction) {
  try {
    transaction?.abort();
  } catch {
    // It has ended by itself, which is what is wanted.
  }
}

/** Why the database did not open. @param {unknown} error */
function unopened(error) {
  if (error instanceof StorageError) return error;
  return new StorageError(/** @type {Error | null} */ (error)?.name === 'VersionError' ? 'newer' : 'denied', error);
}

/** Why a transaction did not end. @param {unknown} error */
function refusal(error) {
  if (error instanceof StorageError) return error;
  const name = /** @type {Error | null} */ (error)?.name;
  // Of a connection that was closed, a transaction cannot even begin.
  if (name === 'InvalidStateError') return new StorageError('gone', error);
  return new StorageError(name === 'QuotaExceededError' ? 'full' : 'failed', error);
}
