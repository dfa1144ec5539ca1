// Do the ways to look at answers hold: narrowing by time, names and speakers, a concordance by outlet, collocations?
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium, faultsInBoth, overruns, quietly, ready, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

const heading = (page) => page.textContent('#list h2');
const states = ['#/search?q=treaty&mode=lines&group=outlet&sort=2,3,1', '#/search?q=treaty&mode=collocations', '#/search?q=treaty&mode=collocations&sort=dice&window=10&least=1&stops=shown',
  '#/search?q=treaty&date=2024-06-20', '#/search?q=treaty&speaker=vladimir-putin', '#/search?publisher=NPR', '#/search?publisher=NPR&mode=lines',
  '#/search?publisher=NPR&mode=collocations', '#/search?q=zzzzqqq&mode=collocations', '#/search?q=treaty&entity=not-here'];

onPage('bars count the passages of each day, and lead to them', '#/search?q=treaty', async (page) => {
  const all = await heading(page);
  const truth = await page.evaluate(() => window.corpus.search('treaty', { by: 'passage', limit: 0, histogram: true }));
  assert.equal(truth.histogram.bars.reduce((sum, { count }) => sum + count, truth.histogram.undated), truth.total);
  const bars = page.locator('.column');
  assert.equal(await bars.count(), truth.histogram.bars.filter(({ count }) => count > 0).length);
  const [{ count }] = truth.histogram.bars;
  assert.match(await bars.first().textContent(), new RegExp(`: ${count} passages?$`));
  await bars.first().click();
  assert.match(await heading(page), new RegExp(`^${count} passages? `));
  assert.match(page.url(), /date=2024-06-\d\d/);
  assert.equal(await bars.count(), truth.histogram.bars.filter((bar) => bar.count > 0).length, 'the other bars stay');
  await page.click('.histogram .chip.pressed');
  await page.waitForFunction((text) => document.querySelector('#list h2').textContent === text, all);
});

onPage('who is quoted narrows the answers, and is in the address', '#/search?q=treaty', async (page) => {
  await page.click('.further summary');
  const chip = page.locator('.facet[aria-label="Quotes"] a.chip').first();
  const [id, count] = [new URLSearchParams((await chip.getAttribute('href')).split('?')[1]).get('speaker'), Number(await chip.locator('.count').textContent())];
  await chip.click();
  await page.waitForSelector('.chip.pressed');
  assert.match(await heading(page), new RegExp(`^${count} passages? `));
  const articles = await page.$$eval('.answers .answer', (links) => [...new Set(links.map((link) => new URLSearchParams(link.hash.split('?')[1]).get('open')))]);
  assert.ok(await page.evaluate(([ids, speaker]) => ids.every((article) => window.corpus.quotes({ article, speaker }).length), [articles, id]));
  await page.click('.choice a:has-text("Concordance")');
  await page.waitForSelector('.lines');
  assert.match(page.url(), /speaker=/, 'the filter goes along');
});

onPage('every place of an open article is lit, however many passages other articles have', '#/library', async (page) => {
  const sought = await page.evaluate(async () => {
    const paragraphs = (line) => Array.from({ length: 700 }, (_, n) => line(n + 1)).join('\n\n');
    await window.corpus.read([{ name: 'long.txt', bytes: paragraphs((n) => `In the year ${n} of the town they launched another zeppelin from the old meadow.`) },
      { name: 'short.txt', bytes: paragraphs((n) => `Zeppelin ${n}.`) }]);
    return window.corpus.article('long').text.split('zeppelin').length - 1;
  });
  assert.ok(sought > 500, `${sought} places`);
  await visit(page, '#/search?q=zeppelin&open=long');
  await page.waitForSelector('.reading[data-article="long"]');
  // On paper all is seen.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('.reading mark').count(), sought);
});

onPage('what narrows another view narrows no search: its open article has all its marks', '#/voices?kind=direct&q=treaty', async (page) => {
  await page.click('.voice h3 a >> nth=0');
  await page.click('.voice.open .answer >> nth=0');
  await page.waitForSelector('.reader .lit');
  const { article, truth } = await page.evaluate(() => {
    const id = new URLSearchParams(location.hash.split('?')[1]).get('open');
    const { hits } = window.corpus.search('treaty', { by: 'passage', limit: 1000, filter: { article: id } });
    return { article: id, truth: hits.flatMap((hit) => hit.passages.flatMap((passage) => passage.marks)).length };
  });
  assert.ok(truth > 0, `${article} speaks of it`);
  // A mark that a name cuts into pieces is one.
  assert.ok(await page.locator('.reading mark').count() >= truth);
});

onPage('phrases are offered for words that are begun', '#/search?q=without de', async (page) => {
  const chip = page.locator('.hints a.chip:has-text("without delay")');
  const { text, count, kind } = await page.evaluate(() => window.corpus.suggest('without de')[0]);
  assert.deepEqual([text, kind], ['without delay', 'phrase']);
  assert.equal(await chip.locator('.count').textContent(), String(count));
  await chip.click();
  await page.waitForFunction(() => document.querySelector('input[type=search]').value === '"without delay"');
  assert.match(await heading(page), /^\d+ passages? /);
});

onPage('a concordance in every order, and by outlet', '#/search?q=treaty&mode=lines', async (page) => {
  const nodes = (side) => page.$$eval(`.line .${side}`, (all) => all.map((node) => node.textContent.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  await page.click('.choice a:has-text("1st right")');
  const after = (await nodes('right')).map((words) => words[0] ?? '');
  assert.deepEqual(after, [...after].sort());
  await page.click('.choice a:has-text("2nd left")');
  await page.waitForFunction(() => /sort=-2,-3,-1/.test(location.hash));
  const before = (await nodes('left')).map((words) => words.at(-2) ?? '');
  assert.deepEqual(before, [...before].sort());
  await page.click('.choice a:has-text("By outlet")');
  await page.waitForSelector('.figures');
  const { total, groups } = await page.evaluate(() => window.corpus.concordance('treaty', { limit: 0 }));
  assert.equal(groups.reduce((sum, group) => sum + group.matches, 0), total);
  const rows = await page.$$eval('.figures tbody tr', (all) => all.map((row) => row.cells[0].textContent + row.cells[1].textContent));
  assert.deepEqual(rows, groups.map((group) => `${group.publisher ?? 'unknown outlet'}${group.matches}`));
  assert.equal(await page.locator('.list h3').count(), groups.filter((group) => group.matches).length);
});

onPage('collocations, by either measure, and their passages', '#/search?q=north', async (page) => {
  await page.click('.choice a:has-text("Collocations")');
  await page.waitForSelector('.figures');
  const words = () => page.$$eval('.figures tbody th', (all) => all.map((cell) => cell.textContent));
  const asked = (options) => page.evaluate((given) => window.corpus.collocations('north', given).collocates.map(({ word }) => word), options);
  assert.deepEqual(await words(), await asked({}));
  assert.equal((await words())[0], 'Korea');
  await page.click('th a:has-text("logDice")');
  await page.waitForFunction(() => /sort=dice/.test(location.hash));
  assert.deepEqual(await words(), await asked({ measure: 'logDice' }));
  await page.click('.choice a:has-text("Adjacent")');
  await page.click('.choice a:has-text("Once")');
  await page.click('.choice a:has-text("With stop words")');
  await page.waitForFunction(() => /stops=shown/.test(location.hash));
  assert.deepEqual(await words(), (await asked({ measure: 'logDice', window: 1, min: 1, stopWords: true })).slice(0, 50));
  await page.click('.figures tbody th a >> nth=0');
  await page.waitForSelector('.answer mark');
  assert.match(await page.inputValue('#field'), /^north AND "/);
});

onPage('text from right to left keeps its marks', '#/search', async (page) => {
  await page.evaluate(() => {
    const { corpus } = window;
    const text = 'وقّع الرئيسان المعاهدة في موسكو يوم الخميس.\n\nקראו את האמנה החדשה בעיר הגדולה.\n\nThey signed the “אמנת” of 1961.';
    corpus.append(corpus.fromArticles([{ id: 'rtl', text }], { normalize: false }).save());
  });
  await visit(page, '#/search?q=المعاهدة');
  assert.equal(await page.textContent('.answer mark'), 'المعاهدة');
  const box = (selector) => page.$eval(selector, (node) => { const { left, right } = node.getBoundingClientRect(); return { left, right }; });
  const [mark, words] = [await box('.answer mark'), await box('.answer .passage')];
  assert.ok(words.right - mark.right < mark.left - words.left, 'the third word from the right');
  for (const [query, before] of [['المعاهدة', /الرئيسان\s*$/], ['האמנה', /את\s*$/]]) {
    await visit(page, `#/search?q=${query}&mode=lines`);
    await page.waitForFunction((node) => document.querySelector('.line .node')?.textContent === node, query);
    assert.match(await page.textContent('.line .left'), before);
    assert.ok((await box('.line .left')).left >= (await box('.line .node')).right - 1, 'what comes before stands to the right');
    assert.ok((await box('.line .right')).right <= (await box('.line .node')).left + 1);
  }
  await visit(page, '#/search?q=אמנת&mode=lines');
  await page.waitForFunction(() => document.querySelector('.line .node')?.textContent === 'אמנת');
  assert.ok((await box('.line .left')).right <= (await box('.line .node')).left + 1, 'an English line stays one');
});

onPage('axe finds nothing in these, light or dark', '', async (page) => {
  for (const hash of states) {
    await visit(page, hash);
    for (const summary of await page.$$('.further:not([open]) summary')) await summary.click();
    assert.deepEqual(await faultsInBoth(page), [], hash);
  }
});

onPage('none of these scrolls sideways', '', async (page) => {
  for (const hash of states) {
    await visit(page, hash);
    assert.deepEqual(await overruns(page, [320, 390, 1100]), [], hash);
  }
});

onPage('reload gives the same picture of each', '', async (page) => {
  for (const hash of states) {
    await visit(page, hash);
    const picture = () => page.evaluate(() => [location.hash, document.getElementById('list').textContent]);
    const first = await picture();
    assert.equal(decodeURIComponent(first[0]), hash);
    await page.reload();
    await ready(page);
    assert.deepEqual(await picture(), first);
  }
});
