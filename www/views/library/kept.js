/** Where is the work? Whether it is kept on this device or saved as a file, the question whether to keep it, and the collections. */
import { keeping as strings } from '../../strings.js';
import { el, fill } from '../../ui/element/dom.js';
import { collectionList } from './collections.js';

/** The part of the library about keeping; it is drawn again when what it shows has changed, but never under somebody's hands.
 * @param {Keeping} keeping @param {Library} shelf @returns {{ node: HTMLElement, show(): void }} */
export function keptSection(keeping, shelf) {
  const lamp = el('p', { class: 'lamp' });
  const about = el('div', null);
  const ask = el('div', null);
  const list = collectionList(keeping, shelf);
  const node = el('section', { class: 'kept', 'aria-labelledby': 'kepttitle' },
    el('h3', { id: 'kepttitle' }, strings.title), lamp, about, ask, list.node);
  let [told, asked] = ['', ''];
  const show = () => {
    const { state } = keeping;
    const { isUnsaved, saved } = shelf.state;
    const next = JSON.stringify([state.current, state.pending > 0, state.keptAt, state.failure, state.refused, state.room, state.question, state.collections.length, state.isReady, isUnsaved, saved]);
    if (next !== told) {
      told = next;
      lamp.dataset.on = String(isKept(state));
      fill(lamp, words(state, shelf.state));
      fill(about, saved ? el('p', { class: 'meta' }, strings.saved(saved.name, saved.at, saved.isBehind)) : null, trouble(keeping), offer(keeping, isUnsaved), placeNotes(state));
    }
    if (String(state.question) !== asked) {
      asked = String(state.question);
      fill(ask, state.question === null ? null : question(keeping, state.question));
    }
    list.show();
  };
  return { node, show };
}

/** @param {KeptState} state */
function isKept({ current, pending, failure }) {
  return Boolean(current?.isWriter) && !pending && !failure;
}

/** Where the work is, in a sentence. @param {KeptState} state @param {LibraryState} library */
function words({ current, pending, keptAt, failure }, { isUnsaved, saved }) {
  if (current && !current.isWriter) return [el('strong', null, strings.reading(current.name)), strings.readingHow];
  if (current && !failure) return pending ? strings.writing(current.name) : strings.kept(current.name, keptAt);
  if (isUnsaved) return [el('strong', null, strings.unsaved), strings.unsavedHow];
  return saved ? strings.inFile : strings.unchanged;
}

/** Why something is not kept, and what can be done. @param {Keeping} keeping */
function trouble(keeping) {
  const { failure, refused, current } = keeping.state;
  if (refused) return el('p', { class: 'warned' }, strings.refused[refused]);
  if (!failure) return null;
  const canRetry = current?.isWriter && (failure === 'full' || failure === 'failed');
  return el('div', { class: 'warned actions' }, el('p', null, strings.failed[failure]),
    canRetry ? el('button', { type: 'button', data: { key: 'keep-retry' }, on: { click: () => keeping.retry() } }, strings.retry) : null);
}

/** A button that brings the question back. @param {Keeping} keeping @param {boolean} isUnsaved */
function offer(keeping, isUnsaved) {
  const { isReady, question: asked, current } = keeping.state;
  if (!isReady || asked !== null || current?.isWriter || !isUnsaved) return null;
  return el('div', { class: 'actions' }, el('button', { type: 'button', data: { key: 'keep-ask' }, on: { click: () => keeping.ask() } }, strings.keepHere));
}

/** Who else can read what is kept, and how much room there is. @param {KeptState} state */
function placeNotes({ room, current, question: asked, isReady, collections, sharing }) {
  if (!isReady || (!current && asked === null && !collections.length)) return null;
  return [current && room?.all ? el('p', { class: 'meta' }, strings.room(room.used, room.all)) : null, el('p', { class: 'meta' }, strings.sharing[sharing])];
}

/** Whether to keep the articles, under which name, and behind which passphrase. @param {Keeping} keeping @param {string} suggested */
function question(keeping, suggested) {
  const { canSeal } = keeping.state;
  const name = el('input', { id: 'keepname', type: 'text', autocomplete: 'off', value: suggested || strings.named(Date.now()), data: { key: 'keep-name' } });
  const passphrase = el('input', { id: 'keepphrase', type: 'password', autocomplete: 'new-password', 'aria-describedby': 'keepphrasehow', data: { key: 'keep-passphrase' } });
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    keeping.keep(name.value.trim() || strings.named(Date.now()), passphrase.value);
  };
  return el('form', { class: 'question', 'aria-label': strings.question, on: { submit: keep } },
    el('p', null, el('strong', null, strings.question), ' ', strings.questionHow),
    el('p', null, el('label', { for: 'keepname' }, strings.name), name),
    canSeal ? el('p', null, el('label', { for: 'keepphrase' }, strings.passphrase), passphrase) : null,
    el('p', { class: 'meta', id: 'keepphrasehow' }, canSeal ? strings.passphraseHow : strings.noPassphrase),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'primary', data: { key: 'keep-yes' } }, strings.keep),
      el('button', { type: 'button', data: { key: 'keep-no' }, on: { click: () => keeping.decline() } }, strings.notNow)));
}
