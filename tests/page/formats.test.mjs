// Does every format come in by the page: told by its name or its first bytes, read beside the page, found by search?
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { chromium, fromDisk, open } from './browser.mjs';

const words = 'Two boats were found near Bergen on Monday, harbour master Karin Holm said, and both were towed to Odda.';

/** An archive of files that are stored as they are. */
function zip(files) {
  const locals = [];
  const entries = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, label, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, label]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** The CRC-32 of IEEE 802.3. */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

const html = `<!doctype html><title>Boats found</title><article><h1>Boats found</h1><p>${words}</p><p>${words}</p></article>`;
const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const samples = {
  'a.txt': `Boats found\n\n${words}`,
  'a.md': `# Boats found\n\n${words}`,
  'a.json': JSON.stringify({ title: 'Boats found', text: words }),
  'a.jsonl': `${JSON.stringify({ title: 'Boats found', text: words })}\n`,
  'a.csv': `title,text\nBoats found,"${words}"\n`,
  'a.tsv': `title\ttext\nBoats found\t${words}\n`,
  'a.html': html,
  'unnamed': html,
  'page.txt': `<div class="story"><h1>Boats found</h1><p>${words}</p></div>`,
  'comment.txt': `<!-- saved -->\n${html}`,
  'rows.csv': `title,text\nBoats found,"<p>${words}</p><p>${words}</p>"\n`,
  'rows.json': JSON.stringify({ title: 'Boats found', text: `<p>${words}</p>` }),
  'a.docx': zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${wordprocessing}"><w:body><w:p><w:r><w:t>Boats found</w:t></w:r></w:p><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
  }),
  'a.zip': zip({ 'in/a.txt': `Boats found\n\n${words}` }),
  'a.pdf': readFileSync(new URL('../data/pdf/plain.pdf', import.meta.url)),
};

let browser;
/** One page, to which every test adds its own, and which has its five articles again afterwards. */
let page;
let quiet;
before(async () => {
  browser = await chromium();
  ({ page, quiet } = await open(browser, `${fromDisk()}#/library`));
});
after(async () => { await browser?.close(); });
afterEach(() => page.evaluate(() => {
  const { corpus } = window;
  corpus.remove(corpus.articles().slice(5).map(({ id }) => id));
}));

for (const [name, content] of Object.entries(samples)) {
  test(`format: ${name}`, async () => {
    const bytes = [...Buffer.from(content)];
    const came = await page.evaluate(([file, data]) => window.corpus.read([{ name: file, bytes: new Uint8Array(data) }]), [name, bytes]);
    assert.deepEqual(came.refused, []);
    assert.equal(came.articles.length, 1);
    const found = await page.evaluate(() => window.corpus.search('harbour', { by: 'article' }).hits.map((hit) => hit.article));
    assert.ok(found.includes(came.articles[0]), String(found));
    const text = await page.evaluate((id) => window.corpus.article(id).text, came.articles[0]);
    assert.doesNotMatch(text, /<\w/, 'no tag is left');
    quiet();
  });
}

test('format: one reader for files of all sorts', async () => {
  const files = [['a.txt', `Boats found\n\n${words}`], ['corpus.csv', 'file,outlet\na.txt,The Bugle\nin/a.html,The Globe\n'], ['in/a.html', html], ['a.md', `# Boats found\n\n${words}`]];
  const came = await page.evaluate((given) => window.corpus.read(given.map(([name, text]) => ({ name, bytes: text }))), files);
  assert.deepEqual(came, { articles: ['a', 'in/a', 'a-2'], refused: [] });
  const outlets = await page.evaluate(() => window.corpus.report().slice(-3).map(({ publisher }) => publisher?.value ?? null));
  assert.deepEqual(outlets, ['The Bugle', 'The Globe', null]);
  quiet();
});

test('format: what holds nothing says so, and equal reasons are told once', async () => {
  const read = (files) => page.evaluate((given) => window.corpus.read(given.map(([name, data]) => ({ name, bytes: new Uint8Array(data) }))), files.map(([name, data]) => [name, [...Buffer.from(data)]]));
  const none = await read([['n.zip', zip({})]]);
  assert.deepEqual([none.articles, none.refused.map(({ code, message }) => [code, message])], [[], [['empty', 'n.zip: contains no file of a known format']]]);
  const windows = await read([['w.zip', zip({ 'in\\b.txt': `Boats found\n\n${words}` })]]);
  assert.deepEqual(windows, { articles: ['in/b'], refused: [] });
  const many = await read(Array.from({ length: 12 }, (_, n) => [`empty-${n}.txt`, ' ']));
  assert.deepEqual(many.refused.map(({ message, count }) => [message, count]), [['empty-0.txt, empty-1.txt, empty-2.txt and 9 more: contains no text', 12]]);
  assert.match(await page.textContent('.refused'), /12 files or entries not read/);
  quiet();
});
