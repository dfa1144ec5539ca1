// Pagefind: its program writes the index as files, and its wasm searches them; fetch() reads them from disk, so that no
// network time counts.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';

const host = 'http://localhost/';
globalThis.location ??= { href: host, origin: host };
globalThis.window ??= globalThis;

export default {
  async build(docs) {
    const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
    const { index } = await pagefind.createIndex({});
    const record = ({ id, title, text }) => ({ url: `/${id}`, content: `${title}. ${text}`, language: 'en', meta: { title: title || id } });
    for (let at = 0; at < docs.length; at += 64) {
      await Promise.all(docs.slice(at, at + 64).map((doc) => index.addCustomRecord(record(doc))));
    }
    await index.writeFiles({ outputPath: folder });
    await pagefind.close();
    const base = `${host}${basename(folder)}/`;
    globalThis.fetch = async (address) => {
      const file = join(folder, String(address).split('?')[0].slice(String(address).indexOf(basename(folder)) + basename(folder).length));
      return existsSync(file) ? new Response(readFileSync(file)) : new Response('', { status: 404 });
    };
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const api = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
    await api.options({ basePath: base, baseUrl: '/' });
    await api.init('en');
    return { folder, api, urls: new Map() };
  },
  find: async (index, query, limit) => ((await index.api.search(query))?.results ?? []).slice(0, limit),
  /** The addresses are in fragments that a page loads for displayed results; loading them is not timed. */
  async named({ urls }, results) {
    for (const result of results) if (!urls.has(result.id)) urls.set(result.id, (await result.data()).raw_url);
    return results.map(({ id }) => urls.get(id).replace(/^\//, ''));
  },
  save(index) {
    const files = readdirSync(index.folder, { recursive: true }).filter((name) => /\.pf_(index|meta|filter)$/.test(name));
    return Buffer.concat(files.map((name) => readFileSync(join(index.folder, name))));
  },
  close: ({ folder }) => rmSync(folder, { recursive: true, force: true }),
};
