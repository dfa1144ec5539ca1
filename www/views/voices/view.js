/** Who said what? A ledger of speakers; each opens to what they said, in order, with cue and kind. */
import { common, number, voices as strings } from '../../strings.js';
import { choice, el, fill, foreign, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { dated, kinds as names, paragraph, plain, short, source, sureness } from '../../ui/article/label.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening, page, text } from '../../ui/route.js';

/** Stands for the speaker in the address where nobody is named. */
const nobody = '-';
/** How many quotations of a speaker are shown. */
const most = 200;

/** @type {ViewDefinition} */
export const voices = { name: 'voices', label: strings.label, path: 'id', parts: { kind: text('kind'), article: text('article') }, draw };

/** @type {View} */
function draw(root, asked, { engine, announce, exports }) {
  const counts = engine.overview().quotations;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const filter = narrowed(asked, counts);
  const first = ledger(engine, asked, filter);
  const { quotations, named, total } = first;
  const title = strings.title(quotations, named);
  announce(title);
  const list = el('ol', { class: 'voices' });
  const end = growing(asked, total, list, (next, from, limit) => {
    const { speakers } = from ? engine.speakers({ ...filter, offset: from, limit }) : first;
    return { rows: speakers.map((speaker) => row(engine, next, speaker, filter)), shown: from + speakers.length };
  });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    all ? kindChoice(asked, counts, all) : null,
    asked.article ? el('p', { class: 'facets' }, el('a', { class: 'chip pressed', href: format({ ...asked, article: null }) },
      foreign(source(catalogue(engine).get(asked.article))), ' ×')) : null,
    quotations ? taking(exports, filter) : null,
    total ? list
      : nothing(strings.none, asked.kind || asked.article ? el('a', { href: '#/voices' }, strings.showAll) : strings.look), end);
}

/** What the address narrows the quotations to. @param {Route} asked @param {QuotationKindCount[]} counts @returns {SpeakerFilter} */
function narrowed(asked, counts) {
  const kind = counts.find((counted) => counted.kind === asked.kind)?.kind;
  return { ...kind ? { kind } : {}, ...asked.article ? { article: asked.article } : {} };
}

/** As many speakers as are asked for, and at least those up to the one that the address names.
 * @param {Engine} engine @param {Route} asked @param {SpeakerFilter} filter @returns {SpeakerList} */
function ledger(engine, asked, filter) {
  for (let limit = asked.shown; ; limit *= 4) {
    const list = engine.speakers({ ...filter, limit });
    if (!asked.id || limit >= list.total || list.speakers.some((speaker) => key(speaker) === asked.id)) return list;
  }
}

/** What stands for a speaker in the address. @param {SpeakerSummary} speaker */
function key(speaker) {
  return speaker.entity ?? nobody;
}

/** @param {Route} asked @param {QuotationKindCount[]} counts @param {number} all */
function kindChoice(asked, counts, all) {
  const to = (/** @type {string | null} */ kind) => format({ ...asked, kind, open: null, at: null, shown: page });
  return choice(strings.kind, [{ text: strings.all, href: to(null), current: !asked.kind },
    ...counts.map(({ kind, count }) => ({ text: `${strings.kinds[kind]} ${number(count)}`, href: to(kind), current: asked.kind === kind }))]);
}

/** @type {[QuoteForm, string][]} */
const forms = [['csv', 'CSV'], ['json', 'JSON'], ['tei', 'TEI'], ['jsonLd', 'Web Annotations']];

/** Downloads of what is shown. @param {Exports} exports @param {SpeakerFilter} filter */
function taking(exports, filter) {
  return el('details', { class: 'aside', data: { key: 'taking-quotes' } }, el('summary', null, common.exports),
    el('p', { class: 'label' }, filter.kind || filter.article ? strings.listed : strings.every),
    el('div', { class: 'actions' }, forms.map(([form, name]) =>
      el('button', { type: 'button', title: strings.forms[form], data: { key: `export-quotes-${form}` }, on: { click: () => exports.quotes(form, filter) } }, name))));
}

/** @param {Engine} engine @param {Route} asked @param {SpeakerSummary} speaker @param {SpeakerFilter} filter */
function row(engine, asked, speaker, filter) {
  const id = key(speaker);
  const isOpen = asked.id === id;
  const toggle = format({ ...asked, id: isOpen ? null : id, open: null, at: null });
  const role = speaker.role ?? (speaker.kind && speaker.kind !== 'person' ? names[speaker.kind].one : null);
  return el('li', { class: `voice${isOpen ? ' open' : ''}${id === nobody ? ' nobody' : ''}` },
    el('div', { class: 'voicehead' },
      el('h3', null, el('a', { href: toggle, 'aria-expanded': String(isOpen), data: { answer: '', key: `voice-${id}`, toggle: '' } }, foreign(speaker.name ?? strings.nobody))),
      role ? el('p', { class: 'role' }, foreign(role)) : null,
      el('p', { class: 'meta tally' }, common.quotations(speaker.quotations)),
      tally(engine, speaker)),
    isOpen ? said(engine, asked, speaker, filter) : null);
}

/** What a speaker said. @param {Engine} engine @param {Route} asked @param {SpeakerSummary} speaker @param {SpeakerFilter} filter */
function said(engine, asked, speaker, filter) {
  const entity = speaker.entity ? engine.entity(speaker.entity) : null;
  const quotes = engine.quotes({ ...filter, entity: speaker.entity ?? '', whole: !filter.kind, limit: most });
  return el('div', { class: 'said' },
    entity ? roles(asked, entity) : null,
    el('ol', { class: 'answers' }, quotes.map((quote) => saying(engine, asked, quote, !entity))),
    speaker.quotations > most ? el('p', { class: 'soft' }, strings.first(most, speaker.quotations)) : null);
}

/** How often each outlet quotes a speaker. @param {Engine} engine @param {SpeakerSummary} speaker */
function tally(engine, { outlets, outletCount }) {
  const rest = outletCount - outlets.length;
  return el('ul', { class: 'bars', 'aria-label': strings.byOutlet },
    outlets.map(({ publisher, article, count }) => el('li', null,
      el('span', { class: 'bar', 'aria-hidden': 'true', vars: { '--n': Math.min(count, 24) } }),
      el('span', { class: 'count' }, count), ' ', foreign(short(publisher ?? source(catalogue(engine).get(article)), 48)))),
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
