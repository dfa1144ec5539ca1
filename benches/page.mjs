// How long does a reader wait? A benchmark of opening from disk to the first result, of queries, and of analysing the
// default articles from scratch, in each installed browser: medians of ten runs, in milliseconds.
import { chromium, firefox, firefoxPath, fromDisk } from '../tests/page/browser.mjs';

const runs = 10;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds from navigation until the page shows a first marked result. */
async function opening(page) {
  await page.goto('about:blank');
  await page.goto(`${fromDisk()}#/search?q=treaty`);
  await page.waitForSelector('.answer mark');
  return page.evaluate(() => globalThis.firstResult);
}

/** Records when the page shows a first marked result; runs before the page's scripts. */
function watch() {
  new MutationObserver((changes, observer) => {
    if (!document.querySelector('.answer mark')) return;
    globalThis.firstResult = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Milliseconds of several questions, each the median of ten runs. */
function questions(page) {
  return page.evaluate(async (times) => {
    const { corpus } = window;
    const articles = corpus.articles().map(({ id }) => ({ id, text: corpus.article(id).text }));
    const middle = (ask) => {
      const taken = Array.from({ length: times }, () => {
        const start = performance.now();
        for (let n = 0; n < 5; n += 1) ask();
        return (performance.now() - start) / 5;
      });
      return taken.sort((a, b) => a - b)[times >> 1];
    };
    return {
      search: middle(() => corpus.search('"without delay" treaty')),
      quotes: middle(() => corpus.quotes()),
      'analyse all articles': middle(() => corpus.fromArticles(articles, { normalize: false })),
      'read and analyse them': middle(() => corpus.fromArticles(articles)),
    };
  }, runs);
}

async function measure(name, browser) {
  const page = await browser.newPage();
  await (page.addInitScript ?? page.evaluateOnNewDocument).call(page, watch);
  const taken = [];
  for (let run = 0; run <= runs; run += 1) taken.push(await opening(page));
  const row = { 'open to first result': median(taken.slice(1)), ...await questions(page) };
  await browser.close();
  return [name, Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 10) / 10]))];
}

const rows = [await measure('Chromium', await chromium())];
if (firefoxPath()) rows.push(await measure('Firefox', await firefox()));
console.table(Object.fromEntries(rows));
