/**
 * What is known of one article, and how can it be put right? A row of the library: its values to edit,
 * what they rest on, and what was done to the article on its way in.
 */
import { add, el, fill, foreign } from '../../ui/dom.js';
import { capital, counted, plain } from '../../ui/label.js';
import { usual } from '../../ui/layers.js';

/** @typedef {(layers: string[]) => string} Reading the address of the article with some layers on */
/** @typedef {{ node: HTMLLIElement, show(row: ReportRow, isNew: boolean, reading: Reading): void }} ArticleRow */

/** @type {[GivenField, string][]} */
const fields = [['title', 'Headline'], ['publisher', 'Outlet'], ['published', 'Published'], ['author', 'Author']];

/** @type {Record<string, string>} */
const formats = { text: 'plain text', html: 'HTML', markdown: 'Markdown', json: 'JSON', 'json-lines': 'JSON Lines', csv: 'CSV', tsv: 'TSV', docx: 'DOCX', pdf: 'PDF', zip: 'ZIP' };

/**
 * The row of an article. It stays while its values change, so that whoever types in it keeps the place.
 * @param {string} id @param {{ give(values: GivenValues): void, remove(): void }} how @returns {ArticleRow}
 */
export function articleRow(id, { give, remove }) {
  const inputs = fields.map(([field, label]) => input(id, field, label, give));
  const facts = el('p', { class: 'meta' });
  const done = el('summary', null);
  const report = el('dl', null);
  const read = el('a', { data: { answer: '', toggle: '', key: `read-${id}` } }, 'Read');
  const gone = el('button', { type: 'button', class: 'quiet', data: { key: `remove-${id}` }, on: { click: remove } }, 'Remove');
  const node = el('li', { class: 'articlerow', data: { article: id } },
    el('div', { class: 'fields' }, inputs.map((one) => one.node)),
    el('div', { class: 'articlefoot' }, facts, read, gone),
    el('details', { class: 'evidence', data: { key: `report-${id}` } }, done, report));
  let shown = '';
  return {
    node,
    show(row, isNew, reading) {
      const href = reading([...usual, 'repairs']);
      const next = JSON.stringify([row, isNew, href]);
      if (next === shown) return;
      shown = next;
      const name = row.title?.value ?? row.id;
      read.setAttribute('href', href);
      read.setAttribute('aria-label', `Read ${name}`);
      gone.setAttribute('aria-label', `Remove ${name}`);
      for (const one of inputs) one.show(row);
      fill(facts, isNew ? el('strong', { class: 'new' }, 'new') : null, isNew ? ' · ' : null, foreign(row.file ?? row.id),
        ` · ${formats[row.format] ?? row.format} · ${counted(row.words, 'word')}`);
      fill(done, what(row), row.warnings.length ? el('span', { class: 'warn' }, ` · ${counted(row.warnings.length, 'warning')}`) : null);
      fill(report, told(row, reading));
    },
  };
}

/** A value to edit, with what it rests on. @param {string} id @param {GivenField} field @param {string} label @param {(values: GivenValues) => void} give */
function input(id, field, label, give) {
  const inputId = `${field}-${id}`.replace(/\s/g, '_');
  const common = { id: inputId, 'aria-describedby': `${inputId}-basis`, autocomplete: 'off', data: { key: `${field}-${id}` } };
  const box = field === 'title' ? el('textarea', { ...common, rows: 1, spellcheck: 'false' })
    : el('input', { ...common, type: field === 'published' ? 'date' : 'text', max: field === 'published' ? '9999-12-31' : null });
  const note = el('span', { class: 'basis', id: `${inputId}-basis` });
  let value = '';
  box.addEventListener('change', () => {
    const text = box.value.replace(/\s+/g, ' ').trim();
    if (text === value) box.value = value;
    else give({ [field]: text });
  });
  box.addEventListener('keydown', (event) => {
    const { key } = /** @type {KeyboardEvent} */ (event);
    if (key !== 'Enter' && (key !== 'Escape' || box.value === value)) return;
    event.preventDefault();
    if (key === 'Escape') box.value = value;
    else box.dispatchEvent(new Event('change'));
  });
  return {
    node: el('div', { class: `field ${field}` }, el('p', { class: 'meta' }, el('label', { for: inputId }, label), ' · ', note), box),
    /** @param {ReportRow} row */
    show(row) {
      const known = row[field];
      value = field === 'published' ? /^\d{4}-\d\d-\d\d/.exec(known?.value ?? '')?.[0] ?? '' : known?.value ?? '';
      box.value = value;
      note.textContent = basis(known);
      note.title = known?.text ? `“${known.text}”` : '';
      note.classList.toggle('given', known?.given ?? false);
    },
  };
}

/** @param {ReportedValue | null} known */
function basis(known) {
  if (!known) return 'not found';
  if (known.given) return 'given';
  return known.rule ? `found: ${plain(known.rule)}` : 'found';
}

/** What was done, in one line. @param {ReportRow} row */
function what({ repairs, removed, gaps }) {
  const sum = (/** @type {{ count: number }[]} */ counts) => counts.reduce((all, { count }) => all + count, 0);
  const [repaired, left] = [sum(repairs), sum(removed)];
  const parts = [repaired ? `${counted(repaired, 'repair')}` : null, left ? `${counted(left, 'part')} left out` : null,
    gaps ? `words lost in ${counted(gaps, 'place')}` : null].filter(Boolean);
  return parts.length ? capital(parts.join(' · ')) : 'Nothing was changed';
}

/** The whole report of an article. @param {ReportRow} row @param {Reading} reading */
function told(row, reading) {
  const parts = el('div', null);
  const tell = (/** @type {string} */ name, /** @type {(import('../../ui/dom.js').Child | import('../../ui/dom.js').Child[])[]} */ ...words) =>
    add(parts, el('dt', null, name), el('dd', null, ...words));
  for (const [field, label] of fields) {
    const known = row[field];
    if (!known) tell(label, el('em', null, 'unknown'), ': nothing in the source proves it');
    else if (known.given) tell(label, el('strong', null, foreign(known.value)), ': given; empty the field to take it back');
    else if (known.text) tell(label, el('strong', null, foreign(known.value)), known.text === known.value ? null : [': ', el('q', null, foreign(known.text))], ` (rule: ${plain(known.rule ?? '')})`);
  }
  const see = (/** @type {string} */ layer) => [' · ', el('a', { href: reading([layer]), data: { open: '' } }, 'see them in the text')];
  if (row.repairs.length) tell('Repaired', row.repairs.map(({ rule, count }) => `${plain(rule)}: ${count}`).join(' · '), ...see('repairs'));
  if (row.removed.length) tell('Left out', row.removed.map(({ reason, count }) => `${plain(reason)}: ${count}`).join(' · '), ' · see the end of the article');
  if (row.gaps) tell('Lost', `words in ${counted(row.gaps, 'place')}, before this page saw the text; nothing was filled in`, ...see('gaps'));
  if (row.address) tell('Address', foreign(row.address));
  if (row.encoding) tell('Characters', encoded(row.encoding));
  for (const warning of row.warnings) tell('Warning', el('span', { class: 'warn' }, warning));
  return [...parts.childNodes];
}

/** @param {NonNullable<ReportRow['encoding']>} encoding */
function encoded({ name, how, confidence, malformed }) {
  const why = { mark: 'by its byte order mark', valid: 'all bytes fit', declared: 'as the file says', fixed: 'as the format asks',
    detected: `guessed from the bytes, ${Math.round(confidence * 100)} % sure` }[how];
  return `${name}, ${why}${malformed ? `; ${counted(malformed, 'byte')} stand for no character` : ''}`;
}
