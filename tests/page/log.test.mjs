// Is a log read as it was written, and does a cipher open only what it sealed? The parts of storage that need no browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, opened, sealedBy } from '../../www/storage/cipher.js';
import { calls, written } from '../../www/storage/collection.js';

const bytes = (text) => new TextEncoder().encode(text);
const text = (found) => new TextDecoder().decode(found);

test('changes come out of a log as they went in', () => {
  const changes = [
    { name: 'give', given: ['a é', { title: 'Ü 🎉', author: '' }] },
    { name: 'remove', given: [['a', 'b']] },
    { name: 'append', given: [bytes('CXPK')] },
  ];
  const entries = changes.map((change, order) => ({ order, part: 0, ...written(change) }));
  assert.deepEqual(calls(entries), changes);
  const given = bytes('CXPK');
  const { bytes: kept } = written({ name: 'append', given: [given] });
  given.fill(0);
  assert.equal(text(kept), 'CXPK', 'what a caller does to the bytes afterwards changes nothing');
});

test('what JSON does not say as it is makes no entry', () => {
  const cyclic = {};
  cyclic.self = [cyclic];
  for (const given of [new Set(['a']), { title: 1n }, { title: NaN }, [new Date()], { toJSON: () => 1 }, { get title() { throw new Error('once'); } }, cyclic]) {
    assert.equal(written({ name: 'give', given: ['a', given] }), null);
  }
  assert.equal(written({ name: 'append', given: [new ArrayBuffer(4)] }), null);
  assert.ok(written({ name: 'give', given: ['a', { title: undefined, tags: ['b', null, 1.5, true, { c: [] }] }] }));
});

test('the shards of one import join at once, those of two do not', () => {
  const shard = (order, part, kind = 'shard') => ({ order, part, kind, bytes: bytes(`${order}/${part}`) });
  const found = calls([shard(1, 0), shard(1, 1), shard(2, 0), shard(3, 0, 'pack'), shard(3, 1, 'pack'), shard(3, 2), shard(3, 3)]);
  const told = found.map((call) => ('shards' in call ? call.shards.map(text) : text(call.given[0])));
  assert.deepEqual(told, [['1/0', '1/1'], ['2/0'], '3/0', '3/1', ['3/2', '3/3']]);
});

test('an entry of a kind that is not known is not passed over', () => {
  assert.throws(() => calls([{ order: 1, part: 0, kind: 'patch', bytes: bytes('') }]), ({ name, kind }) => name === 'StorageError' && kind === 'newer');
});

test('a cipher opens what it sealed, there and unchanged, and nobody else does', async () => {
  const { cipher, padlock } = await sealedBy('correct horse');
  const sealed = await cipher.seal(bytes('Harbour'), 'a/1/0/call');
  assert.equal(text(await cipher.open(sealed, 'a/1/0/call')), 'Harbour');
  assert.notDeepEqual((await cipher.seal(bytes('Harbour'), 'a/1/0/call')).iv, sealed.iv, 'no iv is used twice');
  await assert.rejects(cipher.open(sealed, 'a/2/0/call'), undefined, 'moved elsewhere');
  const changed = { ...sealed, body: sealed.body.map((byte, at) => (at ? byte : byte ^ 1)) };
  await assert.rejects(cipher.open(changed, 'a/1/0/call'), undefined, 'changed');
  assert.equal(await opened(padlock, 'correct house'), null);
  const same = await opened(structuredClone(padlock), 'correct horse');
  assert.equal(text(await same.open(sealed, 'a/1/0/call')), 'Harbour');
});

test('without a passphrase, bytes stay as they are', async () => {
  const sealed = await open.seal(bytes('Harbour'), 'anywhere');
  assert.deepEqual(sealed, { body: bytes('Harbour') });
  assert.equal(text(await open.open(sealed, 'anywhere')), 'Harbour');
});
