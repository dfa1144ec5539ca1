// What do browser tests stand on? The built page, a static server under a sub-path, browsers, and a watch
// that fails a test when a request leaves or the console speaks. A worker made of the page's own parts is no request.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const file = fileURLToPath(new URL('../../target/site/index.html', import.meta.url));
export const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Everything that a page holds: its file as it lies there, and each part that it carries unpacked, by the id of its block. */
export function contents(path) {
  const html = readFileSync(path);
  const blocks = html.toString().matchAll(/<script type="application\/octet-stream" id="([^"]+)">([^<]*)<\/script>/g);
  return new Map([['page', html], ...[...blocks].map(([, id, text]) => [id, gunzipSync(Buffer.from(text, 'base64'))])]);
}

/** The words of a text in stretches that stand in JSON as they are. */
const stretches = (text) => text.split(/[\u0000-\u001f"\\]+/).map((part) => part.trim()).filter((part) => part.length >= 30);

/** The parts of a page in which a stretch of some texts stands. */
export function holders(parts, texts) {
  const sought = texts.flatMap(stretches);
  assert.ok(sought.length, 'there is something to look for');
  return [...parts].filter(([, bytes]) => sought.some((stretch) => bytes.includes(stretch))).map(([id]) => id);
}

/** The address of the page on disk. */
export function fromDisk() {
  assert.ok(existsSync(file), 'target/site/index.html is not built yet: run make');
  return pathToFileURL(file).href;
}

/** The page, or another file, under a sub-path over http, and the paths that were asked for. */
export async function serve(path = file, headers = {}) {
  fromDisk();
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const found = request.url === '/some/folder/' || request.url === '/some/folder/index.html';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(found ? readFileSync(path) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/some/folder/`, asked, close: () => server.close() };
}

/** The first of some programs that is here. */
function program(name, variable, places) {
  const found = [process.env[variable], ...places].find((place) => place && existsSync(place));
  return found ?? null;
}

export function chromiumPath() {
  const found = program('Chromium', 'CHROMIUM', ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']);
  assert.ok(found, 'Chromium is missing: apt-get install chromium, or set CHROMIUM to its path');
  return found;
}

export function firefoxPath() {
  return program('Firefox', 'FIREFOX', ['/usr/bin/firefox-esr', '/usr/bin/firefox']);
}

export async function chromium(...more) {
  const { chromium: browser } = require('playwright-core');
  return browser.launch({ executablePath: chromiumPath(), args: [...flags, ...more] });
}

/** Firefox, which saves what it downloads in a folder, unasked. */
export async function firefox(folder) {
  const { default: puppeteer } = await import(require.resolve('puppeteer-core'));
  const extraPrefsFirefox = { 'browser.download.folderList': 2, 'browser.download.dir': folder };
  return puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath(), headless: true, extraPrefsFirefox });
}

/** A page whose console and requests are watched; `quiet()` asserts that neither said anything. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // Files are saved as downloads: nobody is there to choose a place.
  await context.addInitScript(() => { delete globalThis.showSaveFilePicker; });
  const page = await context.newPage();
  const said = [];
  const requests = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => { if (!/^(data|blob):/.test(request.url())) requests.push(request.url().split('#')[0]); });
  await page.goto(url);
  await ready(page);
  const quiet = () => {
    assert.deepEqual(said, [], 'the console stays empty');
    assert.deepEqual([...new Set(requests)], [url.split('#')[0]], 'no request leaves');
  };
  return { page, context, quiet, said };
}

/** Tests on a page from disk, in the browser that `browser` gives by then: each runs `body` and asserts that the page stayed quiet. */
export function quietly(browser) {
  return (name, hash, body, options) => test(name, async () => {
    const { page, context, quiet } = await open(browser(), fromDisk() + hash, options);
    try {
      await body(page);
      quiet();
    } finally {
      await context.close();
    }
  });
}

/** Waits for the engine. */
export async function ready(page) {
  await page.waitForSelector('body[data-state="ready"]', { timeout: 20_000 });
}

/** Goes to another state of the page as a link in it does, and keeps what was added; the page has drawn it by then. */
export async function visit(page, hash) {
  await page.evaluate((to) => new Promise((done) => {
    const before = location.href;
    // The page listens first: it draws, then this is called.
    addEventListener('popstate', done, { once: true });
    location.hash = to;
    if (location.href === before) done();
  }), hash || '#/');
}

/** How much wider than its window the page is at each of some widths that it runs over. */
export async function overruns(page, widths) {
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`at ${width} px it is ${over} px too wide`);
  }
  return found;
}

const wholly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of axe-core that look at colours. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe-core finds wrong, in one line each. */
export async function faults(page, runOnly = wholly) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(require('axe-core').source);
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { runOnly, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
}

/** The same in light and in dark, which differ in colours alone. */
export async function faultsInBoth(page) {
  // Colours change at once.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await faults(page, colours);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return [...dark.map((fault) => `in dark, ${fault}`), ...await faults(page)];
}
