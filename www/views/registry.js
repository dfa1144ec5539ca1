/** Which views are there? Their one list, in the order of the navigation; the first is the start. */
import { leadTo } from '../ui/route.js';
import { compare } from './compare/view.js';
import { library } from './library/view.js';
import { names } from './names/view.js';
import { read } from './read/view.js';
import { search } from './search/view.js';
import { timeline } from './timeline/view.js';
import { voices } from './voices/view.js';

export { reader } from './reader/view.js';

export const views = leadTo([search, read, voices, names, timeline, compare, library]);
