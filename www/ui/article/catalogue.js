/** Which article has this id? The list of the articles as a table, made once for each list. */

/** @type {WeakMap<Meta[], Map<string, Meta>>} */
const catalogues = new WeakMap();

/** The list of articles by id. @param {Engine} engine @returns {Map<string, Meta>} */
export function catalogue(engine) {
  const articles = engine.articles();
  let found = catalogues.get(articles);
  if (!found) catalogues.set(articles, found = new Map(articles.map((article) => [article.id, article])));
  return found;
}
