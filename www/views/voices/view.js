/** Who said what? A ledger of speakers; each opens to what they said, in order, with cue and kind. */
import { choice, el, fill, foreign, more, nothing } from '../../ui/dom.js';
import { counted, dated, kinds, paragraph, plain, short, source, sureness } from '../../ui/label.js';
import { catalogue } from '../../ui/catalogue.js';
import { format, opening, page, text } from '../../ui/route.js';

/** Stands for the speaker in the address where nobody is named. */
const nobody = '-';
/** How many outlets a row names before it counts the rest. */
const outletsShown = 5;
/** A speaker named more often than this is asked for the role only when opened: the answer is long. */
const roleLimit = 400;

/** @typedef {{ id: string, name: string, quotes: Quotation[] }} Voice */

/** @type {ViewDefinition} */
export const voices = { name: 'voices', label: 'Voices', path: 'id', parts: { kind: text('kind'), article: text('article') }, draw };

/** @type {View} */
function draw(root, asked, { engine, announce, exports }) {
  const all = engine.quotes();
  const told = all.filter((quote) => (asked.kind ? quote.kind === asked.kind : !quote.within) && (!asked.article || quote.article === asked.article));
  const speakers = ledger(told);
  const known = speakers.filter((voice) => voice.id !== nobody).length;
  const title = `${counted(told.length, 'quotation')}, ${counted(known, 'speaker')}`;
  announce(title);
  const mentions = new Map(engine.entities().map((entity) => [entity.id, entity.mentions]));
  const place = speakers.findIndex((voice) => voice.id === asked.id);
  const shown = Math.max(asked.shown, place + 1);
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    all.length ? kindChoice(asked, all) : null,
    asked.article ? el('p', { class: 'facets' }, el('a', { class: 'chip pressed', href: format({ ...asked, article: null }) },
      foreign(source(catalogue(engine).get(asked.article))), ' ×')) : null,
    told.length ? taking(exports, asked) : null,
    speakers.length
      ? el('ol', { class: 'voices' }, speakers.slice(0, shown).map((voice) => row(engine, asked, voice, (mentions.get(voice.id) ?? 0) <= roleLimit)))
      : nothing('No quotations were found.', asked.kind || asked.article ? el('a', { href: '#/voices' }, 'Show all kinds') : 'Search for “said” to look yourself.'),
    more(Math.min(shown, speakers.length), speakers.length, format({ ...asked, shown: shown + page })));
}

/** Speakers, most quoted first; those whom nothing names last. @param {Quotation[]} all @returns {Voice[]} */
function ledger(all) {
  /** @type {Map<string, Voice>} */
  const speakers = new Map();
  for (const quote of all) {
    const id = quote.speaker?.entity ?? nobody;
    const voice = speakers.get(id) ?? { id, name: id === nobody ? 'Unknown or unnamed' : quote.speaker?.name ?? id, quotes: [] };
    voice.quotes.push(quote);
    speakers.set(id, voice);
  }
  return [...speakers.values()].sort((a, b) => Number(a.id === nobody) - Number(b.id === nobody)
    || b.quotes.length - a.quotes.length || a.name.localeCompare(b.name, 'en'));
}

/** @param {Route} asked @param {Quotation[]} all */
function kindChoice(asked, all) {
  const count = (/** @type {string} */ kind) => all.filter((quote) => quote.kind === kind).length;
  const to = (/** @type {string | null} */ kind) => format({ ...asked, kind, open: null, at: null, shown: page });
  return choice('Kind of quotation', [{ text: 'All kinds', href: to(null), current: !asked.kind },
    ...['direct', 'mixed', 'indirect'].map((kind) => ({ text: `${kind} ${count(kind)}`, href: to(kind), current: asked.kind === kind }))]);
}

/** @type {[QuoteForm, string, string][]} */
const forms = [['csv', 'CSV', 'one a row, for a spreadsheet'], ['json', 'JSON', 'a list of objects'],
  ['tei', 'TEI', 'XML with speakers and their words in each paragraph'], ['jsonLd', 'Web Annotations', 'JSON-LD']];

/** Downloads of what is shown. @param {Exports} exports @param {Route} asked */
function taking(exports, { kind, article }) {
  /** @type {QuotationFilter} */
  const filter = { ...kind ? { kind: /** @type {QuotationKind} */ (kind) } : {}, ...article ? { article } : {} };
  return el('details', { class: 'aside', data: { key: 'taking-quotes' } }, el('summary', null, 'For other programs'),
    el('p', { class: 'label' }, kind || article ? 'The quotations shown here, with who says them' : 'Every quotation with who says it'),
    el('div', { class: 'actions' }, forms.map(([form, name, what]) =>
      el('button', { type: 'button', title: what, data: { key: `export-quotes-${form}` }, on: { click: () => exports.quotes(form, filter) } }, name))));
}

/** @param {Engine} engine @param {Route} asked @param {Voice} voice @param {boolean} withRole */
function row(engine, asked, voice, withRole) {
  const isOpen = asked.id === voice.id;
  const toggle = format({ ...asked, id: isOpen ? null : voice.id, open: null, at: null });
  const entity = voice.id !== nobody && (withRole || isOpen) ? engine.entity(voice.id) : null;
  const role = entity?.roles[0]?.text ?? (entity && entity.kind !== 'person' ? kinds[entity.kind].one : null);
  return el('li', { class: `voice${isOpen ? ' open' : ''}${voice.id === nobody ? ' nobody' : ''}` },
    el('div', { class: 'voicehead' },
      el('h3', null, el('a', { href: toggle, 'aria-expanded': String(isOpen), data: { answer: '', key: `voice-${voice.id}`, toggle: '' } }, foreign(voice.name))),
      role ? el('p', { class: 'role' }, foreign(role)) : null,
      el('p', { class: 'meta tally' }, counted(voice.quotes.length, 'quotation')),
      tally(engine, voice)),
    isOpen ? el('div', { class: 'said' },
      entity ? roles(asked, entity) : null,
      el('ol', { class: 'answers' }, voice.quotes.slice(0, 200).map((quote) => saying(engine, asked, quote, voice.id === nobody))),
      voice.quotes.length > 200 ? el('p', { class: 'soft' }, `The first 200 of ${counted(voice.quotes.length, 'quotation')}; choose a kind to see others.`) : null) : null);
}

/** How often each outlet quotes a speaker. @param {Engine} engine @param {Voice} voice */
function tally(engine, voice) {
  const articles = catalogue(engine);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const quote of voice.quotes) {
    const name = source(articles.get(quote.article));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
  const rest = ordered.length - outletsShown;
  return el('ul', { class: 'bars', 'aria-label': 'Quotations by outlet' },
    ordered.slice(0, outletsShown).map(([name, count]) => el('li', null,
      el('span', { class: 'bar', 'aria-hidden': 'true', vars: { '--n': Math.min(count, 24) } }),
      el('span', { class: 'count' }, count), ' ', foreign(short(name, 48)))),
    rest > 0 ? el('li', { class: 'soft' }, `and ${counted(rest, 'other')}`) : null);
}

/** @param {Route} asked @param {EntityDetail} entity */
function roles(asked, entity) {
  const stated = [...new Map(entity.roles.map((role) => [role.text.toLowerCase(), role])).values()].slice(0, 8);
  return el('p', { class: 'meta' },
    stated.length ? ['Stated as ', ...stated.flatMap((role, index) => [index ? ', ' : '',
      el('a', { href: opening(asked, role.article, [role.start, role.end]), data: { open: '' } }, foreign(role.text))]), ' · '] : [],
    el('a', { href: format({ ...asked, view: 'names', kind: null, open: null, at: null }) }, `All ${counted(entity.mentions, 'mention')}`));
}

/** @param {Engine} engine @param {Route} asked @param {Quotation} quote @param {boolean} withSpeaker */
function saying(engine, asked, quote, withSpeaker) {
  const article = catalogue(engine).get(quote.article);
  const words = quote.text.replace(/,$/, '');
  const how = [quote.kind, quote.cue ? `“${quote.cue.text}”` : null].filter(Boolean).join(' · ');
  const told = telling(quote).flatMap((part) => [' · ', foreign(part)]);
  const who = withSpeaker && quote.speaker?.text ? `${quote.speaker.text} · ` : '';
  /** @type {Span} */
  const at = [quote.spans[0]?.[0] ?? 0, quote.spans[quote.spans.length - 1]?.[1] ?? 0];
  return el('li', null, el('a', { class: 'answer', href: opening(asked, quote.article, at), data: { answer: '' } },
    el('p', { class: `passage ${quote.kind}` }, quote.kind === 'indirect' ? foreign(words) : ['“', foreign(words), '”']),
    el('p', { class: 'meta', title: quote.speaker ? `attributed by rule: ${plain(quote.speaker.rule)}, ${sureness(quote.speaker.confidence)}` : 'nothing in the text tells who speaks' },
      who, how, told, ` · ${article?.publisher ?? source(article)} · ${dated(article)} · ¶ ${paragraph(quote.block)}`,
      quote.speaker && quote.speaker.confidence < 0.6 ? el('span', { class: 'warn' }, ' · uncertain') : null)));
}

/** What is told beside a quotation: that it is denied or not said, who heard it, where and when. @param {Quotation} quote */
function telling({ stance, thought, addressee, medium, time }) {
  return [stance === 'asserted' ? null : stance, thought ? 'thought' : null,
    addressee ? `to ${addressee.text}` : null, medium?.text, time?.text].filter((part) => part != null);
}
