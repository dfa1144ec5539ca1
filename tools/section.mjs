// What does a module of WebAssembly carry beside its code? Adds a custom section, as the specification of the binary format
// defines it (2.5.3): id 0, the size of the rest, the length and bytes of its name, the content.

/** A number in LEB128. @param {number} number @returns {number[]} */
const leb = (number) => (number < 128 ? [number] : [(number % 128) | 128, ...leb(Math.floor(number / 128))]);

/** A module with one more section. @param {Buffer} module @param {string} name @param {Buffer} content @returns {Buffer} */
export function withSection(module, name, content) {
  const title = Buffer.from(name);
  const rest = Buffer.concat([Buffer.from(leb(title.length)), title, content]);
  return Buffer.concat([module, Buffer.from([0, ...leb(rest.length)]), rest]);
}
