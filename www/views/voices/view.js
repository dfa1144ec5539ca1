/** Who said what? A ledger of speakers; each opens to what they said, in order, with cue and kind. */
import { common, number, voices as strings } from '../../strings.js';
import { choice, el, fill, foreign, more, nothing } from '../../ui/element/dom.js';
import { dated, kinds as names, paragraph, plain, short, source, sureness } from '../../ui/article/label.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening, page, text } from '../../ui/route.js';

/** Stands for the speaker in the address where nobody is named. */
const nobody = '-';
/** How many outlets a row names before it counts the rest. */
const outletsShown = 5;
/** A speaker named more often than this is asked for the role only when opened: the answer is long. */
const roleLimit = 400;

/** How many quotations of a speaker are shown. */
const most = 200;

/** @type {QuotationKind[]} */
const kinds = ['direct', 'mixed', 'indirect'];

/** @typedef {{ id: string, name: string, quotes: Quotation[] }} Voice */

/** @type {ViewDefinition} */
export const voices = { name: 'voices', label: strings.label, path: 'id', parts: { kind: text('kind'), article: text('article') }, draw };

/** @type {View} */
function draw(root, asked, { engine, announce, exports }) {
  const all = engine.quotes();
  const told = all.filter((quote) => (asked.kind ? quote.kind === asked.kind : !quote.within) && (!asked.article || quote.article === asked.article));
  const speakers = ledger(told);
  const known = speakers.filter((voice) => voice.id !== nobody).length;
  const title = strings.title(told.length, known);
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
      : nothing(strings.none, asked.kind || asked.article ? el('a', { href: '#/voices' }, strings.showAll) : strings.look),
    more(Math.min(shown, speakers.length), speakers.length, format({ ...asked, shown: shown + page })));
}

/** Speakers, most quoted first; those whom nothing names last. @param {Quotation[]} all @returns {Voice[]} */
function ledger(all) {
  /** @type {Map<string, Voice>} */
  const speakers = new Map();
  for (const quote of all) {
    const id = quote.speaker?.entity ?? nobody;
    const voice = speakers.get(id) ?? { id, name: id === nobody ? strings.nobody : quote.speaker?.name ?? id, quotes: [] };
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
  return choice(strings.kind, [{ text: strings.all, href: to(null), current: !asked.kind },
    ...kinds.map((kind) => ({ text: `${strings.kinds[kind]} ${number(count(kind))}`, href: to(kind), current: asked.kind === kind }))]);
}

/** @type {[QuoteForm, string][]} */
const forms = [['csv', 'CSV'], ['json', 'JSON'], ['tei', 'TEI'], ['jsonLd', 'Web Annotations']];

/** Downloads of what is shown. @param {Exports} exports @param {Route} asked */
function taking(exports, { kind, article }) {
  /** @type {QuotationFilter} */
  const filter = { ...kind ? { kind: /** @type {QuotationKind} */ (kind) } : {}, ...article ? { article } : {} };
  return el('details', { class: 'aside', data: { key: 'taking-quotes' } }, el('summary', null, common.exports),
    el('p', { class: 'label' }, kind || article ? strings.listed : strings.every),
    el('div', { class: 'actions' }, forms.map(([form, name]) =>
      el('button', { type: 'button', title: strings.forms[form], data: { key: `export-quotes-${form}` }, on: { click: () => exports.quotes(form, filter) } }, name))));
}

/** @param {Engine} engine @param {Route} asked @param {Voice} voice @param {boolean} withRole */
function row(engine, asked, voice, withRole) {
  const isOpen = asked.id === voice.id;
  const toggle = format({ ...asked, id: isOpen ? null : voice.id, open: null, at: null });
  const entity = voice.id !== nobody && (withRole || isOpen) ? engine.entity(voice.id) : null;
  const role = entity?.roles[0]?.text ?? (entity && entity.kind !== 'person' ? names[entity.kind].one : null);
  return el('li', { class: `voice${isOpen ? ' open' : ''}${voice.id === nobody ? ' nobody' : ''}` },
    el('div', { class: 'voicehead' },
      el('h3', null, el('a', { href: toggle, 'aria-expanded': String(isOpen), data: { answer: '', key: `voice-${voice.id}`, toggle: '' } }, foreign(voice.name))),
      role ? el('p', { class: 'role' }, foreign(role)) : null,
      el('p', { class: 'meta tally' }, common.quotations(voice.quotes.length)),
      tally(engine, voice)),
    isOpen ? el('div', { class: 'said' },
      entity ? roles(asked, entity) : null,
      el('ol', { class: 'answers' }, voice.quotes.slice(0, most).map((quote) => saying(engine, asked, quote, voice.id === nobody))),
      voice.quotes.length > most ? el('p', { class: 'soft' }, strings.first(most, voice.quotes.length)) : null) : null);
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
  return el('ul', { class: 'bars', 'aria-label': strings.byOutlet },
    ordered.slice(0, outletsShown).map(([name, count]) => el('li', null,
      el('span', { class: 'bar', 'aria-hidden': 'true', vars: { '--n': Math.min(count, 24) } }),
      el('span', { class: 'count' }, count), ' ', foreign(short(name, 48)))),
    rest > 0 ? el('li', { class: 'soft' }, common.others(rest)) : null);
}

/** @param {Route} asked @param {EntityDetail} entity */
function roles(asked, entity) {
  const stated = [...new Map(entity.roles.map((role) => [role.text.toLowerCase(), role])).values()].slice(0, 8);
  return el('p', { class: 'meta' },
    stated.length ? [`${common.describedAs} `, ...stated.flatMap((role, index) => [index ? ', ' : '',
      el('a', { href: opening(asked, role.article, [role.start, role.end]), data: { open: '' } }, foreign(role.text))]), ' · '] : [],
    el('a', { href: format({ ...asked, view: 'names', kind: null, open: null, at: null }) }, strings.mentions(entity.mentions)));
}

/** @param {Engine} engine @param {Route} asked @param {Quotation} quote @param {boolean} withSpeaker */
function saying(engine, asked, quote, withSpeaker) {
  const article = catalogue(engine).get(quote.article);
  const words = quote.text.replace(/,$/, '');
  const how = [strings.kinds[quote.kind], quote.cue ? `“${quote.cue.text}”` : null].filter(Boolean).join(' · ');
  const told = telling(quote).flatMap((part) => [' · ', foreign(part)]);
  const who = withSpeaker && quote.speaker?.text ? `${quote.speaker.text} · ` : '';
  /** @type {Span} */
  const at = [quote.spans[0]?.[0] ?? 0, quote.spans[quote.spans.length - 1]?.[1] ?? 0];
  return el('li', null, el('a', { class: 'answer', href: opening(asked, quote.article, at), data: { answer: '' } },
    el('p', { class: `passage ${quote.kind}` }, quote.kind === 'indirect' ? foreign(words) : ['“', foreign(words), '”']),
    el('p', { class: 'meta', title: quote.speaker ? `${common.attributed(plain(quote.speaker.rule))}, ${sureness(quote.speaker.confidence)}` : common.unattributed },
      who, how, told, ` · ${article?.publisher ?? source(article)} · ${dated(article)} · ¶ ${paragraph(quote.block)}`,
      quote.speaker && quote.speaker.confidence < 0.6 ? el('span', { class: 'warn' }, common.uncertain) : null)));
}

/** What is told beside a quotation: that it is denied or not said, who heard it, where and when. @param {Quotation} quote */
function telling({ stance, thought, addressee, medium, time }) {
  return [stance === 'asserted' ? null : stance, thought ? strings.thought : null,
    addressee ? strings.to(addressee.text) : null, medium?.text, time?.text].filter((part) => part != null);
}
