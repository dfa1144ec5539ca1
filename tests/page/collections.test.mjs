// Are collections kept on this device, opened again, sealed, deleted and forgotten, and does nothing get lost on the way?
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium, faults, faultsInBoth, fromDisk, open, overruns, ready, visit } from './browser.mjs';
import { add, entries, ids, keep, kept, key, lamp, records } from './keeping.mjs';

let browser;
let folder;
before(async () => {
  browser = await chromium();
  folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `body` in the library of a page from disk, and asserts that it and pages opened beside it stayed quiet. */
function inLibrary(name, body, options) {
  test(`collections: ${name}`, async () => {
    const { page, context, quiet } = await open(browser, `${fromDisk()}#/library`, options);
    try {
      await body(page, context);
      quiet();
    } finally {
      await context.close();
    }
  });
}

/** Another page in the same browser. @param {string} [url] */
async function beside(context, url = `${fromDisk()}#/library`) {
  const page = await context.newPage();
  await page.goto(url);
  await ready(page);
  return page;
}

async function again(page) {
  await page.reload();
  await ready(page);
}

/** What a corpus answers, to be compared. */
const answers = (page) => page.evaluate(() => JSON.stringify([window.corpus.report(), window.corpus.decisions(), window.corpus.search('harbour'), window.corpus.entities()]));
const shows = (page, selector, words) => page.waitForFunction(([at, source]) => new RegExp(source).test(document.querySelector(at)?.textContent ?? ''), [selector, words.source]);

inLibrary('nothing is kept until somebody says so', async (page) => {
  await add(page, 2);
  assert.equal(await page.locator('.question').count(), 1);
  assert.match(await lamp(page), /Neither kept nor saved/);
  assert.deepEqual(await records(page), []);
  await page.click(key('keep-no'));
  await add(page, 1, 2);
  assert.equal(await page.locator('.question').count(), 0, 'it is asked once');
  await again(page);
  assert.equal((await ids(page)).length, 5);
});

inLibrary('kept once asked, and there at once the next time, with every later change', async (page) => {
  await add(page, 2);
  assert.equal(await page.inputValue(key('keep-name')), 'files');
  await keep(page, 'Harbours');
  assert.match(await lamp(page), /Kept on this device, in “Harbours”/);
  await add(page, 3, 2);
  await page.evaluate(() => {
    const { corpus } = window;
    corpus.give('files/a1', { publisher: 'The Globe', published: '2021-03-10' });
    corpus.remove(['files/a2']);
    const [first, second] = corpus.entities({ kind: 'person' });
    corpus.decide({ action: 'merge', entity: first.id, into: second.id });
    corpus.append(corpus.fromArticles([{ id: 'files/a1', text: 'Fog\n\nFog lay over the harbour of Odda.' }]).save());
    corpus.give('files/a1-2', { title: 'Fog again' });
  });
  await kept(page);
  const truth = await answers(page);
  await again(page);
  assert.equal(await answers(page), truth);
  assert.equal((await ids(page)).length, 10);
  await kept(page);
  assert.deepEqual((await entries(page)).map(({ kind }) => kind), ['checkpoint'], 'what was replayed is in a checkpoint');
  await again(page);
  assert.equal(await answers(page), truth);
});

inLibrary('kept while the import still goes on, and what is changed meanwhile', async (page) => {
  await page.evaluate(() => {
    const text = 'Hail fell on the harbour all day, said Ann Lee of Odda.\n\n'.repeat(20);
    const files = Array.from({ length: 700 }, (_, n) => ({ name: `many/b${n}.txt`, bytes: `Hail ${n}\n\n${text}` }));
    globalThis.reading = window.corpus.read(files);
  });
  await page.waitForSelector('.question');
  await page.fill(key('keep-name'), 'Hail');
  await page.click(key('keep-yes'));
  await page.evaluate(() => {
    window.corpus.give(window.corpus.ids()[0], { author: 'Somebody Else' });
    // It takes an id that an article of the import has, and comes after it.
    window.corpus.append(window.corpus.fromArticles([{ id: 'many/b7', text: 'Fog\n\nFog lay over Odda.' }]).save());
  });
  await shows(page, '#stage', /\d+ kept on this device/);
  await page.evaluate(() => globalThis.reading);
  await kept(page);
  const truth = await answers(page);
  assert.equal((await ids(page)).length, 706);
  assert.ok((await ids(page)).includes('many/b7-2'));
  await again(page);
  assert.equal(await answers(page), truth);
});

inLibrary('an import that is stopped leaves nothing', async (page) => {
  await add(page, 1);
  await keep(page, 'Stopped');
  await page.evaluate(() => {
    const text = 'Hail fell on the harbour all day, said Ann Lee of Odda.\n\n'.repeat(40);
    window.corpus.read(Array.from({ length: 1000 }, (_, n) => ({ name: `c${n}.txt`, bytes: `Hail ${n}\n\n${text}` })));
  });
  await shows(page, '#stage', /kept on this device/);
  await page.click(key('stop'));
  await shows(page, '.saidlast', /Nothing was added/);
  await kept(page);
  assert.deepEqual((await entries(page)).filter(({ kind }) => kind === 'shard'), []);
  await again(page);
  assert.equal((await ids(page)).length, 6);
});

inLibrary('several, renamed, switched, deleted and taken back', async (page) => {
  await add(page, 1);
  await keep(page, 'First');
  await page.click(key('collection-close'));
  await page.waitForFunction(() => window.corpus.ids().length === 5);
  await add(page, 2, 1);
  await keep(page, 'Second');
  const [second, first] = await records(page);
  assert.deepEqual([second.name, first.name], ['Second', 'First']);
  await page.click(key(`open-${first.id}`));
  await page.waitForFunction(() => window.corpus.ids().length === 6);
  await page.click(key(`rename-${first.id}`));
  await page.fill(key(`name-${first.id}`), 'Premier');
  await page.keyboard.press('Enter');
  await shows(page, '.lamp', /Premier/);
  await page.click(key(`delete-${second.id}`));
  await shows(page, '.collections', /“Second” deleted/);
  assert.equal(await page.locator('.collections li').count(), 1);
  await page.click(key('collection-undo'));
  await page.waitForSelector(key(`open-${second.id}`));
  // The one that is open: the page goes back to its own articles, and forth again.
  await page.click(key(`delete-${first.id}`));
  await page.waitForFunction(() => window.corpus.ids().length === 5);
  await page.click(key('collection-undo'));
  await page.waitForFunction(() => window.corpus.ids().length === 6);
  await page.click(key(`delete-${second.id}`));
  await shows(page, '.collections', /“Second” deleted/);
  await page.evaluate(() => new Promise((done) => { addEventListener('pagehide', done, { once: true }); dispatchEvent(new Event('pagehide')); }));
  await page.waitForFunction(async () => {
    const open = await new Promise((yes) => { const request = indexedDB.open('corpus-explorer'); request.onsuccess = () => yes(request.result); });
    const count = await new Promise((yes) => { const request = open.transaction('collections').objectStore('collections').count(); request.onsuccess = () => yes(request.result); });
    open.close();
    return count === 1;
  });
  assert.deepEqual([...new Set((await entries(page)).map(({ collection }) => collection))], [first.id], 'its articles left with it');
});

inLibrary('files that come while another corpus is shown wait for it, and join that', async (page) => {
  await add(page, 1);
  await keep(page, 'First');
  const came = await page.evaluate(async () => {
    document.querySelector('[data-key="collection-close"]').click();
    const { articles } = await window.corpus.read([{ name: 'fog.txt', bytes: 'Fog\n\nFog lay over Odda.' }]);
    return [articles, window.corpus.ids().length];
  });
  assert.deepEqual(came, [['fog'], 6]);
  assert.deepEqual((await records(page)).map(({ articles }) => articles), [6], 'the collection stays as it was');
  assert.match(await lamp(page), /Neither kept nor saved/);
});

inLibrary('what is neither kept nor saved is not discarded for a collection', async (page) => {
  await add(page, 1);
  await keep(page, 'First');
  const [{ id }] = await records(page);
  await page.click(key('collection-close'));
  await page.waitForFunction(() => window.corpus.ids().length === 5);
  await add(page, 2, 1);
  await page.click(key(`open-${id}`));
  await shows(page, '.notice', /neither kept nor saved, and would be lost/);
  assert.deepEqual(await faults(page), []);
  assert.equal((await ids(page)).length, 7);
  await page.click(key('open-not'));
  assert.equal((await ids(page)).length, 7);
  await page.click(key(`open-${id}`));
  await page.click(key('open-anyway'));
  await page.waitForFunction(() => window.corpus.ids().length === 6);
});

inLibrary('everything on the device is forgotten by one click', async (page, context) => {
  await add(page, 1);
  await keep(page, 'First');
  const other = await beside(context);
  await page.click(key('collection-forget'));
  await page.waitForFunction(() => !document.querySelector('.collections li'));
  assert.match(await lamp(page), /Neither kept nor saved/);
  assert.deepEqual(await records(page), []);
  assert.equal((await ids(page)).length, 6, 'what is open stays in its tab');
  await shows(other, '.lamp', /Neither kept nor saved/);
  await page.click(key('keep-ask'));
  await keep(page, 'Anew');
  await again(page);
  assert.equal((await ids(page)).length, 6);
});

inLibrary('a passphrase seals every byte of the articles; a wrong one is refused without damage', async (page, context) => {
  await add(page, 2);
  await keep(page, 'Sealed', 'correct horse é');
  await page.evaluate(() => window.corpus.give('files/a1', { publisher: 'Quite Unheard Of' }));
  await kept(page);
  const [{ padlock, name }] = await records(page);
  assert.ok(padlock.rounds >= 600_000 && padlock.salt.length === 16);
  assert.equal(name, 'Sealed');
  const rows = await entries(page);
  assert.ok(rows.every(({ iv }) => iv.length === 12) && new Set(rows.map(({ iv }) => String(iv))).size === rows.length, 'an iv each');
  const lies = Buffer.concat(rows.map(({ body }) => Buffer.from(body))).toString('latin1');
  for (const secret of ['CXPK', 'files/a1', 'harbour', 'Unheard']) assert.ok(!lies.includes(secret), secret);
  const before = JSON.stringify(rows);
  const truth = await answers(page);
  await visit(page, '#/search');
  await again(page);
  await shows(page, '.notice', /“Sealed” is encrypted/);
  assert.equal((await ids(page)).length, 5, 'the articles of the page are there meanwhile');
  await page.fill('#passphrase', 'wrong horse');
  await page.click(key('unlock'));
  await shows(page, '.notice', /wrong\. Nothing was changed/);
  assert.deepEqual(await faultsInBoth(page), []);
  assert.equal(JSON.stringify(await entries(page)), before);
  // However é is typed.
  await page.fill('#passphrase', 'correct horse e\u0301');
  await page.click(key('unlock'));
  await page.waitForFunction(() => window.corpus.ids().length === 7);
  assert.equal(await answers(page), truth);
  await again(page);
  await page.click(key('unlock-not'));
  await page.waitForFunction(() => document.querySelector('.notice').hidden);
  await again(page);
  assert.equal(await page.locator('.notice:not([hidden])').count(), 0, 'it is not asked for again');
});

inLibrary('a page that was saved shows its own articles and offers the collections', async (page, context) => {
  await add(page, 1);
  await keep(page, 'First');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(key('save-page'))]);
  const path = join(folder, 'saved.html');
  await file.saveAs(path);
  await add(page, 2, 1);
  await kept(page);
  const saved = await beside(context, `${pathToFileURL(path).href}#/library`);
  assert.equal((await ids(saved)).length, 6);
  assert.equal(await saved.locator('.collections li').count(), 1);
  // Under another name, the page as it was given away opens what was open last.
  assert.equal((await ids(await beside(context))).length, 8);
});

inLibrary('saved again, over the same file, where the browser offers it', async (page) => {
  await page.evaluate(() => {
    globalThis.files = [];
    globalThis.showSaveFilePicker = async ({ suggestedName }) => ({
      name: suggestedName,
      createWritable: async () => ({ write: async (blob) => { globalThis.files.push([suggestedName, blob.size]); }, close: async () => {} }),
    });
  });
  assert.equal(await page.locator(key('save-again')).count(), 0);
  await add(page, 1);
  await page.click(key('save-page'));
  await shows(page, '.kept', /Last saved as corpus-explorer\.html at \d\d:\d\d/);
  assert.match(await lamp(page), /Saved in a file, not kept/);
  await add(page, 1, 1);
  await shows(page, '.kept', /; changed since/);
  await page.click(key('save-again'));
  await page.waitForFunction(() => !/changed since/.test(document.querySelector('.kept').textContent));
  const files = await page.evaluate(() => globalThis.files);
  assert.deepEqual(files.map(([name]) => name), ['corpus-explorer.html', 'corpus-explorer.html']);
  assert.ok(files[1][1] > files[0][1]);
  await page.evaluate(() => { globalThis.showSaveFilePicker = async () => { throw new DOMException('', 'AbortError'); }; });
  await page.click(key('save-corpus'));
  assert.match(await page.textContent('.kept'), /corpus-explorer\.html/, 'a choice that was cancelled saves nothing');
});

inLibrary('axe finds nothing, nothing scrolls sideways, targets are large enough', async (page) => {
  await add(page, 1);
  assert.deepEqual(await faultsInBoth(page), []);
  assert.deepEqual(await overruns(page, [320, 390, 1100]), []);
  await keep(page, 'A name that is as long as names of folders at a newspaper are now and then');
  assert.deepEqual(await faultsInBoth(page), []);
  assert.deepEqual(await overruns(page, [320, 390, 1100]), []);
  await page.setViewportSize({ width: 390, height: 844 });
  const small = await page.$$eval('.kept :is(button, input)', (nodes) => nodes.filter((node) => node.getBoundingClientRect().height < 43.5).map((node) => node.textContent));
  assert.deepEqual(small, []);
}, { hasTouch: true, isMobile: true });

test('collections: articles that come and go leave no memory behind', async () => {
  const context = await browser.newContext();
  // The memory of the engine is no part of the heap of scripts.
  await context.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      globalThis.engineMemory = (made.instance ?? made).exports.memory;
      return made;
    };
  });
  const page = await beside(context);
  await add(page, 1);
  await keep(page, 'Rounds');
  const session = await context.newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const round = async (n) => {
    await add(page, 500, n * 500 + 10);
    await page.evaluate(() => window.corpus.remove(window.corpus.ids().slice(6)));
    await kept(page);
  };
  await round(0);
  const before = await heap();
  for (let n = 1; n <= 10; n += 1) await round(n);
  const growth = (await heap()) / before - 1;
  assert.ok(growth <= 0.1, `the heap grew by ${(growth * 100).toFixed(1)} % of ${before} bytes`);
  // What 500 articles need at most is 8 MB; if each round left its own behind, it would be more than twice that.
  const engine = await page.evaluate(() => globalThis.engineMemory.buffer.byteLength);
  assert.ok(engine <= 10 * 2 ** 20, `the engine has ${engine} bytes`);
  await context.close();
});
