// Does comparison begin with stories where there are many articles, and are copies folded until they are asked for?
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium, quietly, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

const news = readFileSync(new URL('../data/stories/newsroom.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
/** An article again, without every tenth sentence, and with a line that it did not have. */
const edited = (article, id) => ({ ...article, id, publisher: `${article.publisher} again`,
  text: `${article.text.split(/(?<=\. )/).filter((_, n) => n % 10 !== 3).join('')}\n\nA spokesman for the lighthouse declined to comment on the walrus.` });
/** Short notes that have nothing to do with each other. */
const notes = Array.from({ length: 40 }, (_, n) => ({ id: `note${n}`, title: `Note ${n}`, text: `${'bcdfghjklm'[n % 10]}${'aeiou'[n % 5]}${'npqrstvwxz'[Math.floor(n / 4)]}ix is at the fair.` }));
const add = (page, articles) => page.evaluate((text) => window.corpus.read([{ name: 'news.jsonl', bytes: text }]), articles.map((article) => JSON.stringify(article)).join('\n'));
const texts = (page, selector) => page.locator(selector).allTextContents();

onPage('a large corpus is compared story by story, a small one at once', '#/compare', async (page) => {
  await page.waitForSelector('.telling');
  await add(page, [...news, ...notes]);
  await visit(page, '#/compare');
  assert.equal(await page.textContent('#list h2'), '7 stories');
  assert.equal(await page.locator('.choice').count(), 0, 'there is nothing else to choose yet');
  const story = page.locator('.answers > li', { hasText: 'strike' });
  assert.match(await story.textContent(), /5 articles · 22 Mar 2023 – 24 Mar 2023 · .*Courier.*Carrick/);
  await story.locator('a').click();
  await page.waitForSelector('.telling');
  assert.match(await page.textContent('#list h2'), /statements? reported by several articles/);
  assert.match(await page.textContent('#list'), /Story: .*strike.*5 of 71 articles/s);
  const outlets = new Set((await texts(page, '.wordings .meta')).map((line) => line.split(' · ')[0]));
  assert.ok(outlets.size > 1 && [...outlets].every((outlet) => news.some(({ publisher, event }) => publisher === outlet && event === 'carrick-strike')), [...outlets].join());
  await page.click('text=Table');
  await page.waitForSelector('.matrix');
  assert.equal(await page.locator('thead th').count(), 6, 'the table has the articles of the story');
  await page.click('.choice >> text=Stories');
  assert.equal(await page.textContent('#list h2'), '7 stories');
});

onPage('the first page names the stories of many articles', '#/', async (page) => {
  assert.equal(await page.locator('h3', { hasText: 'Stories' }).count(), 0, 'five articles on one event are one story');
  await add(page, news);
  await visit(page, '#/');
  assert.ok((await texts(page, '#list .answers .passage')).some((title) => title.includes('wildfire')));
});

onPage('what copies have in the same words is listed once, until they are asked for', '#/', async (page) => {
  await add(page, [...news, edited(news[0], 'copy-1'), edited(news[0], 'copy-2')]);
  await visit(page, '#/search?q=Carrick');
  const total = async () => Number((await page.textContent('#list h2')).match(/^\d+/)[0]);
  const folded = await total();
  const link = page.locator('.copies a').first();
  assert.equal(await link.textContent(), 'The same in 2 copies');
  await link.click();
  assert.ok(await total() > folded, 'copies are listed too');
  assert.match(await page.evaluate(() => location.hash), /copies=listed/);
  assert.equal(await page.locator('.copies').count(), 0);
  await page.click('text=Copies folded');
  assert.equal(await total(), folded);
  await visit(page, '#/search?q=walrus');
  assert.equal(await page.textContent('#list h2'), '1 passage in 1 article');
});
