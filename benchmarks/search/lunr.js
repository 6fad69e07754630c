// lunr with German stems, as Material has it: the index is made in the browser from the texts of all sections.
export async function start({ sections }) {
  for (const script of ["lunr/lunr.min.js", "lunr-languages/min/lunr.stemmer.support.min.js", "lunr-languages/min/lunr.de.min.js"]) {
    const element = Object.assign(document.createElement("script"), { src: `/modules/${script}` });
    await new Promise((done) => ((element.onload = done), document.head.append(element)));
  }
  const all = await (await fetch(sections)).json();
  const index = lunr(function () {
    this.use(lunr.de);
    for (const [field, boost] of [["title", 3], ["heading", 2], ["text", 1]]) this.field(field, { boost });
    all.forEach((section, id) => this.add({ id, ...section }));
  });
  return {
    search: (query) => [...new Set(index.search(query.replace(/[^\p{L}\d.]+/gu, " ")).map(({ ref }) => all[ref].url))],
  };
}
