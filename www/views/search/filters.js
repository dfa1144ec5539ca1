/** What narrows the answers? Remarks on the query, bars of time, and values to choose from with their counts. */
import { common, filters as strings } from '../../strings.js';
import { el, foreign } from '../../ui/element/dom.js';
import { histogram } from './histogram.js';
import { format, page } from '../../ui/route.js';

/** @typedef {'publisher' | 'kind' | 'author' | 'entity' | 'speaker'} Field */

/** @type {Field[]} */
const first = ['publisher', 'kind'];
/** @type {Field[]} */
const further = ['author', 'entity', 'speaker'];

/** How many values of a field are shown. */
const width = 8;

/** Everything between the heading and the answers. @param {Engine} engine @param {Route} asked @param {Answer} answer */
export function filters(engine, asked, answer) {
  const groups = (/** @type {Field[]} */ of) => of.map((field) => group(engine, asked, answer, field));
  const [above, inside] = [groups(first), groups(further)];
  return [
    answer.remarks.length ? el('ul', { class: 'remarks' }, answer.remarks.map((remark) => el('li', null, remark.text))) : null,
    histogram(engine, asked),
    above.some(Boolean) ? el('div', { class: 'facets' }, above) : null,
    inside.some(Boolean) ? el('details', { class: 'further', open: further.some((field) => asked[field]), data: { key: 'further' } },
      el('summary', null, strings.further), el('div', { class: 'facets' }, inside)) : null,
  ];
}

/** @param {Engine} engine @param {Route} asked @param {Answer} answer @param {Field} field */
function group(engine, asked, answer, field) {
  const values = answer.facets?.[field] ?? [];
  const pressed = asked[field];
  // A name that all answers share would not narrow them.
  const parts = further.includes(field) ? values.filter(({ count }) => count < answer.total) : values;
  const shown = parts.filter(({ value }) => value !== null || values.length > 1).slice(0, width);
  if (!pressed && !shown.some(({ value }) => value !== null)) return null;
  const { label } = strings.fields[field];
  return el('div', { class: 'facet', role: 'group', 'aria-label': label }, el('span', { class: 'soft' }, label),
    pressed ? off(engine, asked, field, pressed) : shown.map((value) => chip(asked, field, value)));
}

/** The value that is chosen, to be taken off. @param {Engine} engine @param {Route} asked @param {Field} field @param {string} value */
function off(engine, asked, field, value) {
  const name = (field === 'entity' || field === 'speaker') && engine.entity(value)?.name || value;
  return el('a', { class: 'chip pressed', href: format({ ...asked, [field]: null, shown: page }), 'aria-label': common.removeFilter(name) },
    foreign(name), ' ×');
}

/** A value that narrows the answers; what has no value cannot be asked for.
 * @param {Route} asked @param {Field} field @param {FacetValue} facet */
function chip(asked, field, { value, name, count }) {
  const number = el('span', { class: 'count' }, count);
  if (value === null) return el('span', { class: 'chip idle' }, strings.fields[field].none, ' ', number);
  return el('a', { class: 'chip', href: format({ ...asked, [field]: value, shown: page }) }, foreign(name ?? value), ' ', number);
}
