/** Where is an article from, and what was left out of it? What stands before and after its text. */
import { capital, common, reader as strings } from '../../strings.js';
import { el, foreign } from '../../ui/element/dom.js';
import { dated, day, outlet, plain } from '../../ui/article/label.js';

/** The head of an article. @param {Article} read @param {HTMLElement} title @param {HTMLElement} back the link to where one came from */
export function head(read, title, back) {
  const fields = [outlet(read), read.author ? common.by(read.author) : null, dated(read), read.kind, common.words(read.words)];
  return el('header', { class: 'head' },
    el('p', { class: 'back' }, back),
    title,
    el('p', { class: 'byline' }, fields.filter(Boolean).map((field, index) => [index ? ' · ' : '', foreign(String(field))]).flat()),
    evidence(read));
}

/** The end of an article: what is no part of its text, and its source. @param {Article} read */
export function tail(read) {
  return [
    removed(read),
    el('p', { class: 'source' }, strings.source([read.author, outlet(read), dated(read)].flatMap((part) => part ?? [])),
      el('span', { class: 'soft' }, strings.file(read.id))),
  ];
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

/** @param {Article} read */
function removed(read) {
  if (!read.removed.length) return null;
  return el('details', { class: 'removed', data: { key: 'removed' } },
    el('summary', null, strings.removed(read.removed.length)),
    el('ul', null, read.removed.map((part) => el('li', null, el('span', { class: 'label' }, capital(plain(part.reason))), el('pre', null, foreign(part.text))))));
}
