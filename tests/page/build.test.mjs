// Does the binary make a page of any folder, that opens from disk and answers about those articles alone?
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, contents, faults, fromDisk, holders, open, visit } from './browser.mjs';

const binary = fileURLToPath(new URL('../../target/build/corpus-explorer', import.meta.url));

/** Builds the page of some articles in a folder of its own; `body` gets it open. */
async function onBuilt(articles, body) {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
  const browser = await chromium();
  try {
    mkdirSync(join(folder, 'articles/inner'), { recursive: true });
    for (const [path, text] of Object.entries(articles)) writeFileSync(join(folder, 'articles', path), text);
    const file = join(folder, 'page.html');
    execFileSync(binary, ['build', join(folder, 'articles'), '-o', file], { stdio: 'ignore' });
    const { page, quiet } = await open(browser, pathToFileURL(file).href);
    await body(page, file);
    quiet();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

test('a page of other articles', () => onBuilt({
  'one.txt': 'Harbour closed after storm\n\nBy Ann Lee\n\nThe harbour of Odda was closed on Monday. “We lost two boats,” said Karin Holm, the harbour master.\n',
  'inner/two.txt': 'Boats found\n\nTwo boats were found near Bergen, harbour master Karin Holm said.\n',
}, async (page, file) => {
  const usual = readFileSync(new URL('../../corpus/corpus.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line).text);
  assert.deepEqual(holders(contents(new URL(fromDisk())), usual), ['corpus']);
  assert.deepEqual(holders(contents(file), usual), [], 'none of the default articles');
  const found = await page.evaluate(() => ({
    ids: window.corpus.articles().map((article) => article.id),
    said: window.corpus.quotes({ speaker: 'Holm' }).map((quote) => quote.text),
    total: window.corpus.search('harbour').total,
    foreign: window.corpus.search('Putin').total,
  }));
  assert.deepEqual(found.ids, ['inner/two', 'one']);
  assert.ok(found.said.includes('We lost two boats,'), String(found.said));
  assert.equal(found.total, 2);
  assert.equal(found.foreign, 0);
  await page.fill('#field', 'boats');
  await page.waitForSelector('.answer mark');
  await page.click('.answer');
  await page.waitForSelector('.lit');
}));

test('text of an article never becomes markup', () => onBuilt({
  'evil.txt': '<img src=x onerror=alert(1)> </script><script>alert(2)</script>\n\n“<b>Bold</b> & ‘sly’ <!-- words,” said Eve Stone. <svg onload=alert(3)> treaty\n',
}, async (page) => {
  for (const hash of ['#/read/evil', '#/voices', '#/names', '#/search?q=treaty', '#/timeline']) {
    await visit(page, hash);
    assert.equal(await page.locator('main img, main b, main script, main svg[onload]').count(), 0, hash);
    assert.deepEqual(await faults(page), [], hash);
  }
}));
