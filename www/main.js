/** What happens when? Boots the page, looks up its elements, hands them to the views, follows the address. */
import { pageCorpus } from './engine/engine.js';
import { memo } from './engine/memo.js';
import { decisions } from './library/decisions.js';
import { sources, takeIn } from './library/drop.js';
import { fileExports } from './library/exports.js';
import { Keeper } from './library/keeper.js';
import { sign } from './library/page.js';
import { isSaved, pristine } from './library/save.js';
import { Shelf } from './library/shelf.js';
import { common } from './strings.js';
import { catalogue } from './ui/article/catalogue.js';
import { extent, headline } from './ui/article/label.js';
import { fill } from './ui/element/dom.js';
import { grow } from './ui/element/growing.js';
import { redraw, scrolled, scrollPane } from './ui/element/pane.js';
import { cards } from './ui/entity/card.js';
import { format, listKey, page, parse, route as routeOf, viewOf } from './ui/route.js';
import { announcer } from './ui/shell/announce.js';
import { commands, goTo, isVisible } from './ui/shell/commands.js';
import { failure } from './ui/shell/failure.js';
import { asParsed, navigation, place, wording } from './ui/shell/frame.js';
import { help } from './ui/shell/help.js';
import { listen } from './ui/shell/keys.js';
import { notice } from './ui/shell/notice.js';
import { applyTheme, themeSwitch } from './ui/shell/theme.js';
import { reader as article, views } from './views/registry.js';

/** @type {(change: Change | null) => void} */
let changed = () => {};
const { corpus, ask, snapshot, start: startEngine } = pageCorpus((change) => changed(change));
window.corpus = corpus;
applyTheme(document.documentElement);
asParsed(document, (node) => {
  wording(node);
  if (node.id === 'views' && !node.firstChild) navigation(node, views);
});
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', boot);
else boot();

/** @template {HTMLElement} T @param {string} id @returns {T} */
function byId(id) {
  return /** @type {T} */ (document.getElementById(id));
}

async function boot() {
  const page = pristine(document);
  const announce = announcer(byId('live'));
  themeSwitch(document.documentElement, byId('theme'), announce);
  const dialog = /** @type {HTMLDialogElement} */ (byId('help'));
  help(dialog);
  byId('keys').addEventListener('click', () => dialog.showModal());
  byId('ask').addEventListener('submit', (event) => event.preventDefault());
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('main').focus();
  });
  /** @type {Shelf | undefined} */
  let shelf;
  const look = () => (shelf?.settled(), show());
  const keeper = new Keeper({ corpus, snapshot, told: look, isUnsaved: () => Boolean(shelf?.isUnsaved), replaced: (isUnsaved) => shelf?.replaced(isUnsaved) });
  const show = notice(byId('notice'), keeper);
  const prepare = async (/** @type {string[]} */ came) => {
    const library = shelf = new Shelf({ corpus, snapshot, page, came, announce, keeper });
    changed = (change) => library.changed(change);
    await keeper.start(isSaved(page) ? null : sign(came, corpus));
  };
  try {
    await startEngine(prepare);
  } catch (error) {
    fill(byId('list'), failure(error));
    document.body.dataset.state = 'failed';
    return;
  }
  const library = /** @type {Shelf} */ (/** @type {unknown} */ (shelf));
  corpus.read = async (files) => library.add(sources(files));
  document.addEventListener('visibilitychange', () => document.hidden && keeper.rest());
  addEventListener('pagehide', () => keeper.leavePage());
  run({ engine: memo(corpus, ask), announce, library, keeping: keeper, decisions: decisions(corpus, announce), exports: fileExports(corpus, announce) });
  document.body.dataset.state = 'ready';
}

/** The page with its engine running. @param {{ engine: ReturnType<typeof memo>, library: Shelf } & Pick<Desk, 'announce' | 'keeping' | 'decisions' | 'exports'>} room */
function run(room) {
  const { engine, announce, library } = room;
  const [list, reader, field] = [byId('list'), byId('reader'), /** @type {HTMLInputElement} */ (byId('field'))];
  /** @type {Map<string, number>} */
  const places = new Map();
  /** @type {Route | null} */
  let shown = null;
  /** Where the eye goes once an answer that takes long is drawn. @type {{ isSought: boolean, y: number | null }} */
  let late = { isSought: false, y: null };
  const now = () => shown ?? parse(location.hash);
  const card = cards(byId('card'), engine, room.decisions, (id, from) => goTo(article.stops(reader, 1, from, id), 1, from));
  /** @type {Navigate} */
  const navigate = (change, { replace = false, keepFocus = false } = {}) => {
    const hash = format({ ...now(), ...change });
    if (hash === location.hash) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', hash);
    show(parse(hash), { keepFocus });
  };
  /** @type {Desk} */
  const desk = { ...room, navigate, card };

  /** @param {Route} next @param {{ keepFocus?: boolean, traversed?: boolean, isStale?: boolean }} [how] */
  function show(next, { keepFocus = false, traversed = false, isStale = false } = {}) {
    const last = shown;
    const lastY = scrolled(list);
    if (last && !(last.open && !isVisible(list))) places.set(listKey(last), lastY);
    card.hide();
    shown = next;
    frame(next, field, engine);
    const isNewList = isStale || !last || listKey(last) !== listKey(next);
    const isNewView = !last || !isSamePage(last, next);
    const isMore = !isStale && last !== null && next.shown > last.shown && listKey({ ...last, shown: next.shown }) === listKey(next);
    let restored = isMore && grow(list, next);
    if (isNewList && !restored) ({ restored } = redraw(list, () => viewOf(next).draw(list, next, desk), { top: isNewView && !keepFocus }));
    const isNewReader = isStale || !last || readerKey(last) !== readerKey(next);
    if (isNewReader) redraw(reader, () => article.draw(reader, next, desk), { top: last?.open !== next.open });
    markOpen();
    const sought = isNewView && !traversed && next.id && list.querySelector('[data-target]');
    // What is drawn late gets its place when it is there.
    late = { isSought: isNewView && !traversed, y: traversed ? places.get(listKey(next)) ?? 0 : null };
    if (sought) sought.scrollIntoView();
    else if (isNewList && isNewView) scrollPane(list, late.y ?? 0);
    else if (last?.open !== next.open && isVisible(list)) scrollPane(list, places.get(listKey(next)) ?? 0);
    if (next.open && (last?.open !== next.open || String(last?.at) !== String(next.at))) attend(reader, next, !keepFocus && Boolean(last));
    else if (!keepFocus && last?.open && !next.open) leave(list, last);
    else if (!keepFocus && last && isNewList && !restored) list.querySelector('h2')?.focus({ preventScroll: true });
  }

  /** Shows which answer is open. */
  function markOpen() {
    const next = now();
    for (const link of list.querySelectorAll(next.open ? 'a[data-answer]' : 'a[aria-current][data-answer]')) mark(link, next);
  }

  list.addEventListener('drawn', () => {
    markOpen();
    const sought = late.isSought && now().id && list.querySelector('[data-target]');
    if (sought) sought.scrollIntoView();
    else if (late.y) scrollPane(list, late.y);
    late = { isSought: false, y: null };
  });
  changed = (change) => {
    engine.forget();
    library.changed(change);
    show(now(), { keepFocus: true, isStale: true });
  };
  takeIn(document, (files) => {
    navigate({ ...routeOf({ view: 'library', q: now().q }) });
    library.add(files);
  });
  addEventListener('popstate', () => {
    const next = parse(location.hash);
    if (!shown || format(shown) !== format(next)) show(next, { traversed: true });
  });
  addEventListener('beforeprint', () => article.complete(reader));
  history.scrollRestoration = 'manual';
  followLinks(navigate, now);
  typing(field, navigate, now);
  const stops = (/** @type {1 | -1} */ by, /** @type {Element | null} */ from) => article.stops(reader, by, from);
  const keys = commands({ list, reader, field, card, engine, announce, now, navigate, stops });
  listen(document, keys);
  reader.addEventListener('click', (event) => event.target instanceof Element && event.target.closest('[data-copy]') && keys.copy());
  show(parse(location.hash));
}

/** Links of the page lead within it; an answer opens beside its list, and a list that has grown since a row was drawn stays as long.
 * @param {Navigate} navigate @param {() => Route} now */
function followLinks(navigate, now) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const hash = link.getAttribute('href') ?? '';
    if (!hash.startsWith('#/')) return;
    event.preventDefault();
    const to = parse(hash);
    const isAnswer = 'answer' in link.dataset && !('toggle' in link.dataset) && to.open;
    const stays = link.closest('[data-growing]') && isSamePage(now(), to) && to.q === now().q;
    navigate(isAnswer ? { open: to.open, at: to.at } : { ...to, shown: stays ? Math.max(to.shown, now().shown) : to.shown });
  });
}

/** @param {Route} asked */
function readerKey(asked) {
  return JSON.stringify([asked.open, asked.at, asked.layers, asked.open && [asked.view, asked.id, listKey(asked)]]);
}

/** Whether two routes show one page, which keeps its place. @param {Route} a @param {Route} b */
function isSamePage(a, b) {
  const view = viewOf(b);
  return a.view === b.view && view.section?.(a) === view.section?.(b);
}

/** What stands around the views. @param {Route} asked @param {HTMLInputElement} field @param {Engine} engine */
function frame(asked, field, engine) {
  const overview = engine.overview();
  byId('extent').textContent = [common.articles(overview.articles), extent(overview)].filter(Boolean).join(' · ');
  place(asked, byId('views'), field);
  const read = asked.open ? catalogue(engine).get(asked.open) : undefined;
  const view = viewOf(asked);
  document.title = [read ? headline(read) : view.title?.(asked) || view.label, 'Corpus Explorer'].join(' · ');
}

/** Shows which answer is open. @param {Element} link @param {Route} asked */
function mark(link, asked) {
  const to = parse(link.getAttribute('href') ?? '');
  const isOpen = asked.open !== null && to.open === asked.open && String(to.at) === String(asked.at) && !link.hasAttribute('data-toggle');
  if (isOpen) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}

/** Brings the lit sentence, or the headline, before the eye. @param {HTMLElement} reader @param {Route} asked @param {boolean} focus */
function attend(reader, asked, focus) {
  const lit = /** @type {HTMLElement | null} */ (reader.querySelector('.lit'));
  const title = reader.querySelector('h2');
  if (lit) lit.scrollIntoView({ block: 'center' });
  else scrollPane(reader, 0);
  if (focus) (lit ?? title)?.focus({ preventScroll: true });
}

/** Back in the list, on the answer one came from. @param {HTMLElement} list @param {Route} last */
function leave(list, last) {
  const links = (/** @type {string} */ kind) => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(kind)]);
  // An answer before a line that names its article alone: both may lead to the same place.
  const answers = [...links('a[data-answer]'), ...links('a[data-open]')];
  const from = answers.find((link) => {
    const to = parse(link.getAttribute('href') ?? '');
    return to.open === last.open && (viewOf(last).path === 'open' || String(to.at) === String(last.at));
  });
  (from ?? list.querySelector('h2'))?.focus({ preventScroll: Boolean(!from) });
}

/** Answers as one types: the first letter makes a step of the history, the others change it.
 * @param {HTMLInputElement} field @param {Navigate} navigate @param {() => Route} now */
function typing(field, navigate, now) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const ask = () => {
    const asked = now();
    // The first view is the one that searches.
    const isSearch = asked.view === views[0].name;
    const same = isSearch ? { ...asked } : routeOf();
    navigate({ ...same, q: field.value, open: null, at: null, shown: page }, { replace: isSearch && asked.q !== '' && !asked.open, keepFocus: true });
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 50);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    clearTimeout(timer);
    ask();
  });
}
