// Does the built page answer, from disk and under a sub-path, by mouse, keys, links and history?
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { codes, listed, misused } from '../package/misuse.mjs';
import { chromium, faultsInBoth, fromDisk, open, overruns, quietly, serve, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

const views = async (page) => {
  const ids = await page.evaluate(() => ({
    article: window.corpus.articles().sort((a, b) => b.gaps - a.gaps)[0].id,
    speaker: window.corpus.quotes().find((quote) => quote.speaker?.entity)?.speaker.entity,
    name: window.corpus.entities()[0].id,
  }));
  return ['', '#/search?q=treaty', '#/search?q=treaty&mode=lines', '#/search?q=zzzzqqq', '#/read',
    `#/read/${ids.article}?layers=quotes,person,organisation,place,document,event,publication,references,dates,figures,repairs,gaps`,
    `#/search?q=treaty&open=${ids.article}&at=300-310`, '#/voices', `#/voices/${ids.speaker}`, '#/voices/-',
    '#/names', `#/names/${ids.name}`, '#/timeline', '#/compare', '#/compare?kind=points', '#/compare?kind=table', '#/compare?kind=shared', '#/compare/not-here', '#/library', `#/library?open=${ids.article}`, '#/read/not-here', '#/names/not-here'];
};

test('over http under a sub-path, one request and no more', async () => {
  const server = await serve();
  const { page, context, quiet } = await open(browser, server.url);
  await page.fill('#field', 'treaty');
  await page.waitForSelector('.answer mark');
  await page.click('.answer');
  await page.waitForSelector('.lit');
  quiet();
  await context.close();
  server.close();
  assert.deepEqual(server.asked, ['/some/folder/']);
});

onPage('the console answers at once', '', async (page) => {
  const found = await page.evaluate(async () => {
    const { corpus } = window;
    const same = (await corpus.ready) === corpus;
    let code = '';
    try { corpus.open(new Uint8Array([1, 2, 3])); } catch (error) { code = `${error.name} ${error.code}`; }
    return { same, total: corpus.search('sanctions').total, version: corpus.version, missing: corpus.article('not-here'), bytes: corpus.save().length, help: corpus.help(), code };
  });
  assert.ok(found.same && found.total > 0 && found.bytes > 0 && /\d/.test(found.version) && /search/.test(found.help));
  assert.equal(found.missing, null);
  assert.equal(found.code, 'CorpusError pack');
});

/** Asks all functions of `corpus` wrongly, about one short article: some answer all the same. Runs in the page. */
async function askWrongly(misused, codes) {
  const { corpus } = window;
  const came = corpus.articles().map(({ id }) => id);
  corpus.append(corpus.fromArticles([{ id: 'one', title: 'A title', text: 'Ann Lee said: “We come without delay.”' }]).save());
  corpus.remove(came);
  const namesOf = (holder) => Object.keys(holder).filter((name) => typeof holder[name] === 'function');
  // Files of no known format are no wrong arguments: read() is asked with what is no file.
  const reads = [];
  for (const files of [undefined, null, 7, 'a.txt', {}, [7], [{ name: 'a.txt' }], [{ name: 'a.txt', bytes: {} }]]) {
    reads.push(await corpus.read(files).then(() => 'read', ({ name, code, message }) => `${name} ${code} ${message}`));
  }
  const names = namesOf(corpus);
  const asked = await misused(corpus, names.filter((name) => name !== 'read'), () => JSON.stringify([corpus.articles(), corpus.decisions()]), codes);
  const other = corpus.open(corpus.save());
  return { reads, asked, names, help: corpus.help(), others: namesOf(other), other: other.help() };
}

onPage('the console refuses every wrong argument in one style, and help() lists its functions', '', async (page) => {
  // As a text: what a page may make of texts itself is forbidden to it.
  const found = await page.evaluate(`(${askWrongly})(${misused}, ${JSON.stringify(codes)})`);
  assert.deepEqual(found.asked.complaints, []);
  for (const said of found.reads) assert.match(said, /^CorpusError argument files(\[0\])?: expected .+, found .+$/);
  assert.deepEqual(listed(found.help), [...found.names, 'ready', 'version'].toSorted());
  assert.deepEqual(listed(found.other), [...found.others, 'version'].toSorted());
});

test('before the engine is ready, a question says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (globalThis.early || !window.corpus) return;
      try { window.corpus.articles(); } catch (error) { globalThis.early = [error.name, error.code]; }
    });
  });
  await page.goto(fromDisk());
  await page.waitForSelector('body[data-state="ready"]');
  assert.deepEqual(await page.evaluate(() => globalThis.early), ['CorpusError', 'not-ready']);
  await context.close();
});

onPage('as one types: passages, marks, count, live region', '', async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('"without delay"');
  await page.waitForFunction(() => /"without delay"/.test(decodeURIComponent(location.hash.replaceAll('+', ' '))));
  const expected = await page.evaluate(() => window.corpus.search('"without delay"', { by: 'article' }).total);
  assert.match(await page.textContent('#list h2'), new RegExp(`passages? in ${expected} articles?`));
  const marks = await page.$$eval('.answer mark', (nodes) => nodes.map((node) => node.textContent.toLowerCase()));
  assert.ok(marks.length && marks.every((mark) => /without|delay/.test(mark)));
  await page.waitForFunction(() => /passage/.test(document.getElementById('live').textContent));
  assert.equal(await page.evaluate(() => history.length < 5), true, 'typing is one step of the history');
});

onPage('which articles report the clause "without delay"', '#/search?q=%22without+delay%22', async (page) => {
  const ids = await page.$$eval('.answers .answer', (links) => links.map((link) => new URLSearchParams(link.hash.split('?')[1]).get('open').slice(0, 3)));
  assert.deepEqual([...new Set(ids)].sort(), ['000', '002', '003', '004']);
});

onPage('what Stoltenberg said and where', '#/voices', async (page) => {
  await page.click('.voice h3 a:has-text("Stoltenberg")');
  const words = await page.$eval('.voice.open .passage', (node) => node.textContent.replace(/[“”]/g, '').slice(0, 25));
  await page.click('.voice.open .answer');
  await page.waitForSelector('.lit');
  const lit = await page.$$eval('.lit', (nodes) => nodes.map((node) => node.textContent).join(' '));
  assert.ok(lit.includes(words.trim()), `“${words}” stands in the lit sentence: ${lit}`);
  assert.ok(await page.isVisible('.voice.open'), 'the list stays beside the reader');
});

onPage('all names of North Korea', '#/names?kind=place', async (page) => {
  await page.click('.entry:has(.sample bdi:text-is("North Korea"))');
  const names = await page.$eval('.aliases', (node) => node.textContent);
  for (const name of ['North Korea', 'DPRK', 'North Korean']) assert.ok(names.includes(name), names);
  await page.click('.answers .answer');
  await page.waitForSelector('.name.sought');
});

onPage('the date of the 1961 treaty', '#/timeline/1961-01-01', async (page) => {
  const links = await page.$$eval('.moment.sought .answer', (nodes) => nodes.map((node) => node.hash));
  assert.ok(new Set(links.map((link) => /open=(\d+)/.exec(link)[1])).size >= 4, links.join(' '));
});

onPage('what was lost in an article: gaps, repairs, removed parts', '#/read', async (page) => {
  const id = await page.evaluate(() => window.corpus.articles().find((article) => article.id.startsWith('004')).id);
  await visit(page, `#/read/${id}?layers=repairs,gaps`);
  const truth = await page.evaluate((name) => {
    const { gaps, repairs, removed } = window.corpus.article(name);
    return { gaps: gaps.length, repairs: repairs.length, removed: removed.length };
  }, id);
  assert.ok(truth.gaps > 0 && truth.repairs > 0 && truth.removed > 0);
  assert.equal(await page.locator('.reading :is(.text p, .head h2) .gap').count(), truth.gaps);
  assert.equal(await page.locator('.removed li').count(), truth.removed);
  await page.uncheck('[data-key="layer-gaps"]');
  assert.equal(await page.locator('.text p .gap').count(), 0);
  assert.match(page.url(), /layers=repairs/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'layer-gaps', 'focus stays on the switch');
});

onPage('the text on the page is the text of the engine', '#/read', async (page) => {
  for (const id of await page.evaluate(() => window.corpus.articles().map((article) => article.id))) {
    await visit(page, `#/read/${encodeURIComponent(id)}?layers=quotes,person,organisation,place,document,event,publication,references,dates,figures,gaps`);
    const different = await page.evaluate((name) => {
      const { text, blocks } = window.corpus.article(name);
      return [...document.querySelectorAll('.row')].flatMap((row) => {
        const body = row.querySelector('.body > :last-child').cloneNode(true);
        for (const gap of body.querySelectorAll('.gap')) gap.remove();
        const block = blocks[Number(row.dataset.block)];
        return body.textContent === text.slice(block.start, block.end) ? [] : [body.textContent];
      });
    }, id);
    assert.deepEqual(different, []);
  }
});

onPage('links, reload, back and forward give the same picture', '#/search?q=treaty', async (page) => {
  const picture = () => page.evaluate(() => [location.hash, document.getElementById('list').textContent, document.getElementById('reader').textContent, document.getElementById('field').value]);
  await page.locator('.answer').nth(1).click();
  await page.waitForSelector('.lit');
  const opened = await picture();
  await page.click('.views a:has-text("Names")');
  await page.waitForSelector('.names');
  assert.equal(await page.inputValue('#field'), 'treaty', 'the field keeps its text on every view');
  await page.goBack();
  await page.waitForSelector('.lit');
  assert.deepEqual(await picture(), opened);
  await page.goForward();
  await page.waitForSelector('.names');
  await page.goBack();
  await page.reload();
  await page.waitForSelector('.lit');
  assert.deepEqual(await picture(), opened);
});

onPage('keys: field, answers, reader, mentions, back, help', '', async (page) => {
  const at = () => page.evaluate(() => document.activeElement.className || document.activeElement.id);
  await page.keyboard.press('/');
  assert.equal(await at(), 'field');
  await page.keyboard.type('treaty');
  // Only then the list is that of the last letter.
  await page.waitForFunction(() => location.hash.includes('q=treaty'));
  await page.waitForSelector('.answer mark');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'answer');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  const second = await page.evaluate(() => [...document.querySelectorAll('.answer')].indexOf(document.activeElement));
  assert.equal(second, 1);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lit');
  assert.equal(await at(), 'lit');
  await page.keyboard.press(']');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'mark');
  await page.keyboard.press('[');
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('.reading'), false);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('.answer')].indexOf(document.activeElement)), 1, 'focus returns to the answer');
  await page.keyboard.press('Escape');
  assert.equal(await at(), 'field');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert.equal(await page.isVisible('#help'), true);
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('#help'), false);
});

onPage('a name shows its card, and its next mention', '#/read', async (page) => {
  await page.click('.answer >> nth=0');
  const name = page.locator('.text a.name').first();
  const id = await name.getAttribute('data-entity');
  await name.hover();
  await page.waitForSelector('#card:popover-open');
  assert.match(await page.textContent('#card'), /\d/);
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('#card'), false);
  await name.click();
  await page.waitForSelector('#card:popover-open');
  assert.equal(await page.evaluate(() => document.activeElement.closest('#card') !== null), true, 'a click leads into the card');
  await page.click('#card button');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.entity), id);
});

onPage('he and the ministry say whom they mean, figures how many', '#/read', async (page) => {
  const ids = await page.evaluate(() => window.corpus.references().map(({ article }) => article));
  await visit(page, `#/read/${ids[0]}`);
  assert.equal(await page.locator('.text .meant').count(), 0, 'off until it is asked for');
  const count = ids.filter((id) => id === ids[0]).length;
  const chip = page.locator('.layers label', { has: page.locator('.references') });
  assert.equal(await chip.locator('.count').textContent(), String(count));
  await chip.click();
  const meant = page.locator('.text .meant').first();
  const { entity, said } = await meant.evaluate((node) => ({ ...node.dataset }));
  assert.match(said, /^“.+” refers to .+: (certain|likely|uncertain), \d+%$/);
  await meant.hover();
  await page.waitForSelector('#card:popover-open');
  assert.ok((await page.textContent('#card')).startsWith(said));
  await page.keyboard.press('Escape');
  await meant.focus();
  await page.waitForSelector('#card:popover-open');
  await meant.click();
  assert.equal(await page.evaluate(() => document.activeElement.closest('#card') !== null), true, 'a click leads into the card');
  await visit(page, `#/names/${entity}`);
  assert.match(await page.textContent('#list'), /Referred to as/);
  const figure = await page.evaluate(() => window.corpus.figures()[0]);
  await visit(page, `#/read/${figure.article}?layers=figures`);
  assert.equal(await page.locator('.text data.figure').first().getAttribute('value'), String(figure.value));
});

test('a click lights a sentence, c copies it with its source', async () => {
  const server = await serve();
  const { page, context, quiet } = await open(browser, `${server.url}#/read`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click('.answer >> nth=0');
  await page.locator('.text .row.paragraph p').first().click({ position: { x: 4, y: 8 } });
  await page.waitForSelector('.lit');
  assert.match(page.url(), /at=\d+-\d+/);
  const visible = page.waitForSelector('#live[data-seen]');
  await page.click('[data-copy]');
  await visible;
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('c');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  await page.waitForFunction(() => /Copied/.test(document.getElementById('live').textContent));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^“[^]+”\n— .*paragraph \d+\nhttp.*#\/read\//);
  quiet();
  await context.close();
  server.close();
});

onPage('filters narrow the answers and can be taken off', '#/search?q=treaty', async (page) => {
  const all = await page.textContent('#list h2');
  const chip = page.locator('.facet[aria-label="Outlet"] a.chip').first();
  await chip.click();
  await page.waitForSelector('.chip.pressed');
  const few = await page.textContent('#list h2');
  assert.notEqual(few, all);
  assert.match(few, /^\d+ passages? in 1 article$/);
  await page.click('.chip.pressed');
  await page.waitForFunction((text) => document.querySelector('#list h2').textContent === text, all);
});

onPage('axe finds nothing in any view, light or dark', '', async (page) => {
  for (const hash of await views(page)) {
    await visit(page, hash);
    assert.deepEqual(await faultsInBoth(page), [], hash);
  }
  await page.keyboard.press('?');
  assert.deepEqual(await faultsInBoth(page), [], 'help');
});

onPage('no view scrolls sideways at any width', '', async (page) => {
  for (const hash of await views(page)) {
    await visit(page, hash);
    assert.deepEqual(await overruns(page, [320, 390, 768, 1100, 2560]), [], hash);
  }
});

onPage('touch targets are large enough on a phone', '#/search?q=treaty', async (page) => {
  const small = await page.$$eval('.views a, .chip:is(a), .tools button, .answer, .choice a', (nodes) => nodes
    .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 43.5).map((node) => node.textContent));
  assert.deepEqual(small, []);
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

onPage('the colour switch goes round and is remembered', '', async (page) => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.click('#theme');
  assert.equal(await theme(), 'light');
  await page.click('#theme');
  assert.equal(await theme(), 'dark');
  await page.reload();
  assert.equal(await theme(), 'dark');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(23, 22, 20)');
});

test('a browser that cannot open the engine is told so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => { delete globalThis.DecompressionStream; });
  await page.goto(fromDisk());
  await page.waitForSelector('body[data-state="failed"]');
  const said = await page.textContent('#list');
  for (const part of ['DecompressionStream', 'Nothing is lost', 'What to do']) assert.ok(said.includes(part), said);
  const code = await page.evaluate(() => { try { window.corpus.articles(); } catch (error) { return error.code; } return ''; });
  assert.equal(code, 'engine');
  await context.close();
});

onPage('the policy refuses what it must', '', async (page) => {
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  for (const part of ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(part), policy);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
});
