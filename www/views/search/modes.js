/** How are answers shown? The row of links that leads from passages to a concordance to collocations. */
import { modes as strings } from '../../strings.js';
import { choice } from '../../ui/element/dom.js';
import { format } from '../../ui/route.js';

/** @type {Mode[]} */
export const modeNames = ['passages', 'lines', 'collocations'];

/** @param {Route} asked */
export function modes(asked) {
  return choice(strings.label, modeNames.map((mode) => ({
    text: strings[mode], current: asked.mode === mode,
    href: format({ ...asked, mode, sort: null, group: false, window: null, least: null, stops: false, open: null, at: null }),
  })));
}
