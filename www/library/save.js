/**
 * How does the page become a file again? Its own markup as it was before anything changed it, with
 * the articles of now in the place of those it came with. Scripts and policy stay as they are.
 */
import { packed } from '../engine/carried.js';

/** Elements without an end tag, and elements whose text is no markup. */
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
const verbatim = new Set(['script', 'style', 'noscript']);

/** The page as it is now, for {@link pageWith}; to be taken before anything changes it. @param {Document} page */
export function pristine(page) {
  const root = /** @type {HTMLElement} */ (page.documentElement.cloneNode(true));
  root.dataset.theme = 'system';
  return root;
}

/** Whether a page was saved with articles of somebody's own, which it shows first. @param {HTMLElement} root */
export function isSaved(root) {
  return 'saved' in root.dataset;
}

/** The text of a page that holds these articles. @param {HTMLElement} root a {@link pristine} page @param {Uint8Array<ArrayBuffer>} saved */
export async function pageWith(root, saved) {
  const page = /** @type {HTMLElement} */ (root.cloneNode(true));
  page.querySelector('#corpus')?.replaceChildren(await packed(saved));
  page.dataset.saved = '';
  return `<!doctype html>\n${markup(page)}\n`;
}

/** A node as HTML, without comments. @param {Node} node @returns {string} */
export function markup(node) {
  if (node instanceof Text) {
    return verbatim.has(node.parentElement?.localName ?? '') ? node.data : escaped(node.data);
  }
  if (!(node instanceof Element)) return '';
  const name = node.localName;
  const attributes = [...node.attributes].map((attribute) => ` ${attribute.name}="${escaped(attribute.value).replaceAll('"', '&quot;')}"`);
  const start = `<${name}${attributes.join('')}>`;
  return empty.has(name) ? start : `${start}${[...node.childNodes].map(markup).join('')}</${name}>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
}
