// Is what the documents say true? Their examples run against the package, and the table of errors, the list of
// functions and the links are compared with the code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { functionsOf } from './misuse.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reader = join(root, 'target/reader-of-docs');
const read = (path) => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

before(() => {
  rmSync(reader, { recursive: true, force: true });
  mkdirSync(join(reader, 'node_modules'), { recursive: true });
  symlinkSync(join(root, 'target/pkg'), join(reader, 'node_modules/corpus-explorer'), 'dir');
});

/** The examples of a document, without those marked `js page`, which need a page. @param {string} text */
const examples = (text) => [...text.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code);

/**
 * An example as a program that fails if a value is not the one in its comment. An asserted expression starts at the
 * last line that is not indented and does not only close a bracket.
 * @param {string} code
 */
function program(code) {
  const lines = code.split('\n');
  for (const [n, line] of lines.entries()) {
    if (!line.includes('// →')) continue;
    const [, end, value] = line.match(/^(.*);\s*\/\/ → (.*)$/) ?? assert.fail(`no expression that ends in a semicolon: ${line}`);
    let start = n;
    while (start > 0 && !/^[^\s)}\]]/.test(lines[start])) start -= 1;
    lines[n] = `${end}), (${value}));`;
    lines[start] = `same((${lines[start]}`;
  }
  return lines.join('\n');
}

/** Runs a program where the package is installed; the message of a failure has what it threw. @param {string} name @param {string} code */
function run(name, code) {
  const head = "import { deepStrictEqual as same } from 'node:assert/strict';\n";
  writeFileSync(join(reader, `${name}.mjs`), head + program(code));
  execFileSync(process.execPath, [join(reader, `${name}.mjs`)], { encoding: 'utf8', stdio: 'pipe' });
}

test('an example that says something else fails', () => {
  run('true', '[1].map(n =>\n  n + 1\n); // → [2]');
  assert.throws(() => run('false', '[1].map(n => n + 1); // → [3]'));
});

test('the examples of the API run, one after the other', () => {
  run('api', examples(read('docs/api.md')).join('\n'));
});

test('each example of the README runs by itself, in the console of the page or in a program', () => {
  const blocks = examples(read('README.md'));
  assert.ok(blocks.length > 1);
  for (const [n, block] of blocks.entries()) {
    const console = "import { Corpus as Embedded } from 'corpus-explorer';\nglobalThis.corpus = Embedded.embedded();\n";
    run(`readme-${n}`, console + block);
  }
});

test('the API has an example of every function', () => {
  const code = examples(read('docs/api.md')).join('\n');
  const require = createRequire(join(reader, 'here.cjs'));
  const { Corpus, Reader } = require('corpus-explorer');
  const { SearchIndex } = require('corpus-explorer/search');
  const holders = [Corpus, Corpus.prototype, Reader.prototype, SearchIndex, SearchIndex.prototype];
  const called = new Set([...code.matchAll(/\.(\w+)\(/g)].map(([, name]) => name));
  assert.deepEqual(holders.flatMap(functionsOf).filter((name) => !called.has(name)), []);
});

test('the table of errors has the codes of the engine and of the page', () => {
  const table = [...read('docs/api.md').split('## Errors')[1].matchAll(/^\| `([a-z-]+)` \| (page only)?/gm)];
  const codes = (inPage) => table.filter(([, , only]) => Boolean(only) === inPage).map(([, code]) => code).toSorted();
  const engine = [...read('src/error.rs').matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(([, code]) => code);
  const scripts = readdirSync(join(root, 'www'), { recursive: true }).filter((name) => name.endsWith('.js'));
  const page = scripts.flatMap((name) => [...read(join('www', name)).matchAll(/new CorpusError\('([a-z-]+)'/g)].map(([, code]) => code));
  assert.deepEqual(codes(false), engine.toSorted());
  assert.deepEqual(codes(true), [...new Set(page)].filter((code) => !engine.includes(code)).toSorted());
});

/** The anchors of the headings of a text. @param {string} text */
const anchors = (text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w\s-]/g, '').replaceAll(' ', '-'));

for (const document of documents) {
  test(`the links of ${document} lead somewhere`, () => {
    for (const [, path, anchor] of read(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      const target = path ? join(dirname(document), path) : document;
      assert.ok(existsSync(join(root, target)), `${document} names ${target}`);
      if (anchor) assert.ok(anchors(read(target)).includes(anchor), `${document} names ${target}#${anchor}`);
    }
  });
}
