// Does every function of every class report a wrong argument in the same way? And does help() list exactly the existing
// functions?
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { codes, functionsOf, listed, misused } from './misuse.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const { Corpus, Reader } = require(join(root, 'target/pkg/nodejs/corpus_explorer.js'));
const { SearchIndex } = require(join(root, 'target/pkg/search/nodejs/corpus_explorer.js'));
const article = { id: 'one', title: 'A title', text: 'Ann Lee said: “We come without delay.”' };
const refused = (ask, message) => assert.throws(ask, { name: 'CorpusError', code: 'argument', message });

test('every function of Corpus refuses what it does not take, and nothing else', async () => {
  const corpus = Corpus.fromArticles([article]);
  const { complaints, free, calls } = await misused(corpus, functionsOf(Corpus.prototype), () => JSON.stringify([corpus.articles(), corpus.decisions()]), codes);
  assert.deepEqual(complaints, []);
  assert.deepEqual(free, ['articles', 'compare', 'decisions', 'decisionsText', 'duplicates', 'entities', 'figures', 'graph', 'groups', 'help', 'ids', 'overview', 'quotes', 'references',
    'report', 'save', 'shared', 'speakers', 'stories', 'timeline']);
  assert.ok(calls > 5_000, `${calls} calls`);
});

test('every function of the class Corpus does, and every function of Reader and SearchIndex', async () => {
  const other = Corpus.fromArticles([article]);
  const still = () => other.articles().length;
  assert.equal(Corpus.embedded().articles().length, 5);
  const maker = { make: (...given) => new Reader(...given), index: (...given) => new SearchIndex(...given) };
  const reader = new Reader();
  const index = new SearchIndex({ fields: ['title'], filters: ['outlet'], date: 'day' });
  index.add([{ id: 'a', title: 'Arms' }]);
  for (const [subject, names, answers, free] of [
    // embedded() takes no arguments, and is slow.
    [Corpus, functionsOf(Corpus).filter((name) => name !== 'embedded'), still, []],
    [maker, ['make', 'index'], still, ['make']],
    [reader, functionsOf(Reader.prototype), still, ['finish']],
    [SearchIndex, functionsOf(SearchIndex), still, []],
    [index, functionsOf(SearchIndex.prototype), () => JSON.stringify([index.size, index.search('arms')]), ['save']],
  ]) {
    const found = await misused(subject, names, answers, codes);
    assert.deepEqual(found.complaints, []);
    assert.deepEqual(found.free, free);
  }
});

test('help() lists the functions that there are', () => {
  const corpus = Corpus.fromArticles([article]);
  const ofClass = functionsOf(Corpus).map((name) => `Corpus.${name}`);
  assert.deepEqual(listed(corpus.help()), [...functionsOf(Corpus.prototype), ...ofClass, 'version'].toSorted());
});

test('a message names the argument, what is expected and what was found', () => {
  const corpus = Corpus.fromArticles([article]);
  const index = new SearchIndex({ fields: ['title'], filters: ['outlet'], date: 'day' });
  const ids = 'the id of an article, as articles() lists them';
  for (const [ask, message] of [
    [() => corpus.search(), 'query: expected a string, found nothing'],
    [() => corpus.article(7), 'id: expected a string, found 7'],
    [() => corpus.append([1, 2]), 'bytes: expected a Uint8Array, found a list'],
    [() => corpus.append(new ArrayBuffer(2)), 'bytes: expected a Uint8Array, found an object of type ArrayBuffer'],
    [() => corpus.undo(), 'id: expected a string, found nothing'],
    [() => corpus.undo('d1'), 'id: expected the id of a decision, as decisions() lists them, found “d1”'],
    [() => corpus.addDecisions(), 'text: expected a string, found nothing'],
    [() => Corpus.open(), 'bytes: expected a Uint8Array, found nothing'],
    [() => corpus.remove('one'), 'ids: expected a list, found “one”'],
    [() => corpus.remove(['one', 'nope']), `ids[1]: expected ${ids}, found “nope”`],
    [() => corpus.give('nope', {}), `id: expected ${ids}, found “nope”`],
    [() => corpus.give('one', { published: 'soon' }), 'published: expected a date as in “2024-06-21”, found “soon”'],
    [() => corpus.mentions('nope'), `article: expected ${ids}, found “nope”`],
    [() => corpus.quotes({ article: 'nope' }), `article: expected ${ids}, found “nope”`],
    [() => corpus.compare({ articles: ['one', 'nope'] }), `articles[1]: expected ${ids}, found “nope”`],
    [() => corpus.search('x', { filter: { date: 'yesterday' } }), 'filter.date: expected a date as in “2024”, “2024-06”, “2024-06-20” or “2024-06-19..2024-06-21”, found “yesterday”'],
    [() => corpus.search('x', { limit: 1.5 }), 'limit: expected a whole number from 0 to 4294967295, found 1.5'],
    [() => corpus.search('x', { sort: 'size' }), 'sort: expected “relevance” or “date”, found “size”'],
    [() => corpus.entities({ article: 'one', nmae: 1 }), 'filter: expected a known key (“kind”, “article”, “query”, “offset” or “limit”), found “nmae”'],
    [() => corpus.concordance('x', { window: 0 }), 'window: expected a whole number from 1 to 100, found 0'],
    [() => corpus.graphText(), 'form: expected “csv”, “json” or “graphml”, found nothing'],
    [() => corpus.suggest('x', -1), 'limit: expected a whole number from 0 to 4294967295, found -1'],
    [() => Corpus.fromArticles([{ id: 'a', text: 5 }]), 'articles[0].text: expected a string, found 5'],
    [() => Corpus.fromArticles([{ id: 'a' }]), 'articles[0].text: expected a value, found nothing'],
    [() => new Reader({ depth: 0 }), 'depth: expected a whole number from 1, found 0'],
    [() => new Reader().add('a.txt', 'text'), 'bytes: expected a Uint8Array, found “text”'],
    [() => new SearchIndex(), 'options: expected an object, found nothing'],
    [() => new SearchIndex({ fields: [{}] }), 'fields[0].name: expected a string, found nothing'],
    [() => index.add([{ title: 'x' }]), 'documents[0].id: expected a string, found nothing'],
    [() => index.remove(['nope']), 'ids[0]: expected the id of a document of this index, found “nope”'],
    [() => index.search('x', { filter: { colour: 'red' } }), 'filter: expected a known key (“outlet” or “date”), found “colour”'],
  ]) refused(ask, message);
  assert.deepEqual([corpus.article('nope'), corpus.raw('nope'), corpus.entity('nope'), corpus.group('nope'), index.get('nope')], [null, null, null, null, null]);
  assert.deepEqual(corpus.search('title', { filter: { publisher: 'nobody' } }).hits, []);
  assert.equal(corpus.articles().length, 1);
});

test('a reader reads on after finish()', () => {
  const reader = new Reader();
  reader.add('a.txt', new TextEncoder().encode('It rained.'));
  assert.equal(reader.finish().articles.length, 1);
  assert.deepEqual(reader.finish(), { articles: [], refused: [] });
});
