// The portal's search: the engine and the data that a page of the user view names.
export async function start({ engine, indexes }) {
  const { open } = await import(engine);
  const opened = await open(indexes, "user", "de");
  return {
    first: () => {},
    whole: () => opened.complete,
    search: (query) => opened.search(query).groups.flatMap(({ hits }) => hits.map(({ url }) => url.replace(/#.*/, ""))),
  };
}
