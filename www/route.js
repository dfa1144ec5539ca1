/**
 * Which picture does a link ask for? The address after `#` is the whole state of the page:
 * text in, Route out, and back. Pure; unknown or broken parts fall back to their defaults.
 *
 *     #/search?q=pact&publisher=…&mode=lines      #/read/ID?at=120-180&layers=quotes,person
 *     #/voices/ENTITY    #/names/ENTITY?open=ID&at=4-9    #/timeline?article=ID    #/library
 */

/** @type {ViewName[]} */
export const viewNames = ['search', 'read', 'voices', 'names', 'timeline', 'library'];

/** How many answers a list shows before "show more", and by how many it grows. */
export const page = 50;

/** @type {Route} */
const blank = {
  view: 'search', q: '', id: null, open: null, at: null, layers: null, publisher: null, kind: null,
  month: null, article: null, mode: 'passages', sort: null, shown: page,
};

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
    month: params.get('month') || null,
    article: params.get('article') || null,
    mode: params.get('mode') === 'lines' ? 'lines' : 'passages',
    sort: params.get('sort') || null,
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
  for (const key of /** @type {const} */ (['publisher', 'kind', 'month', 'article', 'sort'])) put(key, asked[key]);
  if (asked.mode === 'lines') put('mode', 'lines');
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

/** The query a route asks the engine: the words typed, and the chips that are pressed. @param {Route} asked */
export function question(asked) {
  const quoted = (asked.q.match(/"/g) ?? []).length % 2 ? `${asked.q}"` : asked.q;
  const filters = [];
  if (asked.publisher) filters.push(`publisher:"${asked.publisher}"`);
  if (asked.kind) filters.push(`kind:"${asked.kind}"`);
  if (asked.month) filters.push(`date:${asked.month}`);
  if (!filters.length) return asked.q.trim();
  const words = /\bOR\b/.test(quoted) ? `(${quoted})` : quoted;
  return [words.trim(), ...filters].filter(Boolean).join(' ');
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

/** @param {string | null} text */
function pages(text) {
  const count = Number(text);
  return Number.isInteger(count) && count > page && count <= 100_000 ? count : page;
}
