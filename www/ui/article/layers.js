/**
 * What lies over the text of an article? Quotations, names and words that stand for them, dates,
 * figures, repairs, gaps and search hits as spans of one shape, for the reader to dress. Engine answers in, spans out.
 */

/** @typedef {'quotes' | EntityKind | 'references' | 'dates' | 'figures' | 'repairs' | 'gaps'} LayerName */

/**
 * One dressed place of a text.
 * @typedef {{ start: number, end: number, rank: number } & (
 *   { layer: 'quotes', quote: Quotation } | { layer: 'name', entity: Entity, mention: MentionKind }
 *   | { layer: 'references', reference: Reference, kind: EntityKind }
 *   | { layer: 'dates', date: DateStatement } | { layer: 'figures', figure: Figure } | { layer: 'repairs', repair: Repair }
 *   | { layer: 'gaps', gap: Gap } | { layer: 'found' })} Place
 */

/** In the order of their switches. @type {LayerName[]} */
export const layers = ['quotes', 'person', 'organisation', 'place', 'document', 'event', 'publication', 'work', 'references', 'dates', 'figures',
  'repairs', 'gaps'];

/** What is shown when the address does not say. */
export const usual = ['quotes', 'person', 'organisation', 'place', 'gaps'];

/**
 * Everything that lies over one article, whether shown or not.
 * @typedef {{ quotes: Quotation[], names: Record<string, Entity[]>, mentions: Mention[], references: Reference[], dates: DateStatement[], figures: Figure[],
 *   repairs: Repair[], gaps: Gap[] }} Cover
 */

/** Asks for everything, a question a step. @param {Engine} engine @param {Article} article @returns {Generator<void, Cover, void>} */
export function* cover(engine, article) {
  const only = { article: article.id };
  /** @type {Record<string, Entity[]>} */
  const names = {};
  for (const entity of engine.entities(only)) (names[entity.kind] ??= []).push(entity);
  yield;
  const mentions = engine.mentions(article.id);
  yield;
  const quotes = engine.quotes(only);
  yield;
  const references = engine.references(only);
  yield;
  const dates = engine.timeline({ ...only, events: false });
  yield;
  return { names, mentions, quotes, references, dates, figures: engine.figures(only), repairs: article.repairs, gaps: article.gaps };
}

/** How much each layer would show: names by their number, all else by its places.
 * @param {Cover} all @param {LayerName} name */
export function size(all, name) {
  if (name === 'quotes') return all.quotes.filter((quote) => !quote.within).length;
  return name in all ? all[/** @type {'references' | 'dates' | 'figures' | 'repairs' | 'gaps'} */ (name)].length : all.names[name]?.length ?? 0;
}

/**
 * The places of the layers that are on.
 * @param {Cover} all @param {string[]} on @param {string | null} sought an entity that is shown whether its layer is on or not
 * @returns {Place[]}
 */
export function places(all, on, sought) {
  /** @type {Place[]} */
  const found = [];
  if (on.includes('quotes')) {
    for (const quote of all.quotes) for (const [start, end] of quote.spans) found.push({ start, end, rank: 2, layer: 'quotes', quote });
  }
  const named = new Map(Object.values(all.names).flat().map((entity) => [entity.id, entity]));
  for (const { start, end, kind, entity: id } of all.mentions) {
    const entity = named.get(id ?? '');
    if (entity && (on.includes(entity.kind) || id === sought)) {
      found.push({ start, end, rank: 4, layer: 'name', entity, mention: kind });
    }
  }
  if (on.includes('references')) found.push(...meant(all.references, named, found.filter(({ layer }) => layer === 'name')));
  if (on.includes('dates')) {
    for (const date of all.dates) found.push({ start: date.start, end: date.end, rank: 3, layer: 'dates', date });
  }
  if (on.includes('figures')) {
    for (const figure of all.figures) found.push({ start: figure.start, end: figure.end, rank: 3, layer: 'figures', figure });
  }
  if (on.includes('repairs')) {
    for (const repair of all.repairs) found.push({ start: repair.start, end: repair.end, rank: 5, layer: 'repairs', repair });
  }
  if (on.includes('gaps')) for (const gap of all.gaps) found.push({ start: gap.at, end: gap.at, rank: 6, layer: 'gaps', gap });
  return found;
}

/** Whether a place names an entity, or refers to it. @param {string | null} entity @returns {(place: Place) => boolean} */
export const isOf = (entity) => (place) => (place.layer === 'name' ? place.entity.id : place.layer === 'references' ? place.reference.entity : null) === entity && entity !== null;

/** Whether keys stop at a place that nothing was asked for. @param {Place} place */
export const isStop = ({ layer }) => layer === 'quotes' || layer === 'name' || layer === 'gaps';

/** References around the names inside them, which lead where they lead: "the [Russian] leader".
 * @param {Reference[]} references in order @param {Map<string, Entity>} named @param {Place[]} names in order @returns {Place[]} */
function meant(references, named, names) {
  let next = 0;
  return references.flatMap((reference) => {
    while (next < names.length && names[next].end <= reference.start) next += 1;
    let beyond = next;
    while (beyond < names.length && names[beyond].start < reference.end) beyond += 1;
    const inside = names.slice(next, beyond).filter(({ end }) => end > reference.start);
    const [starts, ends] = [[reference.start, ...inside.map(({ end }) => end)], [...inside.map(({ start }) => start), reference.end]];
    const kind = named.get(reference.entity)?.kind ?? 'person';
    return starts.flatMap((start, index) => (start < ends[index]
      ? { start, end: ends[index], rank: 4, layer: /** @type {const} */ ('references'), reference, kind } : []));
  });
}

/** Where a query is found in one article, which alone is asked: a passage is a block. @param {Engine} engine @param {Article} article
 * @param {string} query @param {SearchFilter} filter @returns {Place[]} */
export function hits(engine, article, query, filter) {
  if (!query) return [];
  const only = { ...filter, article: article.id };
  return engine.search(query, { by: 'passage', limit: article.blocks.length, snippets: false, facets: false, filter: only }).hits
    .flatMap((hit) => hit.passages.flatMap((passage) => passage.marks))
    .map(([start, end]) => ({ start, end, rank: 8, layer: 'found' }));
}
