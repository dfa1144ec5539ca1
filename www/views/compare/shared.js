/** What stands in two articles word for word? Passages of wire copy and near-duplicates, with what each has otherwise. */
import { common, compare as strings } from '../../strings.js';
import { compared, head, options } from './selection.js';
import { choice, el, fill, nothing } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { whenKnown } from '../../ui/element/waiting.js';
import { dated, paragraph, source } from '../../ui/article/label.js';
import { catalogue } from '../../ui/article/catalogue.js';
import { format, opening, page } from '../../ui/route.js';

/** How many words in a row are asked for. */
const lengths = [6, 8, 12, 20];
const usual = 8;
/** No fewer are looked for. */
const least = 4;

/** @type {View} */
export function shared(root, asked, { engine, announce }) {
  const ids = compared(engine, asked);
  const min = Math.max(least, asked.least ?? usual);
  const over = (/** @type {string} */ title) => [...head(engine, asked, ids, title),
    choice(strings.length, lengths.map((length) => ({ text: common.words(length), href: format({ ...asked, least: length === usual ? null : length, shown: page }), current: length === min })))];
  whenKnown(root, engine.shared({ ...options(engine, ids), min }), (all) => {
    const title = strings.sharedTitle(all.length, min);
    announce(title);
    const list = el('ol', { class: 'tellings' });
    const end = growing(asked, all.length, list, (next, from, limit) => {
      const shown = all.slice(from, from + limit);
      return { rows: shown.map((passage) => row(engine, next, passage)), shown: from + shown.length };
    });
    fill(root, ...over(title), all.length ? list : nothing(strings.noShared(min), strings.shorter), end);
  }, over(strings.comparing));
}

/** @param {Engine} engine @param {Route} asked @param {SharedPassage} passage */
function row(engine, asked, passage) {
  return el('li', { class: 'telling' },
    el('p', { class: 'meta' }, strings.inCommon(passage.words)),
    el('ol', { class: 'answers wordings' },
      side(engine, asked, passage.first, passage.alignment.map(({ kind, base }) => ({ kind, at: base }))),
      side(engine, asked, passage.second, passage.alignment.map(({ kind, other }) => ({ kind, at: other })))));
}

/** One of two wordings, with the words that it has alone. @param {Engine} engine @param {Route} asked @param {Place} place
 * @param {{ kind: Part['kind'], at: Span | null }[]} parts */
function side(engine, asked, place, parts) {
  const article = catalogue(engine).get(place.article);
  const text = engine.article(place.article)?.text ?? '';
  const words = el('p', { class: 'passage', dir: 'auto' });
  let at = place.start;
  for (const part of parts) {
    if (!part.at) continue;
    words.append(text.slice(at, part.at[0]));
    const own = text.slice(...part.at);
    words.append(part.kind === 'shared' ? own : el('ins', null, own));
    at = part.at[1];
  }
  words.append(text.slice(at, place.end));
  return el('li', null, el('a', { class: 'answer', href: opening(asked, place.article, [place.start, place.end]), data: { answer: '' } },
    words, el('p', { class: 'meta' }, `${source(article)} · ${dated(article)} · ¶ ${paragraph(place.block)}`)));
}
