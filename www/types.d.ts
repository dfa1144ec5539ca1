// What enters and leaves the engine, for the type checker alone; never shipped.
// Offsets are UTF-16 units of an article's text, end exclusive.

type Span = [number, number];

type EntityKind = 'person' | 'organisation' | 'place' | 'document' | 'event' | 'publication';
type MentionKind = EntityKind | 'nationality';
type QuotationKind = 'direct' | 'mixed' | 'indirect';
type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'caption' | 'meta';
type Precision = 'day' | 'month' | 'year' | 'season' | 'unknown';
type Field = 'title' | 'publisher' | 'author' | 'published' | 'updated';

interface Meta {
  id: string; title: string | null; publisher: string | null; author: string | null;
  published: string | null; updated: string | null; kind: string | null; language: string | null;
  words: number; gaps: number; repairs: number;
}
interface Block { kind: BlockKind; level: number; start: number; end: number }
interface Evidence { rawStart: number; rawEnd: number; text: string; rule: string }
interface Removal { rawStart: number; rawEnd: number; text: string; reason: string }
interface Repair {
  start: number; end: number; rawStart: number; rawEnd: number;
  before: string; after: string; rule: string; confidence: number;
}
interface Gap { at: number; before: string; after: string; rule: string; confidence: number }
interface Article extends Omit<Meta, 'gaps' | 'repairs'> {
  text: string; blocks: Block[]; sentences: Span[]; evidence: Partial<Record<Field, Evidence | null>>;
  removed: Removal[]; repairs: Repair[]; gaps: Gap[];
}

interface SearchOptions {
  limit?: number; offset?: number; sort?: 'relevance' | 'date'; by?: 'article' | 'passage';
  snippets?: boolean; facets?: boolean;
}
interface Remark { code: string; text: string; from: string | null; to: string | null }
interface Snippet { text: string; marks: Span[] }
interface Passage { block: number; start: number; end: number; marks: Span[]; snippet: Snippet | null }
interface Hit { article: string; score: number; passages: Passage[] }
interface FacetValue { value: string | null; count: number }
type FacetField = 'publisher' | 'kind' | 'month';
interface Answer {
  query: string; remarks: Remark[]; suggestion: string | null; total: number; hits: Hit[];
  facets: Record<FacetField, FacetValue[]> | null;
}
interface Suggestion { text: string; kind: string; count: number }
interface ConcordanceOptions { window?: number; sort?: 'position' | 'left' | 'right'; limit?: number }
interface Line { article: string; block: number; start: number; end: number; left: string; node: string; right: string }
interface Concordance { total: number; lines: Line[] }

interface Alias { text: string; kind: MentionKind; count: number }
interface Entity {
  id: string; name: string; kind: EntityKind; aliases: Alias[]; mentions: number;
  articles: { article: string; count: number }[];
}
interface Occurrence { article: string; start: number; end: number; text: string; kind: MentionKind; confidence: number }
interface Mention { start: number; end: number; text: string; kind: MentionKind; entity: string | null; name: string | null }
interface Role { text: string; article: string; start: number; end: number }
interface EntityDetail extends Entity {
  occurrences: Occurrence[]; with: { id: string; name: string; count: number }[];
  roles: Role[]; quotes: string[];
}

interface Speaker {
  text: string | null; start: number | null; end: number | null;
  entity: string | null; name: string | null; confidence: number; rule: string;
}
interface Quotation {
  id: string; article: string; block: number; kind: QuotationKind; text: string; spans: Span[];
  cue: { text: string; start: number; end: number } | null; speaker: Speaker | null;
  /** The quotation by the same speaker that holds all its words: fragments inside a reported clause. */
  within: string | null;
}
interface DateStatement {
  from: string | null; to: string | null; precision: Precision; inferredFrom: string | null;
  article: string; block: number; start: number; end: number; text: string; sentence: Span;
}

interface EntityFilter { kind?: EntityKind; article?: string; query?: string }
interface QuotationFilter { speaker?: string; article?: string; kind?: QuotationKind; query?: string }

/** The questions a corpus answers. */
interface Engine {
  articles(): Meta[];
  article(id: string): Article | null;
  search(query: string, options?: SearchOptions): Answer;
  suggest(prefix: string, limit?: number): Suggestion[];
  concordance(query: string, options?: ConcordanceOptions): Concordance;
  entities(filter?: EntityFilter): Entity[];
  entity(id: string): EntityDetail | null;
  mentions(article: string): Mention[];
  quotes(filter?: QuotationFilter): Quotation[];
  timeline(filter?: { article?: string }): DateStatement[];
}
interface Received {
  id: string; title?: string | null; text: string;
  publisher?: string | null; author?: string | null; published?: string | null;
}
/** What the console sees as `corpus`. */
interface PageCorpus extends Engine {
  ready: Promise<PageCorpus>;
  version: string | null;
  /** What can be asked, a line a question. */
  help(): string;
  save(): Uint8Array;
  open(bytes: Uint8Array): Engine & { save(): Uint8Array };
  fromArticles(articles: Received[], options?: { analyze?: boolean; normalize?: boolean }): Engine & { save(): Uint8Array };
}

/** The glue of the engine, a global of the page. */
interface WasmCorpus extends Engine { save(): Uint8Array; help(): string; readonly version: string }
interface Glue {
  (options: { module_or_path: BufferSource }): Promise<unknown>;
  Corpus: {
    embedded?(): WasmCorpus;
    open(bytes: Uint8Array): WasmCorpus;
    fromArticles(articles: Received[], options?: object): WasmCorpus;
  };
}
declare const wasm_bindgen: Glue;
interface Window { corpus: PageCorpus }

type ViewName = 'search' | 'read' | 'voices' | 'names' | 'timeline';
/** What the address asks for; see route.js. */
interface Route {
  view: ViewName; q: string; id: string | null; open: string | null; at: Span | null;
  layers: string[] | null; publisher: string | null; kind: string | null; month: string | null;
  article: string | null; mode: 'passages' | 'lines'; sort: string | null; shown: number;
}
type Navigate = (change: Partial<Route>, how?: { replace?: boolean; keepFocus?: boolean }) => void;
/** What a view is given besides its place. */
interface Desk { engine: Engine; navigate: Navigate; announce(words: string, isSeen?: boolean): void; card: Card }
interface Card { show(anchor: HTMLElement, entity: string, how: string): void; hideSoon(): void; hide(): boolean }
type View = (root: HTMLElement, route: Route, desk: Desk) => void;
