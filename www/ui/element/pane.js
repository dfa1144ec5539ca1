/**
 * Where was the reader's eye? Draws a view into its place and keeps focus and scroll where they were,
 * on whatever takes the place of what had them.
 */

/** @param {HTMLElement} pane @param {() => void} draw @param {{ top?: boolean }} [how] */
export function redraw(pane, draw, { top = false } = {}) {
  const active = document.activeElement;
  const had = active instanceof HTMLElement && pane.contains(active) ? active : null;
  const sign = had ? signOf(had) : null;
  const answers = had?.dataset.more === '' ? pane.querySelectorAll('[data-answer]').length : -1;
  const opened = [...pane.querySelectorAll('details[open][data-key]')].map((node) => /** @type {HTMLElement} */ (node).dataset.key);
  const [y, paneY] = [scrollY, pane.scrollTop];
  draw();
  for (const key of opened) pane.querySelector(`details[data-key="${CSS.escape(key ?? '')}"]`)?.setAttribute('open', '');
  if (top) return { restored: false };
  const heir = answers >= 0 ? /** @type {HTMLElement | undefined} */ (pane.querySelectorAll('[data-answer]')[answers])
    : sign ? find(pane, sign) : undefined;
  heir?.focus({ preventScroll: true });
  scrollTo(0, y);
  pane.scrollTop = paneY;
  return { restored: Boolean(heir) };
}

/** @param {HTMLElement} node */
function signOf(node) {
  return { key: node.dataset.key, tag: node.localName, text: node.textContent };
}

/** @param {HTMLElement} pane @param {{ key?: string, tag: string, text: string | null }} sign @returns {HTMLElement | undefined} */
function find(pane, { key, tag, text }) {
  const found = key ? pane.querySelector(`[data-key="${CSS.escape(key)}"]`)
    : [...pane.querySelectorAll(tag)].find((node) => node.textContent === text);
  return found instanceof HTMLElement ? found : undefined;
}

/** How far a list is scrolled, whether it scrolls itself or the page does. @param {HTMLElement} pane */
export function scrolled(pane) {
  return scrollsItself(pane) ? pane.scrollTop : scrollY;
}

/** @param {HTMLElement} pane @param {number} y */
export function scrollPane(pane, y) {
  if (scrollsItself(pane)) pane.scrollTop = y;
  else scrollTo(0, y);
}

/** @param {HTMLElement} pane */
function scrollsItself(pane) {
  return getComputedStyle(pane).overflowY === 'auto';
}
