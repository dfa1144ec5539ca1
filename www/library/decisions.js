/**
 * What do people decide about names? Makes and undoes decisions, says what came of it, and keeps them as a file.
 * The decisions themselves live in the corpus, which is saved with them.
 */
import { download } from './download.js';
import { a, capital, counted, kinds } from '../ui/label.js';

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
      return 'Undone';
    }),
    async load(blob) {
      if (blob.size > most) return 'This file is too large to be decisions. Nothing was changed.';
      const text = await blob.text();
      return attempt(() => {
        const before = corpus.decisions().length;
        corpus.addDecisions(text);
        const added = corpus.decisions().length - before;
        return added ? `${counted(added, 'decision')} added` : 'These decisions were here already';
      });
    },
    save: () => download('decisions.json', corpus.decisionsText(), 'application/json'),
  };
}

/** Why something was refused, and what is safe. @param {unknown} error */
function told(error) {
  const message = error instanceof Error ? error.message : String(error);
  return `${capital(message.replace(/^decisions?: /, ''))}. Nothing was changed.`;
}

/** @param {DecisionDetail} decision */
function done({ action, into, name, kind }) {
  switch (action) {
    case 'merge': return `Merged into ${into?.name ?? into?.id}`;
    case 'split': return name ? `Split off as ${name}` : 'Split off';
    case 'rename': return `Renamed ${name}`;
    case 'kind': return kind ? `Is ${a(kinds[kind].one)} now` : 'Changed';
    default: return 'Ignored';
  }
}
