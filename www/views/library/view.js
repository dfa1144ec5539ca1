/** Whose articles are these? Add one's own, put right what was found in them, keep them as one file. */
import { common, library as strings } from '../../strings.js';
import { el, fill, more, nothing, woven } from '../../ui/element/dom.js';
import { fileSource, textSource } from '../../library/drop.js';
import { keptSection } from './kept.js';
import { articleRow } from './row.js';
import { format, page } from '../../ui/route.js';

/** Rooms by the list they stand in: a room stays while the articles in it change. @type {WeakMap<Element, Room>} */
const rooms = new WeakMap();

/** @typedef {{ node: HTMLElement, show(asked: Route): void }} Room */

/** @type {ViewDefinition} */
export const library = { name: 'library', label: strings.label, path: 'id', parts: {}, back: strings.back, draw };

/** @type {View} */
function draw(root, asked, desk) {
  const before = root.firstElementChild ? rooms.get(root.firstElementChild) : undefined;
  const room = before ?? furnish(desk);
  if (!before) {
    fill(root, room.node);
    rooms.set(room.node, room);
  }
  room.show(asked);
}

/** @param {Desk} desk @returns {Room} */
function furnish(desk) {
  const { engine, library: shelf, keeping } = desk;
  const title = el('h2', { tabindex: -1 });
  const stage = el('div', { class: 'stage' });
  const refusals = el('div', null);
  const said = el('p', { class: 'saidlast' });
  const tools = el('div', { class: 'actions keep' });
  const kept = keptSection(keeping, shelf);
  const list = el('ol', { class: 'articlerows' });
  const end = el('div', null);
  const node = el('div', { class: 'library' },
    el('div', { class: 'listhead' }, title), entrance(shelf), stage, said, refusals, kept.node, tools, list, end);
  /** @type {Map<string, import('./row.js').ArticleRow>} */
  const known = new Map();
  let last = /** @type {Route | null} */ (null);

  const show = (/** @type {Route} */ asked) => {
    last = asked;
    const ids = ordered(shelf.ids(), shelf.state.added);
    const shown = engine.report({ articles: ids.slice(0, asked.shown) });
    const fresh = new Set(shelf.state.added);
    const here = new Set(ids);
    title.textContent = ids.length ? common.articles(ids.length) : strings.none;
    const nodes = shown.map((row) => {
      const one = known.get(row.id) ?? articleRow(row.id, {
        give: (values) => attempt(desk, () => shelf.give(row.id, values), () => show(last ?? asked)),
        remove: () => (shelf.remove([row.id]), title.focus()),
      });
      known.set(row.id, one);
      one.show(row, fresh.has(row.id), (layers) => format({ ...asked, open: row.id, at: null, layers }));
      return one.node;
    });
    // Rows of articles that left would stay in memory.
    for (const id of known.keys()) if (!here.has(id)) known.delete(id);
    if (nodes.length !== list.children.length || nodes.some((one, index) => one !== list.children[index])) list.replaceChildren(...nodes);
    fill(end, ids.length ? more(shown.length, ids.length, format({ ...asked, shown: asked.shown + page }))
      : nothing(strings.empty, strings.emptyHow));
    savers(tools, shelf, ids.length > 0, title);
    tell();
  };
  const tell = () => {
    const { state } = shelf;
    progress(stage, shelf);
    fill(said, state.stage ? null : state.said || null, state.canUndo ? el('button', { type: 'button', class: 'quiet', data: { key: 'undo' },
      on: { click: () => (shelf.undo(), title.focus()) } }, common.undo) : null);
    fill(refusals, refused(state.refused));
    kept.show();
  };
  shelf.listen(() => node.isConnected && (last ? show(last) : tell()));
  keeping.listen(() => node.isConnected && kept.show());
  return { node, show };
}

/** What came last stands first. @param {string[]} ids @param {string[]} added */
function ordered(ids, added) {
  const fresh = new Set(added);
  return [...ids.filter((id) => fresh.has(id)), ...ids.filter((id) => !fresh.has(id))];
}

/** What a person typed, or the reason why it does not go. @param {Desk} desk @param {() => Promise<void>} give @param {() => void} again */
async function attempt(desk, give, again) {
  try {
    await give();
    desk.announce(strings.updated);
  } catch (error) {
    desk.announce(error instanceof Error ? error.message : String(error), true);
    again();
  }
}

/** Where articles come in: files, a folder, a pasted text. @param {Library} shelf */
function entrance(shelf) {
  const text = el('textarea', { id: 'paste', rows: 5, placeholder: strings.placeholder });
  let html = { text: '', markup: '' };
  text.addEventListener('paste', (event) => {
    const { clipboardData } = event;
    if (clipboardData && !text.value) html = { text: clipboardData.getData('text/plain'), markup: clipboardData.getData('text/html') };
  });
  const take = () => {
    const isAsPasted = text.value.trim() === html.text.trim();
    const source = textSource(text.value, isAsPasted ? html.markup : '');
    if (!source) return text.focus();
    text.value = '';
    shelf.add([source]);
  };
  return el('section', { class: 'entrance', 'aria-label': strings.add },
    el('p', null, el('strong', null, strings.own), woven(strings.ownHow, el('kbd', null, 'Ctrl'), el('kbd', null, 'V'))),
    el('div', { class: 'actions' }, chooser(shelf, 'choose-files', strings.files, {}),
      'webkitdirectory' in HTMLInputElement.prototype ? chooser(shelf, 'choose-folder', strings.folder, { webkitdirectory: true }) : null),
    el('p', { class: 'meta' }, strings.formats),
    el('details', { data: { key: 'paste' } }, el('summary', null, strings.paste),
      el('label', { class: 'label', for: 'paste' }, strings.text), text,
      el('div', { class: 'actions' }, el('button', { type: 'button', on: { click: take } }, strings.addText))));
}

/** A button that opens the browser's own choice of files. @param {Library} shelf @param {string} key @param {string} label @param {object} props */
function chooser(shelf, key, label, props) {
  const input = el('input', { type: 'file', multiple: true, class: 'vh', tabindex: -1, 'aria-hidden': 'true', ...props });
  input.addEventListener('change', () => {
    const files = [...input.files ?? []].map(fileSource).filter(({ name }) => !/(^|\/)\./.test(name));
    input.value = '';
    if (files.length) shelf.add(files);
  });
  return [el('button', { type: 'button', data: { key }, on: { click: () => input.click() } }, label), input];
}

/** How far the reading is; its elements stay while it goes on. @param {HTMLElement} place @param {Library} shelf */
function progress(place, shelf) {
  const { stage } = shelf.state;
  if (!stage) return place.replaceChildren();
  if (!place.firstChild) {
    fill(place, el('p', { id: 'stage' }), el('progress', { 'aria-labelledby': 'stage' }),
      el('button', { type: 'button', class: 'button', data: { key: 'stop' }, on: { click: () => shelf.stop() } }, strings.stop));
  }
  const [words, bar] = [place.querySelector('p'), place.querySelector('progress')];
  if (!words || !bar) return;
  if (stage.name === null) {
    const joining = stage.total ? strings.joining : shelf.state.said;
    words.textContent = stage.articles === null ? joining : strings.cleaning(stage.articles, shelf.state.kept);
    bar.removeAttribute('value');
  } else {
    words.textContent = strings.readingFile(stage.done + 1, stage.total, stage.name);
    bar.max = stage.total;
    bar.value = stage.done;
  }
}

/** What was not read: what happened, what is safe, what to do. @param {Refusal[]} refusals */
function refused(refusals) {
  if (!refusals.length) return null;
  const shown = refusals.slice(0, 100);
  return el('section', { class: 'refused', 'aria-label': strings.refused },
    el('h3', null, strings.unread(refusals.reduce((sum, { count }) => sum + count, 0))),
    el('ul', null, shown.map(({ code, message }) => el('li', null, `${message}. `.replace('..', '.'), strings.advice[code] ? el('span', { class: 'soft' }, strings.advice[code]) : null))),
    shown.length < refusals.length ? el('p', null, strings.moreReasons(refusals.length - shown.length)) : null,
    el('p', { class: 'soft' }, strings.safe));
}

/** Saving, removing all, and the articles the page began with. @param {HTMLElement} place @param {Library} shelf @param {boolean} hasArticles @param {HTMLElement} title */
function savers(place, shelf, hasArticles, title) {
  const { missing, saved } = shelf.state;
  const button = (/** @type {string} */ key, /** @type {string} */ label, /** @type {() => void} */ click) =>
    el('button', { type: 'button', data: { key }, on: { click } }, label);
  const isOpen = Boolean(saved?.isOpen);
  const sign = JSON.stringify([hasArticles, missing, isOpen]);
  if (place.dataset.sign === sign) return;
  const focused = place.contains(document.activeElement);
  place.dataset.sign = sign;
  fill(place,
    hasArticles && isOpen ? button('save-again', strings.saveAgain, () => shelf.saveAgain()) : null,
    hasArticles ? [button('save-page', strings.savePage, () => shelf.savePage()), button('save-corpus', strings.saveCorpus, () => shelf.saveCorpus())] : null,
    missing ? button('restore', strings.restore(missing), () => (shelf.restore(), title.focus())) : null,
    hasArticles ? button('remove-all', strings.removeAll, () => (shelf.remove(shelf.ids()), title.focus())) : null);
  if (focused) title.focus();
}
