/**
 * When: the dates of the article in the order of the calendar, each with the words used and how they were read.
 */
import { recurringOf } from '../report-view/amounts.js';
import { bySameDays, datetime, inCalendarOrder } from '../report-view/calendar.js';
import { inContext } from '../report-view/context.js';
import { day, stretch, weekday, withDays } from '../report-view/format.js';
import { publishedWords } from '../report-view/publication.js';
import { STRINGS } from '../report-view/strings.js';
import { amountsSection } from './amounts.js';
import { isolated, wordsInContext } from './article-text.js';
import { h, svg } from './dom.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').TimelineEntry} TimelineEntry */

const DAY_MS = 86_400_000;
const WIDTH = 600;

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ prefix?: string }} [options]
 */
export function renderTimeline(text, report, { prefix = '' } = {}) {
  const { published } = report.article;
  const counted = h(
    'p',
    { class: 'ng-muted ng-small' },
    published ? `${STRINGS.countedFrom} ${publishedWords(report)}.` : STRINGS.notCountedFrom,
  );
  const entries = inCalendarOrder(report.timeline);
  const recurring = amountsSection(STRINGS.comesRound, text, report, recurringOf(report), prefix);
  if (!entries.length)
    return h('div', { class: 'ng-panel' }, h('p', { class: 'ng-empty' }, STRINGS.noTimeline), counted, recurring);
  return h(
    'div',
    { class: 'ng-panel' },
    picture(entries, published),
    counted,
    h(
      'ol',
      { class: 'ng-timeline' },
      bySameDays(entries).map(group => renderGroup(text, report, group, prefix)),
    ),
    recurring,
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {TimelineEntry[]} group
 * @param {string} prefix
 */
function renderGroup(text, report, group, prefix) {
  const [first] = group;
  return h(
    'li',
    null,
    h(
      'p',
      { class: 'ng-when' },
      h('time', { datetime: datetime(first) }, stretch(first)),
      first.from === first.to ? h('span', { class: 'ng-muted' }, ` ${weekday(first.from)}`) : null,
    ),
    group.map(entry => renderEntry(text, report, entry, prefix)),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {TimelineEntry} entry
 * @param {string} prefix
 */
function renderEntry(text, { sentences }, entry, prefix) {
  const { start, sentence, basis, precision, ambiguous } = entry;
  const around = sentence == null ? entry : sentences[sentence];
  const quoted = wordsInContext(inContext(text, entry, around), 'ng-k-dates ng-words');
  const link = sentence == null ? { href: '#' } : { href: `#${prefix}s${sentence}`, 'data-sentence': sentence };
  return h(
    'div',
    { class: 'ng-entry' },
    h('p', { dir: 'auto' }, h('a', { class: 'ng-go', ...link, 'data-start': start }, quoted)),
    h(
      'p',
      { class: 'ng-muted ng-small' },
      isolated(basis ? withDays(basis) : STRINGS.written),
      ` · ${STRINGS.precisions[precision]}`,
      ambiguous ? ` · ${STRINGS.ambiguous}` : '',
    ),
  );
}

/**
 * A strip with a dot for each date, where there are enough of them to show something. The list says the same.
 *
 * @param {TimelineEntry[]} entries
 * @param {string | null} published
 */
function picture(entries, published) {
  const short = entries.filter(({ from, to }) => Date.parse(to) - Date.parse(from) < 400 * DAY_MS);
  const middles = short.map(({ from, to }) => (Date.parse(from) + Date.parse(to)) / 2);
  const all = published ? [...middles, Date.parse(published)] : middles;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (new Set(short.map(({ from }) => from)).size < 2 || most === least) return null;
  const x = (/** @type {number} */ time) => 8 + ((time - least) / (most - least)) * (WIDTH - 16);
  const dots = middles.map(time => svg('circle', { cx: x(time), cy: 14, r: 6, class: 'ng-dot' }));
  const mark = published && svg('path', { d: `M${x(Date.parse(published))} 2v24`, class: 'ng-published' });
  const ends = [least, most].map(time => {
    const entry = short[middles.indexOf(time)];
    return h('span', null, entry ? stretch(entry) : day(published ?? ''));
  });
  return h(
    'div',
    { class: 'ng-strip', 'aria-hidden': 'true' },
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} 28` },
      svg('path', { d: `M0 14H${WIDTH}`, class: 'ng-axis' }),
      mark || null,
      dots,
    ),
    h('div', { class: 'ng-strip-ends ng-muted ng-small' }, ends),
  );
}
