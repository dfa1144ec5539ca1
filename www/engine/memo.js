/**
 * Must it be asked again? The same engine, with answers about the corpus remembered until it changes.
 * Searches are asked anew; they cost less than remembering. Of what takes long, only the last question counts: an older one
 * that was not answered yet is given up.
 */

/** How many article texts and entities are kept. */
const kept = 400;

/** @param {Engine} engine @param {Ask} ask what takes long @returns {Engine & { forget(): void }} */
export function memo(engine, ask) {
  /** @type {Map<string, any>[]} */
  const memories = [];
  /** @template A, R @param {(argument: A) => R} ask @returns {(argument?: A) => R} */
  const remembered = (ask) => {
    /** @type {Map<string, R>} */
    const known = new Map();
    memories.push(known);
    return (argument) => recalled(known, ask, argument);
  };
  /** What is asked of a worker, by its function. @type {Map<string, AbortController>} */
  const asked = new Map();
  /** @template {'groups' | 'group' | 'shared' | 'compare' | 'graph'} K @param {K} name @returns {Long[K]} */
  const awaited = (name) => {
    /** @type {Map<string, any>} */
    const known = new Map();
    memories.push(known);
    return (/** @type {any[]} */ ...given) => {
      const key = JSON.stringify(given);
      const found = known.get(key);
      if (found) return found;
      asked.get(name)?.abort();
      const last = new AbortController();
      asked.set(name, last);
      const answer = ask(name, given, last.signal);
      known.set(key, answer);
      answer.catch(() => known.delete(key));
      return answer;
    };
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
    figures: remembered((/** @type {{ article?: string }} */ filter) => engine.figures(filter)),
    report: remembered((/** @type {ArticleFilter} */ filter) => engine.report(filter)),
    decisions: remembered(() => engine.decisions()),
    groups: awaited('groups'),
    group: awaited('group'),
    shared: awaited('shared'),
    compare: awaited('compare'),
    graph: awaited('graph'),
    graphText: (...given) => engine.graphText(...given),
    mentionsText: (...given) => engine.mentionsText(...given),
    quotesText: (...given) => engine.quotesText(...given),
    decisionsText: () => engine.decisionsText(),
    forget: () => {
      memories.forEach((known) => known.clear());
      asked.forEach((last) => last.abort());
    },
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
