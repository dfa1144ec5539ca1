// Does an address survive the way to a route and back, and does nonsense fall back to a picture?
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, format, isSearched, listKey, opening, parse, permalink, question, route, widened } from '../../www/ui/route.js';
import { views } from '../../www/views/registry.js';

const cases = {
  'the start': ['#/search', {}],
  'a query': ['#/search?q=%22without+delay%22', { q: '"without delay"' }],
  'filters': ['#/search?q=a&publisher=B+%26+C&date=2024-06', { q: 'a', publisher: 'B & C', date: '2024-06' }],
  'names as filters': ['#/search?author=A&entity=b-c&speaker=d', { author: 'A', entity: 'b-c', speaker: 'd' }],
  'lines by outlet': ['#/search?q=a&sort=-2,1&mode=lines&group=outlet', { q: 'a', mode: 'lines', sort: '-2,1', group: true }],
  'collocations': ['#/search?q=a&mode=collocations&window=3&least=1&stops=shown', { q: 'a', mode: 'collocations', window: 3, least: 1, stops: true }],
  'lines in an order': ['#/search?q=a&sort=right&mode=lines', { q: 'a', mode: 'lines', sort: 'right' }],
  'an article at a sentence': ['#/read/a%20b/c?at=3-9&layers=quotes,gaps', { view: 'read', open: 'a b/c', at: [3, 9], layers: ['quotes', 'gaps'] }],
  'no layers at all': ['#/read/x?layers=none', { view: 'read', open: 'x', layers: [] }],
  'a voice with its sentence open': ['#/voices/jens-s?open=x&at=0-4', { view: 'voices', id: 'jens-s', open: 'x', at: [0, 4] }],
  'a name to edit': ['#/names/a?edit=open', { view: 'names', id: 'a', edit: true }],
  'articles that are compared, against one wording': ['#/compare/g?base=0&with=b&with=a', { view: 'compare', id: 'g', base: 0, selected: ['b', 'a'] }],
  'a longer list': ['#/names?kind=person&show=150', { view: 'names', kind: 'person', shown: 150 }],
};

for (const [name, [hash, parts]] of Object.entries(cases)) {
  test(`route: ${name}`, () => {
    assert.equal(format(route(parts)), hash);
    assert.deepEqual(parse(hash), route(parts));
  });
}

test('route: every text survives', () => {
  for (const q of ['é ’“”', '100% #1 & more', '日本', '🙂 a+b', '?q=x', ' two  blanks ', '\\', 'a/b']) {
    for (const parts of [{ q }, { view: 'names', id: q.trim() }, { view: 'read', open: q.trim() }, { publisher: q }]) {
      assert.deepEqual(parse(format(route(parts))), route(parts));
    }
  }
});

test('route: broken addresses give a picture', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#nonsense', '#/read/%E0%A4%A', '#/search?at=9-3', '#/search?at=x', '#/search?show=-1', '#/search?show=9e9', '#/search?mode=x&window=-1&least=1e3&group=x']) {
    const found = parse(hash);
    assert.equal(found.at, null);
    assert.equal(found.shown, 50);
    assert.deepEqual(parse(format(found)), found);
  }
});

test('route: links that were saved under former names lead where they led', () => {
  for (const [former, hash] of [
    ['#/search?q=a&mode=company&window=3', '#/search?q=a&mode=collocations&window=3'],
    ['#/names/a?mend=open', '#/names/a?edit=open'],
  ]) assert.equal(format(parse(former)), hash);
  assert.equal(parse('#/names/a?edit=shut&mend=open').edit, false, 'the name of today counts');
});

test('route: each view has an address of its own, and keeps the parts that it names', () => {
  assert.equal(new Set(views.map(({ name }) => name)).size, views.length);
  for (const { name, path } of views) assert.deepEqual(parse(`#/${name}/x`), route({ view: name, [path]: 'x' }));
  assert.deepEqual(parse('#/timeline?mode=lines&article=a'), route({ view: 'timeline', article: 'a' }));
  assert.equal(format(route({ view: 'library', kind: 'direct', sort: 'date' })), '#/library');
});

test('route: a list does not change when its reader opens', () => {
  const list = route({ view: 'voices', id: 'x', q: 'y' });
  assert.equal(listKey(parse(opening(list, 'a', [1, 2]))), listKey(list));
  assert.notEqual(listKey(route({ ...list, kind: 'direct' })), listKey(list));
  assert.equal(permalink('a', [1, 2]), '#/read/a?at=1-2');
});

test('route: filters stand beside the question', () => {
  const asked = route({ q: ' a OR b', publisher: 'X Y', date: '2024-06', sort: 'date' });
  assert.equal(question(asked), 'a OR b');
  assert.deepEqual(chosen(asked), { publisher: 'X Y', date: '2024-06' });
  assert.equal(format(widened(asked)), '#/search?q=+a+OR+b&sort=date');
  assert.deepEqual(chosen(parse('#/voices?kind=direct&q=a')), {}, 'the parts of other views are their own');
  assert.deepEqual([route(), route({ q: ' ' }), route({ kind: 'news' }), route({ q: 'a' })].map(isSearched), [false, false, true, true]);
});
