/**
 * Must it be asked again? The same engine, with answers about the corpus remembered until it changes.
 * Searches are asked anew; they cost less than remembering.
 */

/** How many article texts and entities are kept. */
const kept = 400;

/** @param {Engine} engine @returns {Engine & { forget(): void }} */
export function memo(engine) {
  /** @type {Map<string, any>[]} */
  const memories = [];
  /** @template A, R @param {(argument: A) => R} ask @returns {(argument?: A) => R} */
  const remembered = (ask) => {
    /** @type {Map<string, R>} */
    const known = new Map();
    memories.push(known);
    return (argument) => recalled(known, ask, argument);
  };
  return {
    search: (query, options) => engine.search(query, options),
    suggest: (prefix, limit) => engine.suggest(prefix, limit),
    concordance: (query, options) => engine.concordance(query, options),
    collocations: (query, options) => engine.collocations(query, options),
    overview: remembered(() => engine.overview()),
    ids: remembered(() => engine.ids()),
    articles: remembered((/** @type {ArticleFilter} */ filter) => engine.articles(filter)),
    summary: remembered((/** @type {string} */ id) => engine.summary(id)),
    article: remembered((/** @type {string} */ id) => engine.article(id)),
    raw: (id) => engine.raw(id),
    entities: remembered((/** @type {EntityFilter} */ filter) => engine.entities(filter)),
    entity: remembered((/** @type {string} */ id) => engine.entity(id)),
    mentions: remembered((/** @type {string} */ article) => engine.mentions(article)),
    references: remembered((/** @type {ReferenceFilter} */ filter) => engine.references(filter)),
    quotes: remembered((/** @type {QuotationFilter} */ filter) => engine.quotes(filter)),
    speakers: remembered((/** @type {SpeakerFilter} */ filter) => engine.speakers(filter)),
    timeline: remembered((/** @type {TimelineFilter} */ filter) => engine.timeline(filter)),
    stories: remembered((/** @type {RelatedFilter} */ filter) => engine.stories(filter)),
    duplicates: remembered((/** @type {RelatedFilter} */ filter) => engine.duplicates(filter)),
    groups: remembered((/** @type {{ articles?: string[] }} */ filter) => engine.groups(filter)),
    group: (id, options) => engine.group(id, options),
    shared: remembered((/** @type {{ min?: number, articles?: string[] }} */ options) => engine.shared(options)),
    compare: remembered((/** @type {{ articles?: string[] }} */ options) => engine.compare(options)),
    figures: remembered((/** @type {{ article?: string }} */ filter) => engine.figures(filter)),
    report: remembered((/** @type {ArticleFilter} */ filter) => engine.report(filter)),
    decisions: remembered(() => engine.decisions()),
    graph: remembered((/** @type {GraphOptions} */ options) => engine.graph(options)),
    forget: () => memories.forEach((known) => known.clear()),
  };
}

/** @template A, R @param {Map<string, R>} known @param {(argument: A) => R} ask @param {A} [argument] @returns {R} */
function recalled(known, ask, argument) {
  const key = JSON.stringify(argument ?? {});
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= kept) known.delete(/** @type {string} */ (known.keys().next().value));
  const answer = ask(/** @type {A} */ (argument ?? (ask.length ? {} : undefined)));
  known.set(key, answer);
  return answer;
}
