// Does anything that was kept get lost when the browser is killed? Chromium is killed while articles are added, from disk and over
// http, and started again with the same profile: every article that was said to be kept is there, whole, and so is every other.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { chromiumPath, flags, fromDisk, ready, serve } from './browser.mjs';
import { add, keep, kept } from './keeping.mjs';

const { chromium } = createRequire(import.meta.url)('playwright-core');

/** How often the browser is killed; KILLS says so for longer runs. */
const kills = Number(process.env.KILLS ?? 10);

/** How many articles each life adds at once. */
const count = 600;

/** Chromium with a profile, in a process group of its own, and its page. @param {string} profile */
async function live(profile) {
  const child = spawn(chromiumPath(), [...flags, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = once(child, 'exit');
  let address = null;
  for await (const line of createInterface({ input: child.stderr })) {
    [, address] = /DevTools listening on (\S+)/.exec(line) ?? [null, null];
    if (address) break;
  }
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context.pages()[0] ?? await context.newPage();
  const kill = async () => {
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => {});
  };
  return { page, kill };
}

/** The text of an article: each has words that no other has. */
const text = (life, n) => `Storm ${n} of life ${life}\n\nThe harbour of Odda was closed on Monday. “We lost ${n} boats,” said Karin Holm, the harbour master, of token${life}x${n}.\n`;

/** Adds articles, edits some, and calls `acknowledge` whenever more of that is said to be kept; runs in the page. */
async function work([life, count, source]) {
  const text = new Function(`return ${source}`)();
  const { corpus, acknowledge } = window;
  const observer = new MutationObserver(() => {
    const [, number] = /([\d,]+) kept on this device/.exec(document.querySelector('#stage')?.textContent ?? '') ?? [];
    if (number) acknowledge({ articles: Number(number.replace(',', '')), edits: 0 });
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  const isKept = async () => {
    while (document.querySelector('.lamp')?.dataset.on !== 'true') await new Promise((done) => { requestAnimationFrame(done); });
  };
  corpus.remove(corpus.ids().slice(5));
  await corpus.read(Array.from({ length: count }, (_, n) => ({ name: `l${life}n${n}.txt`, bytes: text(life, n) })));
  await isKept();
  for (let edits = 1; edits <= 60; edits += 1) {
    corpus.give(`l${life}n${edits}`, { author: `Editor ${edits}` });
    await isKept();
    acknowledge({ articles: count, edits });
  }
}

/** What is wrong with the articles that a life left; runs in the page. */
function faults([life, count, kept, source]) {
  const text = new Function(`return ${source}`)();
  const { corpus } = window;
  const here = corpus.ids().slice(5);
  const found = [];
  for (const [n, id] of here.entries()) {
    if (id !== `l${life}n${n}`) found.push(`${id} stands in the place of l${life}n${n}`);
    else if (corpus.raw(id) !== text(life, n)) found.push(`${id} is torn`);
    else if (corpus.search(`token${life}x${n}`).total !== 1) found.push(`${id} is not found`);
  }
  if (here.length > count) found.push(`${here.length} articles of ${count}`);
  if (here.length < kept.articles) found.push(`${kept.articles} were kept, ${here.length} are there`);
  const authors = corpus.report({ articles: here.slice(1, kept.edits + 1) }).map(({ author }) => author?.value);
  for (const [n, author] of authors.entries()) if (author !== `Editor ${n + 1}`) found.push(`edit ${n + 1} is lost`);
  return { here: here.length, found };
}

/** One life of a browser: checks what the one before left, adds more, and is killed. */
async function cycle(profile, url, life, before) {
  const { page, kill } = await live(profile);
  const soon = [1, 2, 3, 8, 40][Math.floor(Math.random() * 5)];
  let last = { articles: 0, edits: 0 };
  let acknowledged = 0;
  try {
    await page.goto(`${url}#/library`);
    await ready(page);
    const state = before && await page.evaluate(`(${faults})(${JSON.stringify([life - 1, count, before, String(text)])})`);
    if (state) assert.deepEqual(state.found, [], `life ${life - 1}, of which ${before.articles} articles and ${before.edits} edits were kept`);
    if (!before && (await page.evaluate(() => window.corpus.ids().length)) === 5) {
      await add(page, 1);
      await keep(page, 'Killed');
    }
    await kept(page);
    const enough = new Promise((done, fail) => {
      page.exposeFunction('acknowledge', (now) => {
        last = now;
        acknowledged += 1;
        if (acknowledged >= soon) done();
      }).then(() => page.evaluate(`(${work})(${JSON.stringify([life, count, String(text)])})`)).then(done, fail);
    });
    await enough;
    await new Promise((done) => { setTimeout(done, Math.random() * 120); });
  } finally {
    await kill();
  }
  return last;
}

for (const place of ['disk', 'http']) {
  test(`a browser that is killed ${kills / 2} times while articles are added loses none that was kept: ${place}`, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'corpus-explorer-'));
    const server = place === 'http' ? await serve() : null;
    let [before, articles, edits] = [null, 0, 0];
    try {
      for (let life = 1; life <= Math.ceil(kills / 2) + 1; life += 1) {
        before = await cycle(profile, server?.url ?? fromDisk(), life, before);
        articles += before.articles;
        edits += before.edits;
      }
      assert.ok(articles > 0);
    } finally {
      server?.close();
      rmSync(profile, { recursive: true, force: true });
    }
    console.log(`# ${place}: ${articles} articles and ${edits} edits were acknowledged before a kill`);
  });
}
