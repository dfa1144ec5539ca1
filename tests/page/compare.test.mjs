// Can one see how each outlet tells it: statements side by side, aligned, as a table, word for word?
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium, quietly, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

/** The words that are lit in the reader. */
const lit = (page) => page.textContent('.reader .lit');

onPage('a statement told by several opens the sentence of each wording', '#/compare', async (page) => {
  const group = page.locator('.telling', { hasText: 'without delay' }).first();
  const wordings = await group.locator('.wordings .passage').allTextContents();
  assert.ok(wordings.length >= 4, wordings.join('\n'));
  await group.locator('.answer').nth(1).click();
  await page.waitForSelector('.reader .lit');
  assert.ok((await lit(page)).includes(wordings[1].slice(0, 20)));
});

onPage('wordings are aligned against any of them', '#/compare', async (page) => {
  const group = page.locator('.telling', { hasText: 'without delay' }).first();
  await group.locator('h3 a').click();
  await page.waitForSelector('.telling.open .base');
  assert.ok(await page.locator('.telling.open ins').count() > 0 && await page.locator('.telling.open del').count() > 0);
  const before = await page.locator('.telling.open .base .passage').textContent();
  await page.locator('.telling.open a', { hasText: 'Compare the others' }).first().click();
  await page.waitForFunction((text) => document.querySelector('.telling.open .base .passage')?.textContent !== text, before);
  const hash = await page.evaluate(() => location.hash);
  assert.match(hash, /base=\d/);
});

onPage('what differs on one point is told, and not judged', '#/compare?kind=points', async (page) => {
  const text = await page.textContent('.tellings');
  assert.match(text, /voiding the treaty/);
  assert.match(text, /discarded/);
  assert.match(text, /Different dates: .*1961.*1991/);
});

onPage('each cell of the table opens its place, silence is marked', '#/compare?kind=table', async (page) => {
  assert.ok(await page.locator('.matrix .out').count() > 0);
  const row = page.locator('.matrix tr', { has: page.locator('th', { hasText: 'Jens Stoltenberg' }) }).first();
  assert.match(await row.locator('td a').first().textContent(), /\d+ .*%/);
  await row.locator('td a').first().click();
  await page.waitForSelector('.reader .lit');
  assert.match(await page.textContent('.reader'), /Stoltenberg/);
});

onPage('articles are chosen, and the address keeps them', '#/compare', async (page) => {
  const all = await page.locator('.telling').count();
  await page.click('details.further summary');
  await page.locator('.further .chip.pressed').first().click();
  await page.waitForFunction((count) => document.querySelectorAll('.telling').length < count, all);
  assert.equal((await page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).getAll('with'))).length, 4);
  const few = await page.locator('.telling').count();
  await page.reload();
  await page.waitForSelector('.telling');
  assert.equal(await page.locator('.telling').count(), few);
});

onPage('passages shared word for word', '#/compare?kind=shared', async (page) => {
  assert.match(await page.textContent('.tellings'), /Russian President Vladimir Putin and North Korean leader Kim Jong Un/);
  await visit(page, '#/compare?kind=shared&least=20');
  assert.match(await page.textContent('.list'), /No passage of 20 words/);
});

onPage('the timeline merges what several articles date', '#/timeline', async (page) => {
  assert.match(await page.textContent('.timeline'), /2 articles report this:/);
  assert.match(await page.textContent('.timeline'), /Published on this day/);
});
