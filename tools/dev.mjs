// How does a change look? A server of a development page: its engine compiles quickly, and its scripts and styles are
// those in www. A reload shows a change in www at once, and a change of the engine once it is compiled.
// Usage: node tools/dev.mjs [PORT]
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { engine } from './carried.mjs';

const port = Number(process.argv[2] ?? 8000);
const types = { '.js': 'text/javascript', '.css': 'text/css' };

/** A data block, as in a page. @param {string} id @param {string | Uint8Array} content */
function block(id, content) {
  return `<script type="application/octet-stream" id="${id}">${gzipSync(content, { level: 1 }).toString('base64')}</script>`;
}

/** The default articles, saved. @param {string} glue @param {Uint8Array} module */
function articles(glue, module) {
  const { Corpus, Reader } = engine(glue, module);
  const reader = new Reader();
  for (const name of readdirSync('corpus/articles').sort()) reader.add(name, readFileSync(`corpus/articles/${name}`));
  return Corpus.fromArticles(reader.finish().articles).save();
}

/** The page, with its engine compiled again if a source has changed. */
function page() {
  const { status } = spawnSync('make', ['--no-print-directory', 'target/dev/corpus_explorer.js'], { stdio: 'inherit' });
  if (status !== 0) return '<pre>The engine does not compile; see the terminal for the errors.</pre>';
  const glue = readFileSync('target/dev/corpus_explorer.js', 'utf8');
  const module = readFileSync('target/dev/corpus_explorer_bg.wasm');
  const worker = buildSync({ entryPoints: ['www/engine/worker.js'], bundle: true, format: 'iife', write: false }).outputFiles[0].text;
  const places = {
    csp: "base-uri 'none'",
    style: '<link rel="stylesheet" href="/www/style.css">',
    main: '<script type="module" src="/www/main.js"></script>',
    glue: `<script id="glue">${glue}</script>`,
    engine: block('engine', module),
    corpus: block('corpus', articles(glue, module)),
    reader: block('worker', worker) + block('reader-glue', glue) + block('reader-module', module),
  };
  const markup = readFileSync('www/index.html', 'utf8');
  return markup.replace(/<!-- (\w+) -->/g, (comment, name) => places[name] ?? comment);
}

/** A file in www. @param {string} path */
function file(path) {
  const name = normalize(decodeURIComponent(path)).slice(1);
  return name.startsWith('www/') ? readFile(name) : Promise.reject(new Error('no such path'));
}

createServer(async ({ url = '/' }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    const content = pathname === '/' ? page() : await file(pathname);
    const type = types[extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}).listen(port, 'localhost', () => console.log(`http://localhost:${port}/   Reload the page after a change. Press Ctrl-C to stop.`));
