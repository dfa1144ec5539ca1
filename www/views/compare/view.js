/** How does each outlet tell it? Stories to choose from; statements and points side by side, a table, or passages word for word. */
import { compare as strings } from '../../strings.js';
import { many, ordinal, small, text } from '../../ui/route.js';
import { isOpen } from './selection.js';
import { shared } from './shared.js';
import { statements } from './statements.js';
import { stories } from './stories.js';
import { table } from './table.js';

/** @type {ViewDefinition} */
export const compare = {
  name: 'compare', label: strings.label, path: 'id',
  parts: { kind: text('kind'), sort: text('sort'), least: small('least'), base: ordinal('base'), selected: many('with'), story: text('story') },
  section: (asked) => asked.kind,
  draw(root, asked, desk) {
    const isChoice = asked.kind === 'stories' || isOpen(desk.engine, asked);
    const draw = isChoice ? stories : asked.kind === 'table' ? table : asked.kind === 'shared' ? shared : statements;
    draw(root, asked, desk);
  },
};
