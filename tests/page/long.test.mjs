// Is a long article drawn where it is seen, and nowhere else, and does all of it answer all the same?
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, quietly, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

/** Adds an article of many paragraphs, or of one: every sentence has a name, every fifth a quotation, one alone a rare name. */
const add = (page, separator) => page.evaluate(async (between) => {
  const said = (n) => (n % 5 ? '' : ' “We shall keep the dam under watch,” Karin Holm said.');
  const rare = (n) => (n === 1700 ? ' Then Ingrid Solberg came from Tromso to see the work.' : '');
  const sentences = Array.from({ length: 3000 }, (_, n) => `On day ${n + 1} the engineers from Norway measured the water behind the dam again.${said(n)}${rare(n)}`);
  await window.corpus.read([{ name: 'long.txt', bytes: `The dam\n\n${sentences.join(between)}` }]);
}, separator);

/** Waits until the layers of the open article lie over its text. */
const covered = (page) => page.waitForSelector('.reading .text .name');

/** What of an article is dressed, and what stands there. */
const state = (page) => page.evaluate(() => {
  const { text, blocks } = window.corpus.article('long');
  const body = document.querySelector('.reading .text');
  const plain = body.cloneNode(true);
  for (const node of plain.querySelectorAll('.pin, .notes')) node.remove();
  return {
    leaves: body.children.length, plain: [...body.children].filter((leaf) => !leaf.firstElementChild).length,
    hasAll: plain.textContent.replace(/\s+/g, '') === text.slice(blocks[1].start).replace(/\s+/g, ''),
    dressed: body.querySelectorAll('.name, .quotation, mark').length,
  };
});

/** Asserts that the lit sentence stands before the eye. */
async function inSight(page) {
  const { top, bottom, height } = await page.$eval('.lit', (lit) => ({ ...lit.getBoundingClientRect().toJSON(), height: innerHeight }));
  assert.ok(top > 0 && bottom < height, `from ${top} to ${bottom} of ${height}`);
}

/** Clicks into the first words of a row. */
const pointAt = (page, selector) => page.locator(selector).click({ position: { x: 6, y: 8 } });

for (const [name, separator] of [['of many paragraphs', '\n\n'], ['of one paragraph', ' ']]) {
  onPage(`an article ${name}: all words stand there, layers lie over what is near`, '#/library', async (page) => {
    await add(page, separator);
    await visit(page, '#/read/long');
    await covered(page);
    const first = await state(page);
    assert.ok(first.hasAll, 'every word is on the page');
    assert.ok(first.leaves > 40 && first.plain > first.leaves * 0.8, JSON.stringify(first));
    await page.locator('.text').evaluate((text) => text.children[Math.floor(text.children.length / 2)].scrollIntoView());
    await page.waitForFunction(() => {
      const { children } = document.querySelector('.reading .text');
      return children[Math.floor(children.length / 2)].querySelector('.name');
    });
    const second = await state(page);
    assert.ok(second.hasAll);
    assert.ok(second.plain < first.plain && second.plain > second.leaves * 0.6, JSON.stringify(second));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const whole = await state(page);
    assert.ok(whole.hasAll && whole.plain === 0 && whole.dressed > 3000, JSON.stringify(whole));
  });
}

onPage('a click in a long article leaves all other rows as they are', '#/library', async (page) => {
  await add(page, '\n\n');
  await visit(page, '#/read/long?at=120000-120010');
  await covered(page);
  await inSight(page);
  await page.evaluate(() => {
    globalThis.before = [...document.querySelectorAll('.leaf, .row, .name')];
    globalThis.lit = document.querySelector('.lit').closest('.row');
  });
  await pointAt(page, '.row:has(.lit) + .row p');
  await page.waitForFunction(() => !globalThis.lit.querySelector('.lit'));
  const { changed, rows } = await page.evaluate(() => ({
    rows: [globalThis.lit, globalThis.lit.nextElementSibling].every((row) => row.isConnected),
    changed: globalThis.before.filter((node) => !node.isConnected && !node.matches('.leaf, .row')).length,
  }));
  assert.ok(rows, 'rows stay');
  assert.ok(await page.evaluate(() => globalThis.before.filter((node) => node.matches('.leaf, .row')).every((node) => node.isConnected)));
  assert.ok(changed > 0 && changed <= 4, `${changed} names are drawn anew, those of two rows`);
});

onPage('a layer that is switched is drawn where it is seen, and later elsewhere', '#/library', async (page) => {
  await add(page, '\n\n');
  await visit(page, '#/read/long');
  await covered(page);
  assert.equal(await page.locator('.text .date').count(), 0);
  await page.evaluate(() => { globalThis.leaf = document.querySelector('.leaf'); });
  await page.uncheck('[data-key="layer-place"]');
  await page.waitForFunction(() => !document.querySelector('.leaf .name.place'));
  assert.ok(await page.evaluate(() => globalThis.leaf.isConnected));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'layer-place', 'focus stays on the switch');
  await page.locator('.text').evaluate((text) => text.lastElementChild.scrollIntoView());
  await page.waitForSelector('.leaf:last-child .row');
  assert.equal(await page.locator('.text .name.place').count(), 0);
});

onPage('keys reach places that are not drawn yet', '#/library', async (page) => {
  await add(page, '\n\n');
  await visit(page, '#/read/long');
  const truth = await page.evaluate(() => {
    const places = [...window.corpus.mentions('long').filter(({ entity }) => entity), ...window.corpus.quotes({ article: 'long' }).flatMap(({ spans }) => spans.map(([start]) => ({ start })))];
    const rare = window.corpus.entities({ query: 'Ingrid Solberg' })[0].id;
    return { last: Math.max(...places.map(({ start }) => start)), rare, at: window.corpus.mentions('long').find(({ entity }) => entity === rare).start };
  });
  // The words of the focused place begin where the engine says.
  const offset = () => page.evaluate(() => {
    const node = document.activeElement;
    const row = node.closest('.row');
    const range = document.createRange();
    range.setStart(row.querySelector('.body > :last-child'), 0);
    range.setEndBefore(node);
    return Number(row.dataset.start) + range.toString().length;
  });
  await page.keyboard.press('[');
  assert.equal(await offset(), truth.last, 'back from the beginning is the last');
  assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().bottom < innerHeight), 'it stands before the eye');
  await page.keyboard.press(']');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.head') !== null || document.activeElement.closest('.row').dataset.block === '1'), true, 'and round again');
  await visit(page, `#/names/${truth.rare}?open=long`);
  await page.keyboard.press(']');
  assert.equal(await offset(), truth.at, 'a name that stands once');
});

onPage('on a phone a long article is read as well', '#/library', async (page) => {
  await add(page, '\n\n');
  await visit(page, '#/read/long?at=120000-120010');
  await covered(page);
  await inSight(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
