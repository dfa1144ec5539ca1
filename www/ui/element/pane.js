/**
 * Where was the reader's eye? Draws a view into its place and keeps focus and scroll where they were,
 * on whatever takes the place of what had them.
 */

/** Draws, and gives the focus back: to what has it still, or to what takes its place.
 * @param {HTMLElement} pane @param {() => void} draw @returns {HTMLElement | undefined} what has it then, if anything had it in the pane */
export function keepFocus(pane, draw) {
  const had = focused(pane);
  const sign = had && signOf(had);
  draw();
  if (!sign) return undefined;
  const heir = focused(pane) ?? find(pane, sign);
  if (heir !== document.activeElement) heir?.focus({ preventScroll: true });
  return heir;
}

/** @param {HTMLElement} pane @param {() => void} draw @param {{ top?: boolean }} [how] */
export function redraw(pane, draw, { top = false } = {}) {
  const answers = focused(pane)?.dataset.more === '' ? pane.querySelectorAll('[data-answer]').length : -1;
  const opened = [...pane.querySelectorAll('details[open][data-key]')].map((node) => /** @type {HTMLElement} */ (node).dataset.key);
  const [y, paneY] = [scrollY, pane.scrollTop];
  const drawn = () => {
    draw();
    for (const key of opened) pane.querySelector(`details[data-key="${CSS.escape(key ?? '')}"]`)?.setAttribute('open', '');
  };
  if (top) return drawn(), { restored: false };
  const kept = keepFocus(pane, drawn);
  const heir = answers < 0 ? kept : /** @type {HTMLElement | undefined} */ (pane.querySelectorAll('[data-answer]')[answers]);
  if (heir !== kept) heir?.focus({ preventScroll: true });
  scrollTo(0, y);
  pane.scrollTop = paneY;
  return { restored: Boolean(heir) };
}

/** What has the focus in a pane. @param {HTMLElement} pane */
function focused(pane) {
  const active = document.activeElement;
  return active instanceof HTMLElement && pane.contains(active) ? active : undefined;
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
