/** How is a stretch of an article's text drawn? As a row: its number, its words, the notes on it; the title by itself. */
import { reader as strings } from '../../strings.js';
import { el, foreign } from '../../ui/element/dom.js';
import { headline, paragraph } from '../../ui/article/label.js';
import { stretches } from '../../ui/article/stretch.js';
import { permalink } from '../../ui/route.js';
import { dress, isLit } from './dress.js';
import { notes } from './notes.js';

/** @typedef {import('../../ui/article/layers.js').Place} Place */
/** @typedef {import('../../ui/article/stretch.js').Stretch} Stretch */
/** @typedef {import('./dress.js').Head} Head */
/** @typedef {import('./dress.js').Light} Light */
/**
 * A stretch on the page. It has its words from the beginning; `paint` draws what lies over them.
 * @typedef {{ stretch: Stretch, node: HTMLElement, paint(over: Place[], light: Light): Head[] }} Piece
 */

/** The headline, where one can be before the text begins. @param {Article} read @returns {Piece} */
export function title(read) {
  const isTitled = titled(read);
  const [start, end] = isTitled ? [read.blocks[0].start, read.blocks[0].end] : [0, 0];
  const stretch = { start, end, block: 0, isFirst: true, isLast: isTitled };
  const node = el('h2', { tabindex: -1, lang: read.language }, isTitled ? read.text.slice(start, end) : foreign(headline(read)));
  return { stretch, node, paint: (over, light) => dress(node, read.text, stretch, over, light) };
}

/** All of an article's text but its title. @param {Article} read @returns {Stretch[]} */
export function rest(read) {
  const all = stretches(read);
  return titled(read) ? all.filter(({ block }) => block > 0) : all;
}

/** Whether the headline stands in the text. @param {Article} read */
function titled(read) {
  return read.blocks[0]?.kind === 'title';
}

/** @type {Record<BlockKind, 'h2' | 'h3' | 'p' | 'blockquote'>} */
const elements = { title: 'h2', heading: 'h3', paragraph: 'p', item: 'p', caption: 'p', meta: 'p', byline: 'p', dateline: 'p', quotation: 'blockquote', table: 'p' };

/** @param {Engine} engine @param {Article} read @param {Stretch} stretch @returns {Piece} */
export function row(engine, read, stretch) {
  const { start, end, block, isFirst, isLast } = stretch;
  const { kind, level } = read.blocks[block];
  const words = el(elements[kind], { dir: 'auto' }, read.text.slice(start, end));
  const label = isFirst && (kind === 'caption' || kind === 'meta') ? el('span', { class: 'label' }, strings.blocks[kind]) : null;
  const shape = [kind === 'quotation' ? 'extract' : kind, isFirst ? '' : ' later', isLast ? '' : ' cut'].join('');
  const node = el('div', { class: `row ${shape}`, data: { block, level: level || null, start, end } },
    isFirst ? pin(read, block) : null, el('div', { class: 'body' }, label, words));
  return {
    stretch, node,
    paint(over, light) {
      const heads = dress(words, read.text, stretch, over, light);
      node.classList.toggle('spoken', over.some((place) => place.layer === 'quotes'));
      node.querySelector('.notes')?.remove();
      const said = notes(engine, read.id, over, light.lit && isLit(light.lit, stretch) ? light.lit.at : null);
      if (said) node.append(said);
      return heads;
    },
  };
}

/** The number of a block, which is a link to it. @param {Article} read @param {number} block */
function pin(read, block) {
  const { start, end } = read.blocks[block];
  return el('a', { class: 'pin', href: permalink(read.id, [start, end]), 'aria-label': strings.pin(paragraph(block)) }, '¶ ', paragraph(block));
}
