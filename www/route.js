/**
 * Which picture does a link ask for? The address after `#` is the whole state of the page:
 * text in, Route out, and back. Pure; unknown or broken parts fall back to their defaults.
 *
 *     #/search?q=pact&publisher=…&mode=lines&sort=right&group=outlet      #/search?q=pact&mode=company&window=3
 *     #/search?q=pact&date=2024-06-20&speaker=ENTITY      #/read/ID?at=120-180&layers=quotes,person
 *     #/voices/ENTITY    #/names/ENTITY?open=ID&at=4-9    #/names/ENTITY?mend=open    #/timeline?article=ID    #/library
 *     #/compare?with=ID&with=ID    #/compare/GROUP?base=2    #/compare?kind=table    kinds: table, points, shared
 */

/** @type {ViewName[]} */
export const viewNames = ['search', 'read', 'voices', 'names', 'timeline', 'compare', 'library'];

/** How many answers a list shows before "show more", and by how many it grows. */
export const page = 50;

/** @type {Route} */
const blank = {
  view: 'search', q: '', id: null, open: null, at: null, layers: null, publisher: null, kind: null, author: null,
  date: null, entity: null, speaker: null, article: null, mode: 'passages', sort: null, group: false, window: null,
  least: null, stops: false, mend: false, among: null, base: null, shown: page,
};

/** What narrows a search: a value of each of these, letter for letter. */
const filters = /** @type {const} */ (['publisher', 'kind', 'author', 'date', 'entity', 'speaker']);

/** @type {Mode[]} */
const modes = ['passages', 'lines', 'company'];

/** @param {Partial<Route>} [parts] @returns {Route} */
export function route(parts = {}) {
  return { ...blank, ...parts };
}

/** @param {string} hash with or without `#` @returns {Route} */
export function parse(hash) {
  const [path, search = ''] = split(hash.replace(/^#/, ''), '?');
  const [name, ...rest] = path.replace(/^\//, '').split('/');
  const params = new URLSearchParams(search);
  const view = viewNames.find((known) => known === name) ?? 'search';
  const id = decoded(rest.join('/')) || null;
  const isReader = view === 'read';
  return {
    view,
    q: params.get('q') ?? '',
    id: isReader ? null : id,
    open: isReader ? id : params.get('open') || null,
    at: span(params.get('at')),
    layers: list(params.get('layers')),
    publisher: params.get('publisher') || null,
    kind: params.get('kind') || null,
    author: params.get('author') || null,
    date: days(params.get('date')),
    entity: params.get('entity') || null,
    speaker: params.get('speaker') || null,
    article: params.get('article') || null,
    mode: modes.find((known) => known === params.get('mode')) ?? 'passages',
    sort: params.get('sort') || null,
    group: params.get('group') === 'outlet',
    window: small(params.get('window')),
    least: small(params.get('least')),
    stops: params.get('stops') === 'shown',
    mend: params.get('mend') === 'open',
    among: params.has('with') ? params.getAll('with') : null,
    base: place(params.get('base')),
    shown: pages(params.get('show')),
  };
}

/** @param {Route} asked @returns {string} the address, `#` included */
export function format(asked) {
  const isReader = asked.view === 'read';
  const id = isReader ? asked.open : asked.id;
  const params = new URLSearchParams();
  const put = (/** @type {string} */ key, /** @type {string | null} */ value) => {
    if (value) params.set(key, value);
  };
  put('q', asked.q);
  for (const key of /** @type {const} */ ([...filters, 'article', 'sort'])) put(key, asked[key]);
  if (asked.mode !== 'passages') put('mode', asked.mode);
  if (asked.group) put('group', 'outlet');
  for (const key of /** @type {const} */ (['window', 'least', 'base'])) put(key, asked[key] === null ? null : String(asked[key]));
  if (asked.stops) put('stops', 'shown');
  if (asked.mend) put('mend', 'open');
  for (const article of asked.among ?? []) params.append('with', article);
  if (asked.shown !== page) put('show', String(asked.shown));
  if (!isReader) put('open', asked.open);
  if (asked.at) put('at', asked.at.join('-'));
  if (asked.layers) put('layers', asked.layers.join(',') || 'none');
  const path = id ? `/${id.split('/').map(encodeURIComponent).join('/')}` : '';
  const search = params.toString().replaceAll('%2C', ',');
  return `#/${asked.view}${path}${search ? `?${search}` : ''}`;
}

/** Where a sentence is read: beside the list it was found in. @param {Route} from @param {string} article
 * @param {Span | null} at @returns {string} */
export function opening(from, article, at) {
  return format({ ...from, open: article, at });
}

/** A link that leads to one sentence and carries nothing else. @param {string} article @param {Span | null} at */
export function permalink(article, at) {
  return format(route({ view: 'read', open: article, at }));
}

/** The query a route asks the engine. @param {Route} asked */
export function question(asked) {
  return asked.q.trim();
}

/** What narrows the answers beside the query: the chips that are pressed. @param {Route} asked @returns {SearchFilter} */
export function chosen(asked) {
  return Object.fromEntries(filters.flatMap((field) => (asked[field] ? [[field, asked[field]]] : [])));
}

/** Whether anything is searched for. @param {Route} asked */
export function isSearched(asked) {
  return Boolean(question(asked)) || filters.some((field) => asked[field]);
}

/** The same question with nothing that narrows its answers. @param {Route} asked @returns {Route} */
export function widened(asked) {
  return { ...asked, ...Object.fromEntries(filters.map((field) => [field, null])) };
}

/** What a list depends on: two routes of one key show the same list. @param {Route} asked */
export function listKey(asked) {
  const reader = asked.view === 'read';
  return format({ ...asked, open: reader && asked.open ? '·' : null, at: null, layers: null });
}

/** @param {string} text @param {string} mark @returns {[string, string?]} */
function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string | null} text @returns {Span | null} */
function span(text) {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (!found) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return end >= start ? [start, end] : null;
}

/** @param {string | null} text @returns {string[] | null} */
function list(text) {
  if (text === null || text === '') return null;
  return text === 'none' ? [] : text.split(',').filter(Boolean);
}

const day = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
/** Days as a filter takes them. */
const stretch = new RegExp(String.raw`^(?:${day}(?:\.\.(?:${day})?)?|\.\.${day})$`);

/** A year, month or day, or two of them and all between. @param {string | null} text */
function days(text) {
  return stretch.test(text ?? '') ? text : null;
}

/** A number of words, from 1. @param {string | null} text */
function small(text) {
  return /^[1-9]\d?$/.test(text ?? '') ? Number(text) : null;
}

/** An ordinal. @param {string | null} text */
function place(text) {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : null;
}

/** @param {string | null} text */
function pages(text) {
  const count = Number(text);
  return Number.isInteger(count) && count > page && count <= 100_000 ? count : page;
}
