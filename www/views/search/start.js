/** What is here, and how does one begin? The first page: what the tool is for, examples made of this corpus. */
import { el, fill, foreign } from '../../ui/dom.js';
import { counted, extent, headline, outlet, dated } from '../../ui/label.js';
import { format, route } from '../../ui/route.js';

/** A corpus up to so many articles is looked through for questions whose answers are known. */
const small = 500;

/** @type {View} */
export function start(root, asked, { engine }) {
  const articles = engine.articles();
  if (!articles.length) return fill(root, vacant());
  fill(root,
    el('h2', { class: 'lead', tabindex: -1 }, 'Who said what, and how each source tells it'),
    el('p', { class: 'intro' },
      `${size(articles)} Search their words, or begin with a question; every answer opens its sentence.`),
    articles.length <= small ? examples(engine) : null,
    el('h3', null, 'The articles'),
    el('ul', { class: 'plainlist' }, articles.slice(0, 12).map((article) => el('li', null,
      el('a', { href: format(route({ view: 'read', open: article.id })) }, foreign(headline(article))),
      el('span', { class: 'meta' }, ` ${outlet(article)} · ${dated(article)}`)))),
    articles.length > 12 ? el('p', null, el('a', { href: '#/read' }, `All ${counted(articles.length, 'article')}`)) : null,
    el('p', { class: 'own' }, el('a', { href: '#/library' }, 'Add your own articles'), el('span', { class: 'soft' }, ': drop files anywhere on this page')),
    privacy());
}

/** @param {Meta[]} articles */
function size(articles) {
  const span = extent(articles);
  return `${counted(articles.length, 'article')}${span ? `, ${span}` : ''}.`;
}

/** Questions whose answers are known to exist. @param {Engine} engine */
function examples(engine) {
  const quotes = engine.quotes();
  const people = engine.entities({ kind: 'person' });
  const spoke = people.filter((person) => quotes.some((quote) => quote.speaker?.entity === person.id)).slice(0, 2);
  const place = engine.entities({ kind: 'place' }).find((entity) => entity.aliases.length > 1);
  const dated = engine.timeline({ events: false }).find((statement) => statement.from && statement.precision === 'year');
  const lost = engine.articles().filter((article) => article.gaps > 0).sort((a, b) => b.gaps - a.gaps)[0];
  const questions = [
    ...spoke.map((person) => [`What did ${person.name} say?`, format(route({ view: 'voices', id: person.id }))]),
    place && [`Which names does ${place.name} go by?`, format(route({ view: 'names', id: place.id }))],
    dated?.from && [`What happened in ${dated.from.slice(0, 4)}?`, format(route({ view: 'timeline', id: dated.from }))],
    lost && [`What was lost from “${headline(lost)}”?`, format(route({ view: 'read', open: lost.id, layers: ['gaps'] }))],
  ].filter((question) => Array.isArray(question));
  return questions.length ? el('ul', { class: 'questions' }, questions.map(([text, href]) =>
    el('li', null, el('a', { href }, text)))) : null;
}

function privacy() {
  return el('section', { class: 'privacy', 'aria-label': 'Privacy' },
    el('p', null, 'Nothing you type or read here leaves this machine: the articles and the engine are inside this one file. '),
    el('details', null, el('summary', null, 'How to check it'),
      el('p', null, 'Open the network panel of your browser’s developer tools (F12) and use the page: no request appears. ',
        'Or switch the network off: everything goes on working. The first lines of the file forbid connections ',
        'to the browser itself (', el('code', null, 'default-src \'none\'; connect-src \'none\''), ').')));
}

function vacant() {
  return el('div', { class: 'empty' },
    el('h2', { tabindex: -1 }, 'This page holds no articles'),
    el('p', null, 'Drop files or a folder anywhere on it, or ', el('a', { href: '#/library' }, 'choose them in the Library'), '.'));
}
