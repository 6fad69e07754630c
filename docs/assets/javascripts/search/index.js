// What the search knows of one language: its pages in sections, its words, what editors say of words.

import MiniSearch from "../minisearch.js";
import { bare } from "./query.js";
import { fold, termOf, wordsOf } from "./words.js";

const BOOSTS = { title: 3, heading: 2, text: 1 };
const AT_ONCE = 400; // sections; of more, titles and headings can be found first, their texts bit by bit
const BIT = 50;

/**
 * A page as the build publishes it: each section is its id, its heading and its text.
 * @typedef {{ url: string, title: string, path: string[], links?: boolean, sections: [string, string, string][] }} Page
 *
 * @typedef {AnswerByHand & { queries: string[] }} Taught an answer by hand, and the queries that it is for
 * @typedef {{ ignored?: string[], synonyms?: [string[], string[]][], answers?: Taught[], pages: Page[] }} Data
 *
 * A section in the index; a page's title is one of its own, so that it never decides which section answers best.
 * @typedef {{ id: number, page: Page, view: string, anchor: string, title: string, heading: string, text: string }} Section
 */

export class Index {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
    /** @type {Section[]} */
    this.sections = [];
    /** @type {Taught[]} */
    this.answers = [];
    /** @type {Map<Page, number>} the number of each page's title among the sections */
    this.titles = new Map();
    /** @type {Map<string, import("./words.js").Word[]>} of titles and headings, which each query compares */
    this.words = new Map();
    /** @type {import("./query.js").Lexicon} */
    this.lexicon = { language, ignored: new Set(), synonyms: new Map(), vocabulary: new Set(), forms: new Map(), taught: new Set() };
    this.headings = this.#newEngine();
    this.engine = this.#newEngine();
  }

  /**
   * Add the pages of a view, and what editors say of words, if the data has it.
   * @param {Data} data
   * @param {string} view
   * @returns {Promise<void>} resolves when all of it can be found
   */
  async add({ ignored = [], synonyms = [], answers = [], pages }, view) {
    for (const word of ignored) this.lexicon.ignored.add(bare(word));
    for (const [from, to] of synonyms) this.#addSynonyms(from, to);
    this.answers.push(...answers);
    const first = this.sections.length;
    for (const page of pages) {
      this.titles.set(page, this.sections.length);
      this.#addSection({ page, view, anchor: "", title: page.title, heading: "", text: "" });
      for (const [anchor, heading, text] of page.sections) this.#addSection({ page, view, anchor, title: "", heading, text });
    }
    const added = this.sections.slice(first);
    if (added.length <= AT_ONCE) return this.engine.addAll(added);
    this.headings.addAll(added.map((section) => ({ ...section, text: "" })));
    await this.engine.addAllAsync(added, { chunkSize: BIT });
  }

  /**
   * The sections that have any of these words, by how well they fit.
   * @param {import("./query.js").Terms} terms
   * @returns {Map<Section, number>}
   */
  find(terms) {
    if (!terms.size) return new Map();
    const query = [...terms.keys()].join(" ");
    const options = {
      tokenize: (/** @type {string} */ text) => text.split(" "),
      processTerm: (/** @type {string} */ term) => term,
      boost: BOOSTS,
      boostTerm: (/** @type {string} */ term) => terms.get(term) ?? 0,
    };
    const found = [this.headings, this.engine].flatMap((engine) => engine.search(query, options));
    return new Map(found.map(({ id, score }) => [this.sections[id], score])); // the later ones know the texts, too
  }

  /**
   * The words of a title or a heading.
   * @param {string} text
   */
  wordsIn(text) {
    const words = this.words.get(text) ?? wordsOf(text, this.language);
    this.words.set(text, words);
    return words;
  }

  #newEngine() {
    return new MiniSearch({
      fields: Object.keys(BOOSTS),
      tokenize: (text) => wordsOf(text, this.language).map((word) => this.#learn(word)),
      processTerm: (term) => term,
    });
  }

  /** @param {import("./words.js").Word} word */
  #learn({ term, form }) {
    this.lexicon.vocabulary.add(term);
    this.lexicon.forms.set(fold(bare(form), this.language), { term, word: form });
    return term;
  }

  /** @param {Omit<Section, "id">} section */
  #addSection(section) {
    this.sections.push({ id: this.sections.length, ...section });
  }

  /**
   * @param {string[]} from
   * @param {string[]} to
   */
  #addSynonyms(from, to) {
    const phrases = to.map((phrase) => phrase.split(/\s+/).filter((word) => !this.lexicon.ignored.has(bare(word))).map((word) => termOf(bare(word), this.language)));
    for (const word of from) {
      const raw = bare(word.replace(/\s+/g, ""));
      const term = termOf(raw, this.language);
      this.lexicon.taught.add(fold(raw, this.language));
      this.lexicon.synonyms.set(term, [...(this.lexicon.synonyms.get(term) ?? []), ...phrases]);
    }
  }
}
