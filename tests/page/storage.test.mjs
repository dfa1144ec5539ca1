// What if storage is full, denied, in use by another tab, older, newer or damaged? It is said in words, and nothing is lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium, faults, fromDisk, ready, serve } from './browser.mjs';
import { add, entries, ids, keep, kept, key, lamp, records } from './keeping.mjs';

/** A collection as the first version of the database holds it. */
const fixture = new URL('../data/collection-1.json', import.meta.url);

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

/** Runs `body` in the library of a page, over http if it needs an origin of its own. */
function inLibrary(name, body, { isHttp = false, headers = {}, prepare = null } = {}) {
  test(`storage: ${name}`, async () => {
    const server = isHttp ? await serve(undefined, headers) : null;
    const url = server?.url ?? fromDisk();
    const context = await browser.newContext();
    try {
      if (prepare) await context.addInitScript(prepare);
      const page = await context.newPage();
      const said = [];
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(`${url}#/library`);
      await ready(page);
      await body(page, context, url);
      assert.deepEqual(said, []);
      if (server) assert.deepEqual([...new Set(server.asked)], ['/some/folder/']);
    } finally {
      await context.close();
      server?.close();
    }
  });
}

const shows = (page, selector, words) => page.waitForFunction(([at, source]) => new RegExp(source).test(document.querySelector(at)?.textContent ?? ''), [selector, words.source]);

async function again(page) {
  await page.reload();
  await ready(page);
}

async function beside(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}#/library`);
  await ready(page);
  return page;
}

/** Does something to the database from outside of the page's own code. @param {number} version @param {string} change a function of the database, in source */
const tamper = (page, version, change) => page.evaluate(([version, source]) => new Promise((yes, no) => {
  const change = new Function(`return ${source}`)();
  const request = indexedDB.open('corpus-explorer', version);
  request.onupgradeneeded = () => change(request.result, request.transaction);
  request.onerror = () => no(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const end = () => (database.close(), yes());
    const transaction = database.version === 1 && database.objectStoreNames.length ? database.transaction([...database.objectStoreNames], 'readwrite') : null;
    if (!transaction) return end();
    transaction.oncomplete = end;
    change(database, transaction);
  };
}), [version, String(change)]);

inLibrary('no room is left: what was kept stays, what came is in the tab, and is kept once there is room', async (page, context, url) => {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(url);
  // Before anything is written: the browser looks seldom how much room there is.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 330_000 });
  await again(page);
  await add(page, 2);
  await keep(page, 'Full');
  await add(page, 600, 10);
  await shows(page, '.warned', /no room left.*What was kept before is safe.*Save as HTML/);
  assert.deepEqual(await faults(page), []);
  assert.equal((await ids(page)).length, 607);
  const other = await beside(context, url);
  const there = await ids(other);
  assert.ok(there.length >= 7 && there.length < 607 && (there.length - 7) % 250 === 0, `whole shards, up to the one that had no room: ${there.length}`);
  await other.close();
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.click(key('keep-retry'));
  await kept(page);
  await again(page);
  assert.equal((await ids(page)).length, 607);
}, { isHttp: true });

inLibrary('storage is denied: the page says so, and works', async (page) => {
  await shows(page, '.kept', /does not let the page keep anything here/);
  assert.deepEqual(await faults(page), []);
  await add(page, 1);
  assert.equal((await ids(page)).length, 6);
  assert.equal(await page.locator('.question').count(), 0);
}, { isHttp: true, headers: { 'content-security-policy': 'sandbox allow-scripts allow-downloads' } });

inLibrary('two tabs: the second reads, follows, and goes on when the first is closed', async (page, context, url) => {
  await add(page, 1);
  await keep(page, 'Shared');
  const other = await beside(context, url);
  assert.equal((await ids(other)).length, 6);
  await shows(other, '.notice', /“Shared” is open in another tab\. .*not kept/);
  assert.deepEqual(await faults(other), []);
  await add(page, 2, 1);
  await other.click(key('follow'));
  await other.waitForFunction(() => window.corpus.ids().length === 8);
  await kept(page);
  const before = JSON.stringify(await entries(page));
  await other.evaluate(() => window.corpus.remove(window.corpus.ids().slice(0, 1)));
  assert.equal(JSON.stringify(await entries(page)), before, 'what the second changes is not kept');
  await again(other);
  assert.equal((await ids(other)).length, 8);
  await page.close();
  await kept(other);
  await other.evaluate(() => window.corpus.remove(window.corpus.ids().slice(0, 1)));
  await kept(other);
  await again(other);
  assert.equal((await ids(other)).length, 7);
});

inLibrary('a tab that has another as the writer of its collection stops, and says so', async (page) => {
  await add(page, 1);
  await keep(page, 'Taken');
  await tamper(page, 1, (_, transaction) => {
    const store = transaction.objectStore('collections');
    store.getAll().onsuccess = ({ target }) => target.result.forEach((record) => store.put({ ...record, writer: 'another' }));
  });
  const before = JSON.stringify(await entries(page));
  await page.evaluate(() => window.corpus.give('files/a0', { author: 'Lost' }));
  await shows(page, '.warned', /Another tab has taken this collection over/);
  assert.equal(JSON.stringify(await entries(page)), before);
});

test('storage: a page that is not secure has no locks and no cipher: tabs ask each other, and no passphrase is offered', async () => {
  const insecure = await chromium('--host-resolver-rules=MAP corpus.test 127.0.0.1');
  const server = await serve();
  const url = server.url.replace('127.0.0.1', 'corpus.test');
  try {
    const context = await insecure.newContext();
    const page = await beside(context, url);
    assert.equal(await page.evaluate(() => isSecureContext || 'locks' in navigator), false);
    await add(page, 1);
    assert.match(await page.textContent('.question'), /passphrase is not offered/);
    await keep(page, 'Plain');
    const other = await beside(context, url);
    await shows(other, '.notice', /open in another tab/);
    await page.click(key('collection-close'));
    await kept(other);
    await add(other, 1, 1);
    await kept(other);
    assert.equal((await ids(await beside(context, url))).length, 7);
  } finally {
    await insecure.close();
    server.close();
  }
});

inLibrary('a database of a newer page is left alone', async (page) => {
  await tamper(page, 2, (database, transaction) => {
    if (!database.objectStoreNames.contains('labels')) database.createObjectStore('labels', { keyPath: 'id' });
    transaction.objectStore('labels').put({ id: 'one', words: 'of a newer page' });
  });
  await shows(page, '.kept', /newer version of this page keeps collections/);
  await again(page);
  await shows(page, '.kept', /newer version of this page keeps collections/);
  assert.deepEqual(await faults(page), []);
  await add(page, 1);
  assert.equal((await ids(page)).length, 6);
  assert.equal(await page.locator('.question').count(), 0);
  const labels = await page.evaluate(() => new Promise((yes) => {
    const request = indexedDB.open('corpus-explorer');
    request.onsuccess = () => { request.result.transaction('labels').objectStore('labels').getAll().onsuccess = ({ target }) => yes([request.result.version, target.result]); };
  }));
  assert.deepEqual(labels, [2, [{ id: 'one', words: 'of a newer page' }]]);
});

inLibrary('what a newer page adds to a record stays, and its collections are not touched', async (page) => {
  await add(page, 1);
  await keep(page, 'Mine');
  await page.click(key('collection-close'));
  await page.waitForFunction(() => window.corpus.ids().length === 5);
  await tamper(page, 1, (_, transaction) => {
    const [store, rows] = [transaction.objectStore('collections'), transaction.objectStore('entries')];
    store.getAll().onsuccess = ({ target }) => {
      const [mine] = target.result;
      store.put({ ...mine, colour: 'green' });
      store.put({ ...mine, id: 'format', name: 'Theirs', format: 2 });
      store.put({ ...mine, id: 'kind', name: 'Patched' });
      rows.getAll().onsuccess = ({ target: { result: [first] } }) => {
        rows.put({ ...first, collection: 'kind' });
        rows.put({ collection: 'kind', order: 9, part: 0, kind: 'patch', body: new Uint8Array(3) });
      };
    };
  });
  await again(page);
  const all = await records(page);
  const [mine] = all.filter(({ name }) => name === 'Mine');
  assert.match(await page.textContent('[data-collection="format"]'), /newer version/);
  assert.equal(await page.locator(key('open-format')).count(), 0);
  await page.click(key('open-kind'));
  await shows(page, '.notice', /“Patched” was not opened.*newer version.*It stays as it is/);
  assert.equal((await ids(page)).length, 5);
  assert.equal((await entries(page)).filter(({ collection }) => collection === 'kind').length, 2);
  await page.click(key(`open-${mine.id}`));
  await kept(page);
  await page.evaluate(() => window.corpus.give('files/a0', { author: 'Ann' }));
  await kept(page);
  assert.equal((await records(page)).find(({ id }) => id === mine.id).colour, 'green');
});

inLibrary('a damaged collection is refused, and stays as it is', async (page) => {
  await add(page, 1);
  await keep(page, 'Damaged');
  await tamper(page, 1, (_, transaction) => {
    const store = transaction.objectStore('entries');
    store.getAll().onsuccess = ({ target }) => target.result.forEach((row) => store.put({ ...row, body: row.body.slice(0, 1000) }));
  });
  const before = JSON.stringify(await entries(page));
  await again(page);
  await shows(page, '.notice', /“Damaged” was not opened.*cannot be read.*It stays as it is/);
  assert.equal((await ids(page)).length, 5);
  assert.equal(JSON.stringify(await entries(page)), before);
});

/** Makes the database that a fixture holds; runs in the page before its own scripts. */
function restore(text) {
  const { version, stores } = JSON.parse(text, (_, value) => (value?.base64 === undefined ? value : Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0))));
  const request = indexedDB.open('corpus-explorer', version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, rows } of stores) {
      const store = request.result.createObjectStore(name, { keyPath });
      rows.forEach((row) => store.put(row));
    }
  };
  request.onsuccess = () => request.result.close();
}

test('storage: a collection that the first version wrote is opened and goes on', async () => {
  const context = await browser.newContext();
  await context.addInitScript(`if (!sessionStorage.begun) { sessionStorage.begun = '1'; (${restore})(${JSON.stringify(readFileSync(fixture, 'utf8'))}); }`);
  try {
    const page = await beside(context, fromDisk());
    await page.click('[data-key^="open-"]');
    await kept(page);
    const [row] = await page.evaluate(() => window.corpus.report());
    assert.deepEqual([row.id, row.author.value, row.publisher.value], ['files/a0', 'Ann Keeper', 'The Bugle']);
    assert.equal(await page.evaluate(() => window.corpus.search('harbour').total), 1);
    await add(page, 1, 1);
    await kept(page);
    await again(page);
    assert.deepEqual(await ids(page), ['files/a0', 'files/a1']);
  } finally {
    await context.close();
  }
});
