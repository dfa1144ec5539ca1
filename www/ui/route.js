/**
 * Which picture does a link ask for? The address after `#` is the whole state of the page: text in, Route out, and
 * back. Each view names the parts of its address; the grammar of the parts stands here. Unknown or broken parts fall
 * back to their defaults.
 *
 *     #/search?q=pact&publisher=…&sort=right&mode=lines&group=outlet      #/search?q=pact&mode=collocations&window=3
 *     #/search?q=pact&date=2024-06-20&speaker=ENTITY      #/read/ID?at=120-180&layers=quotes,person
 *     #/voices/ENTITY    #/names/ENTITY?open=ID&at=4-9    #/names/ENTITY?edit=open    #/timeline?article=ID    #/library
 *     #/compare?with=ID&with=ID    #/compare/GROUP?base=2    #/compare?kind=table    kinds: table, points, shared
 */

/** How many answers a list shows before "show more", and by how many it grows. */
export const page = 50;

/** A part with at most one value, null where there is none. @template T @param {string} parameter
 * @param {(text: string) => T | null} read @param {(value: T) => string} [write] @returns {AddressPart<T | null>} */
function single(parameter, read, write = String) {
  return {
    parameter, blank: null,
    read: ([value]) => (value ? read(value) : null),
    write: (value) => (value === null || value === '' ? [] : [write(value)]),
  };
}

/** Any text. @param {string} parameter */
export const text = (parameter) => single(parameter, (value) => value);

/** A number of words, 1 to 99. @param {string} parameter */
export const small = (parameter) => single(parameter, (value) => (/^[1-9]\d?$/.test(value) ? Number(value) : null));

/** An ordinal, from 0. @param {string} parameter */
export const ordinal = (parameter) => single(parameter, (value) => (/^\d{1,6}$/.test(value) ? Number(value) : null));

const day = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
/** Days as a filter takes them. */
const stretch = new RegExp(String.raw`^(?:${day}(?:\.\.(?:${day})?)?|\.\.${day})$`);

/** A year, month or day, or two of them and all between. @param {string} parameter */
export const days = (parameter) => single(parameter, (value) => (stretch.test(value) ? value : null));

/** Several texts, in their order. @param {string} parameter @returns {AddressPart<string[] | null>} */
export const many = (parameter) => ({
  parameter, blank: null, read: (values) => (values.length ? values : null), write: (value) => value ?? [],
});

/** On where the parameter has one word. @param {string} parameter @param {string} word
 * @param {string} [formerly] what the parameter was called before @returns {AddressPart<boolean>} */
export const flag = (parameter, word, formerly) => ({
  parameter, formerly, blank: false, read: ([value]) => value === word, write: (value) => (value ? [word] : []),
});

/** One of some words, of which the first is the default. @template {string} T @param {string} parameter @param {T[]} words
 * @param {Record<string, T>} [formerly] what words were called before @returns {AddressPart<T>} */
export const oneOf = (parameter, words, formerly = {}) => ({
  parameter, blank: words[0], read: ([value]) => words.find((word) => word === (formerly[value] ?? value)) ?? words[0],
  write: (value) => (value === words[0] ? [] : [value]),
});

/** What every address has before the parts of its view, and behind them. @type {Record<string, AddressPart<any>>} */
const before = { q: { parameter: 'q', blank: '', read: ([value = '']) => value, write: (value) => (value ? [value] : []) } };
/** @type {Record<string, AddressPart<any>>} */
const after = {
  shown: { parameter: 'show', blank: page, read: ([value]) => pages(value), write: (value) => (value === page ? [] : [String(value)]) },
  open: text('open'),
  at: single('at', span, (value) => value.join('-')),
  layers: single('layers', (value) => (value === 'none' ? [] : value.split(',').filter(Boolean)), (value) => value.join(',') || 'none'),
};

/** The views that addresses lead to; the first is that of an empty address. @type {ViewDefinition[]} */
let views = [];
/** The parts of each view's address. @type {Map<string, [string, AddressPart<any>][]>} */
let grammar = new Map();
/** @type {any} */
let blank = {};

/** Makes the views known; called by the registry, once. @param {ViewDefinition[]} list */
export function leadTo(list) {
  views = list;
  grammar = new Map(views.map(({ name, path, parts }) =>
    [name, Object.entries({ ...before, ...parts, ...after }).filter(([key]) => key !== path)]));
  const defaults = [...grammar.values()].flat().map(([key, part]) => [key, part.blank]);
  blank = { ...Object.fromEntries(defaults), view: views[0].name, id: null, open: null };
  return views;
}

/** The view of a route. @param {Route} asked */
export function viewOf(asked) {
  return views.find(({ name }) => name === asked.view) ?? views[0];
}

/** @param {Partial<Route>} [parts] @returns {Route} */
export function route(parts = {}) {
  return { ...blank, ...parts };
}

/** @param {string} hash with or without `#` @returns {Route} */
export function parse(hash) {
  const [path, search = ''] = split(hash.replace(/^#/, ''), '?');
  const [name, ...rest] = path.replace(/^\//, '').split('/');
  const params = new URLSearchParams(search);
  const view = views.find((known) => known.name === name) ?? views[0];
  const parts = grammar.get(view.name) ?? [];
  const found = Object.fromEntries(parts.map(([key, part]) => [key, part.read(given(params, part))]));
  return route({ ...found, view: view.name, [view.path]: decoded(rest.join('/')) || null });
}

/** The values of a part, also in links that were saved when its parameter had another name.
 * @param {URLSearchParams} params @param {AddressPart<any>} part */
function given(params, { parameter, formerly }) {
  return params.getAll(formerly && !params.has(parameter) ? formerly : parameter);
}

/** @param {Route} asked @returns {string} the address, `#` included */
export function format(asked) {
  const view = viewOf(asked);
  const params = new URLSearchParams();
  for (const [key, part] of grammar.get(view.name) ?? []) {
    for (const value of part.write(/** @type {any} */ (asked)[key])) params.append(part.parameter, value);
  }
  const id = asked[view.path];
  const path = id ? `/${id.split('/').map(encodeURIComponent).join('/')}` : '';
  const search = params.toString().replaceAll('%2C', ',');
  return `#/${view.name}${path}${search ? `?${search}` : ''}`;
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

/** The parts of an address that narrow a search; other views may have parts of the same name for something else.
 * @param {Route} asked */
function filters(asked) {
  return viewOf(asked).filters ?? [];
}

/** What narrows the answers beside the query: the chips that are pressed. @param {Route} asked @returns {SearchFilter} */
export function chosen(asked) {
  return Object.fromEntries(filters(asked).flatMap((field) => (asked[field] ? [[field, asked[field]]] : [])));
}

/** Whether anything is searched for. @param {Route} asked */
export function isSearched(asked) {
  return Boolean(question(asked)) || filters(asked).some((field) => asked[field]);
}

/** The same question with nothing that narrows its answers. @param {Route} asked @returns {Route} */
export function widened(asked) {
  return { ...asked, ...Object.fromEntries(filters(asked).map((field) => [field, null])) };
}

/** What a list depends on: two routes of one key show the same list. @param {Route} asked */
export function listKey(asked) {
  const isReader = viewOf(asked).path === 'open';
  return format({ ...asked, open: isReader && asked.open ? '·' : null, at: null, layers: null });
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

/** @param {string} text @returns {Span | null} */
function span(text) {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(text);
  if (!found) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return end >= start ? [start, end] : null;
}

/** @param {string | undefined} text */
function pages(text) {
  const count = Number(text);
  return Number.isInteger(count) && count > page && count <= 100_000 ? count : page;
}
