// How do four wasm-pack builds become one npm package? Puts the optimised modules in place, that of the engine with the
// default articles in a section; writes package.json for target/pkg/{nodejs,web} and for the search-only builds in
// target/pkg/search; and adds README and licences.
// Usage: node tools/package.mjs FOLDER ENGINE SEARCH ARTICLES
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSection } from './section.mjs';

const [folder, ...parts] = process.argv.slice(2);
const [engine, search, articles] = parts.map((part) => readFileSync(part));
const manifest = readFileSync('Cargo.toml', 'utf8');

/** A string in the [package] table, which is the first table of the manifest. */
function field(name) {
  const found = manifest.match(new RegExp(`^${name} = "(.*)"$`, 'm'));
  if (!found) throw new Error(`Expected a ${name} in Cargo.toml, found none`);
  return found[1];
}

/** The entry of one target; resolvers require the typings first. */
const entry = (target) => ({ types: `./${target}/corpus_explorer.d.ts`, default: `./${target}/corpus_explorer.js` });

const targets = ['nodejs', 'web', 'search/nodejs', 'search/web'];
const description = {
  name: 'corpus-explorer',
  version: field('version'),
  description: field('description'),
  license: field('license'),
  keywords: ['corpus', 'search', 'quotations', 'entities', 'timeline', 'wasm'],
  main: './nodejs/corpus_explorer.js',
  module: './web/corpus_explorer.js',
  types: './web/corpus_explorer.d.ts',
  exports: {
    '.': { node: entry('nodejs'), default: entry('web') },
    './engine.wasm': './web/corpus_explorer_bg.wasm',
    './search': { node: entry('search/nodejs'), default: entry('search/web') },
    './search.wasm': './search/web/corpus_explorer_bg.wasm',
    './package.json': './package.json',
  },
  sideEffects: false,
  files: ['nodejs', 'web', 'search', 'LICENSE-*'],
};

const write = (path, value) => writeFileSync(join(folder, path), `${JSON.stringify(value, null, 2)}\n`);
write('package.json', description);
// Each folder declares the type of its .js files: wasm-pack writes CommonJS for Node and a module for the web.
for (const target of targets) {
  const module = target.startsWith('search') ? search : withSection(engine, 'articles', articles);
  writeFileSync(join(folder, target, 'corpus_explorer_bg.wasm'), module);
  write(`${target}/package.json`, { type: target.endsWith('nodejs') ? 'commonjs' : 'module' });
  rmSync(join(folder, target, '.gitignore'), { force: true });
}
const texts = readdirSync('.').filter((name) => name.startsWith('LICENSE-'));
for (const name of ['README.md', ...texts]) if (existsSync(name)) copyFileSync(name, join(folder, name));
