// Does the page answer in Firefox, from disk and over http? Left out where no Firefox is installed.
import assert from 'node:assert/strict';
import { closeSync, existsSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { firefox, firefoxPath, fromDisk, serve } from './browser.mjs';
import * as keeping from './keeping.mjs';

const skip = firefoxPath() ? false : 'Firefox is not installed: apt-get install firefox-esr, or set FIREFOX to its path';

let browser;
let folder;
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
  browser = await firefox(folder);
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** A page of its own, and what its console said. */
async function opened() {
  const page = await browser.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return { page, said };
}

/** Asks one question of each kind, by hand and by link. */
async function walk(url) {
  const { page, said } = await opened();
  await page.goto(url);
  await page.waitForSelector('body[data-state="ready"]');
  await page.type('#field', 'treaty');
  await page.waitForSelector('.answer mark');
  await page.click('.answer');
  await page.waitForSelector('.lit');
  assert.match(await page.evaluate(() => location.hash), /open=.+at=\d+-\d+/);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.reading'));
  for (const [hash, sign] of [['#/voices', '.voice'], ['#/names', '.entry'], ['#/timeline', '.moment'], ['#/compare', '.telling'], ['#/read', '.shelf .answer'], ['#/search?q=treaty&mode=lines', '.line mark']]) {
    await page.evaluate((to) => { location.hash = to; }, hash);
    await page.waitForSelector(sign);
  }
  assert.ok(await page.evaluate(() => window.corpus.search('sanctions').total) > 0);
  assert.deepEqual(said, []);
  await page.close();
}

test('Firefox from disk', { skip }, () => walk(fromDisk()));

test('Firefox over http, one request and no more', { skip }, async () => {
  const server = await serve();
  try {
    await walk(server.url);
    assert.deepEqual(server.asked, ['/some/folder/']);
  } finally {
    server.close();
  }
});

/** Adds a file, finds it, and gives what the page then answers. */
async function add(page, path) {
  await (await page.$('input[type="file"]:not([webkitdirectory])')).uploadFile(path);
  await page.waitForFunction(() => /1 article added/.test(document.querySelector('.saidlast').textContent));
  await page.type('#field', 'Bergen');
  await page.waitForSelector('.answer mark');
  return answers(page);
}

const answers = (page) => page.evaluate(() => JSON.stringify([window.corpus.search('Bergen'), window.corpus.report()]));

/** Whether a page is saved to its end. */
function isWhole(path) {
  if (!existsSync(path)) return false;
  const file = openSync(path);
  const { size } = fstatSync(file);
  const end = Buffer.alloc(64);
  readSync(file, end, 0, end.length, Math.max(0, size - end.length));
  closeSync(file);
  return end.toString('latin1').replaceAll('\0', '').trimEnd().endsWith('</html>');
}

/** Waits until a page is saved, watching its folder from the call on. */
async function saved(path) {
  for await (const _ of watch(dirname(path), { signal: AbortSignal.timeout(60_000) })) if (isWhole(path)) return;
}

test('Firefox adds a file, from disk and over http, and what it saves answers the same', { skip }, async () => {
  const server = await serve();
  const { page, said } = await opened();
  try {
    const path = join(folder, 'boats.txt');
    writeFileSync(path, 'Boats found\n\nTwo boats were found near Bergen, harbour master Karin Holm said.\n');
    const download = join(folder, 'corpus-explorer.html');
    for (const url of [server.url, fromDisk()]) {
      await page.goto(`${url}#/library`);
      await page.waitForSelector('body[data-state="ready"]');
      const truth = await add(page, path);
      await page.evaluate(() => { location.hash = '#/library'; });
      await page.waitForSelector('.keep button');
      await Promise.all([saved(download), page.click('.keep button')]);
      await page.goto(`${pathToFileURL(download).href}#/search?q=Bergen`);
      await page.waitForSelector('.answer mark');
      assert.equal(await answers(page), truth);
      rmSync(download);
    }
    assert.deepEqual(said, []);
    assert.deepEqual(server.asked, ['/some/folder/']);
  } finally {
    await page.close();
    server.close();
  }
});

test('Firefox keeps articles, from disk and over http, and has them the next time', { skip }, async () => {
  const server = await serve();
  const { page, said } = await opened();
  // What was forgotten is in the tab alone: leaving asks.
  page.on('dialog', (dialog) => dialog.accept());
  const start = async (url) => {
    await page.goto('about:blank');
    await page.goto(`${url}#/library`);
    await page.waitForSelector('body[data-state="ready"]');
  };
  try {
    for (const url of [server.url, fromDisk()]) {
      await start(url);
      await keeping.add(page, 2);
      await page.waitForSelector(keeping.key('keep-passphrase'));
      await page.type(keeping.key('keep-passphrase'), 'correct horse');
      await page.click(keeping.key('keep-yes'));
      await keeping.kept(page);
      await keeping.add(page, 300, 2);
      await page.evaluate(() => window.corpus.give('files/a1', { author: 'Ann Keeper' }));
      await keeping.kept(page);
      const truth = await page.evaluate(() => JSON.stringify([window.corpus.report(), window.corpus.entities()]));
      await start(url);
      await page.type('#passphrase', 'correct horse');
      await page.click(keeping.key('unlock'));
      await keeping.kept(page);
      assert.equal(await page.evaluate(() => JSON.stringify([window.corpus.report(), window.corpus.entities()])), truth);
      await page.click(keeping.key('collection-forget'));
      await page.waitForFunction(() => !document.querySelector('.collections li'));
      assert.deepEqual(await keeping.records(page), []);
      if (url === fromDisk()) assert.match(await page.$eval('.kept', (node) => node.textContent), /Neither kept nor saved/);
    }
    assert.deepEqual(said, []);
    assert.deepEqual([...new Set(server.asked)], ['/some/folder/']);
  } finally {
    await page.close();
    server.close();
  }
});
