// Are questions that take long answered beside the page: of the corpus as it is, the last one first, and with a reason when not?
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium, quietly, visit } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);

const news = readFileSync(new URL('../data/stories/newsroom.jsonl', import.meta.url));
const add = (page) => page.evaluate((text) => window.corpus.read([{ name: 'news.jsonl', bytes: text }]), news.toString());
/** How many workers the page has. */
const workers = (page) => page.workers().length;

onPage('a worker answers as the page does, and as the corpus is now', '#/', async (page) => {
  await page.evaluate(async () => {
    const one = window.corpus.open(window.corpus.save());
    const here = JSON.stringify(await window.corpus.groups());
    if (here !== JSON.stringify(one.groups())) throw new Error('few articles are compared on the page');
  });
  assert.equal(workers(page), 0);
  await add(page);
  assert.equal(workers(page), 0, 'the one that read has ended');
  const answers = await page.evaluate(async () => {
    const { corpus } = window;
    const found = [];
    const compare = async () => {
      const apart = corpus.open(corpus.save());
      const [group] = await corpus.groups();
      for (const [name, ...given] of [['groups'], ['group', group.id], ['shared', { min: 12 }], ['compare'], ['graph', { min: 3 }], ['graphText', 'csv'], ['mentionsText', 'conll'], ['quotesText', 'json']]) {
        found.push([name, JSON.stringify(await corpus[name](...given)) === JSON.stringify(apart[name](...given))]);
      }
    };
    await compare();
    corpus.give('p1-01', { publisher: 'Somebody Else' });
    const [first, second] = corpus.entities({ kind: 'person', limit: 2 });
    corpus.decide({ action: 'merge', entity: second.id, into: first.id });
    corpus.remove(['p1-02']);
    await compare();
    return { found, table: (await corpus.graphText('csv')).includes(`"${second.name}"`), left: JSON.stringify(await corpus.groups()).includes('p1-02') };
  });
  assert.deepEqual(answers.found.filter(([, isSame]) => !isSame), []);
  assert.deepEqual([answers.table, answers.left], [false, false]);
  assert.equal(workers(page), 1, 'one worker answers everything');
});

onPage('what is refused is said, and the next question is answered', '#/', async (page) => {
  await add(page);
  const said = await page.evaluate(async () => {
    const refused = (promise) => promise.then(() => 'answered', ({ name, code, message }) => [name, code, message].join(' '));
    return [await refused(window.corpus.groups({ articles: ['nope'] })), await refused(window.corpus.compare({ article: 'a' })), await refused(window.corpus.graph())];
  });
  assert.match(said[0], /^CorpusError argument articles\[0\]: expected the id of an article/);
  assert.match(said[1], /^CorpusError argument .*expected a known key/);
  assert.equal(said[2], 'answered');
});

onPage('a view shows what was asked last', '#/', async (page) => {
  await add(page);
  await visit(page, '#/compare');
  assert.equal(await page.textContent('#list [role=status]'), 'One moment …');
  await visit(page, '#/compare?story=p1-10');
  await visit(page, '#/compare?story=e5-channel-6&kind=table');
  await page.waitForSelector('.matrix');
  const heads = (await page.locator('.matrix thead th').allTextContents()).join();
  assert.ok(heads.includes('Canada Wire') && !heads.includes('Meridian'), heads);
  await visit(page, '#/compare?story=p1-10');
  await page.waitForSelector('.telling');
  await page.locator('.telling h3 a').first().click();
  await page.waitForSelector('.telling.open .base');
  await page.locator('.telling.open .answer').first().click();
  await page.waitForSelector('.reader .lit');
  assert.ok(await page.locator('#list a[aria-current=true][data-answer]').count());
});

onPage('a worker that dies costs its answer alone', '#/', async (page) => {
  await add(page);
  const said = await page.evaluate(async () => {
    const { postMessage } = Worker.prototype;
    // Its memory ends while it answers.
    Worker.prototype.postMessage = function (order, ...rest) {
      postMessage.call(this, { ...order, question: { name: 'neverThere', given: [] } }, ...rest);
    };
    const died = await window.corpus.groups().then(() => 'answered', ({ code }) => code);
    Worker.prototype.postMessage = postMessage;
    return [died, (await window.corpus.groups()).length > 0, window.corpus.ids().length];
  });
  assert.deepEqual(said, ['engine', true, 31]);
});
