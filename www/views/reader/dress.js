/** How does what lies over a text look? Places in, elements out. */
import { reader as strings } from '../../strings.js';
import { el } from '../../ui/element/dom.js';
import { amount, meaning, when } from '../../ui/article/label.js';
import { paint } from '../../ui/article/mark.js';
import { format, route } from '../../ui/route.js';
import { lies } from '../../ui/article/stretch.js';

/** @typedef {import('../../ui/article/layers.js').Place} Place */
/** @typedef {import('../../ui/article/stretch.js').Stretch} Stretch */
/** @typedef {{ place: Place, node: HTMLElement }} Head the element that begins a place */
/** @typedef {{ at: Span, sentence: Span }} Lit what the address points at, and the sentence around it */
/** @typedef {{ sought: string | null, lit: Lit | null }} Light the entity that is marked, and the sentence that is lit */

/** Draws a stretch of a text anew, the lit sentence outermost.
 * @param {HTMLElement} node @param {string} text @param {Stretch} stretch @param {Place[]} over @param {Light} light @returns {Head[]} in order */
export function dress(node, text, stretch, over, { sought, lit }) {
  /** @type {Head[]} */
  const heads = [];
  /** @type {import('../../ui/article/mark.js').Range[]} */
  const ranges = over.map((place) => ({ start: place.start, end: place.end, rank: place.rank, dress: (isHead) => {
    const dressed = element(place, isHead, sought);
    if (isHead) heads.push({ place, node: dressed });
    return dressed;
  } }));
  if (lit && isLit(lit, stretch)) {
    const [[start, end], { at }] = [lit.sentence, lit];
    ranges.push({ start, end, rank: 0, dress: () => el('span', { class: 'lit', tabindex: -1 }) });
    if (start < at[0] || end > at[1]) ranges.push({ start: at[0], end: at[1], rank: 7, dress: () => el('span', { class: 'aim' }) });
  }
  node.replaceChildren();
  paint(node, text, ranges, stretch.start, stretch.end);
  return heads;
}

/** @param {Lit | null} lit @param {Stretch} stretch */
export function isLit(lit, stretch) {
  return lit !== null && lies({ start: lit.sentence[0], end: lit.sentence[1] }, stretch);
}

/** @param {Place} place @param {boolean} isHead whether the piece begins the place @param {string | null} sought */
function element(place, isHead, sought) {
  switch (place.layer) {
    case 'quotes':
      return el('span', { class: `quotation ${place.quote.kind}`, data: isHead ? { quote: place.quote.id } : {} });
    case 'name':
      return el('a', { class: `name ${place.entity.kind}${sought === place.entity.id ? ' sought' : ''}`,
        href: format(route({ view: 'names', id: place.entity.id })), data: { entity: place.entity.id, at: `${place.start}-${place.end}` } });
    case 'references':
      return el('a', { class: `meant ${place.kind}${sought === place.reference.entity ? ' sought' : ''}`,
        href: format(route({ view: 'names', id: place.reference.entity })), data: { entity: place.reference.entity, said: meaning(place.reference) },
        'aria-description': meaning(place.reference) });
    case 'dates':
      return el('time', { class: `date${place.date.from ? '' : ' unsure'}`, datetime: place.date.from, title: when(place.date) });
    case 'figures':
      return el('data', { class: 'figure', value: place.figure.value, title: `${strings.figures[place.figure.kind]}: ${amount(place.figure)}` });
    case 'repairs':
      return el('span', { class: 'repair', title: strings.was(place.repair.before) }, place.start === place.end ? '⁁' : null);
    case 'gaps':
      return el('span', { class: 'gap', role: 'img', 'aria-label': strings.gap, title: strings.gap }, '◊');
    default:
      return el('mark', null);
  }
}
