// Does "Show more" add rows and leave the others alone, in every list, and ask for no more than it adds?
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, quietly, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

/** Adds 120 articles of one event each: each list of the page is then longer than it shows at first. */
const add = (page) => page.evaluate(async () => {
  const first = ['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Frank', 'Greta', 'Henry', 'Irene', 'Jacob', 'Karin', 'Louis'];
  const last = ['Abbott', 'Becker', 'Carver', 'Dalton', 'Ericson', 'Fowler', 'Gibson', 'Holm', 'Ingram', 'Jensen'];
  const files = Array.from({ length: 120 }, (_, n) => {
    const name = `${first[n % 12]} ${last[Math.floor(n / 12)]}`;
    const day = `${(n % 28) + 1} ${['March', 'April', 'May', 'June', 'July'][Math.floor(n / 28)]} ${1900 + n}`;
    return { name: `a${String(n).padStart(3, '0')}.txt`, bytes: `The dam, part ${n}\n\nThe dam was opened on ${day}. “The dam will hold for a hundred years, whatever the winter brings,” said ${name}.\n\nMr. ${name.split(' ')[1]} built the dam with ${n + 3} men.` };
  });
  await window.corpus.read(files);
});

/** The rows of each list, and what tells them apart. */
const lists = [
  ['#/read', '.shelf > li'],
  ['#/search?q=dam', '.answers > li'],
  ['#/search?q=dam&mode=lines', '.lines > li'],
  ['#/search?q=dam&mode=lines&group=outlet', '.lines > li'],
  ['#/search?q=dam&mode=collocations&window=10&least=1&stops=shown', '.figures tbody tr'],
  ['#/voices', '.voice'],
  ['#/names?kind=person', '.names > li'],
  ['#/timeline', '.statements > li'],
  ['#/timeline', '.tablebox tbody tr'],
  [`#/compare?kind=shared&${Array.from({ length: 40 }, (_, n) => `with=a${String(n).padStart(3, '0')}`).join('&')}`, '.telling'],
];

for (const [hash, rows] of lists) {
  onPage(`${hash.slice(0, 80)} grows: ${rows}`, '#/library', async (page) => {
    await add(page);
    await visit(page, hash);
    await page.waitForSelector(`#list ${rows}`);
    const before = await page.evaluate((sign) => {
      globalThis.rows = [...document.querySelectorAll(`#list ${sign}`)];
      return globalThis.rows.length;
    }, rows);
    assert.ok(before >= 50, `${before} rows`);
    await page.click('[data-more]');
    assert.match(page.url(), /show=100/, 'the address says how many');
    const after = await page.evaluate((sign) => {
      const now = [...document.querySelectorAll(`#list ${sign}`)];
      const isNew = (node) => node && !globalThis.rows.some((row) => row.contains(node));
      return {
        count: now.length,
        kept: globalThis.rows.filter((row) => row.isConnected).length,
        focus: isNew(document.activeElement) && document.activeElement.closest('[data-growing]') !== null,
      };
    }, rows);
    assert.ok(after.count > before && after.count <= 2 * before, `${after.count} rows after ${before}`);
    // The last moment may get another statement, and is drawn anew.
    assert.ok(after.kept >= before - 1, `${after.kept} of ${before} are the same`);
    assert.ok(after.focus, 'the focus is on a new row');
    const grown = await page.evaluate(() => [location.hash, document.getElementById('list').textContent]);
    await visit(page, '#/library');
    await visit(page, grown[0]);
    assert.equal(await page.textContent('#list'), grown[1], 'drawn at once, it says the same');
  });
}

onPage('the engine is asked for what is added alone', '#/library', async (page) => {
  await add(page);
  await visit(page, '#/names?kind=person');
  await page.evaluate(() => {
    const { entities } = window.corpus;
    globalThis.asked = [];
    window.corpus.entities = (filter) => (globalThis.asked.push(filter), entities(filter));
  });
  await page.click('[data-more]');
  assert.deepEqual(await page.evaluate(() => globalThis.asked), [{ kind: 'person', offset: 50, limit: 50 }]);
});

onPage('a row that was there before the list grew opens in the grown list', '#/library', async (page) => {
  await add(page);
  await visit(page, '#/voices');
  await page.click('[data-more]');
  const count = await page.locator('.voice').count();
  await page.click('.voice h3 a >> nth=3');
  await page.waitForSelector('.voice.open');
  assert.equal(await page.locator('.voice').count(), count);
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('.voice.open'));
  assert.equal(await page.locator('.voice').count(), count);
  await page.goBack();
  await page.waitForFunction(() => !location.hash.includes('show='));
  assert.equal(await page.locator('.voice').count(), 50, 'back is as it was');
});
