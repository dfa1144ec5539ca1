// Does every function of the API answer about 3,000 articles, and do its answers agree with each other? What help() lists is
// asked here: a new function has a question below, or this test fails.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { articles } from './generated.mjs';
import { listed } from './misuse.mjs';

const require = createRequire(import.meta.url);
const { Corpus } = require(fileURLToPath(new URL('../../target/pkg/nodejs/corpus_explorer.js', import.meta.url)));

const count = 3_000;
const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
const by = (list, of) => list.reduce((groups, one) => groups.set(of(one), [...groups.get(of(one)) ?? [], one]), new Map());
/** A few of many, from all over them. */
const some = (list, number = 40) => list.filter((_, n) => n % Math.ceil(list.length / number) === 0);

let given;
let corpus;
let ids;
/** Answers by function and arguments: each question is asked once. */
const answers = new Map();
const asked = (name, ...args) => {
  const key = JSON.stringify([name, args]);
  if (!answers.has(key)) answers.set(key, corpus[name](...args));
  return answers.get(key);
};
/** The texts of all articles, by id. */
const texts = new Map();

before(() => {
  given = articles(count);
  corpus = Corpus.fromArticles(given);
  ids = given.map(({ id }) => id);
  for (const id of ids) texts.set(id, corpus.article(id).text);
});

/** That places are spans of their articles' texts, and hold the words that they are said to hold. */
function standIn(places) {
  for (const { article, start, end, text } of places) {
    const whole = texts.get(article);
    assert.ok(whole !== undefined && start >= 0 && start <= end && end <= whole.length, `${article} ${start}-${end}`);
    if (text !== undefined) assert.equal(whole.slice(start, end), text, article);
  }
}
const spans = (article, ranges) => ranges.map(([start, end]) => ({ article, start, end }));

const queries = ['harbour', '"without delay"', 'treaty AND NOT peru', 'speaker:Holm', 'harb*', 'ferry NEAR/5 closed', 'railwya~', 'publisher:globe'];

/** What each function is asked, before the corpus is saved and after. What changes a corpus is asked further down. */
const questions = () => ({
  overview: [[]], ids: [[]], articles: [[], [{ offset: 5, limit: 5 }]], summary: some(ids, 10).map((id) => [id]), report: [[], [{ articles: some(ids, 10), limit: 5 }]], decisions: [[]], decisionsText: [[]], help: [[]], save: [[]],
  article: some(ids, 10).map((id) => [id]), raw: some(ids, 10).map((id) => [id]), mentions: some(ids, 10).map((id) => [id]),
  search: queries.flatMap((query) => [[query], [query, { by: 'passage', limit: 200, histogram: true, explain: true, sort: 'date' }]]),
  suggest: [['har'], ['An', 50], ['without de']],
  concordance: [['harbour'], ['treaty', { sort: 'right', group: true, limit: 500 }], ['ferry', { by: [-1, 1], limit: 100 }]],
  collocations: [['harbour'], ['treaty', { window: 3, measure: 'logDice', stopWords: true }]],
  entities: [[], [{ kind: 'person' }], [{ article: ids[70] }], [{ query: 'Paz' }]],
  entity: some(asked('entities'), 10).map(({ id }) => [id]),
  references: [[], [{ article: ids[70] }]],
  quotes: [[], [{ kind: 'direct' }], [{ article: ids[70] }], [{ speaker: 'Holm' }], [{ query: 'delay' }]],
  speakers: [[], [{ kind: 'direct', offset: 2, limit: 5 }], [{ article: ids[70] }]],
  timeline: [[], [{ events: true, limit: 200 }], [{ events: false }], [{ article: ids[70], events: false }]],
  figures: [[], [{ kind: 'money' }], [{ article: ids[70] }]],
  stories: [[], [{ offset: 3, limit: 5 }], [{ article: ids[70] }]],
  duplicates: [[], [{ article: ids[70] }]],
  groups: [[], [{ kind: 'statement' }], [{ articles: ids.slice(0, 60) }]],
  group: some(asked('groups'), 10).map(({ id }) => [id]),
  shared: [[{ min: 20, articles: ids.slice(0, 1_000) }], [{ articles: ids.slice(0, 200) }]],
  compare: [[], [{ articles: ids.slice(0, 60) }]],
  graph: [[], [{ by: 'sentence', min: 1, kind: 'person' }], [{ by: 'article', entity: asked('entities')[0].id }]],
  graphText: [['csv'], ['json'], ['graphml', { by: 'sentence' }]],
  mentionsText: [['conll'], ['jsonLd']],
  quotesText: [['csv'], ['json'], ['tei'], ['jsonLd', { kind: 'direct' }]],
});

test('every function is asked', () => {
  const changes = ['append', 'remove', 'give', 'decide', 'undo', 'addDecisions'];
  const ofClass = ['Corpus.embedded', 'Corpus.open', 'Corpus.fromArticles'];
  assert.deepEqual([...Object.keys(questions()), ...changes, ...ofClass, 'version'].toSorted(), listed(corpus.help()));
  assert.equal(Corpus.embedded().version, corpus.version);
});

test('a saved corpus gives the same answers', () => {
  const again = Corpus.open(asked('save'));
  for (const [name, calls] of Object.entries(questions())) {
    for (const call of calls) {
      const [first, second] = [asked(name, ...call), again[name](...call)];
      const same = first instanceof Uint8Array ? Buffer.compare(first, second) === 0 : JSON.stringify(first) === JSON.stringify(second);
      assert.ok(same, `${name}(${JSON.stringify(call)})`);
    }
  }
});

test('a portion is a part of the whole, and the overview counts it', () => {
  for (const name of ['articles', 'entities', 'quotes', 'timeline', 'stories', 'duplicates', 'groups', 'report']) {
    const part = corpus[name]({ offset: 3, limit: 7 });
    assert.deepEqual(part, asked(name).slice(3, 10), name);
    assert.deepEqual(corpus[name]({ offset: 10_000_000, limit: 7 }), [], name);
  }
  const { speakers, total, named, quotations } = asked('speakers');
  assert.deepEqual(corpus.speakers({ offset: 3, limit: 7 }).speakers, speakers.slice(3, 10));
  assert.deepEqual([total, named], [speakers.length, speakers.filter(({ entity }) => entity).length]);
  const whole = asked('quotes').filter(({ within }) => !within);
  assert.deepEqual([quotations, sum(speakers, (speaker) => speaker.quotations)], [whole.length, whole.length]);
  for (const { entity, quotations: count } of some(speakers, 20)) {
    const said = corpus.quotes({ entity: entity ?? '', whole: true });
    assert.deepEqual(said, whole.filter(({ speaker }) => (speaker?.entity ?? null) === entity));
    assert.equal(said.length, count);
  }
  const overview = asked('overview');
  assert.deepEqual([overview.articles, overview.dates], [count, asked('timeline').length]);
  assert.deepEqual(overview.entities.map(({ kind, count }) => [kind, count]),
    overview.entities.map(({ kind }) => [kind, corpus.entities({ kind }).length]));
  assert.equal(sum(overview.entities, (one) => one.count), asked('entities').length);
  for (const { kind, count } of overview.quotations) assert.equal(corpus.quotes({ kind }).length, count);
});

test('articles: blocks and sentences lie in the text, operations make it', () => {
  const [all, report] = [asked('articles'), asked('report')];
  assert.deepEqual(all.map(({ id }) => id), ids);
  assert.deepEqual([asked('ids'), corpus.summary(ids[5])], [ids, all[5]]);
  assert.deepEqual(report.map(({ id, words, gaps }) => [id, words, gaps]), all.map(({ id, words, gaps }) => [id, words, gaps]));
  for (const [n, id] of ids.entries()) {
    const { text, blocks, sentences, operations, publisher, published } = corpus.article(id);
    assert.deepEqual([publisher, published], [given[n].publisher ?? null, given[n].published ?? null]);
    for (const list of [blocks.map(({ start, end }) => [start, end]), sentences]) {
      standIn(spans(id, list));
      assert.ok(list.every(([start], at) => !at || start >= list[at - 1][1]), `${id}: in order, none over another`);
    }
    assert.ok(sentences.every(([start, end]) => blocks.some((block) => block.start <= start && end <= block.end)), id);
    const raw = corpus.raw(id);
    let [made, at] = ['', 0];
    for (const { rawStart, rawEnd, after } of operations) {
      made += raw.slice(at, rawStart) + after;
      at = rawEnd;
    }
    assert.equal(made + raw.slice(at), text);
  }
});

test('names: counts are those of their places, in every article', () => {
  const all = asked('entities');
  const known = new Map(all.map((entity) => [entity.id, entity]));
  assert.equal(known.size, all.length);
  for (const { id, mentions, aliases, articles } of all) {
    assert.deepEqual([sum(aliases, (one) => one.count), sum(articles, (one) => one.count)], [mentions, mentions], id);
  }
  const places = ids.flatMap((article) => corpus.mentions(article).map((one) => ({ ...one, article })));
  standIn(places);
  const named = by(places.filter(({ entity }) => entity !== null), ({ entity }) => entity);
  assert.deepEqual([...named].map(([id, list]) => [id, list.length]).toSorted(), all.map(({ id, mentions }) => [id, mentions]).toSorted());
  for (const [id] of questions().entity) {
    const { occurrences, mentions, roles, quotes, with: others } = asked('entity', id);
    assert.equal(occurrences.length, mentions);
    standIn([...occurrences, ...roles]);
    assert.ok(others.every((one) => known.has(one.id)));
    const said = new Set(asked('quotes').map((quote) => quote.id));
    assert.ok(quotes.every((quote) => said.has(quote)));
  }
  const meant = asked('references');
  standIn(meant);
  assert.ok(meant.length > 0 && meant.every(({ entity, name }) => known.get(entity)?.name === name));
  const kindsOf = by(all, ({ kind }) => kind);
  for (const [kind, list] of kindsOf) assert.deepEqual(asked('entities', { kind }), list, kind);
});

test('quotations: kinds sum up, speakers and places are there', () => {
  const all = asked('quotes');
  const known = new Set(asked('entities').map(({ id }) => id));
  const said = new Set(all.map(({ id }) => id));
  assert.equal(said.size, all.length);
  assert.equal(sum(['direct', 'mixed', 'indirect'], (kind) => asked('quotes', { kind }).length), all.length);
  for (const { article, spans: parts, cue, speaker, within } of all) {
    standIn([...spans(article, parts), ...[cue, speaker].filter((one) => one && one.start !== null).map((one) => ({ article, ...one, text: one.text }))]);
    assert.ok(!speaker?.entity || known.has(speaker.entity));
    assert.ok(within === null || said.has(within));
  }
  const [speaker, quotes] = [...by(all.filter((one) => one.speaker?.entity), (one) => one.speaker.entity)].toSorted((a, b) => b[1].length - a[1].length)[0];
  assert.deepEqual(asked('quotes', { speaker }), quotes);
  for (const article of some(ids)) assert.deepEqual(asked('quotes', { article }), all.filter((one) => one.article === article));
});

test('dates and figures: in order, in their places', () => {
  const dates = asked('timeline', { events: false });
  standIn(dates);
  const days = dates.map(({ from }) => from ?? '~');
  assert.deepEqual(days, days.toSorted());
  assert.equal(asked('timeline').length, dates.length);
  const figures = asked('figures');
  standIn(figures);
  assert.equal(sum(['time', 'money', 'share', 'quantity'], (kind) => asked('figures', { kind }).length), figures.length);
  for (const article of some(ids)) {
    assert.equal(asked('timeline', { article, events: false }).length, dates.filter((one) => one.article === article).length);
    assert.deepEqual(asked('figures', { article }), figures.filter((one) => one.article === article));
  }
});

test('search: hits, facets and bars sum up, pages join, filters keep what facets count', () => {
  for (const query of queries) for (const unit of ['article', 'passage']) {
    const whole = asked('search', query, { by: unit, limit: 100_000, passages: 1_000, histogram: true });
    assert.ok(whole.total > 0, query);
    assert.equal(whole.hits.length, whole.total, query);
    assert.equal(new Set(whole.hits.map(({ article }) => article)).size, whole.articles, query);
    for (const { article, passages } of whole.hits) for (const { start, end, marks } of passages) {
      standIn([{ article, start, end }, ...spans(article, marks)]);
      assert.ok(marks.every(([from, to]) => start <= from && to <= end));
    }
    for (const field of ['publisher', 'kind', 'month', 'author']) assert.equal(sum(whole.facets[field], (one) => one.count), whole.total, `${query} ${field}`);
    assert.equal(sum(whole.histogram.bars, (bar) => bar.count) + whole.histogram.undated, whole.total, query);
    const pages = [0, 1, 2].flatMap((page) => corpus.search(query, { by: unit, limit: 7, offset: page * 7, passages: 1_000, facets: false }).hits);
    assert.deepEqual(pages, whole.hits.slice(0, 21), query);
    for (const { value, count: hits } of whole.facets.publisher.filter(({ value }) => value !== null)) {
      assert.equal(corpus.search(query, { by: unit, limit: 0, filter: { publisher: value } }).total, hits, `${query} ${value}`);
    }
    const dated = corpus.search(query, { by: unit, limit: 100_000, sort: 'date', facets: false });
    assert.equal(dated.total, whole.total);
  }
  assert.equal(corpus.search('', { limit: 0, filter: { date: '2021..2024' } }).total, given.filter(({ published }) => published).length);
  for (const { text } of asked('suggest', 'har')) assert.ok(corpus.search(`"${text}"`, { limit: 0 }).total > 0, text);
});

test('concordance and collocations count the same matches', () => {
  for (const query of ['harbour', 'treaty', 'ferry']) {
    const { total, lines, groups, of, words, articles } = asked('concordance', query, { window: 4 });
    assert.equal(lines.length, total);
    assert.equal(new Set(lines.map(({ article }) => article)).size, articles);
    assert.deepEqual(['matches', 'articles', 'of', 'words'].map((key) => sum(groups, (group) => group[key])), [total, articles, of, words]);
    assert.equal(of, count);
    standIn(lines.map(({ article, start, end, node }) => ({ article, start, end, text: node })));
    const near = corpus.collocations(query, { limit: 100_000, min: 1, stopWords: true });
    assert.equal(near.matches, total);
    assert.equal(near.collocates.length, near.total);
    assert.ok(near.collocates.every(({ observed, left, right, frequency }) => observed === left + right && observed <= frequency));
    assert.ok(sum(near.collocates, ({ observed }) => observed) <= near.near, 'others stand there no more often than by chance');
  }
});

test('groups, shared passages and the table lead to what is there', () => {
  const groups = asked('groups');
  assert.ok(groups.length > 0);
  assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length);
  for (const group of groups) {
    for (const { article, spans: parts, sentence, shared } of group.members) standIn(spans(article, [...parts, sentence, ...shared]));
    assert.equal(new Set(group.members.map(({ article }) => article)).size, group.articles);
    assert.ok(group.centre < group.members.length);
  }
  assert.equal(sum(['statement', 'title', 'topic'], (kind) => corpus.groups({ kind }).length), groups.length);
  for (const [id] of questions().group) {
    const { group, alignments } = asked('group', id);
    assert.deepEqual(group, groups.find((one) => one.id === id));
    assert.equal(alignments.length, group.members.length);
  }
  for (const [options] of questions().shared) {
    const shared = asked('shared', options);
    standIn(shared.flatMap(({ first, second }) => [first, second]));
    assert.ok(shared.length > 0 && shared.every(({ words }) => words >= (options.min ?? 8)));
  }
  const { articles: columns, rows, points } = asked('compare');
  assert.deepEqual(columns.map(({ id }) => id), ids);
  assert.ok(rows.length > 0);
  for (const { cells } of rows) for (const { article, places } of cells) standIn(spans(article, places));
  for (const { members } of points) standIn(members.map(({ article, start, end }) => ({ article, start, end })));
});

test('the graph and its exports hold the same', () => {
  const { nodes, edges, units } = asked('graph');
  const known = new Map(asked('entities').map((entity) => [entity.id, entity]));
  const there = new Set(nodes.map(({ id }) => id));
  assert.ok(edges.length > 0 && nodes.every(({ id, mentions, units: own }) => known.get(id)?.mentions === mentions && own <= units));
  assert.ok(edges.every(({ source, target, count: both }) => there.has(source) && there.has(target) && both >= 2));
  assert.deepEqual(JSON.parse(asked('graphText', 'json')), asked('graph'));
  assert.equal(asked('graphText', 'csv').trimEnd().split('\r\n').length, edges.length + 1);
  assert.equal(corpus.graphText('graphml').split('<edge ').length, edges.length + 1);
  const named = sum(ids, (id) => corpus.mentions(id).length);
  assert.equal(asked('mentionsText', 'conll').match(/\tB-/g).length, named);
  assert.equal(JSON.parse(asked('mentionsText', 'jsonLd')).total, named);
  assert.deepEqual(JSON.parse(asked('quotesText', 'json')), asked('quotes'));
  assert.equal(JSON.parse(asked('quotesText', 'jsonLd', { kind: 'direct' })).total, asked('quotes', { kind: 'direct' }).length);
});

test('changes and decisions, and none is left once they are taken back', () => {
  const still = () => JSON.stringify([corpus.articles(), corpus.entities(), corpus.quotes(), corpus.decisions(), corpus.search('harbour')]);
  const untouched = still();
  const [one, other] = corpus.entities({ kind: 'person' });
  const made = [
    { action: 'rename', entity: one.id, name: 'Someone Else' }, { action: 'kind', entity: one.id, kind: 'organisation' },
    { action: 'merge', entity: other.id, into: one.id }, { action: 'ignore', entity: corpus.entities({ kind: 'place' })[0].id },
    { action: 'split', entity: one.id, mentions: corpus.entity(one.id).occurrences.slice(0, 3).map(({ article, start, end, text }) => ({ article, start, end, text })), name: 'A Namesake' },
  ].map((decision) => corpus.decide(decision));
  assert.deepEqual(made.map(({ outcome }) => outcome), made.map(() => 'applied'));
  const decided = still();
  const file = corpus.decisionsText();
  for (const { id } of made) corpus.undo(id);
  assert.ok(still() === untouched);
  corpus.addDecisions(file);
  assert.ok(still() === decided);
  for (const { id } of corpus.decisions()) corpus.undo(id);
  corpus.give(ids[0], { publisher: 'The New Paper' });
  assert.equal(corpus.search('', { filter: { publisher: 'The New Paper' } }).total, 1);
  corpus.give(ids[0], { publisher: given[0].publisher });
  const more = articles(20, count);
  corpus.append(Corpus.fromArticles(more).save());
  assert.equal(corpus.articles().length, count + more.length);
  corpus.remove(more.map(({ id }) => id));
  assert.ok(still() === untouched);
});
