/**
 * What a reader puts right: each correction is a small record, applied to a report without changing it, so that undoing
 * is leaving the last one out.
 */
import { placeOf } from './places-in-text.js';
import { STRINGS } from './report-view/strings.js';
import { inTextOrder, overlap } from './spans.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Correction} Correction */

/** @typedef {import('./types.js').CorrectedQuote} CorrectedQuote */
/** @typedef {import('./types.js').EntityRef} EntityRef */
/** @typedef {import('./types.js').Words} Words */

/**
 * A correction of kind `Op`.
 *
 * @template {Correction['op']} Op
 * @typedef {Extract<Correction, { op: Op }>} Of
 */

/**
 * The report with the corrections carried out in order. Ids stay indices into `entities`. A correction whose entity or
 * words are not there, because the text has changed since, is left out. Corrections of how the text is to be read
 * change its options instead: see correct-options.js.
 *
 * @param {Report} report
 * @param {Correction[]} corrections
 * @param {string} [text] the text of the report, in which corrections find their words
 * @returns {Report}
 */
export function applyCorrections(report, corrections, text = '') {
  return corrections.reduce((current, correction) => apply(current, correction, text), report);
}

/**
 * @template {Correction['op']} Op
 * @param {Report} report
 * @param {Extract<Correction, { op: Op }>} correction
 * @param {string} text
 */
function apply(report, correction, text) {
  return APPLY[/** @type {Op} */ (correction.op)](report, correction, text);
}

/**
 * How a correction names an entity, so that it is found again after the text was edited.
 *
 * @param {Entity} entity
 */
export function nameEntity({ name, kind }) {
  return { name, kind };
}

/**
 * @param {Report} report
 * @param {EntityRef} wanted
 */
function find({ entities }, { name, kind }) {
  return entities.find(entity => entity.name === name && entity.kind === kind);
}

/**
 * How each correction is carried out.
 *
 * @type {{ [Op in Correction['op']]: (report: Report, correction: Of<Op>, text: string) => Report }}
 */
const APPLY = {
  retype: ofEntity((report, entity, { kind }) =>
    withEntities(
      report,
      report.entities.map(e => (e === entity ? { ...e, kind } : e)),
    ),
  ),

  merge: ofEntity((report, entity, { into }) => {
    const goal = find(report, into);
    if (!goal || goal === entity) return report;
    const names = [goal.name, ...goal.aliases];
    const merged = {
      ...goal,
      aliases: [...goal.aliases, ...[entity.name, ...entity.aliases].filter(name => !names.includes(name))],
      role: goal.role ?? entity.role,
      role_span: goal.role_span ?? entity.role_span,
      salience: Math.max(goal.salience, entity.salience),
      mentions: inTextOrder([...goal.mentions, ...entity.mentions]),
    };
    return renumber(
      report,
      report.entities.flatMap(e => (e === entity ? [] : [e === goal ? merged : e])),
      e => (e === entity.id ? goal.id : e),
    );
  }),

  split: ofEntity((report, entity, correction, text) => {
    const mention = mentionAt(entity, correction, text);
    if (!mention || entity.mentions.length < 2) return report;
    const rest = { ...entity, mentions: entity.mentions.filter(m => m !== mention) };
    const own = {
      ...entity,
      id: report.entities.length,
      name: correction.name,
      aliases: [],
      role: null,
      role_span: null,
      related: [],
      mentions: [{ ...mention, link: /** @type {const} */ ('own') }],
    };
    const quotes = report.quotes.map(q =>
      q.speaker === entity.id && q.speaker_span?.start === mention.start ? { ...q, speaker: own.id } : q,
    );
    return withEntities({ ...report, quotes }, [...report.entities.map(e => (e === entity ? rest : e)), own]);
  }),

  remove: ofEntity(remove),

  remove_mention: ofEntity((report, entity, correction, text) => {
    const mention = mentionAt(entity, correction, text);
    return mention ? withoutMention(report, entity, mention) : report;
  }),

  speaker: atWords((report, start, { to }) => {
    const quote = report.quotes.find(({ parts }) => parts[0].start === start);
    if (!quote) return report;
    const speaker = speakerFields(report, to);
    // One utterance has one speaker.
    const isSame = (/** @type {CorrectedQuote} */ other) =>
      other === quote || (quote.group != null && other.group === quote.group);
    return { ...report, quotes: report.quotes.map(q => (isSame(q) ? { ...q, ...speaker } : q)) };
  }),

  add_mention: atWords((report, start, { entity, words }, text) => {
    const chosen = { start, end: start + words.length };
    const freed = withoutMentionsAt(report, chosen);
    const taken = freed.entities.flatMap(({ mentions }) => mentions);
    const places = placesOfName(text, words).filter(place => !taken.some(mention => overlap(mention, place)));
    if (!places.some(place => place.start === start)) places.push(chosen);
    const mentions = places.map(place => ({ ...place, ...ADDED }));
    const known = find(freed, entity);
    return known ? withMentions(freed, known, words, mentions) : withEntity(freed, entity, mentions);
  }),

  drop_sentence: atWords((report, start) => {
    const dropped = report.sentences.findIndex(sentence => sentence.start === start);
    return {
      ...report,
      summary: report.summary.filter(({ sentence }) => sentence !== dropped),
      nut_graf: report.nut_graf === dropped ? null : report.nut_graf,
    };
  }),

  // This changes how the text is read: see correct-options.js. Who wrote is told by the names there, whatever form it has.
  block: atWords((report, start, { kind, words }) => {
    const block = { start, end: start + words.length };
    const { article } = report;
    if (kind !== 'byline' || article.byline.some(place => overlap(place, block))) return report;
    return { ...report, article: { ...article, byline: [...article.byline, ...writersIn(report, block, words)] } };
  }),

  // So does this.
  date: report => report,
};

/**
 * A correction of an entity, left out where the entity is not there.
 *
 * @template {Extract<Correction, { entity: EntityRef }>} C
 * @param {(report: Report, entity: Entity, correction: C, text: string) => Report} change
 * @returns {(report: Report, correction: C, text: string) => Report}
 */
function ofEntity(change) {
  return (report, correction, text) => {
    const entity = find(report, correction.entity);
    return entity ? change(report, entity, correction, text) : report;
  };
}

/**
 * A correction at words of the text, left out where they are not there.
 *
 * @template {Extract<Correction, Words>} C
 * @param {(report: Report, start: number, correction: C, text: string) => Report} change
 * @returns {(report: Report, correction: C, text: string) => Report}
 */
function atWords(change) {
  return (report, correction, text) => {
    const start = placeOf(text, correction);
    return start == null ? report : change(report, start, correction, text);
  };
}

/**
 * The mention that a correction is about.
 *
 * @param {Entity} entity
 * @param {{ start: number, words?: string }} place
 * @param {string} text
 */
function mentionAt({ mentions }, { start, words }, text) {
  const at = words ? placeOf(text, { start, words }) : start;
  return mentions.find(mention => mention.start === at);
}

/**
 * @param {Report} report
 * @param {Entity} entity
 * @param {import('./types.js').Mention} mention
 */
function withoutMention(report, entity, mention) {
  const mentions = entity.mentions.filter(m => m !== mention);
  if (!mentions.length) return remove(report, entity);
  return withEntities(
    report,
    report.entities.map(e => (e === entity ? { ...e, mentions } : e)),
  );
}

/**
 * The people named in a line that tells who wrote, but not who edited; or the whole line.
 *
 * @param {Report} report
 * @param {import('./types.js').Span} block
 * @param {string} words
 */
function writersIn({ entities }, block, words) {
  const edited = words.search(/\bedit(ed|ing)\b/i);
  const wrote = { ...block, end: edited > 0 ? block.start + edited : block.end };
  const people = entities.filter(({ kind }) => kind === 'person').flatMap(({ mentions }) => mentions);
  const named = people.filter(({ form, ...place }) => form === 'name' && overlap(place, wrote));
  const places = inTextOrder(named.map(({ start, end }) => ({ start, end })));
  return places.length ? places : [block];
}

/** What is said of a mention that the reader added. */
const ADDED = /** @type {const} */ ({ form: 'name', source: 'repeat', link: 'same', confidence: 1 });

/**
 * @param {Report} report
 * @param {EntityRef | string | null} to
 */
function speakerFields(report, to) {
  const sure = { corrected: true, probable: false, confidence: 1, speaker: null, speaker_name: undefined };
  const named = typeof to === 'string' ? withName(report, to) : to && find(report, to);
  if (named) return { ...sure, speaker: named.id, attribution: NAMED, because: STRINGS.correctedBecause };
  const name = typeof to === 'string' ? to : to?.name;
  if (name) return { ...sure, speaker_name: name, attribution: NAMED, because: STRINGS.correctedBecause };
  return { ...sure, attribution: UNNAMED, because: STRINGS.correctedUnnamed };
}

const NAMED = /** @type {const} */ ('named');
const UNNAMED = /** @type {const} */ ('unnamed');

/**
 * The entity that bears a name which was typed.
 *
 * @param {Report} report
 * @param {string} typed
 */
function withName({ entities }, typed) {
  const wanted = typed.toLowerCase();
  return entities.find(({ name, aliases }) => [name, ...aliases].some(known => known.toLowerCase() === wanted));
}

/**
 * The report without the mentions that overlap a place.
 *
 * @param {Report} report
 * @param {import('./types.js').Span} place
 */
function withoutMentionsAt(report, place) {
  return report.entities.reduce((current, { name, kind, mentions }) => {
    const entity = find(current, { name, kind });
    return mentions
      .filter(mention => entity && overlap(mention, place))
      .reduce(
        (rest, mention) => withoutMention(rest, find(rest, { name, kind }) ?? /** @type {Entity} */ (entity), mention),
        current,
      );
  }, report);
}

/**
 * @param {Report} report
 * @param {Entity} entity
 * @param {string} words
 * @param {import('./types.js').Mention[]} added
 */
function withMentions(report, entity, words, added) {
  const mentions = inTextOrder([...entity.mentions, ...added]);
  const isKnown = [entity.name, ...entity.aliases].includes(words);
  const grown = { ...entity, mentions, aliases: isKnown ? entity.aliases : [...entity.aliases, words] };
  return withEntities(
    report,
    report.entities.map(e => (e === entity ? grown : e)),
  );
}

/**
 * @param {Report} report
 * @param {EntityRef} ref
 * @param {import('./types.js').Mention[]} mentions
 */
function withEntity(report, { name, kind }, mentions) {
  const most = Math.max(1, ...report.entities.map(entity => entity.mentions.length));
  const id = report.entities.length;
  const salience = Math.min(1, mentions.length / most);
  const added = { id, kind, name, aliases: [], role: null, role_span: null, salience, related: [], mentions };
  return withEntities(report, [...report.entities, added]);
}

/**
 * Where a name stands as whole words.
 *
 * @param {string} text
 * @param {string} words
 */
function placesOfName(text, words) {
  const places = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!isLetter(text[start - 1]) && !isLetter(text[end])) places.push({ start, end });
  }
  return places;
}

/** @param {string | undefined} character */
function isLetter(character) {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/**
 * @param {Report} report
 * @param {Entity} entity
 */
function remove(report, entity) {
  return renumber(
    report,
    report.entities.filter(e => e !== entity),
    id => (id === entity.id ? null : id),
  );
}

/**
 * @param {Report} report
 * @param {Entity[]} entities
 * @returns {Report}
 */
function withEntities(report, entities) {
  return { ...report, entities };
}

/**
 * The report with another list of entities; everything that names one follows.
 *
 * @param {Report} report
 * @param {Entity[]} entities with their old ids
 * @param {(id: number) => number | null} stands which old id stands for an old id now
 * @returns {Report}
 */
function renumber(report, entities, stands) {
  const places = new Map(entities.map(({ id }, index) => [id, index]));
  const one = (/** @type {number | null} */ id) => (id == null ? null : (places.get(stands(id) ?? -1) ?? null));
  const many = (/** @type {number[]} */ ids) => [...new Set(ids.map(one))].filter(id => id != null);
  return {
    ...report,
    entities: entities.map((entity, id) => ({
      ...entity,
      id,
      ...(entity.related && { related: many(entity.related).filter(r => r !== id) }),
    })),
    quotes: report.quotes.map(quote => {
      const speaker = one(quote.speaker);
      const lost = quote.speaker != null && speaker == null;
      return {
        ...quote,
        speaker,
        attribution: lost ? (quote.speaker_span ? 'unnamed' : 'unresolved') : quote.attribution,
      };
    }),
    timeline: report.timeline.map(entry => ({ ...entry, entities: many(entry.entities) })),
    key_facts: report.key_facts
      .filter(fact => fact.entity == null || one(fact.entity) != null)
      .map(fact => ({ ...fact, entity: one(fact.entity) })),
  };
}
