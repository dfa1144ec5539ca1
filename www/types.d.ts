// What enters and leaves the engine, for the type checker alone; never shipped.
// Offsets are UTF-16 units of an article's text, end exclusive.

/// <reference path="../target/engine/page/corpus_explorer.d.ts" />

// The shapes are those that the engine declares as it is built; here they have the names that the page calls them by.

type Span = wasm_bindgen.Range;
type EntityKind = wasm_bindgen.EntityKind;
type MentionKind = wasm_bindgen.MentionKind;
type QuotationKind = wasm_bindgen.QuotationKind;
type BlockKind = wasm_bindgen.BlockKind;
type FigureKind = wasm_bindgen.FigureKind;
type Field = wasm_bindgen.Field;

type Meta = wasm_bindgen.ArticleSummary;
type Article = wasm_bindgen.ArticleView;
type Block = wasm_bindgen.BlockView;
type Evidence = wasm_bindgen.EvidenceView;
type Claim = wasm_bindgen.ClaimView;
type Removal = wasm_bindgen.RemovalView;
type Repair = wasm_bindgen.RepairView;
type Gap = wasm_bindgen.GapView;

type SearchOptions = wasm_bindgen.SearchOptions;
type SearchFilter = wasm_bindgen.SearchFilter;
type Remark = wasm_bindgen.RemarkView;
type Snippet = wasm_bindgen.SnippetView;
type Passage = wasm_bindgen.PassageView;
type Hit = wasm_bindgen.HitView;
type Explanation = wasm_bindgen.ExplanationView;
type FacetValue = wasm_bindgen.FacetValue;
/** The facets that a search is narrowed by. */
type FacetField = Exclude<keyof wasm_bindgen.Facets, 'article'>;
type Step = wasm_bindgen.Step;
type Bar = wasm_bindgen.Bar;
type Histogram = wasm_bindgen.Histogram;
type Answer = wasm_bindgen.SearchAnswer;
type Suggestion = wasm_bindgen.Suggestion;
type ConcordanceOptions = wasm_bindgen.ConcordanceOptions;
type Line = wasm_bindgen.LineView;
type Group = wasm_bindgen.GroupView;
type Concordance = wasm_bindgen.Concordance;
type CollocationOptions = wasm_bindgen.CollocationOptions;
type Collocate = wasm_bindgen.CollocateView;
type Collocations = wasm_bindgen.Collocations;

type Alias = wasm_bindgen.AliasView;
type Entity = wasm_bindgen.EntitySummary;
type Occurrence = wasm_bindgen.Occurrence;
type Mention = wasm_bindgen.AnalyzedMention;
type Reference = wasm_bindgen.ReferenceView;
type Role = wasm_bindgen.RoleView;
type EntityDetail = wasm_bindgen.EntityView;

type Quoted = wasm_bindgen.QuotedView;
type Address = wasm_bindgen.AddressView;
type DecisionInput = wasm_bindgen.Decision;
type DecisionDetail = wasm_bindgen.DecisionView;
type GraphOptions = wasm_bindgen.GraphOptions;
type Graph = wasm_bindgen.GraphView;
type GraphForm = wasm_bindgen.GraphForm;
type MentionForm = wasm_bindgen.MentionForm;
type QuoteForm = wasm_bindgen.QuoteForm;

type Speaker = wasm_bindgen.SpeakerView;
type Stance = wasm_bindgen.Stance;
type Sense = wasm_bindgen.Sense;
type Cue = wasm_bindgen.CueView;
type Overview = wasm_bindgen.Overview;
type Quotation = wasm_bindgen.QuoteView;
type QuotationKindCount = wasm_bindgen.QuotationKindCount;
type SpeakerSummary = wasm_bindgen.SpeakerSummary;
type SpeakerList = wasm_bindgen.SpeakerList;
type DateStatement = wasm_bindgen.DateView;
type Figure = wasm_bindgen.FigureView;

type GroupKind = wasm_bindgen.GroupKind;
type GroupMember = wasm_bindgen.MemberView;
type Difference = wasm_bindgen.DifferenceView;
type StatementGroup = wasm_bindgen.StatementGroup;
type Part = wasm_bindgen.PartView;
type GroupDetail = wasm_bindgen.GroupDetail;
type Place = wasm_bindgen.PlaceView;
type SharedPassage = wasm_bindgen.SharedPassage;
type ComparisonCell = wasm_bindgen.ComparisonCell;
type RowKind = wasm_bindgen.RowKind;
type ComparisonRow = wasm_bindgen.ComparisonRow;
type Comparison = wasm_bindgen.Comparison;

type EntityFilter = wasm_bindgen.EntityFilter;
type ReferenceFilter = wasm_bindgen.ReferenceFilter;
type QuotationFilter = wasm_bindgen.QuoteFilter;
type SpeakerFilter = wasm_bindgen.SpeakerFilter;
type TimelineFilter = wasm_bindgen.TimelineFilter;
type ArticleFilter = wasm_bindgen.ArticleFilter;
type RelatedFilter = wasm_bindgen.RelatedFilter;
type Story = wasm_bindgen.StoryView;

type ReportedValue = wasm_bindgen.ReportedValue;
type GivenField = 'title' | 'publisher' | 'author' | 'published';
type ReportRow = wasm_bindgen.ReportRow;
type GivenValues = wasm_bindgen.GivenValues;
type Received = wasm_bindgen.Article;

/** A corpus of the engine: the class that it declares. */
type WasmCorpus = wasm_bindgen.Corpus;
/** The questions a corpus answers. */
type Engine = Pick<WasmCorpus, 'overview' | 'ids' | 'articles' | 'summary' | 'article' | 'raw' | 'search' | 'suggest' | 'concordance' | 'collocations' | 'entities' | 'entity'
  | 'mentions' | 'references' | 'quotes' | 'speakers' | 'timeline' | 'stories' | 'duplicates' | 'figures' | 'report' | 'decisions' | 'decisionsText'> & Long;
/** An answer that may take long: `value` is there once it is known. */
interface Pending<T> extends Promise<T> { value?: T }
/** Asks what takes long; the signal gives the question up. */
type Ask = (name: string, given: any[], signal: AbortSignal) => Pending<any>;
/** The questions that the page answers in a worker where there are many articles. */
type Long = { [K in 'groups' | 'group' | 'shared' | 'compare' | 'graph' | 'graphText' | 'mentionsText' | 'quotesText']: (...given: Parameters<WasmCorpus[K]>) => Pending<ReturnType<WasmCorpus[K]>> };
/** What changes a corpus. */
type Changes = Pick<WasmCorpus, 'append' | 'remove' | 'give' | 'decide' | 'undo' | 'addDecisions'>;
/** What the console sees as `corpus`. */
interface PageCorpus extends Engine, Changes {
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
type Glue = typeof wasm_bindgen;
/** In the worker, each glue has a name of its own. */
declare const engineGlue: Glue;
declare const readerGlue: Glue;
interface Window { corpus: PageCorpus }

/** Something that may hold articles. */
/** What is read; with `markup`, even empty, it was pasted, and `blob` is its plain text. */
interface Source { name: string; blob: Blob; markup?: string }
/** A saved corpus whose articles join, and the file that it came in. With `omit`, all but these articles do, and its decisions are
 * left out. */
interface Pack { name: string; bytes: Uint8Array<ArrayBuffer>; omit?: string[] }
/** A change of the corpus: a function of {@link Changes}, and what it was given. */
interface Change { name: string; given: any[] }
/** What was done to a corpus: it was changed, or the saved corpora of one reading joined it. */
type Call = Change | { shards: Uint8Array<ArrayBuffer>[] };
/** What joins the articles of a saved corpus. */
interface Additions extends CorpusState { files: Source[]; packs: Pack[] }
/** What a worker is handed. */
interface WorkOrder extends Additions { engine: Uint8Array<ArrayBuffer> }
/** A question for a worker, with what it needs to have the corpus; the first comes with all of it. */
interface Questioning { engine?: Uint8Array<ArrayBuffer>; corpus?: Blob; calls: Call[]; question: Change }
/** Some of what joins, saved: articles just cleaned, which those of the next shard follow, or a saved corpus by itself. */
interface Shard { kind: 'shard' | 'pack'; bytes: Uint8Array<ArrayBuffer>; articles: number }
/** How a worker is stopped, and what it says while it works. */
interface WorkSigns { signal: AbortSignal; progress(stage: Stage): void; shard(shard: Shard): void }
/** What a worker makes of it: the whole corpus, saved; null if nothing joined it. */
interface WorkResult { saved: Uint8Array<ArrayBuffer> | null; refused: Refusal[] }
/** A corpus as a worker makes it: as it was saved, and what was done to it since. */
interface CorpusState { corpus: Blob; calls: Call[] }
/** The corpus of the page as a worker sees it. */
interface Snapshot {
  state(): CorpusState;
  /** The corpus of a state, or of now, saved in a worker. */
  saved(state?: CorpusState): Promise<Blob>;
  /** The state of now. From here on, changes are noted, so that `replace` keeps them. */
  take(): CorpusState;
  /** Forgets what was noted: nothing will be replaced. */
  drop(): void;
  /** Puts a saved corpus in the place of the corpus, with the changes since `take`. */
  replace(bytes: Uint8Array<ArrayBuffer>): void;
}
/** How far a worker is; `name` is null once all is read and the articles are cleaned. */
interface Stage { done: number; total: number; name: string | null; articles: number | null }
/** Why files, entries or lines were not read, and how many; the message names the first of them. */
interface Refusal { code: string; message: string; count: number }
/** What came of reading files. */
interface Import { articles: string[]; refused: Refusal[] }
/** Why storage does not do what is asked: the browser does not let the page keep anything, a newer page wrote there, there is no
 * room, another tab writes, it was deleted, it cannot be read, the passphrase is another, or anything else. */
type StorageRefusal = 'denied' | 'newer' | 'full' | 'taken' | 'gone' | 'damaged' | 'wrong' | 'failed';
/** What is noted of a collection beside its articles; times are milliseconds since 1970. */
interface CollectionRecord {
  id: string; name: string; created: number; changed: number;
  articles: number; bytes: number;
  /** The shape of what is in it. */
  format: number;
  /** What a passphrase is checked against; null without one. */
  padlock: import('./storage/cipher.js').Padlock | null;
  /** The tab that may write. */
  writer: string | null;
  /** When each page opened it last, by what tells pages apart. */
  opened: Record<string, number>;
  /** When it was deleted. */
  deleted: number | null;
}
/** A collection as it is listed: its size in bytes, and when it was changed, and opened by this page last (0: never). */
interface KeptCollection {
  id: string; name: string; articles: number; bytes: number; changed: number; openedAt: number;
  /** Whether it has a passphrase, and whether only a newer page can open it. */
  isSealed: boolean; isForeign: boolean;
}
/** What is kept of the articles of this tab. */
interface KeptState {
  /** Why nothing can be kept here; null if something can, or is being asked. */
  refused: StorageRefusal | null;
  isReady: boolean;
  /** Whether passphrases can be offered. */
  canSeal: boolean;
  collections: KeptCollection[];
  /** The collection that is open; without `isWriter`, another tab has it, and `isBehind` says that it has changed since. */
  current: { id: string; name: string; isWriter: boolean; isBehind: boolean } | null;
  /** Changes that are being written. */
  pending: number;
  /** When the last of them was, in milliseconds since 1970. */
  keptAt: number | null;
  /** Why the last was not; none after it is. */
  failure: StorageRefusal | null;
  /** The name that is offered with the question whether to keep the articles; null if it is not asked. */
  question: string | null;
  /** A collection that asks for its passphrase. */
  locked: { id: string; name: string; isWrong: boolean } | null;
  /** A collection (null: the articles of the page) that could not be opened, or that would take the place of what is neither kept nor saved. */
  unopened: { id: string | null; name: string; why: StorageRefusal | 'unsaved' } | null;
  /** A collection that was deleted and can come back. */
  deleted: { id: string; name: string; isCurrent: boolean } | null;
  /** How much of the room for this page is taken, in bytes. */
  room: { used: number; all: number } | null;
  /** Which pages share what is kept: those of a site, all that are opened from disk, or those opened from the path of this one. */
  sharing: 'site' | 'disk' | 'file';
}
/** What can be done about keeping. */
interface Keeping {
  readonly state: KeptState;
  keep(name: string, passphrase: string): Promise<void>;
  /** Asks whether to keep the articles. */
  ask(): void;
  /** Takes the question away, and does not come back to it by itself. */
  decline(): void;
  /** What was not opened stays closed. */
  stay(): void;
  open(id: string, how?: { passphrase?: string; isSure?: boolean }): Promise<void>;
  /** Goes on with the articles of the page, or without a passphrase. */
  close(how?: { isSure?: boolean }): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  undoRemove(): Promise<void>;
  forget(): Promise<void>;
  /** Tries again to keep everything; what was deleted makes room. */
  retry(): Promise<void>;
  /** Calls back whenever the state changes, until there is another listener. */
  listen(listener: () => void): void;
}
interface LibraryState {
  /** What is being read. */
  stage: Stage | null;
  /** What the last import refused, and the articles it added. */
  refused: Refusal[]; added: string[];
  /** What happened last, in a sentence; empty when there is nothing to say. */
  said: string;
  /** Articles that the page has from the beginning and that are not here now. */
  missing: number;
  /** Whether something would be lost with this tab: neither kept nor saved. */
  isUnsaved: boolean; canUndo: boolean;
  /** How many articles of the import going on are kept by now. */
  kept: number;
  /** The file that was saved last, and when, in milliseconds since 1970; whether it can be written over, and whether anything
   * has changed since. */
  saved: { name: string; at: number; isOpen: boolean; isBehind: boolean } | null;
}
/** What can be done with the articles of the page. */
interface Library {
  readonly state: LibraryState;
  /** Of all articles, in their order. */
  ids(): string[];
  add(files: Source[]): Promise<Import>;
  stop(): void;
  remove(ids: string[]): Promise<void>;
  /** Takes the last removal back. */
  undo(): Promise<void>;
  /** Throws what is refused at once; the promise is kept when it is done. */
  give(id: string, values: GivenValues): Promise<void>;
  restore(): Promise<void>;
  savePage(): Promise<void>;
  saveCorpus(): Promise<void>;
  /** Writes over the file that was saved last. */
  saveAgain(): Promise<void>;
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
  names(form: GraphForm | MentionForm): Promise<void>;
  quotes(form: QuoteForm, filter: QuotationFilter): Promise<void>;
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
  /** An article of the story that is compared. */
  story: string | null;
  /** Whether copies are listed too. */
  copies: boolean;
  /** The wording that the others are set against; null for the one most alike to all. */
  base: number | null;
}
/** A part of an address: its parameter, its value where the address does not say, and how a value is read and written. */
interface AddressPart<T> {
  parameter: string;
  /** The name that the parameter had before, in links that were saved then. */
  formerly?: string;
  blank: T; read(values: string[]): T; write(value: T): string[];
}
type Navigate = (change: Partial<Route>, how?: { replace?: boolean; keepFocus?: boolean }) => void;
/** What a view is given besides its place. */
interface Desk {
  engine: Engine; navigate: Navigate; announce(words: string, isSeen?: boolean): void;
  card: Card; library: Library; keeping: Keeping; decisions: Decisions; exports: Exports;
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
  /** Those of its parts that narrow a search, each to a value, letter for letter. */
  filters?: ('publisher' | 'kind' | 'author' | 'date' | 'entity' | 'speaker')[];
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
