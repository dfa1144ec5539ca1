/**
 * What does the page say? Every text of the interface that a person reads, by the place where it stands and by key; texts
 * with numbers or names are functions, and `{}` stands for an element. A translation is a file of the same shape. Pure.
 */

/** How numbers are written. */
const locale = 'en';

/** A format is made once for each number of digits, as making one costs far more than using it. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} value @param {number} [least] digits after the point, at least @param {number} [most] and at the most */
export function number(value, least = 0, most = least) {
  const key = `${least}–${most}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format.format(value);
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A share. @param {number} share 0 to 1 @param {number} [digits] */
export function percent(share, digits = 0) {
  return `${(share * 100).toFixed(digits)}%`;
}

/** @param {string} noun */
const a = (noun) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
/** @param {string[]} parts */
const list = (parts) => parts.join(', ');
/** @param {number} count */
const unread = (count) => counted(count, 'file or entry', 'files or entries');

export const frame = {
  skip: 'Skip to results',
  fieldlabel: 'Search the articles',
  field: { placeholder: 'words, "a phrase", prefix*, -exclude' },
  keys: { 'aria-label': 'Help and keyboard shortcuts', title: 'Help and keyboard shortcuts' },
  views: { 'aria-label': 'Views' },
  list: { 'aria-label': 'Results', 'data-wait': 'Loading the articles …' },
  reader: { 'aria-label': 'Reader' },
  card: { 'aria-label': 'About this name' },
  notice: { 'aria-label': 'About your collection' },
};

export const failure = {
  title: 'The page could not start',
  happened: 'What happened. ',
  safe: 'Nothing is lost. ', safeText: 'The articles are in this file, unchanged, and nothing was sent anywhere.',
  advice: 'What to do. ',
  adviceText: 'Open the file in a current browser (Chromium or Edge 114, Firefox 125, Safari 17, or later). If the browser is current, download or build the file again: it may be incomplete.',
};

/** Codes stand in backquotes. */
export const help = {
  title: 'Help', close: 'Close',
  keys: 'Keyboard shortcuts',
  keyRows: [
    ['`/`', 'Go to the search field'],
    ['`j` `k` or `↓` `↑`', 'Next or previous result'],
    ['`Enter`', 'Open the result at its sentence'],
    ['`[` `]`', 'Previous or next mention in the reader'],
    ['`c`', 'Copy the highlighted sentence, or the result, with its citation'],
    ['`Ctrl` `V`', 'Outside a text field: add the copied text or files as articles'],
    ['`Esc`', 'One step back: card, reader, list, search field'],
    ['`?`', 'Show this help'],
  ],
  syntax: 'Search syntax',
  syntaxRows: [
    ['`arms export`', 'Either word; passages with both rank first. Other forms of a word match too'],
    ['`"security council"`', 'These words in this order'],
    ['`"arms pact"~3`', 'With up to three other words in between'],
    ['`treaty NEAR/5 Moscow`', 'At most five words apart, in any order'],
    ['`missile AND satellite`', 'Both words; `OR`, `NOT` and `( )` work too'],
    ['`+treaty -defence`', 'Must contain the first word, must not contain the second'],
    ['`sanction*`', 'Words starting with “sanction”'],
    ['`Stoltenburg~`', 'Words spelled similarly'],
    ['`title:pact`', 'In the headline; also `publisher:`, `author:`, `kind:`'],
    ['`in:caption`', 'In one kind of text: `title`, `heading`, `paragraph`, `item`, `caption`'],
    ['`speaker:putin`', 'In what a person said; `cue:warned` selects by the reporting verb'],
    ['`entity:"north korea"`', 'Where this entity is mentioned, under any of its names'],
    ['`date:2024-06`', 'By year, month or day; `date:2024-06-01..2024-06-30` or `date:2024-06..` for a range'],
  ],
  terms: [
    ['direct, mixed, indirect', 'whole sentences in quotation marks; quoted words within the reporter’s sentence; reported speech without quotation marks'],
    ['gap', 'words missing in the source when it was collected; nothing is filled in'],
    ['repair', 'damaged characters that were repaired; the note beside the text shows before → after'],
    ['unknown', 'not stated in the text; nothing is guessed'],
  ],
  notes: [
    'Put a phrase after a field in quotation marks: `publisher:"The Globe"`. Results are shown as passages, as a concordance (one match per line) or as collocations (words that occur near a match more often than expected by chance).',
    'Click a sentence to highlight it; the address then points to that sentence. In the console, `corpus.help()` lists all functions.',
  ],
};

/** What several views say. */
export const common = {
  waiting: 'One moment …',
  articles: (/** @type {number} */ n) => counted(n, 'article'),
  words: (/** @type {number} */ n) => counted(n, 'word'),
  mentions: (/** @type {number} */ n) => counted(n, 'mention'),
  mentionsIn: (/** @type {number} */ n, /** @type {number} */ articles) => `${counted(n, 'mention')} in ${counted(articles, 'article')}`,
  matches: (/** @type {number} */ n) => counted(n, 'match', 'matches'),
  quotations: (/** @type {number} */ n) => counted(n, 'quotation'),
  more: 'Show more',
  shown: (/** @type {number} */ n, /** @type {number} */ of) => ` ${number(n)} of ${number(of)} shown`,
  others: (/** @type {number} */ n) => `and ${number(n)} more`,
  removeFilter: (/** @type {string} */ name) => `${name}, remove this filter`,
  undo: 'Undo',
  by: (/** @type {string} */ author) => `by ${author}`,
  exports: 'Export', exported: 'Saved to your downloads',
  copied: 'Copied with citation', notCopied: 'The browser blocked copying',
  describedAs: 'Described as',
  uncertain: ' · uncertain',
  inferred: (/** @type {string} */ from) => `inferred from ${from}`,
  rule: (/** @type {string} */ rule) => `rule: ${rule}`,
  attributed: (/** @type {string} */ rule) => `attributed by rule: ${rule}`, unattributed: 'the text does not name a speaker',
  observed: 'Observed', expected: 'Expected', likelihood: 'Log-likelihood',
};

export const label = {
  unknownOutlet: 'unknown outlet', unknownArticle: 'unknown article',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  updated: (/** @type {string} */ day) => `updated ${day}`, noDate: 'no date', unknownDate: 'unknown date',
  sureness: { sure: 'certain', likely: 'likely', uncertain: 'uncertain' },
  meaning: (/** @type {string} */ text, /** @type {string} */ name, /** @type {string} */ sureness, /** @type {number} */ confidence) =>
    `“${text}” refers to ${name}: ${sureness}, ${percent(confidence)}`,
  paragraph: (/** @type {number} */ n) => `paragraph ${n}`,
  /** @type {Record<EntityKind, { one: string, many: string }>} */
  kinds: {
    person: { one: 'person', many: 'people' }, organisation: { one: 'organisation', many: 'organisations' },
    place: { one: 'place', many: 'places' }, document: { one: 'document', many: 'documents' }, event: { one: 'event', many: 'events' },
    publication: { one: 'publication', many: 'publications' }, work: { one: 'work', many: 'works' },
  },
};

export const theme = {
  change: (/** @type {string} */ now) => `Change theme (now: ${now})`, changed: (/** @type {string} */ now) => `Theme: ${now}`,
};

export const search = {
  label: 'Search',
  found: (/** @type {number} */ n, /** @type {number} */ articles) => (n ? `${counted(n, 'passage')} in ${counted(articles, 'article')}` : 'No passages'),
  said: (/** @type {string} */ found, /** @type {string} */ query) => `${found} for ${query}`,
  foundIn: 'Found in', compare: (/** @type {number} */ n, /** @type {number} */ of) => (n < of ? `Compare the ${n} with most passages` : `Compare these ${n}`), whole: 'Only as a whole article',
  order: 'Sort order', best: 'Best match', newest: 'Newest',
  copies: 'Copies', folded: 'Copies folded', unfolded: 'Copies listed', sameIn: (/** @type {number} */ n) => `The same in ${counted(n, 'copy', 'copies')}`,
  names: 'Names', wordHints: 'Words', phrases: 'Phrases',
  none: (/** @type {string} */ query) => (query ? `No results for “${query}”.` : 'No article matches these filters.'),
  suggestion: 'Did you mean {}?', widen: 'Clear all filters', fewer: 'Try fewer words, or the start of a word with an asterisk: sanction*',
  noMatch: (/** @type {string} */ query) => (query ? `No matches for “${query}”.` : 'Enter a query.'),
};

export const modes = { label: 'Show results as', passages: 'Passages', lines: 'Concordance', collocations: 'Collocations' };

export const filters = {
  further: 'Filter by author, name or speaker',
  fields: {
    publisher: { label: 'Outlet', none: 'unknown outlet' }, kind: { label: 'Kind', none: 'no kind' }, author: { label: 'Author', none: 'unknown author' },
    entity: { label: 'Mentions', none: 'mentions no one' }, speaker: { label: 'Quotes', none: 'quotes no one' },
  },
  passages: (/** @type {number} */ n) => counted(n, 'passage'),
  bars: (/** @type {Step} */ step) => `Passages by ${step}`,
  undated: (/** @type {number} */ n, /** @type {Step} */ step) => `${counted(n, 'passage')} without ${step === 'day' ? 'an exact date' : 'a date'}`,
};

export const concordance = {
  none: 'No matches',
  spread: (/** @type {number} */ n, /** @type {number} */ of, /** @type {string} */ rate) => `in ${number(n)} of ${counted(of, 'article')} · ${rate} per 1,000 words`,
  grouping: 'Group lines', ungrouped: 'No grouping', grouped: 'By outlet',
  sorting: 'Sort lines', orders: ['Text order', '1st left', '2nd left', '3rd left', '1st right', '2nd right', '3rd right'], custom: (/** @type {string} */ words) => `Words ${words}`,
  caption: 'Matches by outlet', columns: ['Outlet', 'Matches', 'Per 1,000 words', 'Articles', 'Words'],
  of: (/** @type {number} */ n, /** @type {number} */ all) => `${number(n)} of ${number(all)}`,
  advice: 'A concordance needs a word, a phrase in quotation marks, or a prefix such as sanction*.',
};

export const collocations = {
  found: (/** @type {number} */ n) => (n ? counted(n, 'collocate') : 'No collocates'),
  said: (/** @type {string} */ found, /** @type {string} */ query) => `${found} of ${query}`,
  near: (/** @type {number} */ n) => `words near ${counted(n, 'match', 'matches')}, more often than expected by chance`,
  window: 'Window', adjacent: 'Adjacent', within: (/** @type {number} */ n) => `Within ${n}`,
  least: 'Minimum frequency', once: 'Once', times: (/** @type {number} */ n) => `${n} times`,
  stops: 'Stop words', hideStops: 'Without stop words', showStops: 'With stop words',
  caption: 'Collocates', word: 'Word', before: 'Before', after: 'After', articles: 'Articles',
  none: 'No word occurs near the matches more often than expected by chance.', widen: 'Try a wider window, or a minimum frequency of one.',
  advice: 'Collocations need a word, a phrase in quotation marks, or a prefix such as sanction*.',
  key: 'Log-likelihood (G², Dunning 1993) measures how unlikely chance is as an explanation: by chance, 15 is reached once in 10,000. logDice (Rychlý 2008) measures how strong the association is, 14 at most, in small and large collections alike.',
};

export const start = {
  lead: 'Who said what, and how each source reports it',
  intro: (/** @type {string} */ size) => `${size}. Search their text, or start with a question; every answer opens at its sentence.`,
  articles: 'Articles', all: (/** @type {number} */ n) => `All ${counted(n, 'article')}`,
  stories: 'Stories', allStories: (/** @type {number} */ n) => `All ${counted(n, 'story', 'stories')}`,
  own: 'Add your own articles', ownHow: ': drop files anywhere on this page',
  say: (/** @type {string} */ name) => `What did ${name} say?`, names: (/** @type {string} */ name) => `What names does ${name} go by?`,
  happened: (/** @type {string} */ year) => `What happened in ${year}?`, lost: (/** @type {string} */ headline) => `What is missing from “${headline}”?`,
  privacy: 'Privacy', private: 'Nothing you type or read here leaves this computer: the articles and the engine are inside this one file.',
  check: 'How to check',
  checkHow: 'Open the network panel of your browser’s developer tools (F12) and use the page: no request appears. Or go offline: everything keeps working. The first lines of the file forbid all connections ({}).',
  empty: 'This page has no articles', emptyHow: 'Drop files or a folder anywhere on the page, or {}.', choose: 'choose them in the Library',
};

export const story = {
  articles: (/** @type {number} */ n, /** @type {number} */ copies) => (copies ? `${counted(n, 'article')}, ${number(copies)} of them ${copies === 1 ? 'a copy' : 'copies'}` : counted(n, 'article')),
  outlets: (/** @type {number} */ n) => `and ${counted(n, 'other')}`,
};

export const read = { label: 'Read', back: '← All articles', none: 'No articles', empty: 'This page has no articles. {}.', add: 'Add your own in the Library',
  repairs: (/** @type {number} */ n) => counted(n, 'repair'), gaps: (/** @type {number} */ n) => counted(n, 'gap') };

export const reader = {
  back: '← Back to results',
  fields: { title: 'Headline', publisher: 'Outlet', author: 'Author', place: 'Place', published: 'Published', updated: 'Updated' },
  evidence: 'Evidence for these details', unknown: 'unknown', given: 'entered by hand', sourceSays: '; the source says ', tag: (/** @type {string} */ tag) => `from ${tag}`,
  conflict: 'the source contradicts itself: ', unstated: 'not stated in the source',
  layers: 'Highlight in the text',
  /** @type {Record<import('./ui/article/layers.js').LayerName, string>} */
  layerNames: {
    quotes: 'Quotations', person: 'People', organisation: 'Organisations', place: 'Places', document: 'Documents', event: 'Events', publication: 'Publications',
    work: 'Works', references: 'Pronouns and descriptions', dates: 'Dates', figures: 'Figures', repairs: 'Repairs', gaps: 'Gaps',
  },
  blocks: { caption: 'Image', meta: 'Note' }, pin: (/** @type {number} */ n) => `Link to paragraph ${n}`,
  was: (/** @type {string} */ text) => `was “${text}”`, gap: 'words missing in the source', notes: 'Notes',
  copy: 'Copy with citation', link: 'Link to this sentence', unknownSpeaker: 'unknown speaker',
  times: (/** @type {number} */ n) => ` · ${n} times`, blanks: { none: 'nothing', fixed: 'no-break space', line: 'line break', space: 'space' },
  missing: 'words missing: ', figures: { time: 'time of day', money: 'amount', share: 'percentage', quantity: 'quantity' },
  removed: (/** @type {number} */ n) => `Left out: ${counted(n, 'piece')} of the source outside the article`,
  source: (/** @type {string[]} */ parts) => `Source: ${list(parts)}. `, file: (/** @type {string} */ id) => `File ${id}.`,
  notFound: 'Article not found', notFoundWhy: 'This page has no article with the ID “{}”. It may have been removed, or the page was built from another folder.', all: 'See all articles',
};

export const voices = {
  label: 'Voices',
  title: (/** @type {number} */ quotes, /** @type {number} */ speakers) => `${counted(quotes, 'quotation')}, ${counted(speakers, 'speaker')}`,
  nobody: 'Unknown or unnamed', kind: 'Kind of quotation', all: 'All kinds',
  /** @type {Record<QuotationKind, string>} */
  kinds: { direct: 'direct', mixed: 'mixed', indirect: 'indirect' },
  none: 'No quotations found.', showAll: 'Show all quotations', look: 'Try searching for “said”.',
  listed: 'The quotations listed here, with their speakers', every: 'All quotations with their speakers',
  forms: { csv: 'one per row, for a spreadsheet', json: 'a list of objects', tei: 'XML with speakers, paragraph by paragraph', jsonLd: 'JSON-LD' },
  byOutlet: 'Quotations by outlet', mentions: (/** @type {number} */ n) => `All ${counted(n, 'mention')}`,
  first: (/** @type {number} */ n, /** @type {number} */ of) => `The first ${n} of ${counted(of, 'quotation')}; choose a kind to see others.`,
  thought: 'thought', to: (/** @type {string} */ name) => `to ${name}`,
};

export const names = {
  label: 'Names', count: (/** @type {number} */ n) => counted(n, 'name'), kind: 'Kind of name', all: (/** @type {number} */ n) => `All ${number(n)}`,
  none: 'No names of this kind found.', showAll: 'Show all names',
  decisions: (/** @type {number} */ n) => (n ? counted(n, 'decision') : 'Decisions'), idle: (/** @type {number} */ n) => `, ${n} not applicable here`,
  noDecisions: 'None yet. Open a name to merge it with another, or to split, rename or ignore it. Decisions are listed here and can be undone.',
  download: 'Download decisions', load: 'Load decisions',
  pairs: 'Names mentioned together in at least two paragraphs', every: 'All mentions with their positions',
  forms: { csv: 'pairs, for a spreadsheet', graphml: 'for Gephi, yEd, NetworkX', json: 'names and pairs', conll: 'one token per line', jsonLd: 'JSON-LD' },
};

export const entity = {
  back: '← All names', notFound: 'Name not found', decided: 'It was changed by a decision:', notFoundWhy: 'This corpus has no name with this ID.',
  decisions: 'Decisions', forms: 'Forms of the name', references: 'Referred to as', quoted: (/** @type {number} */ n) => `Quoted ${counted(n, 'time')}`,
  positions: 'Position in each article', mentions: 'All mentions', together: 'Mentioned together with',
  caption: 'Names in the same paragraphs', name: 'Name', paragraphs: 'Paragraphs',
  key: (/** @type {number} */ n) => `Paragraphs that mention both, of ${number(n)}, and the number expected by chance. Log-likelihood (G², Dunning 1993) measures how unlikely chance is as an explanation; below zero, they occur together less often than expected. NPMI (Bouma 2009) is 0 for chance and 1 for names that occur only together.`,
};

export const editor = {
  title: 'Edit this name', name: 'Name', rename: 'Rename', noName: 'Enter at least one letter.', sameName: 'This is its name already.', kind: 'Kind',
  merge: 'Merge with', placeholder: 'Start typing a name', noOther: (/** @type {string} */ query) => `No other name contains “${query}”.`,
  firstOf: (/** @type {number} */ n) => `, the first ${n} shown; type more to narrow the list`, mergeInto: 'Merge into ',
  wrong: 'More than one entity, or not a name', choose: 'Select mentions to split off', ignore: 'Ignore this name',
  note: 'Each change is a decision: it is listed under Names, can be undone at any time, and is saved with the articles.',
  select: (/** @type {string} */ text) => `Select “${text}”`, selectSome: 'Select at least one mention below.',
  selected: (/** @type {number} */ n) => (n ? `${counted(n, 'mention')} selected` : 'Select the mentions of someone or something else.'), selection: 'Selected mentions',
  reading: 'All occurrences of ', newName: 'New name', split: 'Split off', ignoreSelected: 'Ignore selected', cancel: 'Cancel', unnamed: 'Without a new name, the fullest form is used.',
};

/** Decisions as sentences, and what came of them. */
export const decisions = {
  undo: (/** @type {string} */ sentence) => `Undo: ${sentence}`, idle: 'not applied: ',
  merge: '{} is the same as {}', rename: '{} is renamed {}', kind: (/** @type {string} */ noun) => `{} is ${a(noun)}`,
  split: (/** @type {number} */ n) => `${counted(n, 'mention')} of {} ${n === 1 ? 'refers' : 'refer'} to {} instead`,
  ignore: '{} is not a name', ignoreMentions: (/** @type {number} */ n) => `{} in ${counted(n, 'place')} is not a name`,
  merged: (/** @type {string} */ name) => `Merged into ${name}`, splitOff: (/** @type {string | null} */ name) => (name ? `Split off as ${name}` : 'Split off'),
  renamed: (/** @type {string | null} */ name) => `Renamed ${name}`, changed: (/** @type {string | null} */ noun) => (noun ? `Now ${a(noun)}` : 'Changed'), ignored: 'Ignored', undone: 'Undone',
  tooLarge: 'This file is too large to hold decisions. Nothing was changed.', added: (/** @type {number} */ n) => (n ? `${counted(n, 'decision')} added` : 'No new decisions'),
  refused: (/** @type {string} */ message) => `${capital(message)}. Nothing was changed.`,
};

export const card = { also: 'also ', next: 'Next mention', edit: 'Edit', ignore: 'Not a name' };

export const timeline = {
  label: 'Timeline', title: (/** @type {number} */ n) => counted(n, 'dated statement'),
  solid: ' stated or resolved ', hollow: ' uncertain, or inferred from another article', none: 'No dates found.', look: 'Try searching for a year.',
  published: 'Published on this day: ', updated: 'Updated on this day: ', together: (/** @type {number} */ n) => `${n} articles report this:`,
  otherwise: (/** @type {string[]} */ others) => ` · other dates: ${list(others)}`, unstated: ' · date not stated',
  caption: 'Timeline as a table', columns: ['Date', 'In the text', 'Precision', 'Article', 'Based on'], own: 'its own words and date', nothing: 'nothing',
};

export const compare = {
  label: 'Compare', kinds: 'Comparison', statements: 'Statements', points: 'Points', table: 'Table', shared: 'Shared passages',
  selected: (/** @type {number} */ n, /** @type {number} */ of) => (n === of ? `All ${counted(of, 'article')}` : `${n} of ${counted(of, 'article')}`),
  comparing: 'Comparing articles', stories: 'Stories', storyTitle: (/** @type {number} */ n) => (n ? counted(n, 'story', 'stories') : 'No stories'), ofStory: 'Story: ',
  storyNote: 'A story consists of articles that report one event: they are near in time and share rare names and words. Choose one to compare its articles.',
  noStories: 'No two articles report the same event.', limited: (/** @type {number} */ n, /** @type {number} */ of) => `The first ${number(n)} of ${number(of)} articles are compared. To compare others, select them below.`,
  all: 'Compare all', chooseOthers: 'To compare other articles, search for them and choose “Compare these” above the results.',
  pointTitle: (/** @type {number} */ n) => `${counted(n, 'point')} addressed by several articles`, statementTitle: (/** @type {number} */ n) => `${counted(n, 'statement')} reported by several articles`,
  elsewhere: 'The linked statement was not found, because other articles are compared here.',
  noPoints: 'No treaty, document or event is mentioned in two of these articles.', alone: 'Select at least two articles.', noStatements: 'No two of these articles report the same thing.',
  advice: 'Select other articles above, or see what each reports in the table.', sameTitle: 'same title', earliest: (/** @type {string} */ source, /** @type {string} */ day) => `earliest: ${source}, ${day}`,
  differences: { figures: 'Different figures', dates: 'Different dates', negation: 'Negated only in' }, saidBy: ' · said by ',
  base: 'The others are compared with this wording', against: 'Compare the others with this wording',
  tableTitle: (/** @type {number} */ n) => (n === 1 ? 'What 1 article reports' : `What ${counted(n, 'article')} report`), corner: 'Who and what',
  tableNote: 'Each number opens the first occurrence in the article. “—” marks what most of the others report and this one does not.',
  sections: { speaker: ['Quoted', 'words quoted'], name: ['Mentioned', 'mentions'], date: ['Dates', 'times'], figure: ['Figures', 'times'], group: ['Reported by several', 'passages'] },
  showAll: (/** @type {number} */ n) => `Show all ${number(n)}`, out: 'not reported here', none: 'none',
  sharedTitle: (/** @type {number} */ n, /** @type {number} */ words) => `${counted(n, 'passage')} of ${words} words or more shared by two articles`, length: 'Minimum length',
  noShared: (/** @type {number} */ words) => `No passage of ${words} words is shared by two of these articles.`, shorter: 'Choose a shorter minimum length above.',
  inCommon: (/** @type {number} */ words) => `${counted(words, 'word')} in common`,
};

export const library = {
  label: 'Library', back: '← Back to the library', none: 'No articles', empty: 'There are no articles here.', emptyHow: 'Choose files above, drop them on the page, or paste text.',
  drop: 'Drop to add these articles', own: 'Add your own articles. ', ownHow: 'Drop files or a folder anywhere on this page, or paste text with {} {}. They are read in this tab and stay on this computer.',
  files: 'Choose files', folder: 'Choose a folder', formats: 'Reads .txt, .md, .html, .docx, .pdf, .csv, .tsv, .json, .jsonl, a .zip of them, or a saved .cxpk.',
  paste: 'Paste text', text: 'Article text', placeholder: 'Paste the text of an article, headline first', addText: 'Add text', add: 'Add articles',
  updated: 'Updated', stop: 'Stop', joining: 'Adding the articles', cleaning: (/** @type {number} */ n, /** @type {number} */ kept) => `Cleaning and analysing ${counted(n, 'article')}${kept ? `; ${number(kept)} kept on this device` : ''}`,
  reading: (/** @type {number} */ n) => `Reading ${counted(n, 'file')}`, readingFile: (/** @type {number} */ n, /** @type {number} */ of, /** @type {string} */ name) => `Reading ${n} of ${counted(of, 'file')}: ${name}`,
  refused: 'Files not read', unread: (/** @type {number} */ n) => `${unread(n)} not read`, moreReasons: (/** @type {number} */ n) => `… and ${counted(n, 'more reason')}.`, safe: 'Your files are unchanged, and everything else listed here was read.',
  /** @type {Record<string, string>} */
  advice: {
    format: 'Save it in one of the formats above and add it again.', limit: 'Split it into smaller files and add those.', empty: 'If it is a scan, run text recognition (OCR) first.',
    json: 'Correct the line that the message names, and add the file again.', pack: 'Save it again from the page it came from.', file: 'Check that the file still exists and can be read, then add it again.',
    reader: 'Try again without this file, or add fewer files at once.',
  },
  savePage: 'Save as HTML', saveCorpus: 'Save corpus', restore: (/** @type {number} */ n) => `Restore ${counted(n, 'original article')}`, removeAll: 'Remove all', saveAgain: 'Save again', savedAs: (/** @type {string} */ name) => `Saved as ${name}`,
  savedToDownloads: (/** @type {string} */ name) => `Saved to your downloads as ${name}`, notSaved: (/** @type {string} */ why) => `Not saved: ${why}`,
  busy: 'Files are still being read. Wait, or stop reading first.', decisions: 'Decisions added; see Names', stopped: 'Stopped. Nothing was added.',
  removing: (/** @type {number} */ n) => `Removing ${counted(n, 'article')}`, updating: 'Updating the article',
  removed: (/** @type {number} */ n) => `${counted(n, 'article')} removed`, restoring: 'Restoring the articles', restored: 'Articles restored',
  outcome: (/** @type {number} */ n, /** @type {number} */ refused) => `${n ? counted(n, 'article') : 'No articles'} added${refused ? `, ${unread(refused)} not read` : ''}`,
};

/** A size in bytes. @param {number} bytes */
const size = (bytes) => (bytes < 1e6 ? `${number(Math.max(1, Math.round(bytes / 1e3)))} kB` : bytes < 1e9 ? `${number(bytes / 1e6, 1)} MB` : `${number(bytes / 1e9, 1)} GB`);
/** A time of today, or a day and time. @param {number} at milliseconds since 1970 */
const moment = (at) => {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return new Date(at).toLocaleString(locale, { ...(isToday ? {} : { day: 'numeric', month: 'short', year: 'numeric' }), hour: '2-digit', minute: '2-digit', hour12: false });
};
/** @param {string} name */
const quoted = (name) => `“${name}”`;

export const keeping = {
  title: 'Where your work is', collections: 'Collections on this device',
  kept: (/** @type {string} */ name, /** @type {number | null} */ at) => `Kept on this device, in ${quoted(name)}${at ? `, since ${moment(at)}` : ''}`,
  writing: (/** @type {string} */ name) => `Being written to ${quoted(name)} …`,
  unsaved: 'Neither kept nor saved. ', unsavedHow: 'It is lost when this tab is closed.',
  unchanged: 'These are the articles of this file, unchanged.', inFile: 'Saved in a file, not kept on this device.',
  saved: (/** @type {string} */ name, /** @type {number} */ at, /** @type {boolean} */ isBehind) => `Last saved as ${name} at ${moment(at)}${isBehind ? '; changed since' : ''}`,
  reading: (/** @type {string} */ name) => `${quoted(name)} is open in another tab. `, readingHow: 'You can read it here. What you change here is not kept.',
  question: 'Keep these on this device?', questionHow: 'They stay in this browser and are there when you open this page again. Nothing is sent anywhere.',
  name: 'Name', named: (/** @type {number} */ at) => `Articles of ${new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })}`,
  passphrase: 'Passphrase (optional)', passphraseHow: 'With a passphrase, the articles are encrypted; the name and the number of articles are not. A lost passphrase cannot be recovered.',
  noPassphrase: 'A passphrase is not offered, because browsers only encrypt on pages opened from disk or over HTTPS.',
  keep: 'Keep', notNow: 'Not now', keepHere: 'Keep on this device',
  /** Who else can read what is kept without a passphrase. @type {Record<KeptState['sharing'], string>} */
  sharing: {
    site: 'In this browser, all pages of this site share this storage. They can read collections that have no passphrase.',
    disk: 'In this browser, all HTML files opened from disk share this storage. They can read collections that have no passphrase.',
    file: 'This browser keeps collections for this file alone. If you move or rename the file, they stay with the old path.',
  },
  room: (/** @type {number} */ used, /** @type {number} */ all) => `${size(used)} of about ${size(all)} used`,
  open: 'Open', opened: 'open', rename: 'Rename', renameOne: (/** @type {string} */ name) => `New name of ${quoted(name)}`, remove: 'Delete',
  openOne: (/** @type {string} */ name) => `Open ${name}`, removeOne: (/** @type {string} */ name) => `Delete ${name}`, doRename: 'Save name',
  facts: (/** @type {KeptCollection} */ { articles, bytes, changed, isSealed }) => [counted(articles, 'article'), size(bytes), `changed ${moment(changed)}`, isSealed ? 'encrypted' : ''].filter(Boolean).join(' · '),
  newer: 'from a newer version of this page, which can open it',
  removed: (/** @type {string} */ name) => `${quoted(name)} deleted from this device`,
  close: 'Open without keeping', closeHow: 'Shows the articles of this file; the collection stays on this device.',
  forget: 'Forget everything on this device', forgetHow: 'Deletes all collections at once. This cannot be undone.',
  retry: 'Try again', anyway: 'Open all the same', stay: 'Stay', dismiss: 'Close', follow: 'Show the changes',
  locked: (/** @type {string} */ name) => `${quoted(name)} is encrypted.`, unlock: 'Open', without: 'Open without it', yourPassphrase: 'Passphrase', wrong: 'This passphrase is wrong. Nothing was changed.',
  discards: (/** @type {string} */ name) => `What is in this tab is neither kept nor saved, and would be lost. Keep or save it first, or leave ${quoted(name)} for later.`,
  unopened: (/** @type {string} */ name) => `${quoted(name)} was not opened. `,
  behind: 'It has changed since.',
  /** Why nothing can be kept at all. @type {Record<StorageRefusal, string>} */
  refused: {
    denied: 'This browser does not let the page keep anything here: a private window, or a setting that blocks site data. Save your work as a file instead.',
    newer: 'A newer version of this page keeps collections in this browser. This version leaves them untouched: open them with the newer one, and save your work here as a file.',
    full: 'There is no room left.', taken: 'Another tab writes.', gone: 'Everything on this device was forgotten in another tab.', damaged: 'It cannot be read.', wrong: 'The passphrase is wrong.',
    failed: 'The browser’s storage does not work. Save your work as a file instead.',
  },
  /** Why one thing could not be kept or opened: what happened, what is safe, what to do. @type {Record<StorageRefusal, string>} */
  failed: {
    full: 'The browser has no room left, so the last changes are not kept. What was kept before is safe. Save as HTML, or delete another collection and try again.',
    taken: 'Another tab has taken this collection over, so changes here are not kept. What was kept before is safe. Save as HTML, or close the other tab and open the collection again.',
    gone: 'The collection was deleted in another tab. Your articles are still in this tab: keep them again, or save as HTML.',
    newer: 'A newer version of this page has written in it. It stays as it is: open it with the newer version.',
    damaged: 'What lies there cannot be read by this version. It stays as it is: a newer version of this page may open it.',
    denied: 'The browser does not let the page keep anything.', wrong: 'The passphrase is wrong. Nothing was changed.',
    failed: 'The browser’s storage reported an error. What was kept before is safe. Save as HTML, or try again.',
  },
};

export const articleRow = {
  fields: { title: 'Headline', publisher: 'Outlet', published: 'Published', author: 'Author' }, text: 'plain text',
  read: 'Read', remove: 'Remove', readOne: (/** @type {string} */ name) => `Read ${name}`, removeOne: (/** @type {string} */ name) => `Remove ${name}`, isNew: 'new',
  warnings: (/** @type {number} */ n) => ` · ${counted(n, 'warning')}`, notFound: 'not found', given: 'entered', found: (/** @type {string | null} */ rule) => (rule ? `found: ${rule}` : 'found'),
  repairs: (/** @type {number} */ n) => counted(n, 'repair'), removals: (/** @type {number} */ n) => `${counted(n, 'piece')} left out`, gaps: (/** @type {number} */ n) => `words missing in ${counted(n, 'place')}`, unchanged: 'No changes',
  unknown: 'unknown', unstated: ': not stated in the source', revert: ': entered by hand; clear the field to revert', see: 'show in the text',
  repaired: 'Repaired', leftOut: 'Left out', atEnd: ' · see the end of the article', missing: 'Missing', missingHow: (/** @type {number} */ n) => `words in ${counted(n, 'place')}, before this page received the text; nothing was filled in`,
  address: 'Address', encoding: 'Encoding', warning: 'Warning',
  how: { mark: 'by its byte order mark', valid: 'all bytes are valid', declared: 'as the file declares', fixed: 'as the format requires', detected: 'guessed from the bytes' },
  confidence: (/** @type {number} */ confidence) => `, ${percent(confidence)} certain`, malformed: (/** @type {number} */ n) => `; ${counted(n, 'invalid byte')}`,
};

/** Why the page has no engine, or its reader gave up; without a full stop where a file name precedes. */
export const engine = {
  starting: 'The engine is still starting; wait for it: await corpus.ready', noWebAssembly: 'This browser has no WebAssembly.', noStreams: 'This browser has no DecompressionStream.',
  noEngine: 'The page contains no engine: its file is incomplete.', noArticles: 'The page contains no articles: its file is incomplete.', noReader: 'The page contains no reader: its file is incomplete.',
  diedAnswering: 'The answer takes more memory than this tab has. Ask about fewer articles.',
  diedCleaning: 'the reader stopped while cleaning; there may be too much to read at once', died: 'the reader stopped here; the file may be damaged, or too large for the memory of this tab',
};
/** What the worker says; it is bundled alone. */
export const worker = { unreadable: 'the browser could not read it' };
