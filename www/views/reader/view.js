/** How does an article read, and what lies over its text? The reader: headline, evidence, layers, text with notes. */
import { capital, common, reader as strings } from '../../strings.js';
import { el, fill, foreign, woven } from '../../ui/element/dom.js';
import { amount, dated, day, headline, meaning, outlet, paragraph, plain, short, sureness, when } from '../../ui/article/label.js';
import { cover, hits, layers, places, size, usual } from '../../ui/article/layers.js';
import { paint } from '../../ui/article/mark.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { chosen, format, permalink, question, route, viewOf } from '../../ui/route.js';
import { around } from '../../ui/article/sentence.js';
import { light } from './pointing.js';

/** @typedef {import('../../ui/article/layers.js').Place} Place */
/** @typedef {import('../../ui/article/layers.js').Cover} Cover */

/** @type {View} */
export function reader(root, asked, { engine, navigate, card }) {
  const read = asked.open ? engine.article(asked.open) : null;
  if (!read) return fill(root, missing(asked));
  const all = cover(engine, read);
  const on = asked.layers ?? usual;
  const sought = soughtBy(asked);
  const over = [...places(engine, read, all, on, sought), ...hits(engine, read, question(asked), chosen(asked))];
  const text = el('div', { class: 'text', lang: read.language });
  for (const [index, block] of read.blocks.entries()) {
    if (index === 0 && block.kind === 'title') continue;
    text.append(row(engine, asked, read, block, index, over));
  }
  listen(text, card);
  text.addEventListener('click', (event) => light(event, navigate, engine, asked));
  fill(root, el('article', { class: 'reading', data: { article: read.id } },
    head(asked, read, over),
    switches(asked, all, on, navigate),
    text,
    removed(read),
    el('p', { class: 'source' }, strings.source([read.author, outlet(read), dated(read)].flatMap((part) => part ?? [])),
      el('span', { class: 'soft' }, strings.file(read.id)))));
}

/** The entity that is marked, whether its layer is on or not. @param {Route} asked */
function soughtBy(asked) {
  return viewOf(asked).sought?.(asked) ?? null;
}

/** @param {Route} asked @param {Article} read @param {Place[]} over */
function head(asked, read, over) {
  const first = read.blocks[0];
  const title = el('h2', { tabindex: -1, lang: read.language });
  if (first?.kind === 'title') paint(title, read.text, dressed(asked, read, over, first), first.start, first.end);
  else title.append(foreign(headline(read)));
  const fields = [outlet(read), read.author ? common.by(read.author) : null, dated(read), read.kind, common.words(read.words)];
  return el('header', { class: 'head' },
    el('p', { class: 'back' }, el('a', { href: format({ ...asked, open: null, at: null, layers: null }), data: { back: '' } }, viewOf(asked).back ?? strings.back)),
    title,
    el('p', { class: 'byline' }, fields.filter(Boolean).map((field, index) => [index ? ' · ' : '', foreign(String(field))]).flat()),
    evidence(read));
}

/** What proves the values above. @param {Article} read */
function evidence(read) {
  const values = { title: read.title, publisher: read.publisher, author: read.author, place: read.place, published: read.published && day(read.published), updated: read.updated && day(read.updated) };
  const rows = /** @type {(keyof typeof values)[]} */ (Object.keys(strings.fields)).flatMap((field) => {
    if ((field === 'title' || field === 'place') && !read.evidence[field] && !read.given[field]) return [];
    return [el('dt', null, strings.fields[field]), el('dd', null, values[field] ? el('strong', null, values[field]) : el('em', null, strings.unknown), ': ', ...why(read, field))];
  });
  return el('details', { class: 'evidence', data: { key: 'evidence' } }, el('summary', null, strings.evidence), el('dl', null, rows));
}

/** What a value rests on: a person's word, the source's, or the sources that contradict each other. @param {Article} read @param {Field} field */
function why(read, field) {
  const proof = read.evidence[field];
  const told = (/** @type {Evidence} */ { text, rule, tag }) => [el('q', null, foreign(text)), ` (${tag ? strings.tag(tag) : common.rule(plain(rule))})`];
  if (/** @type {Partial<Record<Field, string>>} */ (read.given)[field]?.trim()) return [strings.given, ...proof ? [strings.sourceSays, ...told(proof)] : []];
  if (proof) return told(proof);
  const claims = read.claims.filter((claim) => claim.field === field);
  return claims.length ? [strings.conflict, ...claims.flatMap((claim, index) => [index ? ', ' : '', ...told(claim)])] : [strings.unstated];
}

/** @param {Route} asked @param {Cover} all @param {string[]} on @param {Navigate} navigate */
function switches(asked, all, on, navigate) {
  const shown = layers.filter((name) => size(all, name) > 0);
  return el('fieldset', { class: 'layers' }, el('legend', null, strings.layers),
    shown.map((name) => el('label', { class: 'chip' },
      el('input', { type: 'checkbox', checked: on.includes(name), data: { key: `layer-${name}` }, on: {
        change: () => navigate({ layers: layers.filter((layer) =>
          on.includes(layer) !== (layer === name)) }, { replace: true, keepFocus: true }),
      } }),
      el('span', { class: `sample ${name}` }, strings.layerNames[name]), ' ', el('span', { class: 'count' }, size(all, name)))));
}

/** @type {Record<BlockKind, 'h2' | 'h3' | 'p' | 'blockquote'>} */
const elements = { title: 'h2', heading: 'h3', paragraph: 'p', item: 'p', caption: 'p', meta: 'p', byline: 'p', dateline: 'p', quotation: 'blockquote', table: 'p' };

/** A block: its number, its text, and the notes on it. @param {Engine} engine @param {Route} asked @param {Article} read
 * @param {Block} block @param {number} index @param {Place[]} over */
function row(engine, asked, read, block, index, over) {
  const inside = over.filter((place) => place.start < block.end && place.end > block.start
    || (place.start === place.end && place.start >= block.start && place.start <= block.end));
  const text = el(elements[block.kind], { dir: 'auto' });
  paint(text, read.text, dressed(asked, read, inside, block), block.start, block.end);
  const label = block.kind === 'caption' || block.kind === 'meta' ? strings.blocks[block.kind] : null;
  return el('div', { class: `row ${block.kind === 'quotation' ? 'extract' : block.kind}${inside.some((place) => place.layer === 'quotes') ? ' spoken' : ''}`,
    data: { block: index, level: block.level || null, start: block.start, end: block.end } },
    el('a', { class: 'pin', href: permalink(read.id, [block.start, block.end]), 'aria-label': strings.pin(paragraph(index)) }, '¶ ', paragraph(index)),
    el('div', { class: 'body' }, label ? el('span', { class: 'label' }, label) : null, text),
    notes(engine, inside, isLit(asked, block) ? taking(asked, read) : null));
}

/** The places of a block as ranges with their elements, the lit sentence outermost.
 * @param {Route} asked @param {Article} read @param {Place[]} over @param {Block} block */
function dressed(asked, read, over, block) {
  /** @type {import('../../ui/article/mark.js').Range[]} */
  const ranges = over.map((place) => ({ start: place.start, end: place.end, rank: place.rank, dress: (head) => dress(asked, place, head) }));
  const { at } = asked;
  if (at && isLit(asked, block)) {
    const [start, end] = around(read, at);
    ranges.push({ start, end, rank: 0, dress: () => el('span', { class: 'lit', tabindex: -1 }) });
    if (start < at[0] || end > at[1]) ranges.push({ start: at[0], end: at[1], rank: 7, dress: () => el('span', { class: 'aim' }) });
  }
  return ranges;
}

/** @param {Route} asked @param {Place} place @param {boolean} head whether the piece begins the place */
function dress(asked, place, head) {
  switch (place.layer) {
    case 'quotes':
      return el('span', { class: `quotation ${place.quote.kind}`, data: head ? { stop: 'quotation', quote: place.quote.id } : {} });
    case 'name':
      return el('a', { class: `name ${place.entity.kind}${soughtBy(asked) === place.entity.id ? ' sought' : ''}`,
        href: format(route({ view: 'names', id: place.entity.id })), data: { entity: place.entity.id, at: `${place.start}-${place.end}`, stop: 'name' } });
    case 'references':
      return el('a', { class: `meant ${place.kind}${soughtBy(asked) === place.reference.entity ? ' sought' : ''}`,
        href: format(route({ view: 'names', id: place.reference.entity })), data: { entity: place.reference.entity, said: meaning(place.reference) },
        'aria-description': meaning(place.reference) });
    case 'dates':
      return el('time', { class: `date${place.date.from ? '' : ' unsure'}`, datetime: place.date.from, title: when(place.date) });
    case 'figures':
      return el('data', { class: 'figure', value: place.figure.value, title: `${strings.figures[place.figure.kind]}: ${amount(place.figure)}` });
    case 'repairs':
      return el('span', { class: 'repair', title: strings.was(place.repair.before) }, place.start === place.end ? '⁁' : null);
    case 'gaps':
      return el('span', { class: 'gap', role: 'img', 'aria-label': strings.gap, title: strings.gap, data: { stop: 'gap' } }, '◊');
    default:
      return el('mark', { data: { stop: 'found' } });
  }
}

/** What the margin says of a block: who speaks, what was lost, when, how many, what was repaired.
 * @param {Engine} engine @param {Place[]} inside @param {HTMLElement | null} first */
function notes(engine, inside, first) {
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
  const found = [...first ? [first] : [], ...[...voices.values()].map(quoteNote)];
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

/** @param {Route} asked @param {Block} block */
function isLit({ at }, block) {
  return at !== null && at[0] < block.end && at[1] > block.start;
}

/** What can be taken along of the lit sentence. @param {Route} asked @param {Article} read */
function taking(asked, read) {
  return el('li', { class: 'taking' },
    el('button', { type: 'button', data: { copy: '' } }, strings.copy),
    el('a', { href: permalink(read.id, asked.at) }, strings.link));
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

/** @param {Article} read */
function removed(read) {
  if (!read.removed.length) return null;
  return el('details', { class: 'removed', data: { key: 'removed' } },
    el('summary', null, strings.removed(read.removed.length)),
    el('ul', null, read.removed.map((part) => el('li', null, el('span', { class: 'label' }, capital(plain(part.reason))), el('pre', null, foreign(part.text))))));
}

/** Names, and words that stand for them, show their card on hover, focus and click. @param {HTMLElement} text @param {Card} card */
function listen(text, card) {
  const nameOf = (/** @type {Event} */ event) =>
    event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('a:is(.name, .meant)')) : null;
  const show = (/** @type {Event} */ event) => {
    const name = nameOf(event);
    if (name) card.show(name, name.dataset.entity ?? '', event.type, name.dataset.said);
  };
  text.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && show(event));
  text.addEventListener('pointerout', (event) => nameOf(event) && card.hideSoon());
  text.addEventListener('focusin', show);
  text.addEventListener('focusout', (event) => nameOf(event) && card.hideSoon());
  text.addEventListener('click', (event) => {
    if (!nameOf(event) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(event);
  });
}

/** @param {Route} asked */
function missing(asked) {
  return el('div', { class: 'empty' }, el('h2', { tabindex: -1 }, strings.notFound),
    el('p', null, woven(strings.notFoundWhy, foreign(asked.open ?? ''))),
    el('p', null, el('a', { href: format(route({ view: 'read' })) }, strings.all)));
}
