/** What answers the question? Passages, a concordance or collocations; the start, where nothing is asked. */
import { search as strings } from '../../strings.js';
import { days, flag, isSearched, oneOf, small, text } from '../../ui/route.js';
import { collocations } from './collocations.js';
import { concordance } from './concordance.js';
import { modeNames } from './modes.js';
import { passages } from './passages.js';
import { start } from './start.js';

/** @type {ViewDefinition} */
export const search = {
  name: 'search', label: strings.label, path: 'id',
  parts: {
    publisher: text('publisher'), kind: text('kind'), author: text('author'), date: days('date'),
    entity: text('entity'), speaker: text('speaker'), sort: text('sort'), mode: oneOf('mode', modeNames, { company: 'collocations' }),
    group: flag('group', 'outlet'), window: small('window'), least: small('least'), stops: flag('stops', 'shown'), copies: flag('copies', 'listed'),
  },
  filters: ['publisher', 'kind', 'author', 'date', 'entity', 'speaker'],
  title: (asked) => asked.q,
  draw(root, asked, desk) {
    const draw = isSearched(asked) ? { passages, lines: concordance, collocations }[asked.mode] : start;
    draw(root, asked, desk);
  },
};
