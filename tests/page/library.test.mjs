// Do articles of one's own come in, by file, paste and drop; can they be put right, removed, kept as one file?
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium, contents, faults, faultsInBoth, fromDisk, holders, open, overruns, ready, serve, visit } from './browser.mjs';

const storm = 'Harbour closed after storm\n\nBy Ann Lee\n\nThe harbour of Odda was closed on Monday. “We lost two boats,” said Karin Holm, the harbour master.\n\nCopyright 2020 The Bugle\n';
const boats = 'Boats found\n\nTwo boats were found near Bergen, harbour master Karin Holm said.\n';

let browser;
let folder;
before(async () => {
  browser = await chromium();
  folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
  for (const [name, content] of [['storm.txt', storm], ['boats.txt', boats], ['noise.xyz', '\0\u0001'], ['page.txt', `<!doctype html><html><body><article><h1>Hail</h1><p>${'Hail fell on the harbour all day. '.repeat(9)}</p></article></body></html>`], ['empty.cxpk', 'CXPK cut']]) writeFileSync(join(folder, name), content);
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `body` in the library of a page from disk and asserts that it stayed quiet. */
function inLibrary(name, body, options) {
  test(`library: ${name}`, async () => {
    const { page, context, quiet } = await open(browser, `${fromDisk()}#/library`, options);
    try {
      await body(page);
      quiet();
    } finally {
      await context.close();
    }
  });
}

/** Chooses files, and waits for what came of them. */
async function choose(page, ...names) {
  await page.setInputFiles('input[type="file"]:not([webkitdirectory])', names.map((name) => join(folder, name)));
  await said(page, /added/);
}

const said = (page, words) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector('.saidlast')?.textContent ?? ''), words.source);
const ids = (page) => page.evaluate(() => window.corpus.articles().map((article) => article.id));
const field = (id, name) => `[data-key="${name}-${id}"]`;

/** Saves by a button and gives the path of the file. */
async function download(page, button, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`button:text-is("${button}")`)]);
  const path = join(folder, name);
  await file.saveAs(path);
  return path;
}

inLibrary('files come in, are reported, and search finds them', async (page) => {
  await choose(page, 'storm.txt', 'boats.txt', 'noise.xyz');
  assert.deepEqual((await ids(page)).slice(5), ['storm', 'boats']);
  assert.match(await page.textContent('.saidlast'), /2 articles added, 1 file or entry not read/);
  assert.match(await page.textContent('.refused'), /noise\.xyz: .*Your files are unchanged/s);
  assert.deepEqual(await page.$$eval('.articlerow', (rows) => rows.slice(0, 2).map((row) => row.dataset.article)), ['storm', 'boats'], 'new ones stand first');
  assert.equal(await page.inputValue(field('storm', 'publisher')), 'The Bugle');
  assert.equal(await page.inputValue(field('storm', 'author')), 'Ann Lee');
  assert.match(await page.textContent('.articlerow[data-article="boats"]'), /Outlet · not found/);
  assert.match(await page.textContent('#extent'), /7 articles/);
  await page.fill('#field', 'Bergen');
  await page.waitForSelector('.answer mark');
  await page.click('.answer');
  await page.waitForSelector('.lit');
  await visit(page, '#/voices');
  assert.match(await page.textContent('#list'), /Karin Holm/);
});

inLibrary('the same file twice gets another id, a row leads to the reader', async (page) => {
  await choose(page, 'storm.txt');
  await choose(page, 'storm.txt');
  assert.deepEqual((await ids(page)).slice(5), ['storm', 'storm-2']);
  await page.click('[data-key="read-storm-2"]');
  await page.waitForSelector('.reading[data-article="storm-2"]');
  assert.match(page.url(), /layers=.*repairs/);
});

/** Pastes as the browser does. */
const paste = (page, target, data) => page.evaluate(([selector, flavours]) => {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(flavours)) clipboardData.setData(type, text);
  document.querySelector(selector).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, [target, data]);

test('library: a text pasted anywhere', async () => {
  const { page, context, quiet } = await open(browser, `${fromDisk()}#/voices`);
  await paste(page, 'body', { 'text/plain': storm });
  await said(page, /1 article added/);
  assert.match(page.url(), /#\/library/);
  assert.deepEqual(await page.evaluate(() => window.corpus.report().at(-1).file), 'pasted.txt');
  await paste(page, '#field', { 'text/plain': 'a query' });
  assert.equal((await ids(page)).length, 6, 'a paste into a field is the field’s own');
  quiet();
  await context.close();
});

inLibrary('markup that is pasted counts as a page', async (page) => {
  await paste(page, 'body', { 'text/plain': 'Boats found', 'text/html': `<h1>Boats found</h1><p>${boats}</p>` });
  await said(page, /1 article added/);
  const { file, format } = await page.evaluate(() => window.corpus.report().at(-1));
  assert.deepEqual([file, format], ['pasted.html', 'html']);
});

inLibrary('source that is pasted counts as the page it is, whatever markup an editor adds', async (page) => {
  const source = `<article><h1>Boats found</h1><p>${boats}</p></article>`;
  await paste(page, 'body', { 'text/plain': source, 'text/html': `<pre><span>&lt;article&gt;</span>${boats}</pre>` });
  await said(page, /1 article added/);
  const [{ file, format }, text] = await page.evaluate(() => [window.corpus.report().at(-1), window.corpus.article('pasted').text]);
  assert.deepEqual([file, format], ['pasted.txt', 'html']);
  assert.doesNotMatch(text, /article>/);
});

inLibrary('a text typed into the field', async (page) => {
  await page.click('summary:text-is("Paste text")');
  await page.fill('#paste', boats);
  await page.click('button:text-is("Add text")');
  await said(page, /1 article added/);
  assert.equal(await page.inputValue('#paste'), '');
  assert.equal(await page.inputValue(field('pasted', 'title')), 'Boats found');
});

test('library: files dropped on any view', async () => {
  const { page, context, quiet } = await open(browser, `${fromDisk()}#/names`);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'dropped.txt'));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, boats);
  await said(page, /1 article added/);
  assert.equal((await ids(page)).at(-1), 'dropped');
  assert.equal(await page.getAttribute('body', 'data-drop'), null);
  quiet();
  await context.close();
});

inLibrary('outlet and date given, seen in list and timeline, taken back', async (page) => {
  await choose(page, 'boats.txt', 'storm.txt');
  await page.fill(field('storm', 'publisher'), 'The Globe');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'published-storm', 'focus goes where it was sent');
  await page.fill(field('storm', 'published'), '2021-03-10');
  await page.keyboard.press('Tab');
  assert.match(await page.textContent('.articlerow[data-article="storm"]'), /Outlet · entered/);
  const resolved = () => page.evaluate(() => window.corpus.timeline({ article: 'storm' }).map((date) => date.from));
  assert.ok((await resolved()).includes('2021-03-08'), 'Monday is that of the week before');
  await visit(page, '#/read');
  assert.match(await page.textContent('.shelf'), /The Globe · by Ann Lee · 10 Mar 2021/);
  await visit(page, '#/timeline');
  assert.match(await page.textContent('.timeline'), /8 Mar 2021.*The Globe/s);
  await visit(page, '#/library');
  await page.fill(field('storm', 'publisher'), '');
  await page.keyboard.press('Enter');
  assert.equal(await page.inputValue(field('storm', 'publisher')), 'The Bugle');
  assert.match(await page.textContent('.articlerow[data-article="storm"]'), /Outlet · found/);
});

inLibrary('letters typed in a value are no keys, and Escape takes them back', async (page) => {
  await page.focus(field('000_dbd726d8c385416b', 'author'));
  await page.keyboard.type('jk/c?');
  assert.equal(await page.inputValue(field('000_dbd726d8c385416b', 'author')), 'jk/c?');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.corpus.articles()[0].author), 'jk/c?');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue(field('000_dbd726d8c385416b', 'author')), 'jk/c?');
});

inLibrary('reading can be stopped, and begun again', async (page) => {
  await page.evaluate((text) => {
    const files = Array.from({ length: 2000 }, (_, n) => ({ name: `f${n}.txt`, bytes: text.repeat(40) }));
    globalThis.reading = window.corpus.read(files);
  }, storm);
  await page.waitForSelector('.stage progress');
  assert.deepEqual(await faults(page), []);
  await page.click('[data-key="stop"]');
  await said(page, /Stopped. Nothing was added/);
  assert.equal((await ids(page)).length, 5);
  assert.equal(await page.locator('.stage progress').count(), 0);
  await choose(page, 'boats.txt');
  assert.equal((await ids(page)).length, 6);
});

inLibrary('the console reads files too', async (page) => {
  const came = await page.evaluate((text) => window.corpus.read([{ name: 'a/b.txt', bytes: text }, new File(['x'], 'c.xyz')]), boats);
  assert.deepEqual(came.articles, ['a/b']);
  assert.match(came.refused[0].message, /c\.xyz/);
});

test('library: a reader that dies is said in words, and what was there stays', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.Worker = class {
      postMessage() { queueMicrotask(() => { this.onmessage({ data: { step: 'read', index: 0 } }); this.onerror(new Event('error', { cancelable: true })); }); }
      terminate() {}
    };
  });
  await page.goto(`${fromDisk()}#/library`);
  await ready(page);
  await choose(page, 'storm.txt');
  assert.match(await page.textContent('.refused'), /storm\.txt: the reader stopped here.*Your files are unchanged/s);
  assert.equal((await ids(page)).length, 5);
  await context.close();
});

inLibrary('articles leave, come back, and those of the page can be put back', async (page) => {
  await choose(page, 'boats.txt');
  await page.click('[data-key="remove-001_b6774b26344f5401"]');
  await said(page, /1 article removed/);
  assert.equal((await ids(page)).length, 5);
  await page.click('[data-key="undo"]');
  await said(page, /Articles restored/);
  assert.equal((await ids(page))[1], '001_b6774b26344f5401');
  await page.click('button:text-is("Remove all")');
  await page.waitForFunction(() => document.querySelector('.library h2').textContent === 'No articles');
  assert.deepEqual(await faults(page), []);
  await page.click('button:has-text("Restore 5 original articles")');
  await said(page, /5 articles added/);
  assert.deepEqual((await ids(page)).map((id) => id.slice(0, 3)), ['000', '001', '002', '003', '004']);
  assert.equal(await page.locator('button:has-text("Restore")').count(), 0);
});

test('library: no second corpus is opened but to put articles back', async () => {
  const { page, context, quiet } = await open(browser, `${fromDisk()}#/search`);
  await page.evaluate(() => {
    const { Corpus } = wasm_bindgen;
    const first = Corpus.open;
    globalThis.opened = 0;
    Corpus.open = (...given) => { globalThis.opened += 1; return first.apply(Corpus, given); };
  });
  const opened = () => page.evaluate(() => globalThis.opened);
  await visit(page, '#/library');
  const [id] = await ids(page);
  await page.click(`[data-key="remove-${id}"]`);
  await page.waitForSelector('button:has-text("Restore 1 original article")');
  assert.equal(await opened(), 0);
  await page.click('button:has-text("Restore")');
  await said(page, /1 article added/);
  assert.equal(await opened(), 1);
  assert.equal((await ids(page)).at(-1), id);
  quiet();
  await context.close();
});

test('library: what the page came with is known even to those who change it first', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      window.corpus?.ready.then((corpus) => { corpus.remove(corpus.articles().slice(1).map(({ id }) => id)); });
    });
  });
  await page.goto(`${fromDisk()}#/library`);
  await ready(page);
  assert.equal((await ids(page)).length, 1);
  assert.equal(await page.locator('button:has-text("Restore 4 original articles")').count(), 1);
  await context.close();
});

test('library: a view of a removed article falls back', async () => {
  const { page, context, quiet } = await open(browser, `${fromDisk()}#/read/000_dbd726d8c385416b`);
  await page.evaluate(() => window.corpus.remove(['000_dbd726d8c385416b']));
  await page.waitForSelector('h2:text-is("Article not found")');
  await page.evaluate(() => window.corpus.remove(window.corpus.articles().map(({ id }) => id)));
  for (const hash of ['#/read', '#/search', '#/voices', '#/names', '#/timeline']) {
    await visit(page, hash);
    assert.deepEqual(await faults(page), [], hash);
  }
  quiet();
  await context.close();
});

inLibrary('a damaged corpus is refused, a saved one joins', async (page) => {
  await choose(page, 'empty.cxpk');
  assert.match(await page.textContent('.refused'), /empty\.cxpk: .*Save it again/s);
  await choose(page, 'boats.txt');
  const path = await download(page, 'Save corpus', 'kept.cxpk');
  await page.click('button:text-is("Remove all")');
  await page.setInputFiles('input[type="file"]:not([webkitdirectory])', path);
  await said(page, /6 articles added/);
});

test('library: leaving asks once articles are not saved', async () => {
  const { page, context } = await open(browser, `${fromDisk()}#/library`);
  const asked = [];
  page.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.dismiss(); });
  const dialog = page.waitForEvent('dialog');
  await choose(page, 'boats.txt');
  await page.click('.library h2');
  await page.close({ runBeforeUnload: true });
  await dialog;
  assert.deepEqual(asked, ['beforeunload']);
  await download(page, 'Save corpus', 'left.cxpk');
  assert.match(await page.textContent('.kept'), /Last saved as articles\.cxpk at \d\d:\d\d(?!; changed)/);
  await page.close({ runBeforeUnload: true });
  assert.deepEqual(asked, ['beforeunload'], 'what is saved may be left');
  await context.close();
});

test('library: the page saved as one HTML answers the same, from disk and under a sub-path', async () => {
  const { page, context, quiet } = await open(browser, `${fromDisk()}#/library`, { colorScheme: 'dark' });
  await page.click('#theme');
  await choose(page, 'boats.txt', 'storm.txt');
  await page.fill(field('storm', 'publisher'), 'A & “B” <C>');
  await page.keyboard.press('Enter');
  const path = await download(page, 'Save as HTML', 'saved.html');
  const state = () => [JSON.stringify(window.corpus.search('boats')), JSON.stringify(window.corpus.report()), window.corpus.entities().length];
  const truth = await page.evaluate(state);
  quiet();
  await context.close();
  const csp = (html) => /Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
  assert.equal(csp(readFileSync(path, 'utf8')), csp(readFileSync(new URL(fromDisk()), 'utf8')), 'the policy stays');
  const server = await serve(path);
  for (const url of [pathToFileURL(path).href, server.url]) {
    const again = await open(browser, `${url}#/search?q=boats`);
    assert.deepEqual(await again.page.evaluate(state), truth);
    assert.equal(await again.page.getAttribute('html', 'data-theme'), 'system');
    await visit(again.page, '#/library');
    await choose(again.page, 'boats.txt');
    const twice = await download(again.page, 'Save as HTML', 'twice.html');
    assert.ok(readFileSync(twice).length > readFileSync(path).length);
    again.quiet();
    await again.context.close();
  }
  assert.deepEqual(server.asked, ['/some/folder/']);
  server.close();
});

/** The articles of a page as it tells and shows them: their texts, as received and as cleaned. */
const texts = (page) => page.evaluate(() => window.corpus.articles().map(({ id }) => [id, window.corpus.raw(id), window.corpus.article(id).text]));

inLibrary('a saved page holds what it shows and nothing else', async (page) => {
  const came = await texts(page);
  const all = (articles) => articles.flatMap(([, raw, text]) => [raw, text]);
  assert.deepEqual(holders(contents(new URL(fromDisk())), all(came)), ['corpus'], 'the articles of a page stand in one part of it');
  await choose(page, 'boats.txt');
  const check = async (path, left) => {
    const parts = contents(path);
    assert.deepEqual([...parts.keys()].sort(), [...contents(new URL(fromDisk())).keys()].sort());
    const gone = came.filter(([id]) => !left.includes(id));
    for (const [id, ...said] of gone) assert.deepEqual(holders(parts, said), [], `${id} is gone`);
    for (const [id, ...said] of await texts(page)) assert.deepEqual(holders(parts, said), ['corpus'], `${id} is there`);
    const again = await open(browser, `${pathToFileURL(path).href}#/library`);
    assert.deepEqual(await ids(again.page), left);
    const offered = () => again.page.locator('button:has-text("Restore")').allTextContents();
    assert.deepEqual(await offered(), []);
    await again.page.click(`[data-key="remove-${left[0]}"]`);
    await said(again.page, /1 article removed/);
    assert.deepEqual(await offered(), ['Restore 1 original article']);
    await again.page.click('button:has-text("Restore")');
    await said(again.page, /1 article added/);
    assert.deepEqual((await ids(again.page)).sort(), [...left].sort());
    again.quiet();
    await again.context.close();
  };
  const [first, second] = came.map(([id]) => id);
  await page.evaluate((gone) => window.corpus.remove(gone), came.slice(2).map(([id]) => id));
  await check(await download(page, 'Save as HTML', 'two.html'), [first, second, 'boats']);
  await page.evaluate((gone) => window.corpus.remove(gone), [first, second]);
  await check(await download(page, 'Save as HTML', 'one.html'), ['boats']);
});

test('library: nothing of the reader is unpacked before it is needed, its module only for a file that asks for it', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.unpacked = 0;
    globalThis.DecompressionStream = class extends DecompressionStream { constructor(format) { super(format); globalThis.unpacked += 1; } };
  });
  await page.goto(`${fromDisk()}#/library`);
  await ready(page);
  const unpacked = (count) => page.waitForFunction((count) => globalThis.unpacked === count, count);
  // The engine and the articles; then, for each choice, the engine, the glue of the readers and the worker.
  await unpacked(2);
  await choose(page, 'boats.txt');
  await unpacked(5);
  // What no reader reads needs no module; a page does, whatever its name.
  await choose(page, 'noise.xyz');
  await unpacked(8);
  await choose(page, 'page.txt');
  await unpacked(12);
  await context.close();
});

inLibrary('axe finds nothing once files were read, and nothing scrolls sideways', async (page) => {
  await choose(page, 'storm.txt', 'noise.xyz');
  for (const summary of await page.$$('.library summary')) await summary.click();
  await page.fill(field('storm', 'author'), 'Someone');
  await page.keyboard.press('Enter');
  assert.deepEqual(await faultsInBoth(page), []);
  for (const hash of ['#/library?open=storm', '#/library']) {
    await visit(page, hash);
    assert.deepEqual(await overruns(page, [320, 390, 1100]), [], hash);
  }
  await page.click('[data-key="remove-storm"]');
  assert.deepEqual(await faultsInBoth(page), []);
});

inLibrary('touch targets are large enough on a phone', async (page) => {
  await choose(page, 'storm.txt');
  const small = await page.$$eval('.views a, .library :is(button, input:not([type="file"]), .field textarea, summary, .articlefoot a)', (nodes) => nodes
    .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 43.5).map((node) => `${node.localName} ${node.textContent}`));
  assert.deepEqual(small, []);
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

inLibrary('by keyboard alone: choose, edit, read, come back, remove', async (page) => {
  const reach = async (key) => {
    for (let steps = 0; steps < 40; steps += 1) {
      if (await page.evaluate(() => document.activeElement.dataset.key) === key) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${key} is not reached`);
  };
  // Waited for from the start, so that the browser has handed choosers over long before the key.
  const chooser = page.waitForEvent('filechooser');
  await page.focus('.views a[href^="#/library"]');
  await reach('choose-files');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(join(folder, 'boats.txt'));
  await said(page, /added/);
  await reach('publisher-boats');
  await page.keyboard.type('The Globe');
  await reach('read-boats');
  assert.equal(await page.evaluate(() => window.corpus.articles().at(-1).publisher), 'The Globe');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.reading[data-article="boats"]');
  await page.keyboard.press('Escape');
  await reach('remove-boats');
  await page.keyboard.press('Enter');
  await said(page, /1 article removed/);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h2');
});
