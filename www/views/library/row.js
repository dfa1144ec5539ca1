/**
 * What is known of one article, and how can it be put right? A row of the library: its values to edit,
 * what they rest on, and what was done to the article on its way in.
 */
import { articleRow as strings, capital, common } from '../../strings.js';
import { add, el, fill, foreign } from '../../ui/element/dom.js';
import { plain } from '../../ui/article/label.js';
import { usual } from '../../ui/article/layers.js';

/** @typedef {(layers: string[]) => string} Reading the address of the article with some layers on */
/** @typedef {{ node: HTMLLIElement, show(row: ReportRow, isNew: boolean, reading: Reading): void }} ArticleRow */

/** @type {GivenField[]} */
const fields = ['title', 'publisher', 'published', 'author'];

/** @type {Record<string, string>} */
const formats = { text: strings.text, html: 'HTML', markdown: 'Markdown', json: 'JSON', 'json-lines': 'JSON Lines', csv: 'CSV', tsv: 'TSV', docx: 'DOCX', pdf: 'PDF', zip: 'ZIP' };

/**
 * The row of an article. It stays while its values change, so that whoever types in it keeps the place.
 * @param {string} id @param {{ give(values: GivenValues): void, remove(): void }} how @returns {ArticleRow}
 */
export function articleRow(id, { give, remove }) {
  const inputs = fields.map((field) => input(id, field, give));
  const facts = el('p', { class: 'meta' });
  const done = el('summary', null);
  const report = el('dl', null);
  const read = el('a', { data: { answer: '', toggle: '', key: `read-${id}` } }, strings.read);
  const gone = el('button', { type: 'button', class: 'quiet', data: { key: `remove-${id}` }, on: { click: remove } }, strings.remove);
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
      read.setAttribute('aria-label', strings.readOne(name));
      gone.setAttribute('aria-label', strings.removeOne(name));
      for (const one of inputs) one.show(row);
      fill(facts, isNew ? el('strong', { class: 'new' }, strings.isNew) : null, isNew ? ' · ' : null, foreign(row.file ?? row.id),
        ` · ${formats[row.format] ?? row.format} · ${common.words(row.words)}`);
      fill(done, what(row), row.warnings.length ? el('span', { class: 'warn' }, strings.warnings(row.warnings.length)) : null);
      fill(report, told(row, reading));
    },
  };
}

/** A value to edit, with what it rests on. @param {string} id @param {GivenField} field @param {(values: GivenValues) => void} give */
function input(id, field, give) {
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
    node: el('div', { class: `field ${field}` }, el('p', { class: 'meta' }, el('label', { for: inputId }, strings.fields[field]), ' · ', note), box),
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
  if (!known) return strings.notFound;
  if (known.given) return strings.given;
  return strings.found(known.rule && plain(known.rule));
}

/** What was done, in one line. @param {ReportRow} row */
function what({ repairs, removed, gaps }) {
  const sum = (/** @type {{ count: number }[]} */ counts) => counts.reduce((all, { count }) => all + count, 0);
  const [repaired, left] = [sum(repairs), sum(removed)];
  const parts = [repaired ? strings.repairs(repaired) : null, left ? strings.removals(left) : null, gaps ? strings.gaps(gaps) : null].filter(Boolean);
  return parts.length ? capital(parts.join(' · ')) : strings.unchanged;
}

/** The whole report of an article. @param {ReportRow} row @param {Reading} reading */
function told(row, reading) {
  const parts = el('div', null);
  const tell = (/** @type {string} */ name, /** @type {(import('../../ui/element/dom.js').Child | import('../../ui/element/dom.js').Child[])[]} */ ...words) =>
    add(parts, el('dt', null, name), el('dd', null, ...words));
  for (const field of fields) {
    const [known, label] = [row[field], strings.fields[field]];
    if (!known) tell(label, el('em', null, strings.unknown), strings.unstated);
    else if (known.given) tell(label, el('strong', null, foreign(known.value)), strings.revert);
    else if (known.text) tell(label, el('strong', null, foreign(known.value)), known.text === known.value ? null : [': ', el('q', null, foreign(known.text))], ` (${common.rule(plain(known.rule ?? ''))})`);
  }
  const see = (/** @type {string} */ layer) => [' · ', el('a', { href: reading([layer]), data: { open: '' } }, strings.see)];
  if (row.repairs.length) tell(strings.repaired, row.repairs.map(({ rule, count }) => `${plain(rule)}: ${count}`).join(' · '), ...see('repairs'));
  if (row.removed.length) tell(strings.leftOut, row.removed.map(({ reason, count }) => `${plain(reason)}: ${count}`).join(' · '), strings.atEnd);
  if (row.gaps) tell(strings.missing, strings.missingHow(row.gaps), ...see('gaps'));
  if (row.address) tell(strings.address, foreign(row.address));
  if (row.encoding) tell(strings.encoding, encoded(row.encoding));
  for (const warning of row.warnings) tell(strings.warning, el('span', { class: 'warn' }, warning));
  return [...parts.childNodes];
}

/** @param {NonNullable<ReportRow['encoding']>} encoding */
function encoded({ name, how, confidence, malformed }) {
  return [`${name}, ${strings.how[/** @type {keyof typeof strings.how} */ (how)]}`, how === 'detected' ? strings.confidence(confidence) : '', malformed ? strings.malformed(malformed) : ''].join('');
}
