/** What does the page carry? Its parts, unpacked: gzip in base64, in blocks that do not run by themselves. */

/** A part that the page carries. @param {string} id @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
export async function carried(id) {
  const text = document.getElementById(id)?.textContent?.trim();
  return text ? through(bytes(text), new DecompressionStream('gzip')) : null;
}

/** A part that is text. @param {string} id */
export async function carriedText(id) {
  const part = await carried(id);
  return part ? new TextDecoder().decode(part) : null;
}

/** Bytes as a part: gzipped, then base64. @param {Uint8Array<ArrayBuffer>} part @returns {Promise<string>} */
export async function packed(part) {
  return base64(await through(part, new CompressionStream('gzip')));
}

/** @param {Uint8Array<ArrayBuffer>} part @param {GenericTransformStream} way */
async function through(part, way) {
  return new Uint8Array(await new Response(new Blob([part]).stream().pipeThrough(way)).arrayBuffer());
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function bytes(text) {
  const decode = /** @type {any} */ (Uint8Array).fromBase64;
  if (decode) return decode(text);
  const binary = atob(text);
  const out = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) out[at] = binary.charCodeAt(at);
  return out;
}

/** How many bytes are handed to `btoa` at once; divisible by three, so that the pieces join. */
const stretch = 3 * 8192;

/** @param {Uint8Array} part */
function base64(part) {
  const encode = /** @type {any} */ (part).toBase64;
  if (encode) return encode.call(part);
  const pieces = [];
  for (let at = 0; at < part.length; at += stretch) {
    pieces.push(btoa(String.fromCharCode(...part.subarray(at, at + stretch))));
  }
  return pieces.join('');
}
