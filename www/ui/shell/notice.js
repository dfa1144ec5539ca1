/** What must somebody know of their collection before they go on? A bar over all views: it asks for a passphrase, or says that another tab writes. */
import { keeping as strings } from '../../strings.js';
import { el, fill } from '../element/dom.js';

/** Shows what is to be known; the function that is given back looks again. @param {HTMLElement} place @param {Keeping} keeping @returns {() => void} */
export function notice(place, keeping) {
  let told = '';
  return () => {
    const { locked, unopened, current } = keeping.state;
    const isReader = current && !current.isWriter ? current : null;
    const next = JSON.stringify([locked, unopened, isReader]);
    if (next === told) return;
    told = next;
    fill(place, locked ? lock(keeping, locked) : unopened ? reason(keeping, unopened) : isReader ? reader(keeping, isReader) : null);
    place.hidden = !place.firstChild;
    if (locked) place.querySelector('input')?.focus();
  };
}

/** @param {string} key @param {string} label @param {() => void} click */
function button(key, label, click) {
  return el('button', { type: 'button', data: { key }, on: { click } }, label);
}

/** @param {Keeping} keeping @param {NonNullable<KeptState['locked']>} locked */
function lock(keeping, { id, name, isWrong }) {
  const input = el('input', { id: 'passphrase', type: 'password', autocomplete: 'current-password', 'aria-describedby': isWrong ? 'passphrasewrong' : null, 'aria-invalid': isWrong ? 'true' : null });
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (input.value) keeping.open(id, { passphrase: input.value });
  };
  return el('form', { class: 'actions', on: { submit: open } },
    el('strong', null, strings.locked(name)), el('label', { for: 'passphrase' }, strings.yourPassphrase), input,
    el('button', { type: 'submit', data: { key: 'unlock' } }, strings.unlock), button('unlock-not', strings.without, () => keeping.close()),
    isWrong ? el('span', { class: 'warn', id: 'passphrasewrong', role: 'alert' }, strings.wrong) : null);
}

/** @param {Keeping} keeping @param {NonNullable<KeptState['unopened']>} unopened */
function reason(keeping, { id, name, why }) {
  const again = { isSure: true };
  return el('div', { class: 'actions' },
    el('p', { role: 'alert' }, why === 'unsaved' ? strings.discards(name) : [el('strong', null, strings.unopened(name)), strings.failed[why]]),
    why === 'unsaved' ? button('open-anyway', strings.anyway, () => (id === null ? keeping.close(again) : keeping.open(id, again))) : null,
    button('open-not', why === 'unsaved' ? strings.stay : strings.dismiss, () => keeping.stay()));
}

/** @param {Keeping} keeping @param {NonNullable<KeptState['current']>} current */
function reader(keeping, { id, name, isBehind }) {
  return el('div', { class: 'actions' }, el('p', null, el('strong', null, strings.reading(name)), strings.readingHow, isBehind ? ` ${strings.behind}` : null),
    isBehind ? button('follow', strings.follow, () => keeping.open(id)) : null);
}
