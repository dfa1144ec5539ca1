/** In which company does a word stand? Every match on a line of its own, aligned on the word. */
import { choice, el, fill, more, nothing } from '../dom.js';
import { counted, dated, headline, outlet, short } from '../label.js';
import { catalogue } from '../memo.js';
import { format, opening, page, question } from '../route.js';

/** How many words stand on each side. */
const width = 10;

/** @type {View} */
export function concordance(root, asked, { engine, announce }) {
  const sort = asked.sort === 'left' || asked.sort === 'right' ? asked.sort : 'position';
  const { total, lines } = engine.concordance(question(asked), { window: width, sort, limit: asked.shown });
  const found = counted(total, 'match', 'matches');
  announce(`${found} for ${asked.q}`);
  const order = (/** @type {string | null} */ name) => format({ ...asked, sort: name });
  fill(root,
    el('div', { class: 'listhead' },
      el('h2', { tabindex: -1 }, total ? found : 'No match'),
      choice('How answers are shown', [
        { text: 'Passages', href: format({ ...asked, mode: 'passages', sort: null, open: null, at: null }), current: false },
        { text: 'Concordance', href: format({ ...asked, mode: 'lines', sort: null, open: null, at: null }), current: true },
      ])),
    total ? choice('Order of the lines', [
      { text: 'By place', href: order(null), current: sort === 'position' },
      { text: 'By the word before', href: order('left'), current: sort === 'left' },
      { text: 'By the word after', href: order('right'), current: sort === 'right' },
    ]) : null,
    total ? el('ol', { class: 'answers lines' }, lines.map((line) => row(engine, asked, line)))
      : nothing(`Nothing in these articles matches “${asked.q.trim()}”.`, 'A concordance needs a word, a phrase in quotes, or a beginning with a star.'),
    more(lines.length, total, format({ ...asked, shown: asked.shown + page })));
}

/** @param {Engine} engine @param {Route} asked @param {Line} line */
function row(engine, asked, line) {
  const article = catalogue(engine).get(line.article);
  return el('li', null, el('a', { class: 'answer line', href: opening(asked, line.article, [line.start, line.end]), data: { answer: '' } },
    el('span', { class: 'left' }, el('bdi', null, line.left.trimStart(), gap(engine, line, line.start - 1, line.left.at(-1)))),
    el('mark', { class: 'node' }, line.node),
    el('span', { class: 'right' }, el('bdi', null, gap(engine, line, line.end, line.right[0]), line.right.trimEnd())),
    el('span', { class: 'meta' }, article?.publisher ?? `${outlet(article)}, “${short(headline(article), 28)}”`, ` · ${dated(article)} · ¶ ${line.block + 1}`)));
}

/** The blank between a match and its neighbour, where the line itself leaves it out.
 * @param {Engine} engine @param {Line} line @param {number} offset @param {string | undefined} neighbour */
function gap(engine, line, offset, neighbour) {
  if (!neighbour || /\s/.test(neighbour)) return '';
  return /\s/.test(engine.article(line.article)?.text[offset] ?? '') ? ' ' : '';
}
