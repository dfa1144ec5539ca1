/** Which articles are here? The list one reads from. */
import { common, read as strings } from '../../strings.js';
import { el, fill, foreign, woven } from '../../ui/element/dom.js';
import { growing } from '../../ui/element/growing.js';
import { dated, headline, outlet } from '../../ui/article/label.js';
import { format, text } from '../../ui/route.js';

/** @type {ViewDefinition} */
export const read = { name: 'read', label: strings.label, path: 'open', parts: { sort: text('sort') }, back: strings.back, draw };

/** @type {View} */
function draw(root, asked, { engine }) {
  const total = engine.overview().articles;
  if (!total) return fill(root, el('h2', { tabindex: -1 }, strings.none), el('div', { class: 'empty' }, el('p', null, woven(strings.empty, el('a', { href: '#/library' }, strings.add)))));
  const list = el('ol', { class: 'answers shelf' });
  const end = growing(asked, total, list, (next, from, limit) => {
    const articles = asked.sort === 'date' ? byDate(engine.articles()).slice(from, from + limit) : engine.articles({ offset: from, limit });
    return { rows: articles.map((article) => row(next, article)), shown: from + articles.length };
  });
  fill(root, el('div', { class: 'listhead' }, el('h2', { tabindex: -1 }, common.articles(total))), list, end);
}

/** @param {Route} asked @param {Meta} article */
function row(asked, article) {
  return el('li', null, el('a', { class: 'answer', href: format({ ...asked, open: article.id, at: null }), data: { answer: '' } },
    el('p', { class: 'passage' }, foreign(headline(article))),
    el('p', { class: 'meta' }, facts(article))));
}

/** @param {Meta[]} articles */
function byDate(articles) {
  return [...articles].sort((a, b) => (b.published ?? b.updated ?? '').localeCompare(a.published ?? a.updated ?? ''));
}

/** @param {Meta} article */
function facts(article) {
  return [outlet(article), article.author ? common.by(article.author) : null, dated(article), article.kind, common.words(article.words),
    article.repairs ? strings.repairs(article.repairs) : null, article.gaps ? strings.gaps(article.gaps) : null].filter(Boolean).join(' · ');
}
