/** Whose articles are these? Add one's own, put right what was found in them, keep them as one file. */
import { el, fill, more, nothing } from '../../ui/dom.js';
import { fileSource, textSource } from '../../library/drop.js';
import { articleRow } from './row.js';
import { counted, unread } from '../../ui/label.js';
import { format, page } from '../../ui/route.js';

/** What is read, as people call it. */
const readable = '.txt, .md, .html, .docx, .pdf, .csv, .tsv, .json, .jsonl, a .zip of them, or a saved .cxpk';

/** @type {Record<string, string>} */
const advice = {
  format: 'Save it in one of the formats above and add it again.',
  limit: 'Part it into smaller files and add those.',
  empty: 'If it is a scan, its words must be recognised first.',
  json: 'Mend the place that is named, and add the file again.',
  pack: 'Save it again from the page it came from.',
  file: 'See whether it is still there and may be read, then add it again.',
  reader: 'Try without that file, or add fewer at once.',
};

/** Rooms by the list they stand in: a room stays while the articles in it change. @type {WeakMap<Element, Room>} */
const rooms = new WeakMap();

/** @typedef {{ node: HTMLElement, show(asked: Route): void }} Room */

/** @type {ViewDefinition} */
export const library = { name: 'library', label: 'Library', path: 'id', parts: {}, back: '← Back to the library', draw };

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
  const { engine, library: shelf } = desk;
  const title = el('h2', { tabindex: -1 });
  const stage = el('div', { class: 'stage' });
  const refusals = el('div', null);
  const said = el('p', { class: 'saidlast' });
  const tools = el('div', { class: 'actions keep' });
  const list = el('ol', { class: 'articlerows' });
  const end = el('div', null);
  const node = el('div', { class: 'library' },
    el('div', { class: 'listhead' }, title), entrance(shelf), stage, said, refusals, tools, list, end);
  /** @type {Map<string, import('./row.js').ArticleRow>} */
  const known = new Map();
  let last = /** @type {Route | null} */ (null);

  const show = (/** @type {Route} */ asked) => {
    last = asked;
    const rows = ordered(engine.report(), shelf.state.added);
    const shown = rows.slice(0, asked.shown);
    const fresh = new Set(shelf.state.added);
    title.textContent = rows.length ? counted(rows.length, 'article') : 'No articles';
    const nodes = shown.map((row) => {
      const one = known.get(row.id) ?? articleRow(row.id, {
        give: (values) => attempt(desk, () => shelf.give(row.id, values), () => show(last ?? asked)),
        remove: () => (shelf.remove([row.id]), title.focus()),
      });
      known.set(row.id, one);
      one.show(row, fresh.has(row.id), (layers) => format({ ...asked, open: row.id, at: null, layers }));
      return one.node;
    });
    if (nodes.length !== list.children.length || nodes.some((one, index) => one !== list.children[index])) list.replaceChildren(...nodes);
    fill(end, rows.length ? more(shown.length, rows.length, format({ ...asked, shown: asked.shown + page }))
      : nothing('There are no articles here.', 'Choose files above, drop them on the page, or paste a text.'));
    keeping(tools, shelf, rows, title);
    tell();
  };
  const tell = () => {
    const { state } = shelf;
    progress(stage, shelf);
    fill(said, state.stage ? null : state.said || null, state.canUndo ? el('button', { type: 'button', class: 'quiet', data: { key: 'undo' },
      on: { click: () => (shelf.undo(), title.focus()) } }, 'Undo') : null);
    fill(refusals, refused(state.refused));
  };
  shelf.listen(() => node.isConnected && (last ? show(last) : tell()));
  return { node, show };
}

/** What came last stands first. @param {ReportRow[]} rows @param {string[]} added */
function ordered(rows, added) {
  const fresh = new Set(added);
  return [...rows.filter(({ id }) => fresh.has(id)), ...rows.filter(({ id }) => !fresh.has(id))];
}

/** What a person typed, or the reason why it does not go. @param {Desk} desk @param {() => void} give @param {() => void} again */
function attempt(desk, give, again) {
  try {
    give();
    desk.announce('Changed');
  } catch (error) {
    desk.announce(error instanceof Error ? error.message : String(error), true);
    again();
  }
}

/** Where articles come in: files, a folder, a pasted text. @param {Library} shelf */
function entrance(shelf) {
  const text = el('textarea', { id: 'paste', rows: 5, placeholder: 'Paste the text of an article, headline first' });
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
  return el('section', { class: 'entrance', 'aria-label': 'Add articles' },
    el('p', null, el('strong', null, 'Add your own articles. '), 'Drop files or a folder anywhere on this page, or paste a text with ',
      el('kbd', null, 'Ctrl'), ' ', el('kbd', null, 'V'), '. They are read in this tab and stay on this machine.'),
    el('div', { class: 'actions' }, chooser(shelf, 'Choose files', {}),
      'webkitdirectory' in HTMLInputElement.prototype ? chooser(shelf, 'Choose a folder', { webkitdirectory: true }) : null),
    el('p', { class: 'meta' }, `Reads ${readable}.`),
    el('details', { data: { key: 'paste' } }, el('summary', null, 'Paste a text'),
      el('label', { class: 'label', for: 'paste' }, 'Text of the article'), text,
      el('div', { class: 'actions' }, el('button', { type: 'button', on: { click: take } }, 'Add this text'))));
}

/** A button that opens the browser's own choice of files. @param {Library} shelf @param {string} label @param {object} props */
function chooser(shelf, label, props) {
  const input = el('input', { type: 'file', multiple: true, class: 'vh', tabindex: -1, 'aria-hidden': 'true', ...props });
  input.addEventListener('change', () => {
    const files = [...input.files ?? []].map(fileSource).filter(({ name }) => !/(^|\/)\./.test(name));
    input.value = '';
    if (files.length) shelf.add(files);
  });
  return [el('button', { type: 'button', data: { key: label }, on: { click: () => input.click() } }, label), input];
}

/** How far the reading is; its elements stay while it goes on. @param {HTMLElement} place @param {Library} shelf */
function progress(place, shelf) {
  const { stage } = shelf.state;
  if (!stage) return place.replaceChildren();
  if (!place.firstChild) {
    fill(place, el('p', { id: 'stage' }), el('progress', { 'aria-labelledby': 'stage' }),
      el('button', { type: 'button', class: 'button', data: { key: 'stop' }, on: { click: () => shelf.stop() } }, 'Stop'));
  }
  const [words, bar] = [place.querySelector('p'), place.querySelector('progress')];
  if (!words || !bar) return;
  if (stage.name === null) {
    words.textContent = stage.articles === null ? 'Putting the articles in their places' : `Cleaning ${counted(stage.articles, 'article')}`;
    bar.removeAttribute('value');
  } else {
    words.textContent = `Reading ${stage.done + 1} of ${counted(stage.total, 'file')}: ${stage.name}`;
    bar.max = stage.total;
    bar.value = stage.done;
  }
}

/** What was not read: what happened, what is safe, what to do. @param {Refusal[]} refusals */
function refused(refusals) {
  if (!refusals.length) return null;
  const shown = refusals.slice(0, 100);
  return el('section', { class: 'refused', 'aria-label': 'Not read' },
    el('h3', null, `${unread(refusals)} not read`),
    el('ul', null, shown.map(({ code, message }) => el('li', null, `${message}. `.replace('..', '.'), advice[code] ? el('span', { class: 'soft' }, advice[code]) : null))),
    shown.length < refusals.length ? el('p', null, `… and ${counted(refusals.length - shown.length, 'more reason')}.`) : null,
    el('p', { class: 'soft' }, 'What is safe: your files are unchanged, and everything else that is listed here was read.'));
}

/** Saving, removing all, and the articles the page began with. @param {HTMLElement} place @param {Library} shelf @param {ReportRow[]} rows @param {HTMLElement} title */
function keeping(place, shelf, rows, title) {
  const { missing, isUnsaved } = shelf.state;
  const button = (/** @type {string} */ label, /** @type {() => void} */ click) =>
    el('button', { type: 'button', data: { key: label }, on: { click } }, label);
  const sign = JSON.stringify([rows.length > 0, missing, isUnsaved]);
  if (place.dataset.sign === sign) return;
  const focused = place.contains(document.activeElement);
  place.dataset.sign = sign;
  fill(place,
    rows.length ? [button('Save as one HTML', () => shelf.savePage()), button('Save corpus', () => shelf.saveCorpus())] : null,
    missing ? button(`Put back the ${counted(missing, 'article')} of this page`, () => (shelf.restore(), title.focus())) : null,
    rows.length ? button('Remove all', () => (shelf.remove(shelf.ids()), title.focus())) : null,
    isUnsaved && rows.length ? el('p', { class: 'meta' }, 'Not saved yet: it is gone when this tab is closed.') : null);
  if (focused) title.focus();
}
