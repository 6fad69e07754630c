// Orama with German stems and one wrong letter: the index is made in the browser from the texts of all sections.
import { create, insertMultiple, search } from "/modules/@orama/orama/dist/browser/index.js";
import { language, stemmer } from "/modules/@orama/stemmers/dist/de.js";

export async function start({ sections }) {
  const all = await (await fetch(sections)).json();
  const schema = { url: "string", title: "string", heading: "string", text: "string" };
  const database = create({ schema, components: { tokenizer: { language, stemming: true, stemmer } } });
  await insertMultiple(database, all, 500);
  return {
    search: async (term) => {
      const options = { term, properties: ["title", "heading", "text"], boost: { title: 3, heading: 2 }, tolerance: 1, limit: 50 };
      return [...new Set((await search(database, options)).hits.map(({ document: { url } }) => url))];
    },
  };
}
