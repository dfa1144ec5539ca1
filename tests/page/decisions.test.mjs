// Can names be put right by hand: merged, split, renamed, ignored, each undone, kept as a file and with the page?
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium, faults, fromDisk, open, quietly, visit } from './browser.mjs';

let browser;
let folder;
before(async () => {
  browser = await chromium();
  folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const onPage = quietly(() => browser);
const key = (name) => `[data-key="${name}"]`;
const ask = (page, name, ...given) => page.evaluate(([what, args]) => window.corpus[what](...args), [name, given]);
const ids = async (page) => (await ask(page, 'entities')).map(({ id }) => id);
const announced = (page, words) => page.waitForFunction((source) => new RegExp(source).test(document.getElementById('live').textContent), words.source);

async function download(page, button, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  const path = join(folder, name);
  await file.saveAs(path);
  return path;
}

onPage('decisions: two names are one, and two again', '#/names/moscow?edit=open', async (page) => {
  const before = await ids(page);
  const [moscow, russia] = [await ask(page, 'entity', 'moscow'), await ask(page, 'entity', 'russia')];
  await page.fill('#edit-into', 'russ');
  await page.waitForSelector('.offer');
  assert.deepEqual(await faults(page), []);
  await page.focus(key('into-russia'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/names/russia');
  await announced(page, /Merged into Russia/);
  const merged = await ask(page, 'entity', 'russia');
  assert.equal(merged.mentions, russia.mentions + moscow.mentions);
  assert.match(await page.textContent('.decisions'), /“Moscow” is the same as “Russia”/);
  assert.equal(await ask(page, 'entity', 'moscow'), null);
  await visit(page, '#/names/moscow');
  assert.match(await page.textContent('#list'), /Name not found.*“Moscow” is the same as/s);
  await page.click('text=“Russia”');
  await page.click(key('undo-d1'));
  assert.deepEqual(await ids(page), before);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h2', 'focus is not lost');
});

onPage('decisions: renamed, of another kind, and the first of both undone', '#/names/nato?edit=open', async (page) => {
  const [first] = await ask(page, 'entities', { kind: 'organisation' });
  await visit(page, `#/names/${first.id}?edit=open`);
  const name = '<img src=x onerror=alert(1)> & Co';
  await page.fill('#edit-name', name);
  await page.keyboard.press('Enter');
  await page.waitForFunction((to) => document.querySelector('.name-title').textContent === to, name);
  assert.equal(await page.locator('.list img').count(), 0, 'text is no markup');
  assert.ok(await page.getAttribute('.editor', 'open') !== null, 'the panel stays open');
  await page.selectOption('#edit-kind', 'place');
  await page.waitForFunction(() => /^Place/.test(document.querySelector('.byline').textContent));
  assert.equal(await page.locator('.decisions li').count(), 2);
  await page.click(key('undo-d1'));
  await page.waitForFunction((to) => document.querySelector('.name-title').textContent === to, first.name);
  assert.match(await page.textContent('.byline'), /^Place/);
  await page.fill('#edit-name', '  ');
  await page.click(key('rename'));
  assert.match(await page.textContent('.editor > .warn'), /at least one letter/);
  assert.equal((await ask(page, 'decisions')).length, 1);
});

onPage('decisions: mentions are split off, others ignored', '#/names/north-korea?edit=open', async (page) => {
  const whole = await ask(page, 'entity', 'north-korea');
  await page.click(key('choose'));
  await page.waitForSelector('.choosing');
  assert.ok(await page.evaluate(() => document.activeElement.closest('.chooser')), 'the first box has the focus');
  await page.keyboard.press('Space');
  assert.match(await page.textContent('.choosing [role="status"]'), /1 mention selected/);
  await page.evaluate(() => scrollTo(0, 0));
  assert.deepEqual(await faults(page), []);
  await page.keyboard.press('Space');
  await page.click(key('split'));
  assert.match(await page.textContent('.choosing .warn'), /at least one/);
  await page.click(key('all-DPRK'));
  const count = whole.aliases.find((alias) => alias.text === 'DPRK').count;
  assert.match(await page.textContent('.choosing'), new RegExp(`${count} mentions? selected`));
  await page.fill('#split-name', 'The Republic');
  await page.keyboard.press('Enter');
  await announced(page, /Split off as The Republic/);
  assert.equal((await ask(page, 'entity', 'the-republic')).mentions, count);
  assert.equal((await ask(page, 'entity', 'north-korea')).mentions, whole.mentions - count);
  await page.click(key('choose'));
  await page.click('.chooser input');
  await page.click(key('ignore-chosen'));
  await announced(page, /Ignored/);
  assert.equal((await ask(page, 'entity', 'north-korea')).mentions, whole.mentions - count - 1);
  assert.equal(await page.locator('.choosing').count(), 0);
});

onPage('decisions: a name is ignored, listed, and back', '#/names/ukraine?edit=open', async (page) => {
  await page.click(key('ignore'));
  await page.waitForFunction(() => /^#\/names(\?|$)/.test(location.hash));
  assert.equal(await ask(page, 'entity', 'ukraine'), null);
  await page.click('summary:text("1 decision")');
  assert.match(await page.textContent('.aside .decisions'), /“Ukraine” is not a name/);
  assert.deepEqual(await faults(page), []);
  await page.click(key('undo-d1'));
  assert.ok(await ask(page, 'entity', 'ukraine'));
  assert.match(await page.textContent('.aside'), /None yet/);
});

onPage('decisions: from the card of a name in the text', '#/read', async (page) => {
  // In the text; a name in the headline leads to its view at once.
  const place = (await ask(page, 'entity', 'russia')).occurrences.find(({ start }) => start > 300);
  await visit(page, `#/read/${place.article}`);
  const mention = `.name[data-entity="russia"][data-at="${place.start}-${place.end}"]`;
  await page.click(mention);
  await page.waitForSelector('.card:popover-open');
  await page.click('.card button:text("Not a name")');
  await announced(page, /Ignored/);
  assert.equal(await page.locator(mention).count(), 0);
  await page.click('.text .name[data-entity="russia"]');
  await page.waitForSelector('.card:popover-open .decisions');
  // A card lies over the page, in none of its landmarks.
  assert.deepEqual((await faults(page)).filter((fault) => !fault.startsWith('region: #card')), []);
  await page.click('.card a:text("Edit")');
  await page.waitForSelector('.editor[open]');
  await page.click(key('undo-d1'));
  await visit(page, `#/read/${place.article}`);
  assert.equal(await page.locator(mention).count(), 1);
});

onPage('decisions: as a file, out and in; one that is none says so', '#/names', async (page) => {
  await page.evaluate(() => {
    window.corpus.decide({ action: 'rename', entity: 'russia', name: 'The Federation' });
    window.corpus.addDecisions(JSON.stringify({ format: 'corpus-explorer/decisions', version: 1,
      decisions: [{ action: 'ignore', entity: { id: 'nobody', name: 'Nobody', kind: 'person' } }] }));
  });
  await page.click('summary:text("2 decisions, 1 not applicable here")');
  assert.match(await page.textContent('.decisions .idle'), /“Nobody” is not a name · not applied: its name is not in these articles/);
  const path = await download(page, key('save-decisions'), 'decisions.json');
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).decisions.length, 2);
  for (const id of ['d1', 'd2']) await page.click(key(`undo-${id}`));
  await page.setInputFiles('.aside input[type="file"]', path);
  await announced(page, /2 decisions added/);
  assert.equal((await ask(page, 'entity', 'russia')).name, 'The Federation');
  writeFileSync(join(folder, 'wrong.json'), '{"format": "corpus-explorer/decisions", "version": 1,\n"decisions": [{"action": "mege"}]}');
  await page.setInputFiles('.aside input[type="file"]', join(folder, 'wrong.json'));
  await page.waitForFunction(() => /mege.*Nothing was changed/s.test(document.querySelector('.aside .warn').textContent));
  assert.equal((await ask(page, 'decisions')).length, 2);
});

onPage('decisions: a file of them dropped among articles is taken over', '#/library', async (page) => {
  const text = JSON.stringify({ format: 'corpus-explorer/decisions', version: 1, decisions: [{ action: 'merge', entity: 'moscow', into: 'russia' }] });
  const came = await page.evaluate((file) => window.corpus.read([{ name: 'decisions.json', bytes: file }]), text);
  assert.deepEqual(came, { articles: [], refused: [] });
  await page.waitForFunction(() => /Decisions added/.test(document.querySelector('.saidlast').textContent));
  assert.equal(await ask(page, 'entity', 'moscow'), null);
});

test('decisions: the page that is saved holds them', async () => {
  const { page, context, quiet } = await open(browser, `${fromDisk()}#/library`);
  await page.evaluate(() => window.corpus.decide({ action: 'merge', entity: 'moscow', into: 'russia' }));
  const path = await download(page, 'button:text-is("Save as HTML")', 'kept.html');
  quiet();
  await context.close();
  const kept = await open(browser, `${pathToFileURL(path).href}#/names/russia`);
  assert.match(await kept.page.textContent('.decisions'), /“Moscow” is the same as/);
  await kept.page.click(key('undo-d1'));
  assert.ok(await ask(kept.page, 'entity', 'moscow'));
  kept.quiet();
  await kept.context.close();
});

onPage('names for other programs', '#/names', async (page) => {
  await page.click('summary:text("Export")');
  const text = async (form) => readFileSync(await download(page, key(`export-${form}`), form), 'utf8');
  assert.match(await text('csv'), /^\uFEFFsource,source_name,.*\r\n/, 'by its mark spreadsheets tell UTF-8');
  assert.match(await ask(page, 'graphText', 'csv'), /^source,/, 'programs get none');
  assert.match(await text('graphml'), /^<\?xml .*<\/graphml>\n$/s);
  assert.ok(JSON.parse(await text('json')).edges.length > 10);
  assert.match(await text('conll'), /^# global\.columns = ID FORM START END NER ENTITY\n/);
  assert.equal(JSON.parse(await text('jsonLd')).type, 'AnnotationCollection');
  // The page itself may parse nothing: its policy says so.
  const blank = await page.context().newPage();
  const parsed = await blank.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    return [xml.querySelector('parsererror')?.textContent ?? null, xml.querySelectorAll('edge').length];
  }, await text('graphml'));
  assert.deepEqual(parsed, [null, (await ask(page, 'graph')).edges.length]);
});

onPage('quotations for other programs', '#/voices?kind=direct', async (page) => {
  await page.click('summary:text("Export")');
  const text = async (form) => readFileSync(await download(page, key(`export-quotes-${form}`), form), 'utf8');
  const direct = await ask(page, 'quotes', { kind: 'direct' });
  assert.match(await text('csv'), /^\uFEFFid,article,.*\r\n/);
  assert.match(await ask(page, 'quotesText', 'csv'), /^id,article,/);
  assert.deepEqual(JSON.parse(await text('json')), direct);
  assert.equal(JSON.parse(await text('jsonLd')).total, direct.length);
  const blank = await page.context().newPage();
  const parsed = await blank.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    return [xml.querySelector('parsererror')?.textContent ?? null, [...xml.querySelectorAll('said')].every((said) => said.getAttribute('ana') === '#kind.direct')];
  }, await text('tei'));
  assert.deepEqual(parsed, [null, true]);
});

onPage('the names together with a name, with how sure it is', '#/names/north-korea', async (page) => {
  const rows = await page.$$eval('.figures tbody tr', (all) => all.map((row) => row.textContent));
  assert.ok(rows.length >= 5 && rows.length <= 12, rows.join('\n'));
  const [best] = (await ask(page, 'graph', { entity: 'north-korea', min: 1 })).edges;
  const other = await ask(page, 'entity', best.source === 'north-korea' ? best.target : best.source);
  assert.ok(rows[0].includes(other.name));
});

for (const width of [320, 390]) {
  onPage(`decisions: nothing runs off at ${width} px`, '#/names/north-korea?edit=open', async (page) => {
    await page.fill('#edit-into', 'e');
    await page.evaluate(() => window.corpus.decide({ action: 'rename', entity: 'north-korea', name: 'A rather long name without any reason to be so long' }));
    await page.click(key('choose'));
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(await over() <= 0);
    assert.deepEqual(await faults(page), []);
    await visit(page, '#/names');
    for (const summary of await page.$$('.aside summary')) await summary.click();
    assert.ok(await over() <= 0);
    assert.deepEqual(await faults(page), []);
  }, { viewport: { width, height: 720 }, hasTouch: true });
}
