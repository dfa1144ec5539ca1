// Does the built page answer? Starts the engine inside the page, asks it one question of each kind, and prints each
// answer with its sentence.
// Usage: node tools/ask.mjs PAGE
import { carriedCorpus } from './carried.mjs';
import { readFileSync } from 'node:fs';

const corpus = carriedCorpus(readFileSync(process.argv[2], 'utf8'));
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The outlet of an article, or its id if the outlet is unknown. */
const outlet = (article) => article.publisher ?? `unknown outlet (${article.id})`;

/** The sentence at an offset of an article, with line breaks as spaces; a title or heading counts as one sentence. */
function sentence(article, offset) {
  const block = article.blocks.find(({ start, end }) => start <= offset && offset < end) ?? { start: 0, end: article.text.length };
  const text = article.text.slice(block.start, block.end);
  const whole = block.kind === 'title' || block.kind === 'heading';
  const { segment } = (whole ? null : sentences.segment(text).containing(offset - block.start)) ?? { segment: text };
  return segment.replace(/\s+/g, ' ').trim();
}

/** Prints one question and its answers, each [label, article id, offset]; returns whether there is any. */
function show(question, answers) {
  console.log(`\n${question}`);
  for (const [label, id, offset] of answers) {
    const article = corpus.article(id);
    console.log(`  ${outlet(article)}${label && ` · ${label}`}\n    ${sentence(article, offset)}`);
  }
  if (answers.length === 0) console.log('  no answer');
  return answers.length > 0;
}

/** The first entity of a kind that a name finds. */
const named = (kind, query) => corpus.entities({ kind, query })[0];

/** The first item of every article. */
const oneEach = (found) => found.filter(({ article }, at) => found.findIndex((other) => other.article === article) === at);

function clause(query) {
  const { hits } = corpus.search(query);
  const passages = hits.map((hit) => ['', hit.article, hit.passages[0].marks[0]?.[0] ?? hit.passages[0].start]);
  return show(`Search ${query}: ${hits.length} articles`, passages);
}

function name(kind, query) {
  const entity = named(kind, query);
  const { occurrences = [] } = (entity && corpus.entity(entity.id)) ?? {};
  const aliases = (entity?.aliases ?? []).map(({ text }) => text).join(', ');
  const found = oneEach(occurrences).map(({ text, article, start }) => [`“${text}”`, article, start]);
  return show(`${query}: ${occurrences.length} mentions, as ${aliases}`, found);
}

function voice(query) {
  const speaker = named('person', query);
  const quotes = speaker ? corpus.quotes({ speaker: speaker.id }).filter((quote) => !quote.within) : [];
  const found = oneEach(quotes).map(({ kind, article, spans }) => [`${kind} quotation`, article, spans[0][0]]);
  return show(`What ${query} said: ${quotes.length} quotations, the first of each article`, found);
}

const answered = [clause('"without delay"'), name('place', 'North Korea'), voice('Stoltenberg')];
console.log();
if (answered.includes(false)) process.exitCode = 1;
