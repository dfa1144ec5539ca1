/**
 * Must it be asked again? The same engine, with answers about the corpus remembered: the corpus of a
 * page does not change while it is open. Searches are asked anew; they cost less than remembering.
 */

/** How many article texts and entities are kept. */
const kept = 400;

/** @param {Engine} engine @returns {Engine} */
export function memo(engine) {
  const entity = remembered((/** @type {string} */ id) => engine.entity(id));
  const entityOf = remembered((/** @type {{ id: string, article: string }} */ { id, article }) => engine.entity(id, { article }));
  return {
    search: (query, options) => engine.search(query, options),
    suggest: (prefix, limit) => engine.suggest(prefix, limit),
    concordance: (query, options) => engine.concordance(query, options),
    articles: remembered(() => engine.articles()),
    article: remembered((/** @type {string} */ id) => engine.article(id)),
    entities: remembered((/** @type {EntityFilter} */ filter) => engine.entities(filter)),
    entity: (id, of) => (of?.article ? entityOf({ id, article: of.article }) : entity(id)),
    quotes: remembered((/** @type {QuotationFilter} */ filter) => engine.quotes(filter)),
    timeline: remembered((/** @type {{ article?: string }} */ filter) => engine.timeline(filter)),
  };
}

/** @template A, R @param {(argument: A) => R} ask @returns {(argument?: A) => R} */
function remembered(ask) {
  /** @type {Map<string, R>} */
  const known = new Map();
  return (argument) => {
    const key = JSON.stringify(argument ?? {});
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= kept) known.delete(/** @type {string} */ (known.keys().next().value));
    const answer = ask(/** @type {A} */ (argument ?? (ask.length ? {} : undefined)));
    known.set(key, answer);
    return answer;
  };
}

/** The list of articles by id. @param {Engine} engine @returns {Map<string, Meta>} */
export function catalogue(engine) {
  const articles = engine.articles();
  let found = catalogues.get(articles);
  if (!found) catalogues.set(articles, found = new Map(articles.map((article) => [article.id, article])));
  return found;
}

/** @type {WeakMap<Meta[], Map<string, Meta>>} */
const catalogues = new WeakMap();
