/**
 * What do people decide about names? Makes and undoes decisions, says what came of it, and keeps them as a file.
 * The decisions themselves live in the corpus, which is saved with them.
 */
import { decisions as strings, label } from '../strings.js';
import { download } from './download.js';

/** What a file of decisions says that it is. */
export const format = 'corpus-explorer/decisions';

/** Files of this size are no decisions. */
const most = 20_000_000;

/** @param {PageCorpus} corpus @param {Desk['announce']} announce @returns {Decisions} */
export function decisions(corpus, announce) {
  const attempt = (/** @type {() => string} */ act) => {
    try {
      announce(act(), true);
      return '';
    } catch (error) {
      return told(error);
    }
  };
  return {
    decide: (decision) => attempt(() => done(corpus.decide(decision))),
    undo: (id) => attempt(() => {
      corpus.undo(id);
      return strings.undone;
    }),
    async load(blob) {
      if (blob.size > most) return strings.tooLarge;
      const text = await blob.text();
      return attempt(() => {
        const before = corpus.decisions().length;
        corpus.addDecisions(text);
        return strings.added(corpus.decisions().length - before);
      });
    },
    save: () => download('decisions.json', corpus.decisionsText(), 'application/json'),
  };
}

/** Why something was refused, and what is safe. @param {unknown} error */
function told(error) {
  const message = error instanceof Error ? error.message : String(error);
  return strings.refused(message.replace(/^decisions?: /, ''));
}

/** @param {DecisionDetail} decision */
function done({ action, into, name, kind }) {
  switch (action) {
    case 'merge': return strings.merged(into?.name ?? into?.id ?? '');
    case 'split': return strings.splitOff(name);
    case 'rename': return strings.renamed(name);
    case 'kind': return strings.changed(kind && label.kinds[kind].one);
    default: return strings.ignored;
  }
}
