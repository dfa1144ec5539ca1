/**
 * What do people decide about names? Makes and undoes decisions, says what came of it, and keeps them, and what
 * other programs read, as files. The decisions themselves live in the corpus, which is saved with them.
 */
import { download } from './keep.js';
import { capital, counted, kinds } from './label.js';

/** What a file of decisions says that it is. */
export const format = 'corpus-explorer/decisions';

/** Files of this size are no decisions. */
const most = 20_000_000;

/** @param {PageCorpus} corpus @param {Desk['announce']} announce @returns {Ruling} */
export function ruling(corpus, announce) {
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
    export: (form) => {
      if (form === 'conll' || form === 'jsonLd') {
        const [name, type] = form === 'conll' ? ['names.conll', 'text/plain'] : ['names.jsonld', 'application/ld+json'];
        download(name, corpus.mentionsText(form), type);
      } else {
        const type = { csv: 'text/csv', json: 'application/json', graphml: 'application/xml' }[form];
        download(`names-together.${form}`, corpus.graphText(form), type);
      }
      announce('Saved among your downloads', true);
    },
    exportQuotes: (form, filter) => {
      const [ending, type] = endings[form];
      download(`quotations.${ending}`, corpus.quotesText(form, filter), type);
      announce('Saved among your downloads', true);
    },
  };
}

/** @type {Record<QuoteForm, [ending: string, type: string]>} */
const endings = { csv: ['csv', 'text/csv'], json: ['json', 'application/json'], tei: ['xml', 'application/tei+xml'], jsonLd: ['jsonld', 'application/ld+json'] };

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

/** @param {string} noun */
export function a(noun) {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
