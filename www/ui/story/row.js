/** How is a story named? Its title, its articles, outlets and days, and the words that hold it together. */
import { story as strings } from '../../strings.js';
import { el, foreign } from '../element/dom.js';
import { format, route } from '../route.js';
import { day } from '../article/label.js';

/** How many outlets are named. */
const named = 4;

/** A story in a list, as a link that compares its articles. @param {Story} story */
export function storyRow(story) {
  return el('li', null, el('a', { class: 'answer', href: format(route({ view: 'compare', story: story.id })), data: { answer: '' } },
    el('p', { class: 'passage' }, foreign(storyTitle(story))),
    el('p', { class: 'meta' }, storyFacts(story)),
    el('p', { class: 'meta' }, foreign(story.words.map(({ word }) => word).join(', ')))));
}

/** @param {Story} story */
export function storyTitle({ title, central }) {
  return title ?? central;
}

/** How many articles, of which outlets and days. @param {Story} story */
export function storyFacts({ articles, copies, publishers, from, to }) {
  const outlets = publishers.length > named ? [...publishers.slice(0, named), strings.outlets(publishers.length - named)] : publishers;
  const days = [from, to].flatMap((date) => (date ? day(date) : [])).filter((date, n, all) => all.indexOf(date) === n);
  return [strings.articles(articles.length, copies), days.join(' – '), outlets.join(', ')].filter(Boolean).join(' · ');
}
