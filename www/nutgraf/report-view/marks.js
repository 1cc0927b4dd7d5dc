/**
 * Cutting a block into runs that each lie wholly inside or outside every mark, so that marks may nest and cross.
 */

/** @typedef {import('../types.js').Span} Span */
/** @typedef {Span & { layer: 'lead' | 'sentence' | 'quote' | 'cue' | 'mention', id: number, sub?: number }} Mark */

/** From the outside in. */
export const LAYERS = /** @type {const} */ (['lead', 'sentence', 'quote', 'cue', 'mention']);

/**
 * Every mark of a report in text order. Mentions that overlap an earlier one are left out: a link cannot hold a link.
 *
 * @param {import('../types.js').Report} report
 * @param {(kind: string) => boolean} isShown
 * @returns {Mark[]}
 */
export function marksOf(report, isShown) {
  const { article, sentences, quotes, entities } = report;
  /** @type {Mark[]} */
  const marks = [
    ...article.leads.filter(lead => lead.kind === 'runin').map((lead, id) => mark('lead', lead, id)),
    ...sentences.map((sentence, id) => mark('sentence', sentence, id)),
  ];
  if (isShown('quotes')) {
    for (const quote of quotes) {
      if (quote.inside != null) continue;
      for (const part of quote.parts) marks.push(mark('quote', part, quote.id));
      if (quote.cue) marks.push(mark('cue', quote.cue, quote.id));
    }
  }
  for (const entity of entities) {
    if (!isShown(entity.kind)) continue;
    for (const [sub, mention] of entity.mentions.entries()) marks.push({ ...mark('mention', mention, entity.id), sub });
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return withoutOverlaps(marks);
}

/**
 * @param {Mark['layer']} layer
 * @param {Span} span
 * @param {number} id
 * @returns {Mark}
 */
function mark(layer, { start, end }, id) {
  return { layer, start, end, id };
}

/** @param {Mark[]} marks */
function withoutOverlaps(marks) {
  /** @type {Record<string, number>} */
  const reached = {};
  return marks.filter(({ layer, start, end }) => {
    if (start < (reached[layer] ?? 0) || end <= start) return false;
    reached[layer] = end;
    return true;
  });
}

/**
 * The runs of `start..end`, each with the marks that cover it, outermost first.
 *
 * @param {Span} block
 * @param {Mark[]} marks those that touch the block, in text order
 * @returns {(Span & { marks: Mark[] })[]}
 */
export function runs({ start, end }, marks) {
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  let next = 0;
  /** @type {Mark[]} */
  let open = [];
  return places.slice(0, -1).map((from, index) => {
    open = open.filter(mark => mark.end > from);
    while (next < marks.length && marks[next].start <= from) open.push(marks[next++]);
    const covering = open.filter(mark => mark.end > from);
    covering.sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
    return { start: from, end: places[index + 1], marks: covering };
  });
}
