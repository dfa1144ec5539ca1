// Does the page answer in Firefox, from disk and over http? Left out where no Firefox is installed.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { firefox, firefoxPath, fromDisk, serve } from './browser.mjs';

const skip = firefoxPath() ? false : 'Firefox is not installed: apt-get install firefox-esr, or set FIREFOX to its path';

/** Asks one question of each kind, by hand and by link. */
async function walk(page, url) {
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
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
}

test('Firefox from disk', { skip }, async () => {
  const browser = await firefox();
  try {
    await walk(await browser.newPage(), fromDisk());
  } finally {
    await browser.close();
  }
});

test('Firefox over http, one request and no more', { skip }, async () => {
  const server = await serve();
  const browser = await firefox();
  try {
    await walk(await browser.newPage(), server.url);
    assert.deepEqual(server.asked, ['/some/folder/']);
  } finally {
    await browser.close();
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

test('Firefox adds a file, from disk and over http, and what it saves answers the same', { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
  const browser = await firefox(folder);
  const server = await serve();
  try {
    const path = join(folder, 'boats.txt');
    writeFileSync(path, 'Boats found\n\nTwo boats were found near Bergen, harbour master Karin Holm said.\n');
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    const saved = join(folder, 'corpus-explorer.html');
    for (const url of [server.url, fromDisk()]) {
      await page.goto(`${url}#/library`);
      await page.waitForSelector('body[data-state="ready"]');
      const truth = await add(page, path);
      await page.evaluate(() => { location.hash = '#/library'; });
      await page.waitForSelector('.keep button');
      await page.click('.keep button');
      for (let waited = 0; !existsSync(saved) && waited < 50; waited += 1) await rest(100);
      await rest(300);
      await page.goto(`${pathToFileURL(saved).href}#/search?q=Bergen`);
      await page.waitForSelector('.answer mark');
      assert.equal(await answers(page), truth);
      rmSync(saved);
    }
    assert.deepEqual(said, []);
    assert.deepEqual(server.asked, ['/some/folder/']);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
