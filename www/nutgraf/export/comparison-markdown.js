/**
 * A comparison to read and to paste into notes.
 */
import { letterOf, titleOf, wordsIn } from '../report-view/articles.js';
import { inContext } from '../report-view/context.js';
import { counted, number } from '../report-view/format.js';
import { mergedSteps, placesIn, quotedWords } from '../report-view/quotations.js';
import { STRINGS, say } from '../report-view/strings.js';
import { escaped, escapedInside, list } from './markdown.js';

/** @typedef {import('../types.js').Comparison} Comparison */
/** @typedef {import('../types.js').ReadArticle} ReadArticle */

const { comparison: WORDS } = STRINGS;
/** Characters on either side of what is at odds, within its sentence. */
const AROUND = 120;
/** Goes on in the same item of a list, on another line. */
const NEW_LINE = '  \n  ';

/**
 * @param {ReadArticle[]} articles
 * @param {Comparison} comparison
 */
export function comparisonMarkdown(articles, { texts, entities, speakers, quotations, statements, alone }) {
  const told = (/** @type {'conflict' | 'agree'} */ wanted) =>
    list(
      WORDS[wanted],
      statements.filter(({ relation }) => relation === wanted).map(statement => statementLines(articles, statement)),
    );
  const sections = [
    `# ${WORDS.title}`,
    articles.map((article, text) => articleLine(article, text, texts[text])).join('\n'),
    told('conflict'),
    list(
      WORDS.quotations,
      quotations.map(quotation => quotationLine(articles, quotation)),
    ),
    list(WORDS.speakers, speakers.map(speakerLine)),
    list(WORDS.shared, entities.filter(({ in: places }) => places.length > 1).map(entityLine)),
    ...articles.map((_, text) =>
      list(
        say(WORDS.namesAlone, { text: letterOf(text) }),
        entities.filter(({ in: places }) => places.length === 1 && places[0].text === text).map(entityLine),
      ),
    ),
    told('agree'),
    ...articles.map(({ report }, text) =>
      list(
        say(WORDS.sentencesAlone, { text: letterOf(text) }),
        alone
          .filter(lone => lone.text === text)
          .map(({ sentence }) => escaped(wordsIn(articles, { text, ...report.sentences[sentence] }))),
      ),
    ),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/**
 * @param {ReadArticle} article
 * @param {number} text
 * @param {Comparison['texts'][number]} extent
 */
function articleLine(article, text, { words, quoted_words: quoted }) {
  const extent = say(WORDS.extent, { words: counted('word', words), quoted: number(quoted) });
  return `- **${letterOf(text)}** ${escaped(titleOf(article))} (${extent})`;
}

/** @param {Comparison['entities'][number]} entity */
function entityLine({ name, kind, in: places }) {
  const counts = places.map(({ text, mentions }) => `${letterOf(text)} ${number(mentions)}×`).join(', ');
  return `**${escaped(name)}**, ${STRINGS.kinds[kind]} (${counts})`;
}

/** @param {Comparison['speakers'][number]} speaker */
function speakerLine({ name, in: places }) {
  const words = places.map(place => `${letterOf(place.text)} ${quotedWords(place)}`);
  return `**${escaped(name ?? WORDS.unnamed)}**: ${words.join(', ')}`;
}

/**
 * The words of a quotation; where they differ, both with what each has alone.
 *
 * @param {ReadArticle[]} articles
 * @param {Comparison['quotations'][number]} quotation
 */
function quotationLine(articles, quotation) {
  const { relation, places, difference } = quotation;
  const words = difference.length ? differentWords(articles, quotation) : sameWords(articles, quotation);
  const letters = [...new Set(places.map(({ text }) => letterOf(text)))].join(', ');
  return `${WORDS.relations[relation]} (${letters}): ${words}`;
}

/**
 * @param {ReadArticle[]} articles
 * @param {Comparison['quotations'][number]} quotation
 */
function sameWords(articles, quotation) {
  const places = placesIn(articles, quotation, quotation.places[0].text);
  return `“${places.map(place => escaped(wordsIn(articles, place))).join(' … ')}”`;
}

/**
 * @param {ReadArticle[]} articles
 * @param {Comparison['quotations'][number]} quotation
 */
function differentWords(articles, quotation) {
  return mergedSteps(quotation)
    .map(step => {
      const words = escaped(wordsIn(articles, step));
      return step.op === 'only' ? `\\[${letterOf(step.text)}: *${words}*\\]` : words;
    })
    .join(' ');
}

/**
 * What every text says, in its sentence.
 *
 * @param {ReadArticle[]} articles
 * @param {Comparison['statements'][number]} statement
 */
function statementLines(articles, { places }) {
  const lines = places.map(place => {
    const { text, report } = articles[place.text];
    const { before, words, after } = inContext(text, place, report.sentences[place.sentence], AROUND);
    return `${letterOf(place.text)}: ${escapedInside(before)}**${escaped(words)}**${escapedInside(after)}`;
  });
  return lines.join(NEW_LINE);
}
