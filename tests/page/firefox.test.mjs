// Does the page answer in Firefox, from disk and over http? Left out where no Firefox is installed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  for (const [hash, sign] of [['#/voices', '.voice'], ['#/names', '.entry'], ['#/timeline', '.moment'], ['#/read', '.shelf .answer'], ['#/search?q=treaty&mode=lines', '.line mark']]) {
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
