/** Which articles are here? The list one reads from. */
import { el, fill, foreign, more, nothing } from '../../ui/dom.js';
import { counted, dated, headline, outlet } from '../../ui/label.js';
import { format, page, text } from '../../ui/route.js';

/** @type {ViewDefinition} */
export const read = { name: 'read', label: 'Read', path: 'open', parts: { sort: text('sort') }, back: '← All articles', draw };

/** @type {View} */
function draw(root, asked, { engine }) {
  const all = engine.articles();
  if (!all.length) return fill(root, el('h2', { tabindex: -1 }, 'No articles'), nothing('This page holds no articles.', el('a', { href: '#/library' }, 'Add your own in the Library'), '.'));
  const ordered = asked.sort === 'date' ? [...all].sort((a, b) => (b.published ?? b.updated ?? '').localeCompare(a.published ?? a.updated ?? '')) : all;
  const shown = ordered.slice(0, asked.shown);
  fill(root,
    el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, counted(all.length, 'article'))),
    el('ol', { class: 'answers shelf' }, shown.map((article) => el('li', null,
      el('a', { class: 'answer', href: format({ ...asked, open: article.id, at: null }), data: { answer: '' } },
        el('p', { class: 'passage' }, foreign(headline(article))),
        el('p', { class: 'meta' }, facts(article)))))),
    more(shown.length, all.length, format({ ...asked, shown: asked.shown + page })));
}

/** @param {Meta} article */
function facts(article) {
  return [outlet(article), article.author ? `by ${article.author}` : null, dated(article), article.kind, counted(article.words, 'word'),
    article.repairs ? counted(article.repairs, 'repair') : null, article.gaps ? counted(article.gaps, 'gap') : null].filter(Boolean).join(' · ');
}
