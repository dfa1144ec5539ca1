/** How is what was done to a corpus done again? On the page and in its worker: calls in, the same corpus changed. */

/**
 * Does again what was done to a corpus. What is refused is passed over: its article left, or its name is another now, and
 * then it has nothing to change.
 * @param {WasmCorpus} corpus @param {Call[]} calls @param {(bytes: Uint8Array) => WasmCorpus} open
 */
export function replay(corpus, calls, open) {
  for (const call of calls) {
    try {
      if ('shards' in call) corpus.append(joined(call.shards, open));
      else /** @type {any} */ (corpus)[call.name](...call.given);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'CorpusError')) throw error;
    }
  }
}

/**
 * Saved corpora of one reading as one, so that what articles share is derived once. @param {Uint8Array<ArrayBuffer>[]} shards at least one
 * @param {(bytes: Uint8Array) => WasmCorpus} open @returns {Uint8Array<ArrayBuffer>}
 */
export function joined(shards, open) {
  if (shards.length === 1) return shards[0];
  const all = open(shards[0]);
  for (const shard of shards.slice(1)) all.append(shard);
  const saved = /** @type {Uint8Array<ArrayBuffer>} */ (all.save());
  all.free();
  return saved;
}
