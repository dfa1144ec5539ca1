/** Light, dark, or as the system says? One switch; the choice is remembered by this browser where it may be. */
import { theme as strings } from '../../strings.js';

const order = ['system', 'light', 'dark'];
const key = 'corpus-explorer-theme';

/** The remembered choice, applied before anything is painted. @param {HTMLElement} root */
export function applyTheme(root) {
  root.dataset.theme = remembered();
}

/** @param {HTMLElement} root @param {HTMLButtonElement} button @param {(words: string) => void} announce */
export function themeSwitch(root, button, announce) {
  const name = () => strings.change(root.dataset.theme ?? 'system');
  button.setAttribute('aria-label', name());
  button.title = name();
  button.addEventListener('click', () => {
    const next = order[(order.indexOf(root.dataset.theme ?? 'system') + 1) % order.length];
    root.dataset.theme = next;
    button.setAttribute('aria-label', name());
    button.title = name();
    announce(strings.changed(next));
    try {
      localStorage.setItem(key, next);
    } catch {
      // A browser that keeps nothing for this page shows it as the system says next time.
    }
  });
}

/** @returns {string} */
function remembered() {
  try {
    const name = localStorage.getItem(key) ?? '';
    return order.includes(name) ? name : 'system';
  } catch {
    return 'system';
  }
}
