/**
 * How is a collection kept from other eyes? AES-GCM with a key that is derived from a passphrase by PBKDF2; bytes and the
 * place where they lie in, sealed bytes out. Neither the passphrase nor the key is kept anywhere.
 */

/** How often PBKDF2 hashes a passphrase: what OWASP recommends for SHA-256. */
const rounds = 600_000;

/** What a key is known by: it opens this. */
const sign = new TextEncoder().encode('corpus-explorer');

/** @typedef {{ body: Uint8Array<ArrayBuffer>, iv?: Uint8Array<ArrayBuffer> }} Sealed */
/**
 * Seals and opens bytes. A place is bound to what is sealed there: moved elsewhere, it does not open.
 * @typedef {{ seal(bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Sealed>, open(sealed: Sealed, place: string): Promise<Uint8Array<ArrayBuffer>> }} Cipher
 */

/** What a passphrase is checked against, kept with the collection.
 * @typedef {{ salt: Uint8Array<ArrayBuffer>, rounds: number, check: Sealed }} Padlock */

/** Of a collection without a passphrase. @type {Cipher} */
export const open = {
  seal: async (body) => ({ body }),
  open: async ({ body }) => body,
};

/** Whether passphrases can be offered: browsers encrypt only on secure pages, those from disk among them. */
export function canSeal() {
  return Boolean(globalThis.crypto?.subtle);
}

/** A cipher for a new passphrase, and what later tells whether a passphrase is the same. @param {string} passphrase
 * @returns {Promise<{ cipher: Cipher, padlock: Padlock }>} */
export async function sealedBy(passphrase) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const cipher = await derived(passphrase, salt, rounds);
  return { cipher, padlock: { salt, rounds, check: await cipher.seal(sign, 'check') } };
}

/** The cipher of a padlock; null if the passphrase is another. @param {Padlock} padlock @param {string} passphrase @returns {Promise<Cipher | null>} */
export async function opened(padlock, passphrase) {
  const cipher = await derived(passphrase, padlock.salt, padlock.rounds);
  return cipher.open(padlock.check, 'check').then(() => cipher, () => null);
}

/** @param {string} passphrase @param {Uint8Array<ArrayBuffer>} salt @param {number} iterations @returns {Promise<Cipher>} */
async function derived(passphrase, salt, iterations) {
  const { subtle } = crypto;
  // However it was typed: é is one letter or two.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const key = await subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const how = (/** @type {Uint8Array<ArrayBuffer>} */ iv, /** @type {string} */ place) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) });
  return {
    async seal(bytes, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { iv, body: new Uint8Array(await subtle.encrypt(how(iv, place), key, bytes)) };
    },
    async open({ body, iv }, place) {
      return new Uint8Array(await subtle.decrypt(how(/** @type {Uint8Array<ArrayBuffer>} */ (iv), place), key, body));
    },
  };
}
