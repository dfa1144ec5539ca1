/** What is said aloud? The live region: the last of many words once they rest; what must be seen, at once and for a while. */

/** @param {HTMLElement} live @returns {Desk['announce']} */
export function announcer(live) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  return (words, isSeen = false) => {
    clearTimeout(timer);
    // What is seen stays until it was read; a view that it led to has its say afterwards.
    if (!isSeen) return void (timer = setTimeout(() => { live.textContent = words; }, 'seen' in live.dataset ? 2600 : 600));
    clearTimeout(rest);
    live.textContent = words;
    live.dataset.seen = '';
    rest = setTimeout(() => { delete live.dataset.seen; }, 2500);
  };
}
