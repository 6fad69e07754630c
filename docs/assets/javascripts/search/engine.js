// The search of one language and view, without a page: hits.js shows what it finds.

import { excerptOf, piecesOf } from "./excerpt.js";
import { Index } from "./index.js";
import { bare, wantedOf } from "./query.js";
import { rank, termsOf } from "./ranking.js";
import { nearestWords } from "./spelling.js";
import { termOf } from "./words.js";

const PATIENCE = 20_000; // milliseconds for each file: a slow phone takes some seconds
const [LEAST, LEAST_SOME] = [0.1, 0.3]; // of the best score: pages below it only mention the words, all or some of them
const MOST_ANSWERS = 3;
const LONGEST_QUERY = 500; // characters

/**
 * Load what the search needs.
 * @param {Record<string, string>} indexes the address of the pages of no view (""), of each view
 * @param {string} view the reader's, or ""
 * @param {string} language
 * @returns {Promise<Engine>} with the pages of the reader's view and of no view; the others follow. It rejects if a file
 *   can't be had
 */
export async function open(indexes, view, language) {
  const index = new Index(language);
  const engine = new Engine(index, view);
  const loading = Object.entries(indexes).map(([of, address]) => ({ of, data: load(address) }));
  const adding = loading.map(async ({ of, data }) => index.add(await data, of));
  engine.complete = Promise.all(adding).then(() => {});
  engine.complete.catch(() => {}); // who waits for it is told
  await Promise.all(loading.map(({ of, data }) => (view && of && of !== view ? null : data))); // the other view may come later
  return engine;
}

/**
 * @param {string} address
 * @returns {Promise<import("./index.js").Data>}
 */
async function load(address) {
  const reply = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return reply.json();
}

export class Engine {
  /** When everything can be found; until then, the other view is missing, and large sites are searched by their headings. */
  complete = Promise.resolve();

  /**
   * @param {Index} index
   * @param {string} view
   */
  constructor(index, view) {
    this.index = index;
    this.view = view;
  }

  /**
   * @param {string} text
   * @returns {Answer}
   */
  search(text) {
    const query = text.slice(0, LONGEST_QUERY);
    const { lexicon } = this.index;
    const wanted = wantedOf(query, lexicon);
    const ranked = wanted.length ? rank(wanted, this.index, query) : [];
    const some = !ranked[0]?.all;
    const own = ranked.filter(({ section }) => section.view === this.view);
    const [least, leastOwn] = [ranked, own].map((pages) => bestOf(pages) * (some ? LEAST_SOME : LEAST)); // own hits count by themselves
    const kept = ranked.filter(({ all, score, section }) => all !== some && score >= (section.view === this.view ? leastOwn : least));
    const answers = this.#answers(query);
    const terms = termsOf(wanted);
    const unknown = wanted.filter(({ alternatives }) => !alternatives.length);
    const corrected = wanted.flatMap(({ corrected: words = [] }) => words);
    return {
      groups: this.#viewsOf(kept).map((view) => ({
        view,
        hits: kept.filter(({ section }) => section.view === view).map((hit) => this.#hit(hit, terms)),
      })),
      count: kept.length,
      some: some && wanted.length > 1 && kept.length > 0,
      answers,
      nearest: answers.length ? [] : [...new Set([...corrected, ...unknown.flatMap(({ raw }) => nearestWords(raw, lexicon))])],
    };
  }

  /**
   * The views of what was found: the reader's own, no view, the other; for a reader of no view, the one of the best hit first.
   * @param {import("./ranking.js").Ranked[]} ranked
   */
  #viewsOf(ranked) {
    const views = [...new Set(ranked.map(({ section }) => section.view))];
    const place = (/** @type {string} */ view) => (view === this.view ? 0 : view === "" ? 1 : 2);
    return this.view ? views.sort((one, other) => place(one) - place(other)) : views;
  }

  /**
   * @param {import("./ranking.js").Ranked} ranked
   * @param {Set<string>} terms
   * @returns {Hit}
   */
  #hit({ page, section }, terms) {
    const { language } = this.index;
    return {
      url: page.url + (section.anchor && `#${section.anchor}`),
      view: section.view,
      path: page.path,
      // Made where they are shown: a large site may have thousands of hits.
      get titlePieces() {
        return piecesOf(page.title, terms, language);
      },
      get headingPieces() {
        return piecesOf(section.heading, terms, language);
      },
      get excerpt() {
        return excerptOf(section.text || (page.sections.find(([, , text]) => text)?.[2] ?? ""), terms, language);
      },
    };
  }

  /**
   * The answers by hand: the words of one of their queries follow each other in this one.
   * @param {string} query
   */
  #answers(query) {
    const asked = ` ${this.#termsIn(query)} `;
    const fits = (/** @type {string} */ words) => asked.includes(` ${this.#termsIn(words)} `);
    return this.index.answers.filter(({ queries }) => queries.some(fits)).slice(0, MOST_ANSWERS);
  }

  /**
   * The words of a text that say something; all of them if none does.
   * @param {string} text
   */
  #termsIn(text) {
    const { language, lexicon } = this.index;
    const words = text.split(/[\s/]+/).map(bare).filter(Boolean);
    const telling = words.filter((word) => !lexicon.ignored.has(word));
    return (telling.length ? telling : words).map((word) => termOf(word, language)).join(" ");
  }
}

/** @param {import("./ranking.js").Ranked[]} ranked */
function bestOf(ranked) {
  return Math.max(0, ...ranked.map(({ score }) => score).filter(Number.isFinite));
}
