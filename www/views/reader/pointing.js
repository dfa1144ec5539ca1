/** Which sentence was pointed at? A click into the text of an article, as a span of that text. */
import { sentences } from '../../ui/article/sentence.js';

/** A click into the text lights its sentence, which is then the address. @param {MouseEvent} event @param {Navigate} navigate
 * @param {Engine} engine @param {Route} asked */
export function light(event, navigate, engine, asked) {
  const target = event.target instanceof Element ? event.target : null;
  const row = /** @type {HTMLElement | null} */ (target?.closest('.row .body')?.parentElement ?? null);
  if (!row || target?.closest('a, button, summary, .notes') || !getSelection()?.isCollapsed || !asked.open) return;
  const read = engine.article(asked.open);
  const at = read && sentenceUnder(event, row, read);
  if (at) navigate({ at: String(at) === String(asked.at) ? null : at }, { replace: true, keepFocus: true });
}

/** @param {MouseEvent} event @param {HTMLElement} row @param {Article} read @returns {Span | null} */
function sentenceUnder(event, row, read) {
  const offset = offsetUnder(event, row);
  const all = sentences(read, Number(row.dataset.start), Number(row.dataset.end));
  return all.find(([, end]) => offset < end) ?? all[all.length - 1] ?? null;
}

/** The offset of the article under the pointer. @param {MouseEvent} event @param {HTMLElement} row */
function offsetUnder(event, row) {
  const selection = getSelection();
  const text = row.querySelector('.body > :last-child');
  if (!selection?.anchorNode || !text?.contains(selection.anchorNode)) return Number(row.dataset.start);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.matches('.gap') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let offset = Number(row.dataset.start);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === selection.anchorNode) return offset + selection.anchorOffset;
    offset += node.textContent?.length ?? 0;
  }
  return offset;
}
