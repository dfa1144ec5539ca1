// Are the typings of the npm package complete? A TypeScript program that only compiles if they are, in both targets.
import { Corpus } from 'corpus-explorer';
import { type IndexAnswer, SearchIndex } from 'corpus-explorer/search';

/** True only for `any`. */
type IsAny<T> = 0 extends 1 & T ? true : false;
type Deep<T> = T extends readonly (infer Element)[] ? Element : T;
/** The members of `Corpus` that have `any` in an answer, its elements or fields, or a parameter: there must be none. */
type Untyped = {
  [Name in keyof Corpus]: Corpus[Name] extends (...given: infer Given) => infer Answer
    ? true extends IsAny<Answer> | IsAny<Deep<Answer>> | IsAny<Given[number]> | IsAny<NonNullable<Deep<Answer>>[keyof NonNullable<Deep<Answer>>]>
      ? Name
      : never
    : true extends IsAny<Corpus[Name]>
      ? Name
      : never;
}[keyof Corpus];
const untyped: Untyped[] = [] satisfies never[];
const noneUntyped: [Untyped] extends [never] ? true : Untyped = true;

export function questions(corpus: Corpus): string[] {
  const answer = corpus.search('"without delay"', { limit: 5, by: 'passage', sort: 'date', filter: { article: 'an id' } });
  const total: number = answer.total;
  const marks: number[] = answer.hits.flatMap((hit) => hit.passages.flatMap((passage) => passage.marks.map(([start]) => start)));
  const near: [string, number][] = corpus.collocations('treaty', { window: 3, measure: 'logDice' }).collocates.map(({ word, logDice }) => [word, logDice]);
  const outlets: (string | null)[] = corpus.concordance('treaty', { by: [1, -1], group: true, filter: { date: '2024', article: ['an id'] } }).groups.map((group) => group.publisher);
  const bars: string[] = corpus.search('treaty', { histogram: true, step: 'month' }).histogram?.bars.map((bar) => bar.date) ?? [];
  const speakers: (string | null)[] = corpus.quotes({ kind: 'direct' }).map((quote) => quote.speaker?.name ?? null);
  const title: string | null = corpus.article('an id')?.title ?? null;
  const kinds = corpus.entities().map((entity) => entity.kind);
  const person: (typeof kinds)[number] = 'person';
  // @ts-expect-error kinds are a closed list
  const wrong: (typeof kinds)[number] = 'planet';
  // @ts-expect-error absent titles are null
  const present: string = corpus.articles()[0]!.title;
  const bytes: Uint8Array = corpus.save();
  corpus.append(bytes);
  corpus.give('an id', { publisher: 'The Globe', published: '2024-06-21' });
  corpus.remove(['an id']);
  const decided: string = corpus.decide({ action: 'split', entity: 'an-id', mentions: [{ article: 'an id', start: 0, end: 3 }] }).outcome;
  // @ts-expect-error a merge has a target
  corpus.decide({ action: 'merge', entity: 'an-id' });
  corpus.undo('d1');
  corpus.addDecisions(corpus.decisionsText());
  const together: number[] = corpus.graph({ by: 'sentence', min: 1, kind: 'person' }).edges.map((edge) => edge.logLikelihood);
  const files: string[] = [decided, String(together), corpus.graphText('graphml', { by: 'article' }), corpus.mentionsText('jsonLd')];
  const rules: string[] = corpus.report().flatMap((row) => [row.title?.rule ?? '', row.encoding?.how ?? '', ...row.repairs.map(({ rule }) => rule)]);
  return [...files, String(total), ...near.map(String), ...outlets.map(String), ...bars, ...rules, ...marks.map(String), ...speakers.map(String), String(title), person, wrong, present, String(bytes.length)];
}

export const made: Corpus = Corpus.fromArticles([{ id: 'one', text: 'A text.' }], { analyze: false });
export const again: Corpus = Corpus.open(made.save(), { decisions: made.decisionsText() });
export function found(): string[] {
  const index = new SearchIndex({ fields: ['title', { name: 'body', boost: 2 }], filters: ['tags'], date: 'day' });
  index.add([{ id: 'one', title: 'A title', tags: ['x'], day: '2024-06-20' }]);
  const answer: IndexAnswer = index.search('title', { filter: { tags: 'x' }, sort: 'date', facets: true });
  // @ts-expect-error there is no such option
  index.search('title', { limt: 1 });
  const day: unknown = index.get('one')?.day;
  return [...answer.hits.map(({ id }) => id), ...index.suggest('ti').map(({ text }) => text), String(day), String(SearchIndex.open(index.save()).size)];
}

export const none = [untyped, noneUntyped];
