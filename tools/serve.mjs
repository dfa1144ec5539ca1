// How does the page work over HTTP? A server of a folder under a sub-path, for this machine only.
// Usage: node tools/serve.mjs FOLDER [PORT]
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const [folder, port = '8000'] = process.argv.slice(2);
const base = '/some/sub/path/';
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** The path of the requested file; null if it is outside the folder. */
function asked(url) {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(base)) return null;
  const path = normalize(decodeURIComponent(pathname.slice(base.length)) || 'index.html');
  return path.startsWith(`..${sep}`) || path === '..' ? null : join(folder, path);
}

/** Answers one request. */
async function answer(request, response) {
  try {
    const path = asked(request.url ?? '/');
    const bytes = path && (await readFile(path));
    if (!bytes) throw new Error('no such path');
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end(`Not found; the page is at ${base}\n`);
  }
}

createServer(answer).listen(Number(port), 'localhost', () => {
  console.log(`http://localhost:${port}${base}   Press Ctrl-C to stop.`);
});
