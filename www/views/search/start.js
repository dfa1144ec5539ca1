/** What is here, and how does one begin? The first page: what the tool is for, examples made of this corpus. */
import { common, start as strings } from '../../strings.js';
import { el, fill, foreign, woven } from '../../ui/element/dom.js';
import { extent, headline, outlet, dated } from '../../ui/article/label.js';
import { storyRow } from '../../ui/story/row.js';
import { format, route } from '../../ui/route.js';

/** How many articles are listed, and how many stories. */
const listed = 12;
const told = 6;
/** How many names, dates and articles are looked through for questions whose answers are known. */
const looked = 50;

/** @type {View} */
export function start(root, asked, { engine }) {
  const overview = engine.overview();
  if (!overview.articles) return fill(root, vacant());
  const articles = engine.articles({ limit: listed });
  const stories = engine.stories();
  fill(root,
    el('h2', { class: 'lead', tabindex: -1 }, strings.lead),
    el('p', { class: 'intro' },
      strings.intro([common.articles(overview.articles), extent(overview)].filter(Boolean).join(', '))),
    examples(engine),
    ...stories.length > 1 ? [el('h3', null, strings.stories), el('ol', { class: 'answers' }, stories.slice(0, told).map(storyRow)),
      stories.length > told ? el('p', null, el('a', { href: format(route({ view: 'compare', kind: 'stories' })) }, strings.allStories(stories.length))) : null] : [],
    el('h3', null, strings.articles),
    el('ul', { class: 'plainlist' }, articles.map((article) => el('li', null,
      el('a', { href: format(route({ view: 'read', open: article.id })) }, foreign(headline(article))),
      el('span', { class: 'meta' }, ` ${outlet(article)} · ${dated(article)}`)))),
    overview.articles > listed ? el('p', null, el('a', { href: '#/read' }, strings.all(overview.articles))) : null,
    el('p', { class: 'own' }, el('a', { href: '#/library' }, strings.own), el('span', { class: 'soft' }, strings.ownHow)),
    privacy());
}

/** Questions whose answers are known to exist. @param {Engine} engine */
function examples(engine) {
  const quoted = new Set(engine.speakers({ limit: looked }).speakers.map((speaker) => speaker.entity));
  const spoke = engine.entities({ kind: 'person', limit: looked }).filter((person) => quoted.has(person.id)).slice(0, 2);
  const place = engine.entities({ kind: 'place', limit: looked }).find((entity) => entity.aliases.length > 1);
  const dated = engine.timeline({ events: false, limit: looked }).find((statement) => statement.from && statement.precision === 'year');
  const lost = engine.articles({ limit: looked }).filter((article) => article.gaps > 0).sort((a, b) => b.gaps - a.gaps)[0];
  const questions = [
    ...spoke.map((person) => [strings.say(person.name), format(route({ view: 'voices', id: person.id }))]),
    place && [strings.names(place.name), format(route({ view: 'names', id: place.id }))],
    dated?.from && [strings.happened(dated.from.slice(0, 4)), format(route({ view: 'timeline', id: dated.from }))],
    lost && [strings.lost(headline(lost)), format(route({ view: 'read', open: lost.id, layers: ['gaps'] }))],
  ].filter((question) => Array.isArray(question));
  return questions.length ? el('ul', { class: 'questions' }, questions.map(([text, href]) =>
    el('li', null, el('a', { href }, text)))) : null;
}

function privacy() {
  return el('section', { class: 'privacy', 'aria-label': strings.privacy },
    el('p', null, strings.private),
    el('details', null, el('summary', null, strings.check),
      el('p', null, woven(strings.checkHow, el('code', null, 'default-src \'none\'; connect-src \'none\'')))));
}

function vacant() {
  return el('div', { class: 'empty' },
    el('h2', { tabindex: -1 }, strings.empty),
    el('p', null, woven(strings.emptyHow, el('a', { href: '#/library' }, strings.choose))));
}
