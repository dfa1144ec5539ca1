/**
 * How is it said in words? Outlets, dates, kinds and counts as the page writes them. Pure.
 */
import { label as strings, number } from '../../strings.js';

/** A frequency, as exact as it is small. @param {number} perThousand */
export function rate(perThousand) {
  const digits = perThousand === 0 || perThousand >= 100 ? 0 : perThousand < 1 ? 2 : 1;
  return number(perThousand, digits);
}

/** The outlet, or a neutral word where nothing proves one. @param {{ publisher: string | null } | undefined} article */
export function outlet(article) {
  return article?.publisher ?? strings.unknownOutlet;
}

/** @param {string} text @param {number} length characters at the most */
export function short(text, length) {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > length / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** The headline, or the id where there is none. @param {{ title: string | null, id: string } | undefined} article */
export function headline(article) {
  return article ? article.title ?? article.id : strings.unknownArticle;
}

/** A name by which articles can be told apart in a few words. @param {Meta | undefined} article */
export function source(article) {
  if (!article) return strings.unknownArticle;
  return article.publisher ?? `${strings.unknownOutlet}, “${short(headline(article), 34)}”`;
}

const { months } = strings;

/** `2024-06-21` as "21 Jun 2024", `2024-06` as "Jun 2024". @param {string} iso */
export function day(iso) {
  const [, year, month, date] = /^(-?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? [];
  if (!year) return iso;
  const name = months[Number(month) - 1];
  return [date && name ? String(Number(date)) : '', name ?? '', year].filter(Boolean).join(' ');
}

/** The day of an article, published before updated. @param {Meta | Article | undefined} article */
export function dated(article) {
  if (article?.published) return day(article.published);
  return article?.updated ? strings.updated(day(article.updated)) : strings.noDate;
}

/** The day to sort and count by. @param {Meta} article */
export function anchor(article) {
  return article.published ?? article.updated;
}

/** The time a statement names. @param {DateStatement} statement */
export function when({ from, to, precision }) {
  if (!from) return strings.unknownDate;
  const last = to ?? from;
  if (precision === 'year' && from.slice(0, 4) === last.slice(0, 4)) return from.slice(0, 4);
  if (precision === 'month' && from.slice(0, 7) === last.slice(0, 7)) return day(from.slice(0, 7));
  if (from === last) return day(from);
  if (from.endsWith('-01-01') && last.endsWith('-12-31')) return `${from.slice(0, 4)}–${last.slice(0, 4)}`;
  if (precision === 'season' && from.slice(0, 4) === last.slice(0, 4)) {
    return `${months[Number(from.slice(5, 7)) - 1]}–${day(last.slice(0, 7))}`;
  }
  return `${day(from)} – ${day(last)}`;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day, or two with a slash between, as shortly as it can be said: a whole year, a whole month. @param {string} days */
export function span(days) {
  const [from, to = from] = days.split('/');
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const isLast = Number(to.slice(8, 10)) >= (lengths[month - 1] ?? 31);
  if (from.endsWith('-01-01') && to === `${year}-12-31`) return year;
  if (from !== to && from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isLast) return day(from.slice(0, 7));
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

/** The months of the first and the last article; empty if none has a date. @param {Pick<Overview, 'first' | 'last'>} overview */
export function extent({ first, last }) {
  if (!first || !last) return '';
  const [from, to] = [day(first.slice(0, 7)), day(last.slice(0, 7))];
  return from === to ? from : `${from} – ${to}`;
}

export const { kinds } = strings;

/** @type {EntityKind[]} */
export const kindNames = ['person', 'organisation', 'place', 'document', 'event', 'publication', 'work'];

/** A stable code in kebab case as words. @param {string} code */
export function plain(code) {
  return code.replaceAll('-', ' ');
}

/** How sure a rule is. @param {number} confidence 0 to 1 */
export function sureness(confidence) {
  return strings.sureness[confidence >= 0.9 ? 'sure' : confidence >= 0.6 ? 'likely' : 'uncertain'];
}

/** How many, and of what. @param {{ kind: FigureKind, value: number, unit: string }} figure */
export function amount({ kind, value, unit }) {
  const said = kind === 'time' ? `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}` : number(value, 0, 6);
  return [said, unit].filter(Boolean).join(unit === '%' ? '' : ' ');
}

/** Whom words mean, and how sure that is. @param {{ text: string, name: string, confidence: number }} reference */
export function meaning({ text, name, confidence }) {
  return strings.meaning(text, name, sureness(confidence), confidence);
}

/** The words of a span, with a mark wherever the source lost some. @param {{ text: string, gaps: Gap[] }} article @param {Span} span */
export function cited({ text, gaps }, [start, end]) {
  const cuts = [start, ...gaps.map((gap) => gap.at).filter((at) => at > start && at < end), end];
  return cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut).trim()).join(' […] ');
}

/** The number that people know a block by: as in the command line, from 1. @param {number} block its index */
export function paragraph(block) {
  return block + 1;
}

/** What somebody takes along: the words and where they stand. @param {string} words @param {Meta | Article} article
 * @param {number} block its index @param {string} link */
export function citation(words, article, block, link) {
  const parts = [article.author, `“${headline(article)}”`, outlet(article), dated(article), strings.paragraph(paragraph(block))];
  return `“${words.trim()}”\n— ${parts.filter(Boolean).join(', ')}\n${link}\n`;
}
