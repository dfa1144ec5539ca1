/** How does the engine refuse? With an error that has a code. */

/** An error with a stable code. */
export class CorpusError extends Error {
  /** @param {string} code in kebab case @param {string} message what was found, what was expected */
  constructor(code, message) {
    super(message);
    this.name = 'CorpusError';
    this.code = code;
  }
}
