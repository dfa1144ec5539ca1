/** What do other programs read? The graph of names, all mentions, and quotations, as downloads. */
import { common } from '../strings.js';
import { download } from './download.js';

/** @type {Record<QuoteForm, [ending: string, type: string]>} */
const endings = { csv: ['csv', 'text/csv'], json: ['json', 'application/json'], tei: ['xml', 'application/tei+xml'], jsonLd: ['jsonld', 'application/ld+json'] };

/** @param {PageCorpus} corpus @param {Desk['announce']} announce @returns {Exports} */
export function fileExports(corpus, announce) {
  return {
    names: async (form) => {
      if (form === 'conll' || form === 'jsonLd') {
        const [name, type] = form === 'conll' ? ['names.conll', 'text/plain'] : ['names.jsonld', 'application/ld+json'];
        download(name, await corpus.mentionsText(form), type);
      } else {
        const type = { csv: 'text/csv', json: 'application/json', graphml: 'application/xml' }[form];
        download(`names-together.${form}`, await corpus.graphText(form), type);
      }
      announce(common.exported, true);
    },
    quotes: async (form, filter) => {
      const [ending, type] = endings[form];
      download(`quotations.${ending}`, await corpus.quotesText(form, filter), type);
      announce(common.exported, true);
    },
  };
}
