/** How are answers shown? The row of links that leads from passages to a concordance to collocations. */
import { choice } from '../../ui/dom.js';
import { format } from '../../ui/route.js';

/** @type {[Mode, string][]} */
const names = [['passages', 'Passages'], ['lines', 'Concordance'], ['collocations', 'Collocations']];

/** @param {Route} asked */
export function modes(asked) {
  return choice('How answers are shown', names.map(([mode, text]) => ({
    text, current: asked.mode === mode,
    href: format({ ...asked, mode, sort: null, group: false, window: null, least: null, stops: false, open: null, at: null }),
  })));
}
