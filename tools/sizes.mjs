// How large is a download? Prints the raw, gzip and brotli sizes of the engines and the page, and of the compressed
// parts in the page.
// Usage: node tools/sizes.mjs FILE…
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const columns = ['raw', 'gzip', 'brotli'];
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(12);

console.log(`${'Sizes'.padEnd(28)}${columns.map((name) => name.padStart(12)).join('')}`);
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const brotli = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, brotli).length];
  console.log(`${path.replace('target/', '').padEnd(28)}${sizes.map(kilobytes).join('')}`);
  if (!path.endsWith('.html')) continue;
  for (const [, id, data] of bytes.toString().matchAll(/<script type="application\/octet-stream" id="([^"]+)">([A-Za-z0-9+/=]{100,})/g)) {
    console.log(`${`  carries ${id}`.padEnd(40)}${kilobytes(Buffer.from(data, 'base64').length)}`);
  }
}
