/** When were the answers written? Bars by day, month or year; each leads to the answers of its time. */
import { common, filters as strings } from '../../strings.js';
import { el } from '../../ui/element/dom.js';
import { day } from '../../ui/article/label.js';
import { chosen, format, page, question } from '../../ui/route.js';

/**
 * The bars of all answers, whatever date is chosen among them; nothing where they would say nothing.
 * @param {Engine} engine @param {Route} asked
 */
export function histogram(engine, asked) {
  const { date, ...filter } = chosen(asked);
  const found = engine.search(question(asked), { by: 'passage', limit: 0, snippets: false, facets: false, histogram: true, filter, foldDuplicates: !asked.copies }).histogram;
  if (!found || (found.bars.length < 2 && !date)) return null;
  const most = Math.max(...found.bars.map(({ count }) => count), 1);
  const without = found.undated ? strings.undated(found.undated, found.step) : '';
  return el('figure', { class: 'histogram' },
    el('figcaption', { class: 'meta' }, strings.bars(found.step), without ? ` · ${without}` : '', ' ', taken(asked)),
    el('div', { class: 'plot' }, el('ol', { class: 'columns' }, found.bars.map((bar) => el('li', null, column(asked, bar, most)))), ends(found.bars)));
}

/** The date that is chosen, to be taken off. @param {Route} asked */
function taken(asked) {
  if (!asked.date) return null;
  const [from, to] = asked.date.split('..');
  const said = to === undefined ? day(from) : `${from ? day(from) : '…'} – ${to ? day(to) : '…'}`;
  return el('a', { class: 'chip pressed', href: format({ ...asked, date: null, shown: page }), 'aria-label': common.removeFilter(said) }, `${said} ×`);
}

/** @param {Route} asked @param {Bar} bar @param {number} most */
function column(asked, { date, count }, most) {
  const words = `${day(date)}: ${strings.passages(count)}`;
  const height = { '--part': (count / most).toFixed(3) };
  if (!count) return el('span', { class: 'vh' }, words);
  const isChosen = asked.date === date;
  return el('a', {
    class: 'column', title: words, 'aria-current': isChosen ? 'true' : null, data: { key: `bar-${date}` },
    href: format({ ...asked, date: isChosen ? null : date, shown: page, open: null, at: null }),
  }, el('span', { class: 'vh' }, words), el('i', { vars: height, 'aria-hidden': 'true' }));
}

/** @param {Bar[]} bars */
function ends(bars) {
  if (!bars.length) return null;
  const [first, last] = [day(bars[0].date), day(bars[bars.length - 1].date)];
  return el('p', { class: 'meta ends', 'aria-hidden': 'true' }, el('span', null, first), first === last ? null : el('span', null, last));
}
