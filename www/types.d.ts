// What enters and leaves the engine, for the type checker alone; never shipped.
// Offsets are UTF-16 units of an article's text, end exclusive.

type Span = [number, number];

type EntityKind = 'person' | 'organisation' | 'place' | 'document' | 'event' | 'publication' | 'work';
type MentionKind = EntityKind | 'nationality';
type QuotationKind = 'direct' | 'mixed' | 'indirect';
type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'caption' | 'meta' | 'byline' | 'dateline' | 'quotation' | 'table';
type Precision = 'day' | 'month' | 'year' | 'season' | 'unknown';
type FigureKind = 'time' | 'money' | 'share' | 'quantity';
type Field = 'title' | 'publisher' | 'author' | 'place' | 'published' | 'updated' | 'kind' | 'language' | 'rights';

interface Meta {
  id: string; title: string | null; publisher: string | null; author: string | null; place: string | null;
  published: string | null; updated: string | null; kind: string | null; language: string | null; rights: string | null; address: string | null;
  tags: string[]; words: number; gaps: number; repairs: number;
}
interface Block { kind: BlockKind; level: number; start: number; end: number }
interface Evidence { value: string; rawStart: number | null; rawEnd: number | null; tag: string | null; text: string; rule: string }
/** Something that states a value, whether it is believed or not. */
interface Claim extends Evidence { field: Field; chosen: boolean }
interface Removal { rawStart: number; rawEnd: number; text: string; reason: string }
interface Repair {
  start: number; end: number; rawStart: number; rawEnd: number;
  before: string; after: string; rule: string; confidence: number;
}
interface Gap { at: number; before: string; after: string; rule: string; confidence: number }
interface Article extends Omit<Meta, 'gaps' | 'repairs'> {
  text: string; blocks: Block[]; sentences: Span[]; evidence: Partial<Record<Field, Evidence | null>>;
  claims: Claim[]; given: Partial<Record<Field, string>>;
  removed: Removal[]; repairs: Repair[]; gaps: Gap[];
}

interface SearchOptions {
  limit?: number; offset?: number; sort?: 'relevance' | 'date'; by?: 'article' | 'passage';
  snippets?: boolean; passages?: number; facets?: boolean; count?: boolean; synonyms?: boolean; explain?: boolean;
  histogram?: boolean; step?: Step; filter?: SearchFilter;
}
/** Which articles are asked: values of facets, letter for letter, a date or a stretch of dates, and articles by their ids. */
interface SearchFilter { article?: string | string[]; publisher?: string; kind?: string; author?: string; date?: string; entity?: string; speaker?: string }
interface Remark { code: string; text: string; from: string | null; to: string | null }
interface Snippet { text: string; marks: Span[] }
interface Passage { block: number; start: number; end: number; marks: Span[]; snippet: Snippet | null }
interface ScorePart { kind: string; text: string | null; weight: number; frequency: number; score: number }
interface Hit { article: string; score: number; passages: Passage[]; scoreParts: ScorePart[] | null }
interface Explanation { kind: string; text: string | null; words: string[]; articles: number | null; parts: Explanation[] }
interface FacetValue { value: string | null; name: string | null; count: number }
type FacetField = 'publisher' | 'kind' | 'month' | 'author' | 'entity' | 'speaker';
type Step = 'day' | 'month' | 'year';
/** The hits of a day, month or year. */
interface Bar { date: string; count: number }
interface Histogram { step: Step; bars: Bar[]; undated: number }
interface Answer {
  query: string; remarks: Remark[]; suggestion: string | null; explanation: Explanation | null;
  total: number; articles: number; apart: { count: number; articles: string[] }; hits: Hit[];
  facets: Record<FacetField | 'article', FacetValue[]> | null; histogram: Histogram | null;
}
interface Suggestion { text: string; kind: string; count: number }
interface ConcordanceOptions {
  window?: number; sort?: 'position' | 'left' | 'right'; by?: number[]; group?: boolean;
  offset?: number; limit?: number; filter?: SearchFilter;
}
interface Line { article: string; block: number; start: number; end: number; left: string; node: string; right: string }
/** How often some articles have a match. */
interface Rate { articles: number; of: number; words: number; perThousand: number }
interface Group extends Rate { publisher: string | null; matches: number }
interface Concordance extends Rate { total: number; groups: Group[]; lines: Line[] }
interface CollocationOptions {
  window?: number; left?: number; right?: number; measure?: 'logLikelihood' | 'logDice'; min?: number;
  offset?: number; limit?: number; stopWords?: boolean; filter?: SearchFilter;
}
interface Collocate {
  word: string; observed: number; left: number; right: number; expected: number; frequency: number; articles: number;
  logLikelihood: number; logDice: number;
}
interface Collocations { matches: number; words: number; near: number; total: number; collocates: Collocate[] }

interface Alias { text: string; kind: MentionKind; count: number }
interface Entity {
  id: string; name: string; kind: EntityKind; aliases: Alias[]; mentions: number;
  articles: { article: string; count: number }[];
}
interface Occurrence { article: string; start: number; end: number; text: string; kind: MentionKind; confidence: number }
interface Mention { start: number; end: number; text: string; kind: MentionKind; entity: string | null; name: string | null }
/** Words that mean an entity without naming it: "he", "the ministry". */
interface Reference {
  article: string; block: number; start: number; end: number; text: string; kind: 'pronoun' | 'description';
  entity: string; name: string; confidence: number;
}
interface Role { text: string; article: string; start: number; end: number }
interface EntityDetail extends Entity {
  occurrences: Occurrence[]; with: { id: string; name: string; count: number }[];
  roles: Role[]; quotes: string[];
  /** The ids of the decisions that made it what it is. */
  decisions: string[];
}

/** A mention by its article, place and words. */
interface Quoted { article: string; start: number; end: number; text: string }
/** An entity as it was found. */
interface Address { id: string; name: string | null; kind: EntityKind | null }
/** What can be decided about names. */
type DecisionInput =
  | { action: 'merge'; entity: string; into: string }
  | { action: 'split'; entity: string; mentions: Quoted[]; name?: string; kind?: EntityKind }
  | { action: 'rename'; entity: string; name: string }
  | { action: 'kind'; entity: string; kind: EntityKind }
  | { action: 'ignore'; entity: string }
  | { action: 'ignore'; mentions: Quoted[] };
/** A decision, and what came of it. */
interface DecisionDetail {
  id: string; action: DecisionInput['action']; entity: Address | null; into: Address | null; mentions: Quoted[];
  name: string | null; kind: EntityKind | null;
  outcome: 'applied' | 'partly' | 'notApplicable' | 'pending'; reason: string | null;
  /** The entities that are what they are by it. */
  touches: string[];
}
interface GraphOptions { by?: 'sentence' | 'paragraph' | 'article'; min?: number; kind?: EntityKind; entity?: string }
interface GraphNode { id: string; name: string; kind: EntityKind; mentions: number; units: number }
interface GraphEdge { source: string; target: string; count: number; expected: number; logLikelihood: number; npmi: number }
interface Graph { by: string; units: number; nodes: GraphNode[]; edges: GraphEdge[] }
type GraphForm = 'csv' | 'json' | 'graphml';
type MentionForm = 'conll' | 'jsonLd';
type QuoteForm = 'csv' | 'json' | 'tei' | 'jsonLd';

interface Speaker {
  text: string | null; start: number | null; end: number | null;
  entity: string | null; name: string | null; confidence: number; rule: string;
}
type Stance = 'asserted' | 'negated' | 'hypothetical' | 'denied';
type Sense = 'say' | 'announce' | 'claim' | 'insist' | 'admit' | 'deny' | 'warn' | 'ask' | 'demand' | 'promise' | 'predict'
  | 'suggest' | 'explain' | 'agree' | 'criticise' | 'praise' | 'name' | 'think' | 'feel';
interface Cue { text: string; start: number; end: number }
interface Quotation {
  id: string; article: string; block: number; kind: QuotationKind; text: string; spans: Span[];
  cue: Cue | null; speaker: Speaker | null;
  stance: Stance; sense: Sense | null; thought: boolean;
  /** Who heard it, where it appeared, when it was said: words of the text. */
  addressee: Cue | null; medium: Cue | null; time: Cue | null;
  /** The quotation by the same speaker that holds all its words: fragments inside a reported clause. */
  within: string | null;
}
interface DateStatement {
  from: string | null; to: string | null; precision: Precision; inferredFrom: string | null;
  article: string; block: number; start: number; end: number; text: string; sentence: Span;
  /** Dates of one event have the same number; conflicts are events told in the same words with other dates. */
  event: number | null; conflicts: number[];
}
/** A time of day in minutes after midnight, a sum, a share or a quantity; the unit of a time is its zone, if it has one. */
interface Figure {
  kind: FigureKind; value: number; unit: string;
  article: string; block: number; start: number; end: number; text: string;
}

type GroupKind = 'statement' | 'title' | 'topic';
interface GroupMember {
  article: string; block: number; start: number; end: number; text: string; spans: Span[]; sentence: Span; shared: Span[];
  quote: string | null; quoteKind: QuotationKind | null; speaker: Speaker | null;
}
interface Difference { kind: 'figures' | 'dates' | 'negation'; readings: { member: number; start: number; end: number; text: string }[] }
interface StatementGroup {
  id: string; kind: GroupKind; label: string; about: string | null; articles: number;
  members: GroupMember[]; centre: number; earliest: number | null; differences: Difference[];
}
/** A part of an alignment: where it stands in the base and in the other wording. */
interface Part { kind: 'shared' | 'leftOut' | 'added' | 'moved'; base: Span | null; other: Span | null }
interface GroupDetail { group: StatementGroup; base: number; alignments: Part[][] }
interface Place { article: string; block: number; start: number; end: number; text: string }
interface SharedPassage { words: number; omitted: number; first: Place; second: Place; alignment: Part[] }
interface ComparisonCell { article: string; places: Span[]; words: number; share: number }
type RowKind = 'speaker' | 'name' | 'date' | 'figure' | 'group';
interface ComparisonRow { kind: RowKind; id: string | null; label: string; entityKind: EntityKind | null; cells: ComparisonCell[] }
interface Comparison { articles: { id: string; words: number }[]; rows: ComparisonRow[]; points: StatementGroup[]; omitted: { about: string; label: string; articles: number; sentences: number }[] }

interface EntityFilter { kind?: EntityKind; article?: string; query?: string }
interface ReferenceFilter { article?: string; entity?: string }
interface QuotationFilter { speaker?: string; article?: string; kind?: QuotationKind; query?: string }

/** A value of an article in the import report; rule and text are null when it is given. */
interface ReportedValue { value: string; given: boolean; rule: string | null; text: string | null }
type GivenField = 'title' | 'publisher' | 'author' | 'published';
/** What was done to an article on its way in. */
interface ReportRow extends Record<GivenField | 'place' | 'updated' | 'kind' | 'language', ReportedValue | null> {
  id: string; file: string | null; address: string | null; format: string;
  encoding: { name: string; how: 'mark' | 'valid' | 'declared' | 'detected' | 'fixed'; confidence: number; malformed: number } | null;
  doubted: { field: Field; value: string; rule: string; text: string }[];
  repairs: { rule: string; count: number }[]; removed: { reason: string; count: number }[];
  gaps: number; words: number; warnings: string[];
}
type GivenValues = Partial<Record<GivenField, string>>;

/** The questions a corpus answers. */
interface Engine {
  articles(): Meta[];
  article(id: string): Article | null;
  raw(id: string): string | null;
  search(query: string, options?: SearchOptions): Answer;
  suggest(prefix: string, limit?: number): Suggestion[];
  concordance(query: string, options?: ConcordanceOptions): Concordance;
  collocations(query: string, options?: CollocationOptions): Collocations;
  entities(filter?: EntityFilter): Entity[];
  entity(id: string): EntityDetail | null;
  mentions(article: string): Mention[];
  references(filter?: ReferenceFilter): Reference[];
  quotes(filter?: QuotationFilter): Quotation[];
  timeline(filter?: { article?: string; events?: boolean }): DateStatement[];
  groups(filter?: { articles?: string[]; article?: string; speaker?: string; kind?: GroupKind }): StatementGroup[];
  group(id: string, options?: { articles?: string[]; base?: number }): GroupDetail | null;
  shared(options?: { min?: number; articles?: string[] }): SharedPassage[];
  compare(options?: { articles?: string[] }): Comparison;
  figures(filter?: { article?: string; kind?: FigureKind }): Figure[];
  report(): ReportRow[];
  decisions(): DecisionDetail[];
  graph(options?: GraphOptions): Graph;
}
interface Received {
  id: string; title?: string | null; text: string;
  publisher?: string | null; author?: string | null; published?: string | null;
}
/** What changes a corpus. */
interface Changes {
  append(bytes: Uint8Array): void;
  remove(ids: string[]): void;
  give(id: string, values: GivenValues): void;
  decide(decision: DecisionInput): DecisionDetail;
  undo(id: string): void;
  addDecisions(text: string): void;
}
/** What a corpus writes down. */
interface Written {
  decisionsText(): string;
  graphText(form: GraphForm, options?: GraphOptions): string;
  mentionsText(form: MentionForm): string;
  quotesText(form: QuoteForm, filter?: QuotationFilter): string;
}
/** What the console sees as `corpus`. */
interface PageCorpus extends Engine, Changes, Written {
  ready: Promise<PageCorpus>;
  version: string | null;
  /** What can be asked, a line a question. */
  help(): string;
  save(): Uint8Array<ArrayBuffer>;
  open(bytes: Uint8Array, options?: { decisions?: string }): WasmCorpus;
  fromArticles(articles: Received[], options?: { analyze?: boolean; normalize?: boolean; decisions?: string }): WasmCorpus;
  /** Reads files, as if they were dropped on the page. */
  read(files: Iterable<File | { name: string; bytes: BlobPart }>): Promise<Import>;
}

/** The glue of the engine, a global of the page. */
interface WasmCorpus extends Engine, Changes, Written { save(): Uint8Array<ArrayBuffer>; help(): string; free(): void; readonly version: string }
interface Glue {
  (options: { module_or_path: BufferSource }): Promise<unknown>;
  Corpus: {
    open(bytes: Uint8Array, options?: object): WasmCorpus;
    fromArticles(articles: Received[], options?: object): WasmCorpus;
  };
  Reader: new () => {
    add(name: string, bytes: Uint8Array): number;
    addPasted(text: string, markup: string): number;
    refuse(name: string, message: string): void;
    /** Whether a file was added that only the reader of all formats reads. */
    readonly needsReaders: boolean;
    free(): void;
    finish(): { articles: Received[]; refused: Refusal[] };
  };
}
declare const wasm_bindgen: Glue;
/** In the worker, each glue has a name of its own. */
declare const engineGlue: Glue;
declare const readerGlue: Glue;
interface Window { corpus: PageCorpus }

/** Something that may hold articles. */
/** What is read; with `markup`, even empty, it was pasted, and `blob` is its plain text. */
interface Source { name: string; blob: Blob; markup?: string }
/** What a worker is handed. */
interface WorkOrder { engine: Uint8Array<ArrayBuffer>; files: Source[] }
/** How far a worker is; `name` is null once all is read and the articles are cleaned. */
interface Stage { done: number; total: number; name: string | null; articles: number | null }
/** Why files, entries or lines were not read, and how many; the message names the first of them. */
interface Refusal { code: string; message: string; count: number }
/** What came of reading files. */
interface Import { articles: string[]; refused: Refusal[] }
interface LibraryState {
  /** What is being read. */
  stage: Stage | null;
  /** What the last import refused, and the articles it added. */
  refused: Refusal[]; added: string[];
  /** What happened last, in a sentence; empty when there is nothing to say. */
  said: string;
  /** Articles that the page has from the beginning and that are not here now. */
  missing: number;
  isUnsaved: boolean; canUndo: boolean;
}
/** What can be done with the articles of the page. */
interface Library {
  readonly state: LibraryState;
  /** Of all articles, in their order. */
  ids(): string[];
  add(files: Source[]): Promise<Import>;
  stop(): void;
  remove(ids: string[]): void;
  /** Takes the last removal back. */
  undo(): void;
  give(id: string, values: GivenValues): void;
  restore(): Promise<void>;
  savePage(): Promise<void>;
  saveCorpus(): void;
  /** Calls back whenever the state changes, until there is another listener. */
  listen(listener: () => void): void;
}

/** Deciding about names; what is refused comes back in words, empty when it was done. */
interface Decisions {
  decide(decision: DecisionInput): string;
  undo(id: string): string;
  /** Adds the decisions of a file. */
  load(blob: Blob): Promise<string>;
  save(): void;
}
/** Downloads for other programs. */
interface Exports {
  /** The graph of names, or all mentions. */
  names(form: GraphForm | MentionForm): void;
  quotes(form: QuoteForm, filter: QuotationFilter): void;
}

/** How answers are shown: passages, the lines of a concordance, or collocations. */
type Mode = 'passages' | 'lines' | 'collocations';
/** What the address asks for; see ui/route.js. */
interface Route {
  /** The name of a view. */
  view: string; q: string; id: string | null; open: string | null; at: Span | null;
  layers: string[] | null; publisher: string | null; kind: string | null; author: string | null;
  date: string | null; entity: string | null; speaker: string | null;
  article: string | null; mode: Mode; sort: string | null; shown: number;
  /** Whether the lines of each outlet stand together. */
  group: boolean;
  /** How many words on each side are near a match, and how often a word must stand there; null for the usual. */
  window: number | null; least: number | null;
  /** Whether words like "the" are among the collocates. */
  stops: boolean;
  /** Whether the editor of an entity is open. */
  edit: boolean;
  /** The articles that are compared; null for all. */
  selected: string[] | null;
  /** The wording that the others are set against; null for the one most alike to all. */
  base: number | null;
}
/** A part of an address: its parameter, its value where the address does not say, and how a value is read and written. */
interface AddressPart<T> { parameter: string; blank: T; read(values: string[]): T; write(value: T): string[] }
type Navigate = (change: Partial<Route>, how?: { replace?: boolean; keepFocus?: boolean }) => void;
/** What a view is given besides its place. */
interface Desk {
  engine: Engine; navigate: Navigate; announce(words: string, isSeen?: boolean): void;
  card: Card; library: Library; decisions: Decisions; exports: Exports;
}
interface Card { show(anchor: HTMLElement, entity: string, how: string, said?: string): void; hideSoon(): void; hide(): boolean }
type View = (root: HTMLElement, route: Route, desk: Desk) => void;
/** A view, as the registry lists it. */
interface ViewDefinition {
  /** The first step of its address. */
  name: string;
  /** What the navigation calls it. */
  label: string;
  /** What the rest of the path names: something in the list, or the article that is open, which then has the page for itself. */
  path: 'id' | 'open';
  /** The parts of its address beside those that all have. */
  parts: Record<string, AddressPart<any>>;
  /** The title of the page, if it is more than the label. */
  title?(route: Route): string;
  /** What a person sees as a page of its own: it begins at the top. */
  section?(route: Route): string | null;
  /** The entity that the reader marks. */
  sought?(route: Route): string | null;
  /** What leads back from the reader. */
  back?: string;
  draw: View;
}
