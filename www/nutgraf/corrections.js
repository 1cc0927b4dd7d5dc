/**
 * What a reader puts right: each correction is a small record, applied to a report without changing it, so that undoing
 * is leaving the last one out.
 */

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Correction} Correction */

/**
 * The report with the corrections carried out in order. Ids stay indices into `entities`. A correction whose entity is
 * not there, because the text has changed since, is left out.
 *
 * @param {Report} report
 * @param {Correction[]} corrections
 * @returns {Report}
 */
export function applyCorrections(report, corrections) {
  return corrections.reduce((current, correction) => {
    const target = find(current, correction.entity);
    return target ? apply(current, target, correction) : current;
  }, report);
}

/**
 * @template {Correction['op']} Op
 * @param {Report} report
 * @param {Entity} entity
 * @param {Extract<Correction, { op: Op }>} correction
 */
function apply(report, entity, correction) {
  return APPLY[/** @type {Op} */ (correction.op)](report, entity, correction);
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
 * @param {{ name: string, kind: string }} wanted
 */
function find({ entities }, { name, kind }) {
  return entities.find(entity => entity.name === name && entity.kind === kind);
}

/**
 * How each correction is carried out on the entity that it names.
 *
 * @type {{ [Op in Correction['op']]: (report: Report, entity: Entity, correction: Extract<Correction, { op: Op }>) => Report }}
 */
const APPLY = {
  retype: (report, entity, { kind }) =>
    withEntities(
      report,
      report.entities.map(e => (e === entity ? { ...e, kind } : e)),
    ),

  merge(report, entity, { into }) {
    const goal = find(report, into);
    if (!goal || goal === entity) return report;
    const names = [goal.name, ...goal.aliases];
    const merged = {
      ...goal,
      aliases: [...goal.aliases, ...[entity.name, ...entity.aliases].filter(name => !names.includes(name))],
      role: goal.role ?? entity.role,
      role_span: goal.role_span ?? entity.role_span,
      salience: Math.max(goal.salience, entity.salience),
      mentions: [...goal.mentions, ...entity.mentions].sort((a, b) => a.start - b.start),
    };
    return renumber(
      report,
      report.entities.flatMap(e => (e === entity ? [] : [e === goal ? merged : e])),
      e => (e === entity.id ? goal.id : e),
    );
  },

  split(report, entity, { start, name }) {
    const mention = entity.mentions.find(m => m.start === start);
    if (!mention || entity.mentions.length < 2) return report;
    const rest = { ...entity, mentions: entity.mentions.filter(m => m !== mention) };
    const own = {
      ...entity,
      id: report.entities.length,
      name,
      aliases: [],
      role: null,
      role_span: null,
      related: [],
      mentions: [{ ...mention, link: /** @type {const} */ ('own') }],
    };
    const quotes = report.quotes.map(q =>
      q.speaker === entity.id && q.speaker_span?.start === start ? { ...q, speaker: own.id } : q,
    );
    return withEntities({ ...report, quotes }, [...report.entities.map(e => (e === entity ? rest : e)), own]);
  },

  remove,

  remove_mention(report, entity, { start }) {
    const mentions = entity.mentions.filter(m => m.start !== start);
    if (!mentions.length) return remove(report, entity);
    return withEntities(
      report,
      report.entities.map(e => (e === entity ? { ...e, mentions } : e)),
    );
  },
};

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
