/** What does the margin say of a stretch of text? Its notes. */
import { common, reader as strings } from '../../strings.js';
import { el, foreign } from '../../ui/element/dom.js';
import { amount, outlet, plain, short, sureness, when } from '../../ui/article/label.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, permalink, route } from '../../ui/route.js';

/** @typedef {import('../../ui/article/layers.js').Place} Place */

/** Who speaks, what was lost, when, how many, what was repaired; first what can be taken along, where a sentence is lit.
 * @param {Engine} engine @param {string} article its id @param {Place[]} inside what lies over the stretch @param {Span | null} at */
export function notes(engine, article, inside, at) {
  const told = new Set(inside.flatMap((place) => (place.layer === 'quotes' ? place.quote : [])));
  /** @type {Map<string, Quotation[]>} */
  const voices = new Map();
  for (const quote of told) {
    const key = `${quote.speaker?.entity}·${quote.speaker?.name ?? quote.speaker?.text}`;
    voices.set(key, [...voices.get(key) ?? [], quote]);
  }
  /** @type {Map<string, Repair[]>} */
  const repairs = new Map();
  /** @type {Set<string>} */
  const figures = new Set();
  const found = [...at ? [taking(article, at)] : [], ...[...voices.values()].map(quoteNote)];
  for (const place of inside) {
    if (place.layer === 'gaps') found.push(gapNote(place.gap));
    else if (place.layer === 'dates') found.push(dateNote(engine, place.date));
    else if (place.layer === 'figures') figures.add(figureNote(place.figure));
    else if (place.layer === 'repairs') {
      const key = `${place.repair.before}→${place.repair.after}`;
      repairs.set(key, [...repairs.get(key) ?? [], place.repair]);
    }
  }
  const said = [...figures].filter(Boolean).map((note) => el('li', { class: 'figurenote' }, foreign(note)));
  found.push(...said, ...[...repairs.values()].map(repairNote));
  return found.length ? el('ul', { class: 'notes', 'aria-label': strings.notes }, found) : null;
}

/** What can be taken along of the lit sentence. @param {string} article its id @param {Span} at */
function taking(article, at) {
  return el('li', { class: 'taking' },
    el('button', { type: 'button', data: { copy: '' } }, strings.copy),
    el('a', { href: permalink(article, at) }, strings.link));
}

/** @param {Quotation[]} quotes of one speaker */
function quoteNote(quotes) {
  const { speaker } = quotes[0];
  const name = speaker?.name ?? speaker?.text ?? null;
  const who = name === null ? el('em', null, strings.unknownSpeaker)
    : el('a', { href: format(route({ view: 'voices', id: speaker?.entity ?? '-' })) }, foreign(short(name, 60)));
  const least = Math.min(...quotes.map((quote) => quote.speaker?.confidence ?? 1));
  const how = [...new Set(quotes.map((quote) => quote.kind)), ...new Set(quotes.flatMap(({ cue }) => (cue ? `“${cue.text}”` : []))),
    least < 0.9 ? sureness(least) : null].filter(Boolean).join(' · ');
  const rules = [...new Set(quotes.flatMap((quote) => (quote.speaker ? plain(quote.speaker.rule) : [])))].join(', ');
  return el('li', { class: 'quotenote' }, who, ' ',
    el('span', { class: 'soft', title: rules ? common.attributed(rules) : common.unattributed }, how));
}

/** @param {Repair[]} repairs of one kind */
function repairNote(repairs) {
  const [{ before, after, rule, confidence }] = repairs;
  return el('li', { class: 'repairnote', title: `${common.rule(plain(rule))}, ${sureness(confidence)}` },
    el('bdi', null, visible(before)), ' → ', el('bdi', null, visible(after)), repairs.length > 1 ? strings.times(repairs.length) : '');
}

/** Blanks by their name. @param {string} text */
function visible(text) {
  if (text.trim()) return text;
  if (!text) return strings.blanks.none;
  return strings.blanks[text.includes('\u00a0') ? 'fixed' : text.includes('\n') ? 'line' : 'space'];
}

/** @param {Gap} gap */
function gapNote(gap) {
  return el('li', { class: 'gapnote', title: `${common.rule(plain(gap.rule))}, ${sureness(gap.confidence)}` },
    strings.missing, foreign(tail(gap.before)), el('span', { class: 'gap', 'aria-hidden': 'true' }, '◊'), foreign(gap.after.slice(0, 24)));
}

/** @param {string} text */
function tail(text) {
  return text.length > 24 ? text.slice(text.indexOf(' ', text.length - 24) + 1) : text;
}

/** @param {Engine} engine @param {DateStatement} date */
function dateNote(engine, date) {
  const lent = date.inferredFrom ? catalogue(engine).get(date.inferredFrom) : null;
  return el('li', { class: 'datenote' }, el('bdi', null, date.text), ': ', when(date), lent ? `, ${common.inferred(outlet(lent))}` : '');
}

/** What the margin says of a figure that its own words do not. @param {Figure} figure */
function figureNote(figure) {
  const [said, own] = [amount(figure), figure.text.replaceAll('\u00a0', ' ')];
  const isPlain = figure.kind === 'quantity' && figure.value < 100 && own.endsWith(figure.unit);
  return isPlain || said === own || said === own.replace(' %', '%') ? '' : `${figure.text}: ${said}`;
}
