/** Is an answer there already? Promises that show their value once they have it, so that what is known is drawn at once. */

/** @template T @param {Promise<T>} promise @returns {Pending<T>} */
export function pending(promise) {
  /** @type {Pending<T>} */
  const answer = promise;
  promise.then((value) => { answer.value = value; }, () => {});
  return answer;
}

/** An answer that is there. @template T @param {T} value @returns {Pending<T>} */
export function known(value) {
  return Object.assign(Promise.resolve(value), { value });
}
