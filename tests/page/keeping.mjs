// What do tests of collections do again and again? Adds articles, keeps them, and looks at what lies in the database.

/** An element by its key. */
export const key = (name) => `[data-key="${name}"]`;

export const ids = (page) => page.evaluate(() => window.corpus.ids());
export const lamp = (page) => page.textContent('.lamp');

/** Adds some articles, in files whose numbers begin at `from`, and waits until they are there. */
export const add = (page, count, from = 0) => page.evaluate(async ([count, from]) => {
  const files = Array.from({ length: count }, (_, n) => ({
    name: `files/a${from + n}.txt`,
    bytes: `Storm ${from + n}\n\nBy Ann Lee\n\nThe harbour of Odda was closed on Monday. “We lost ${from + n} boats,” said Karin Holm, the harbour master.\n`,
  }));
  const { articles } = await window.corpus.read(files);
  if (articles.length !== count) throw new Error(`${articles.length} of ${count} articles were added`);
}, [count, from]);

/** Waits until everything is kept. */
export const kept = (page) => page.waitForSelector('.lamp[data-on="true"]');

/** Keeps the articles under a name. */
export async function keep(page, name, passphrase = '') {
  await page.fill(key('keep-name'), name);
  if (passphrase) await page.fill(key('keep-passphrase'), passphrase);
  await page.click(key('keep-yes'));
  await kept(page);
}

/** Everything in a store of the database, with bytes as lists of numbers; runs in the page. */
async function rows(store) {
  const found = (await indexedDB.databases()).some(({ name }) => name === 'corpus-explorer');
  if (!found) return [];
  const answer = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  const database = await answer(indexedDB.open('corpus-explorer'));
  const all = await answer(database.transaction(store).objectStore(store).getAll());
  database.close();
  return JSON.parse(JSON.stringify(all, (_, value) => (value instanceof Uint8Array ? [...value] : value)));
}

/** What is noted of the collections, the last changed first. */
export const records = async (page) => (await page.evaluate(rows, 'collections')).sort((a, b) => b.changed - a.changed);
export const entries = (page) => page.evaluate(rows, 'entries');
