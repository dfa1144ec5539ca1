/** What did somebody drop or paste? Files, folders and text from outside of the page, as sources of articles. */
import { CorpusError } from '../engine/error.js';
import { library as strings } from '../strings.js';
import { format } from './decisions.js';

/** What a saved corpus begins with. */
const mark = 'CXPK';

/** How much of a file tells what it is. */
const opening = 200;

/**
 * Takes in whatever is dropped anywhere on the page, or pasted outside of its fields.
 * @param {Document} page @param {(files: Source[]) => void} take
 */
export function takeIn(page, take) {
  const { body } = page;
  const isFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragover', (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    body.dataset.drop = strings.drop;
  });
  page.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) body.removeAttribute('data-drop');
  });
  page.addEventListener('drop', async (event) => {
    body.removeAttribute('data-drop');
    if (!isFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    // A folder may be empty; that is said too.
    take(await dropped(event.dataTransfer));
  });
  page.addEventListener('paste', (event) => {
    if (!event.clipboardData || event.defaultPrevented) return;
    const isField = event.target instanceof Element && event.target.closest('input, textarea');
    const files = [...event.clipboardData.files].map(fileSource);
    const pasted = isField || files.length ? null : textSource(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'));
    if (!files.length && !pasted) return;
    event.preventDefault();
    take(pasted ? [pasted] : files);
  });
}

/**
 * The sources of what the console hands in: a list of File objects, or of names and bytes.
 * @param {unknown} files @returns {Source[]}
 */
export function sources(files) {
  const isList = typeof files === 'object' && files !== null && Symbol.iterator in files;
  if (!isList) throw new CorpusError('argument', `files: expected a list of File objects, found ${told(files)}`);
  return [.../** @type {Iterable<any>} */ (files)].map((file, n) => {
    if (file instanceof File) return fileSource(file);
    if (typeof file?.name === 'string' && isPart(file.bytes)) return { name: file.name, blob: new Blob([file.bytes]) };
    throw new CorpusError('argument', `files[${n}]: expected a File object or {name, bytes}, found ${told(file)}`);
  });
}

/** Whether a value is what a Blob is made of. @param {unknown} bytes @returns {bytes is BlobPart} */
function isPart(bytes) {
  return typeof bytes === 'string' || bytes instanceof Blob || bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes);
}

/** A value in the words of an error. @param {unknown} value */
function told(value) {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `“${value.slice(0, 60)}”`;
  return Array.isArray(value) ? 'a list' : typeof value === 'object' && value ? 'an object' : typeof value === 'function' ? 'a function' : String(value);
}

/** @param {File} file @returns {Source} */
export function fileSource(file) {
  return { name: file.webkitRelativePath || file.name, blob: file };
}

/** A pasted text and the markup that came with it; the reader tells which of the two is the article. @param {string} text @param {string} [markup] @returns {Source | null} */
export function textSource(text, markup = '') {
  return text.trim() || markup.trim() ? { name: 'pasted', blob: new Blob([text]), markup } : null;
}

/** Everything that was dropped, folders opened. @param {DataTransfer} transfer @returns {Promise<Source[]>} */
async function dropped(transfer) {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? item.webkitGetAsEntry?.() ?? [] : []));
  if (!entries.length) return [...transfer.files].map(fileSource);
  return (await Promise.all(entries.map(within))).flat();
}

/** The files of an entry, by their path. @param {FileSystemEntry} entry @returns {Promise<Source[]>} */
async function within(entry) {
  if (entry.isFile) {
    const file = /** @type {FileSystemFileEntry} */ (entry);
    const blob = await new Promise((yes) => file.file(yes, () => yes(new Blob())));
    return [{ name: entry.fullPath.replace(/^\//, ''), blob }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */
  const inside = [];
  // A folder is read in portions until an empty one.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const portion = await new Promise((yes) => reader.readEntries(yes, () => yes([])));
    if (!portion.length) break;
    inside.push(...portion);
  }
  const visible = inside.filter(({ name }) => !name.startsWith('.'));
  return (await Promise.all(visible.map(within))).flat();
}

/** What files that came together are called: by their folder, or the only one of them; nothing if they were pasted. @param {Source[]} files */
export function named(files) {
  const [first = ''] = files.map(({ name, markup }) => (markup === undefined ? name : ''));
  if (first.includes('/')) return first.slice(0, first.indexOf('/'));
  return files.length === 1 ? first.replace(/\.\w+$/, '') : '';
}

/** Saved corpora and decisions, which only need to be joined, and the files that must be read. @param {Source[]} files */
export async function parted(files) {
  const heads = await Promise.all(files.map(({ blob }) => blob.slice(0, opening).text().catch(() => '')));
  const isSaved = (/** @type {number} */ index) => heads[index].startsWith(mark);
  const isDecided = (/** @type {number} */ index) => /^\uFEFF?\s*\{/.test(heads[index]) && heads[index].includes(`"${format}"`);
  const saved = files.filter((_, index) => isSaved(index));
  const decided = files.filter((_, index) => isDecided(index));
  return {
    decisions: await Promise.all(decided.map(async ({ name, blob }) => ({ name, text: await blob.text() }))),
    packs: await Promise.all(saved.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) }))),
    others: files.filter((_, index) => !isSaved(index) && !isDecided(index)),
  };
}
