// Is target/pkg a package that anyone can install? Both targets must answer, and their typings must describe the
// answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packed = join(root, 'target/pkg');
const consumer = join(root, 'target/consumer');
const article = { id: 'one', title: 'A title', text: 'Ann Lee said: “We come without delay.” It was 🎉.', publisher: 'The Paper' };

before(() => {
  rmSync(consumer, { recursive: true, force: true });
  mkdirSync(join(consumer, 'node_modules'), { recursive: true });
  symlinkSync(packed, join(consumer, 'node_modules/corpus-explorer'), 'dir');
  copyFileSync(join(root, 'tests/package/use.ts'), join(consumer, 'use.ts'));
});

const required = () => createRequire(join(consumer, 'here.cjs'))('corpus-explorer');

test('files are read, and those for other readers are told from them', () => {
  const { Reader } = required();
  const reader = new Reader();
  const bytes = (text) => new TextEncoder().encode(text);
  assert.equal(reader.add('a.txt', bytes('It rained.')), 1);
  assert.equal(reader.needsReaders, false);
  reader.add('b.txt', bytes('<!doctype html><p>It rained.'));
  reader.add('c.txt', bytes(' '));
  reader.add('d.txt', bytes(''));
  reader.refuse('e.txt', 'could not be had');
  assert.equal(reader.needsReaders, true);
  const { articles, refused } = reader.finish();
  assert.deepEqual(articles.map(({ id }) => id), ['a']);
  assert.deepEqual(refused.map(({ code, count, places }) => [code, count, places]),
    [['format', 1, ['b.txt']], ['empty', 2, ['c.txt', 'd.txt']], ['file', 1, ['e.txt']]]);
  assert.match(refused[0].message, /^b\.txt: is HTML; this reader reads only/);
});

/** Asks a Corpus class the same questions in every target. */
function answers(Corpus) {
  const corpus = Corpus.fromArticles([article]);
  const { text } = corpus.article('one');
  const [passage] = corpus.search('"without delay"').hits[0].passages;
  const [start, end] = passage.marks[0];
  assert.equal(corpus.articles().length, 1);
  assert.equal(corpus.article('none'), null);
  assert.ok('without delay'.startsWith(text.slice(start, end).toLowerCase()));
  const again = Corpus.open(corpus.save());
  assert.deepEqual(again.articles(), corpus.articles());
  assert.deepEqual(again.quotes(), corpus.quotes());
  assert.equal(Corpus.embedded().articles().length, 5);
  changes(Corpus.open(corpus.save()), corpus.save());
}

/** Changes a corpus in every way. */
function changes(corpus, bytes) {
  corpus.append(bytes);
  assert.deepEqual(corpus.articles().map(({ id }) => id), ['one', 'one-2']);
  corpus.give('one-2', { publisher: 'The Globe', published: '2024-06-21' });
  assert.equal(corpus.articles()[1].publisher, 'The Globe');
  assert.deepEqual(corpus.report()[1].publisher, { value: 'The Globe', given: true, rule: null, text: null });
  corpus.remove(['one']);
  assert.equal(corpus.search('"without delay"').total, 1);
  assert.throws(() => corpus.give('one', {}), { name: 'CorpusError', code: 'argument' });
  assert.throws(() => corpus.append(new Uint8Array([1])), { name: 'CorpusError', code: 'pack' });
}

test('require gives the Node target', () => answers(required().Corpus));

test('import gives the Node target', () => {
  const script = "import { Corpus } from 'corpus-explorer'; console.log(Corpus.embedded().articles().length)";
  writeFileSync(join(consumer, 'import.mjs'), script);
  assert.equal(execFileSync(process.execPath, [join(consumer, 'import.mjs')], { encoding: 'utf8' }).trim(), '5');
});

test('the web target answers once it is initialised', async () => {
  const web = await import(pathToFileURL(join(packed, 'web/corpus_explorer.js')).href);
  await web.default({ module_or_path: readFileSync(join(packed, 'web/corpus_explorer_bg.wasm')) });
  answers(web.Corpus);
});

/** Asks a SearchIndex class the same questions in every target. */
function finds(SearchIndex) {
  const index = new SearchIndex({
    fields: ['title', { name: 'body', boost: 1.5 }],
    filters: ['outlet', 'tags'],
    date: 'day',
    synonyms: [['DPRK', 'North Korea']],
  });
  const deal = { id: 'a', title: 'Arms deal', body: 'It is 🎉.\n\nNorth Korea sent “missiles”.', outlet: 'The Paper', tags: ['x', 'y'], day: '2024-06-20' };
  const other = { id: 'b', title: 'Élysée', body: 'Nothing on arms, said the DPRK.', outlet: 'The Globe', day: '2024-07-01' };
  index.add([deal, { ...other, unheard: {} }]);
  const ids = (query, options) => index.search(query, options).hits.map(({ id }) => id);
  const [passage] = index.search('missile').hits[0].passages;
  assert.deepEqual([passage.field, deal.body.slice(...passage.marks[0])], ['body', 'missiles']);
  assert.deepEqual(passage.snippet, { text: 'North Korea sent “missiles”.', marks: [[18, 26]] });
  assert.deepEqual(ids('DPRK').toSorted(), ['a', 'b']);
  assert.deepEqual(ids('DPRK', { synonyms: false }), ['b']);
  assert.deepEqual(ids('title:arms'), ['a']);
  assert.deepEqual(ids('arms outlet:globe'), ['b']);
  assert.deepEqual(ids('date:2024-07..'), ['b']);
  assert.deepEqual(ids('', { filter: { tags: 'y' } }), ['a']);
  assert.deepEqual(ids('arms', { sort: 'date', filter: { date: '2024' } }), ['b', 'a']);
  assert.deepEqual(ids('elysee'), ['b']);
  const { facets, histogram } = index.search('arms', { facets: true, histogram: true, step: 'month' });
  assert.deepEqual(facets.map(({ field }) => field), ['outlet', 'tags', 'month']);
  assert.deepEqual(facets[1].values.map(({ value, count }) => [value, count]), [['x', 1], ['y', 1], [null, 1]]);
  assert.deepEqual(histogram.bars, [{ date: '2024-06', count: 1 }, { date: '2024-07', count: 1 }]);
  assert.deepEqual(index.suggest('mis'), [{ text: 'missiles', count: 1 }]);
  assert.deepEqual([index.get('a'), index.get('none')], [deal, null]);
  const again = SearchIndex.open(index.save());
  assert.deepEqual(again.search('arms', { explain: true }), index.search('arms', { explain: true }));
  again.add([{ ...other, body: 'Rivers' }]);
  again.remove(['a']);
  assert.deepEqual([again.size, again.search('rivers').hits[0].id, again.search('missile').total], [1, 'b', 0]);
  for (const [wrong, code] of [
    [() => new SearchIndex({ fields: [] }), 'argument'],
    [() => new SearchIndex({ fields: ['a', 'A'] }), 'argument'],
    [() => new SearchIndex({ fields: ['date'] }), 'argument'],
    [() => new SearchIndex({ fields: [{ name: 'a', boost: 0 }] }), 'argument'],
    [() => new SearchIndex({ fields: ['a'], colour: 1 }), 'argument'],
    [() => index.add([{ title: 'no id' }]), 'argument'],
    [() => index.add([{ id: 'c', day: 'soon' }]), 'argument'],
    [() => index.add([{ id: 'c', title: {} }]), 'argument'],
    [() => index.add([deal, deal]), 'duplicate-id'],
    [() => index.add('no list'), 'argument'],
    [() => index.search('arms', { limt: 1 }), 'argument'],
    [() => index.search('arms', { by: 'word' }), 'argument'],
    [() => SearchIndex.open(index.save().slice(0, -1)), 'pack'],
  ]) assert.throws(wrong, { name: 'CorpusError', code });
  assert.equal(index.size, 2);
}

test('search alone: require gives the Node target', () => {
  finds(createRequire(join(consumer, 'here.cjs'))('corpus-explorer/search').SearchIndex);
});

test('search alone: the web target answers once it is initialised', async () => {
  const web = await import(pathToFileURL(join(packed, 'search/web/corpus_explorer.js')).href);
  await web.default({ module_or_path: readFileSync(join(packed, 'search/web/corpus_explorer_bg.wasm')) });
  finds(web.SearchIndex);
});

test('a refusal is a CorpusError with a code', () => {
  const { Corpus } = required();
  assert.throws(() => Corpus.open(new Uint8Array([1, 2, 3])), { name: 'CorpusError', code: 'pack' });
  assert.throws(() => Corpus.fromArticles([article, article]), { name: 'CorpusError', code: 'duplicate-id' });
  assert.throws(() => Corpus.fromArticles('no list'), { name: 'CorpusError', code: 'argument' });
});

test('the package holds engine, typings, README and licences, and names its files rightly', () => {
  const description = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', packed], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const shipped = new Set(files.map(({ path }) => `./${path}`));
  const entries = ['.', './search'].flatMap((name) => Object.values(description.exports[name]));
  const named = [...entries.flatMap(({ types, default: code }) => [types, code]), description.exports['./engine.wasm'], description.exports['./search.wasm'], description.main, description.types];
  for (const path of [...named, './README.md', './LICENSE-MIT', './LICENSE-APACHE']) assert.ok(shipped.has(path), path);
});

/** The declarations of a target, without the raw exports of the module that wasm-bindgen lists. */
const declarations = (target) =>
  readFileSync(join(packed, target, 'corpus_explorer.d.ts'), 'utf8').replace(/^(export )?interface InitOutput \{[\s\S]*?^\}/m, '');

for (const [target, name] of [['nodejs', 'Corpus'], ['web', 'Corpus'], ['search/nodejs', 'SearchIndex'], ['search/web', 'SearchIndex']]) {
  test(`the typings of ${target} name every answer`, () => {
    // The fields of a custom document may have any type; the index checks them.
    const code = declarations(target).replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '').replace('[field: string]: unknown', '');
    assert.match(code, new RegExp(`export class ${name}`));
    assert.doesNotMatch(code, /\bany\b|\bunknown\b|\bJsValue\b/);
    assert.doesNotMatch(code.replace(/\w+\?: [^;]*/g, ''), /\bundefined\b/, 'absent things are null');
  });
}

for (const [module, condition] of [['nodenext', 'node'], ['bundler', 'web']]) {
  test(`TypeScript reads the typings of the ${condition} target`, () => {
    const options = module === 'bundler'
      ? ['--module', 'esnext', '--moduleResolution', 'bundler']
      : ['--module', 'nodenext', '--moduleResolution', 'nodenext', '--customConditions', 'node'];
    const tsc = join(root, 'node_modules/.bin/tsc');
    const given = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom,esnext.disposable', '--types', '', ...options, 'use.ts'];
    execFileSync(tsc, given, { cwd: consumer, encoding: 'utf8', stdio: 'pipe' });
  });
}
