// Are counts, dates and sources said in plain words, and sentences found where they are?
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, citation, cited, day, extent, headline, meaning, outlet, rate, short, source, when } from '../../www/ui/article/label.js';
import { counted } from '../../www/strings.js';
import { around, blockAt, sentences } from '../../www/ui/article/sentence.js';

const bare = { id: 'x/1', title: null, publisher: null, author: null, published: null, updated: null };

test('label: counts carry their noun', () => {
  assert.equal(counted(1, 'quotation'), '1 quotation');
  assert.equal(counted(0, 'match', 'matches'), '0 matches');
  assert.equal(counted(1234, 'name'), '1,234 names');
});

test('label: dates', () => {
  const rows = [['2024-06-21', '21 Jun 2024'], ['2024-06', 'Jun 2024'], ['2024', '2024'], ['2024-06-20T13:34-04:00', '20 Jun 2024'], ['soon', 'soon']];
  for (const [iso, said] of rows) assert.equal(day(iso), said);
});

test('label: times of statements', () => {
  const rows = [
    ['1961-01-01', '1961-12-31', 'year', '1961'], ['2024-03-01', '2024-03-31', 'month', 'Mar 2024'],
    ['2024-06-19', '2024-06-19', 'day', '19 Jun 2024'], ['1950-01-01', '1953-12-31', 'year', '1950–1953'],
    ['2024-03-01', '2024-05-31', 'season', 'Mar–May 2024'], ['2024-06-18', '2024-06-19', 'day', '18 Jun 2024 – 19 Jun 2024'],
    [null, null, 'unknown', 'unknown date'], ['2024-06-19', null, 'day', '19 Jun 2024'],
  ];
  for (const [from, to, precision, said] of rows) assert.equal(when({ from, to, precision }), said);
});

test('label: figures and whom words mean', () => {
  const rows = [['time', 1080, '', '18:00'], ['time', 425, 'GMT', '7:05 GMT'], ['money', 1.5e9, 'USD', '1,500,000,000 USD'], ['share', 3.5, '%', '3.5%'], ['quantity', 24, 'tanks', '24 tanks']];
  for (const [kind, value, unit, said] of rows) assert.equal(amount({ kind, value, unit }), said);
  assert.equal(meaning({ text: 'he', name: 'Hugo Paz', confidence: 0.75 }), '“he” refers to Hugo Paz: likely, 75%');
});

test('label: unknown outlets stay apart', () => {
  assert.equal(outlet(bare), 'unknown outlet');
  assert.equal(headline(bare), 'x/1');
  assert.equal(source({ ...bare, title: 'A pact' }), 'unknown outlet, “A pact”');
  assert.equal(source({ ...bare, publisher: 'The Paper' }), 'The Paper');
  assert.equal(short('one two three', 9), 'one two…');
  assert.equal(extent({ first: '2023-01-02', last: '2024-06-21' }), 'Jan 2023 – Jun 2024');
  assert.equal(extent({ first: '2024-06-02', last: '2024-06-21' }), 'Jun 2024');
  assert.equal(extent({ first: null, last: null }), '');
  assert.match(citation('Words. ', { ...bare, title: 'T' }, 2, '#/x'), /^“Words\.”\n— “T”, unknown outlet, no date, paragraph 3\n#\/x\n$/);
});

test('label: cited words show where some were lost', () => {
  const article = { text: 'One. He says , a man.', gaps: [{ at: 13 }, { at: 99 }] };
  assert.equal(cited(article, [5, 21]), 'He says […] , a man.');
  assert.equal(cited(article, [0, 4]), 'One.');
});

test('sentence: the one around a place', () => {
  const text = 'Title\n\nThe U.N. Council met. It said “no.” Then it left.';
  const blocks = [{ kind: 'title', level: 0, start: 0, end: 5 }, { kind: 'paragraph', level: 0, start: 7, end: text.length }];
  const spans = [[0, 5], [7, 28], [29, 42], [43, text.length]];
  const slices = sentences({ sentences: spans }, 7, text.length).map(([start, end]) => text.slice(start, end));
  assert.equal(slices[0], 'The U.N. Council met.');
  assert.equal(slices.at(-1), 'Then it left.');
  const at = text.indexOf('Council');
  assert.equal(text.slice(...around({ blocks, sentences: spans }, [at, at + 7])), 'The U.N. Council met.');
  assert.equal(blockAt({ blocks }, 6), 0);
  assert.equal(blockAt({ blocks }, 7), 1);
});

test('label: frequencies are as exact as they are small', () => {
  for (const [perThousand, expected] of [[0, '0'], [0.0123, '0.01'], [6.812, '6.8'], [7, '7.0'], [166.67, '167'], [1234.5, '1,235']]) {
    assert.equal(rate(perThousand), expected);
  }
});
