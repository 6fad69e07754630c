// A plain engine that reads MkDocs' index: sections that have all words of the query.

/**
 * @param {Record<string, string>} indexes
 * @param {string} view
 * @param {string} language
 * @returns {Promise<Engine>}
 */
export async function open(indexes, view, language) {
  const reply = await fetch(indexes[""]);
  /** @type {{ docs: { location: string, title: string, text: string }[] }} */
  const { docs } = await reply.json();
  const root = language === "de" ? "" : `${language}/`;
  const own = docs.filter(({ location }) => location.startsWith("en/") === Boolean(root));
  return { complete: Promise.resolve(), search };

  /** @param {string} query */
  function search(query) {
    const words = query.toLowerCase().split(/\s+/);
    /** @type {Map<string, Hit>} */
    const pages = new Map();
    for (const { location, title, text } of own) {
      const url = location.split("#")[0];
      const plain = new DOMParser().parseFromString(text, "text/html").body.innerText.replace(/\s+/g, " ");
      const page = own.find((one) => one.location === url)?.title ?? title;
      if (pages.has(url) || !words.every((word) => `${page} ${title} ${plain}`.toLowerCase().includes(word))) continue;
      const place = url.slice(root.length).split("/")[0];
      const heading = url === location ? "" : title;
      const from = Math.max(plain.toLowerCase().indexOf(words[0]) - 40, 0);
      const path = place === "admin" ? ["Administrator-Ansicht"] : place === "user" ? ["Anwender-Ansicht"] : [];
      pages.set(url, { url: location, title: page, heading, path, view: ["admin", "user"].includes(place) ? place : "", titlePieces: pieces(page), headingPieces: heading ? pieces(heading) : [], excerpt: pieces(plain.slice(from, from + 160)) });
    }
    const order = view ? [view, "", view === "user" ? "admin" : "user"] : ["user", "admin", ""];
    const groups = order.map((each) => ({ view: each, hits: [...pages.values()].filter((hit) => hit.view === each) })).filter(({ hits }) => hits.length);
    return { groups, count: pages.size, some: false, answers: [], nearest: [] };

    /**
     * @param {string} text
     * @returns {Piece[]}
     */
    function pieces(text) {
      return text.split(new RegExp(`(${words.map((word) => word.replace(/\W/g, "\\$&")).join("|")})`, "i")).map((piece, index) => [piece, index % 2 > 0]);
    }
  }
}
