/** Which articles report one event? The stories of the corpus; each leads to the comparison of its articles. */
import { compare as strings } from '../../strings.js';
import { storyRow } from '../../ui/story/row.js';
import { el, fill, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { isOpen, kinds } from './selection.js';

/** @type {View} */
export function stories(root, asked, { engine, announce }) {
  const all = engine.stories();
  const title = strings.storyTitle(all.length);
  announce(title);
  const list = el('ol', { class: 'answers' });
  const end = growing(asked, all.length, list, (next, from, limit) => {
    const shown = all.slice(from, from + limit);
    return { rows: shown.map(storyRow), shown: from + shown.length };
  });
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, title)),
    isOpen(engine, asked) ? null : kinds(engine, { ...asked, kind: 'stories' }),
    el('p', { class: 'meta note' }, strings.storyNote),
    all.length ? list : nothing(strings.noStories, strings.chooseOthers), end);
}
