// Does text reach the page as text nodes alone? The sources are read, and the builder tried on a stand-in document.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);
const scripts = readdirSync(www, { recursive: true }).filter((name) => name.endsWith('.js'));
const source = (name) => readFileSync(new URL(name, www), 'utf8');

test('dom: no way to set markup or fetch anything', () => {
  for (const name of scripts) {
    const code = source(name).replace(/\/\*[\s\S]*?\*\//g, '');
    assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bfetch\(|XMLHttpRequest|\bimport\(|WebSocket|sendBeacon/, name);
  }
});

test('dom: files stay short, views ask neither engine nor address, the engine alone knows wasm', () => {
  for (const name of scripts) {
    const lines = source(name).split('\n');
    // A table of texts is as long as there are texts.
    if (name !== 'strings.js') assert.ok(lines.length <= 301, `${name} has ${lines.length} lines`);
    if (name.startsWith('views/')) assert.doesNotMatch(source(name), /location\.|history\./, name);
    if (!name.startsWith('engine/')) assert.doesNotMatch(source(name).replace(/\/\*[\s\S]*?\*\//g, ''), /wasm/i, name);
  }
});

test('dom: the frame has no inline style or handler, and each place once', () => {
  const html = source('index.html');
  assert.doesNotMatch(html, /\sstyle=|\son\w+=/);
  for (const place of ['csp', 'style', 'main', 'glue', 'corpus', 'engine', 'reader']) assert.equal(html.split(`<!-- ${place} -->`).length, 2, place);
});

test('dom: elements from properties and children', async (t) => {
  class Node { constructor() { this.children = []; } appendChild(child) { this.children.push(child); return child; } }
  class Element extends Node {
    constructor(name) { super(); Object.assign(this, { name, attributes: {}, dataset: {}, listeners: {}, vars: {} }); this.style = { setProperty: (key, value) => { this.vars[key] = value; } }; }
    setAttribute(key, value) { this.attributes[key] = value; }
    addEventListener(type, listener) { this.listeners[type] = listener; }
  }
  Object.assign(globalThis, { Node, document: { createElement: (name) => new Element(name), createTextNode: (text) => Object.assign(new Node(), { text }) } });
  t.after(() => { delete globalThis.Node; delete globalThis.document; });
  const { el } = await import('../../www/ui/element/dom.js');
  const node = el('a', { class: 'x', hidden: true, title: null, data: { key: 1 }, vars: { '--n': 2 } }, '<b>', null, [0, el('i')]);
  assert.deepEqual(node.attributes, { class: 'x', hidden: '' });
  assert.deepEqual([node.dataset, node.vars], [{ key: '1' }, { '--n': '2' }]);
  assert.deepEqual(node.children.map((child) => child.text ?? child.name), ['<b>', '0', 'i']);
  assert.throws(() => el('a', { style: 'color: red' }));
  assert.throws(() => el('a', { onclick: 'x()' }));
});
