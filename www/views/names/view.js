/** Who and what is named? The list of names, or one of them. */
import { names as strings } from '../../strings.js';
import { flag, text } from '../../ui/route.js';
import { entity } from './entity.js';
import { entities } from './list.js';

/** @type {ViewDefinition} */
export const names = {
  name: 'names', label: strings.label, path: 'id',
  parts: { kind: text('kind'), edit: flag('edit', 'open', 'mend') },
  section: (asked) => asked.id,
  sought: (asked) => asked.id,
  draw: (root, asked, desk) => (asked.id ? entity : entities)(root, asked, desk),
};
