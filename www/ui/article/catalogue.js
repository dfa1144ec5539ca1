/** Which article has this id? What lists say of it, asked for one by one: of a large corpus, a page shows few. */

/** The articles by id. @param {Engine} engine @returns {{ get(id: string): Meta | undefined }} */
export function catalogue(engine) {
  return { get: (id) => engine.summary(id) ?? undefined };
}
