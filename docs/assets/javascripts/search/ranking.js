// Which pages answer a query best, and which of their sections.

import { wordsOf } from "./words.js";

const MOSTLY_LINKS = 0.4; // of a page's score, where most of its words are links

/**
 * @typedef {import("./index.js").Section} Section
 * @typedef {import("./index.js").Page} Page
 * @typedef {import("./query.js").Wanted} Wanted
 *
 * A page that has words of a query, the section that answers it best, and whether the page has all of them.
 * @typedef {{ page: Page, section: Section, score: number, all: boolean }} Ranked
 *
 * How well the sections of each page answer one word of the query.
 * @typedef {Map<Page, Map<Section, number>>} Answering
 */

/**
 * The pages that answer the words of a query, the best first. Those with all words come before those with some.
 * @param {Wanted[]} wanted
 * @param {import("./index.js").Index} index
 * @returns {Ranked[]}
 */
export function rank(wanted, index) {
  const words = wanted.map((word) => answering(word, index));
  const weights = words.map((pages) => Math.log(1 + index.pages / (pages.size + 0.5))); // rare words say more
  const sum = weights.reduce((one, other) => one + other, 0);
  const pages = [...new Set(words.flatMap((found) => [...found.keys()]))];
  return pages
    .map((page) => {
      const found = words.map((answers) => answers.get(page));
      const share = weights.reduce((total, weight, place) => total + (found[place] ? weight : 0), 0) / sum;
      return { page, all: found.every(Boolean), ...best(page, found, wanted, index, share) };
    })
    .sort((one, other) => Number(other.all) - Number(one.all) || other.score - one.score);
}

/**
 * @param {Wanted} wanted
 * @param {import("./index.js").Index} index
 * @returns {Answering}
 */
function answering({ alternatives }, index) {
  /** @type {Answering} */
  const result = new Map();
  for (const pieces of alternatives) {
    const found = pieces.map((terms) => byPage(index.find(terms)));
    for (const page of found[0].keys()) {
      if (!found.every((pages) => pages.has(page))) continue;
      const sections = result.get(page) ?? new Map();
      result.set(page, sections);
      for (const pages of found) {
        for (const [section, score] of pages.get(page) ?? []) sections.set(section, (sections.get(section) ?? 0) + score / found.length);
      }
    }
  }
  return result;
}

/**
 * @param {Map<Section, number>} scores
 * @returns {Answering}
 */
function byPage(scores) {
  /** @type {Answering} */
  const pages = new Map();
  for (const [section, score] of scores) {
    const sections = pages.get(section.page) ?? new Map();
    pages.set(section.page, sections.set(section, score));
  }
  return pages;
}

/**
 * A page's best section, and the page's score. If the title has all words, the page answers from its beginning, unless
 * a heading has them, too.
 * @param {Page} page
 * @param {(Map<Section, number> | undefined)[]} found for each word of the query
 * @param {Wanted[]} wanted
 * @param {import("./index.js").Index} index
 * @param {number} share of the query's words, by their weight
 */
function best(page, found, wanted, index, share) {
  /** @type {Map<Section, { words: number, score: number }>} */
  const sections = new Map();
  let score = 0;
  for (const answers of found) {
    for (const [section, points] of answers ?? []) {
      const { words, score: before } = sections.get(section) ?? { words: 0, score: 0 };
      if (!section.title) sections.set(section, { words: words + 1, score: before + points });
    }
    score += Math.max(0, ...(answers?.values() ?? []));
  }
  const [first] = [...sections].sort(([, one], [, other]) => other.words - one.words || other.score - one.score);
  const titled = found.every((answers) => [...(answers?.keys() ?? [])].some(({ title }) => title));
  const atBeginning = !first || (titled && !hasAll(first[0].heading, wanted, index.language));
  const section = atBeginning ? beginningOf(page, index) : first[0];
  return { section, score: (score + (first?.[1].score ?? 0)) * (page.links ? MOSTLY_LINKS : 1) * share ** 2 };
}

/**
 * @param {string} heading
 * @param {Wanted[]} wanted
 * @param {string} language
 */
function hasAll(heading, wanted, language) {
  const terms = new Set(wordsOf(heading, language).map(({ term }) => term));
  return wanted.every(({ alternatives }) =>
    alternatives.some((pieces) => pieces.every((answers) => [...answers.keys()].some((term) => terms.has(term)))),
  );
}

/**
 * The page's first section: the text before its first heading, even if there is none.
 * @param {Page} page
 * @param {import("./index.js").Index} index
 * @returns {Section}
 */
function beginningOf(page, { sections }) {
  const title = sections.findIndex((section) => section.page === page);
  return sections[title + 1]?.page === page ? sections[title + 1] : sections[title];
}
