// Do marks tile the text, whatever overlaps, and which way does it run?
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { direction, nest } from '../../www/ui/article/mark.js';

/** Brackets around every piece that is a range, by its letter. */
function drawn(text, pieces) {
  return pieces.map(({ start, end, range, inside }) =>
    range ? `${range.name}[${drawn(text, inside)}]` : text.slice(start, end)).join('');
}

const text = 'abcdefghij';
const cases = {
  'nothing': [[], 'abcdefghij'],
  'one': [[['A', 2, 4]], 'abA[cd]efghij'],
  'the whole': [[['A', 0, 10]], 'A[abcdefghij]'],
  'one inside another': [[['B', 3, 4], ['A', 2, 6]], 'abA[cB[d]ef]ghij'],
  'crossing': [[['A', 2, 6], ['B', 4, 8]], 'abA[cdB[ef]]B[gh]ij'],
  'three crossing': [[['A', 0, 4], ['B', 2, 8], ['C', 3, 10]], 'A[abB[cC[d]]]C[B[efgh]ij]'],
  'neighbours': [[['A', 2, 4], ['B', 4, 6]], 'abA[cd]B[ef]ghij'],
  'equal, by rank': [[['B', 2, 4, 2], ['A', 2, 4, 1]], 'abA[B[cd]]efghij'],
  'a point': [[['P', 3, 3]], 'abcP[]defghij'],
  'a point at the edge of a range': [[['A', 3, 5], ['P', 3, 3], ['Q', 5, 5]], 'abcP[]A[de]Q[]fghij'],
  'a point inside a range': [[['A', 2, 6], ['P', 4, 4]], 'abA[cdP[]ef]ghij'],
  'points at both ends': [[['P', 0, 0], ['Q', 10, 10]], 'P[]abcdefghijQ[]'],
  'outside': [[['A', 12, 14], ['B', -3, 0]], 'abcdefghij'],
};

for (const [name, [ranges, expected]] of Object.entries(cases)) {
  test(`mark: ${name}`, () => {
    const given = ranges.map(([letter, start, end, rank]) => ({ name: letter, start, end, rank }));
    assert.equal(drawn(text, nest(given, 0, text.length)), expected);
  });
}

test('mark: only the first piece of a range is its head', () => {
  const [, a, b] = nest([{ name: 'A', start: 1, end: 5 }, { name: 'B', start: 3, end: 8 }], 0, 10);
  assert.deepEqual([a.head, a.inside[1].head, b.head], [true, true, false]);
  assert.equal(nest([{ name: 'A', start: 0, end: 6 }], 3, 10)[0].head, false);
});

test('mark: leaves tile the text for any ranges', () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 500; round += 1) {
    const ranges = Array.from({ length: random(9) }, (_, name) => {
      const start = random(10);
      return { name, start, end: start + random(11 - start), rank: random(3) };
    });
    const leaves = (pieces) => pieces.flatMap((piece) => (piece.inside.length ? leaves(piece.inside) : [[piece.start, piece.end]]));
    const found = leaves(nest(ranges, 0, 10)).filter(([start, end]) => start < end);
    assert.equal(found.map(([start, end]) => text.slice(start, end)).join(''), text, JSON.stringify(ranges));
  }
});

test('mark: which way a text runs', () => {
  for (const [text, expected] of [['treaty', 'ltr'], ['المعاهدة', 'rtl'], ['“1961 האמנה', 'rtl'], ['條約', 'ltr'], ['NATO المعاهدة', 'ltr'], ['12 —', 'ltr'], ['', 'ltr']]) {
    assert.equal(direction(text), expected, text);
  }
});
