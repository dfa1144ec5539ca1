/**
 * Which tab may change a collection? Its first. Others wait for their turn, in the order of Web Locks; where a page is not
 * secure and has none, tabs ask each other. Whoever is mistaken is stopped by the collection itself, which knows its writer.
 */

/** How long a tab without Web Locks waits for another to speak up, in milliseconds. */
const patience = 300;

/**
 * A tab's turn at a collection; `isMine` at once if no other tab has it.
 * @typedef {{ isMine: boolean, release(): void }} Turn
 */

/** @param {string} id of the collection @param {() => void} gained called when a turn that was not there at once has come @returns {Promise<Turn>} */
export function takeTurn(id, gained) {
  const name = `corpus-explorer/${id}`;
  return navigator.locks ? byLock(name, gained) : byAsking(name, gained);
}

/** @param {string} name @param {() => void} gained @returns {Promise<Turn>} */
async function byLock(name, gained) {
  const waiting = new AbortController();
  let release = () => {};
  const held = () => new Promise((/** @type {(value: void) => void} */ done) => { release = done; });
  const isMine = await new Promise((answer, fail) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      answer(Boolean(lock));
      return lock ? held() : undefined;
    }).catch(fail);
  });
  const turn = { isMine, release: () => (waiting.abort(), release()) };
  if (!isMine) {
    const come = () => {
      turn.isMine = true;
      gained();
      return held();
    };
    navigator.locks.request(name, { signal: waiting.signal }, come).catch((error) => {
      if (!waiting.signal.aborted) throw error;
    });
  }
  return turn;
}

/** @param {string} name @param {() => void} gained @returns {Promise<Turn>} */
async function byAsking(name, gained) {
  const channel = new BroadcastChannel(name);
  let isTaken = () => {};
  const turn = {
    isMine: false,
    release() {
      if (turn.isMine) channel.postMessage('free');
      channel.close();
    },
  };
  channel.onmessage = ({ data }) => {
    if (data === 'whose' && turn.isMine) channel.postMessage('mine');
    if (data === 'mine') isTaken();
    if (data === 'free' && !turn.isMine) {
      turn.isMine = true;
      gained();
    }
  };
  channel.postMessage('whose');
  turn.isMine = await new Promise((answer) => {
    isTaken = () => answer(false);
    setTimeout(() => answer(true), patience);
  });
  return turn;
}
