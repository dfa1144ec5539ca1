// Does the page answer as Rust wrote down that it would? The golden files are the contract: each question asked on the built page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium, quietly } from './browser.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(async () => { await browser?.close(); });

const onPage = quietly(() => browser);
const golden = (name) => JSON.parse(readFileSync(new URL(`../golden/view/${name}.json`, import.meta.url), 'utf8'));

/** As many rows of a long answer as are kept. */
function kept(answer, first) {
  if (first === undefined) return answer;
  const cut = (list) => list.slice(0, first);
  return Array.isArray(answer) ? cut(answer) : { ...answer, rows: cut(answer.rows), points: cut(answer.points) };
}

const questions = golden('questions');

onPage('every answer is the one that was written down', '', async (page) => {
  for (const [name, { ask: [question, ...given], first }] of Object.entries(questions)) {
    const answer = await page.evaluate(([question, given]) => window.corpus[question](...given), [question, given]);
    assert.deepEqual(kept(answer, first), golden(name), name);
  }
});

onPage('and after decisions', '', async (page) => {
  const decisions = readFileSync(new URL('../data/decisions.json', import.meta.url), 'utf8');
  const found = await page.evaluate((text) => {
    window.corpus.addDecisions(text);
    return [window.corpus.decisions(), window.corpus.entity('jens-stoltenberg')];
  }, decisions);
  assert.deepEqual(found, [golden('decisions'), golden('entity-decided')]);
});
