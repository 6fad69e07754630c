// Which pages answer a query best, and which of their sections.

import { wordsOf } from "./words.js";

const WHOLE_HEADING = 1.5; // times a section's points, where its heading is what is asked for
const MOSTLY_LINKS = 0.4; // of a page's score, where most of its words are links

/**
 * @typedef {import("./index.js").Section} Section
 * @typedef {import("./index.js").Page} Page
 * @typedef {import("./query.js").Wanted} Wanted
 *
 * A page that has words of a query, the section that answers it best, and whether the page has all of them.
 * @typedef {{ page: Page, section: Section, score: number, all: boolean }} Ranked
 *
 * How well the sections of each page answer one word of the query; a section may have only some of the pieces that do.
 * @typedef {Map<Page, Map<Section, { points: number, whole: boolean }>>} Answering
 */

/**
 * The pages that answer the words of a query, the best first. Those with all words come before those with some.
 * @param {Wanted[]} wanted
 * @param {import("./index.js").Index} index
 * @param {string} query whose words, if they are a page's title, have that page first
 * @returns {Ranked[]}
 */
export function rank(wanted, index, query) {
  const whole = wanted.map(({ alternatives }) => answering(alternatives, index));
  const words = whole.map((pages, place) => (pages.size ? pages : answering(wanted[place].parts ?? [], index)));
  const weights = words.map((pages) => Math.log(1 + index.titles.size / (pages.size + 0.5))); // rare words say more
  const sum = weights.reduce((one, other) => one + other, 0);
  const terms = termsOf(wanted);
  const asked = keyOf(wordsOf(query, index.language));
  const pages = [...new Set(words.flatMap((found) => [...found.keys()]))];
  return pages
    .map((page) => {
      const found = words.map((answers) => answers.get(page));
      const share = weights.reduce((total, weight, place) => total + (found[place] ? weight : 0), 0) / sum;
      return { page, all: whole.every((answers) => answers.has(page)), ...best(page, found, index, share, terms) };
    })
    .map((ranked) => (keyOf(index.wordsIn(ranked.page.title)) === asked ? { ...ranked, all: true, score: Infinity } : ranked))
    .sort((one, other) => Number(other.all) - Number(one.all) || other.score - one.score);
}

/**
 * The words of a text, to compare whole texts.
 * @param {import("./words.js").Word[]} words
 */
function keyOf(words) {
  return words.map(({ term }) => term).join(" ");
}

/**
 * All words that answer those of a query.
 * @param {Wanted[]} wanted
 */
export function termsOf(wanted) {
  return new Set(wanted.flatMap(({ alternatives, parts = [] }) => [...alternatives, ...parts].flat().flatMap((terms) => [...terms.keys()])));
}

/**
 * @param {import("./query.js").Terms[][]} alternatives
 * @param {import("./index.js").Index} index
 * @returns {Answering}
 */
function answering(alternatives, index) {
  /** @type {Answering} */
  const result = new Map();
  for (const pieces of alternatives) {
    const found = pieces.map((terms) => byPage(index.find(terms)));
    for (const page of found[0].keys()) {
      if (!found.every((pages) => pages.has(page))) continue;
      const sections = result.get(page) ?? new Map();
      result.set(page, sections);
      for (const section of new Set(found.flatMap((pages) => [...(pages.get(page)?.keys() ?? [])]))) {
        const each = found.map((pages) => pages.get(page)?.get(section) ?? 0);
        const share = each.filter(Boolean).length / each.length;
        const points = (share * each.reduce((one, other) => one + other, 0)) / each.length;
        const before = sections.get(section);
        sections.set(section, { points: points + (before?.points ?? 0), whole: share === 1 || Boolean(before?.whole) });
      }
    }
  }
  return result;
}

/**
 * @param {Map<Section, number>} scores
 * @returns {Map<Page, Map<Section, number>>}
 */
function byPage(scores) {
  /** @type {Map<Page, Map<Section, number>>} */
  const pages = new Map();
  for (const [section, score] of scores) {
    const sections = pages.get(section.page) ?? new Map();
    pages.set(section.page, sections.set(section, score));
  }
  return pages;
}

/**
 * A page's best section, and the page's score. If the title has all words, the page answers from its beginning.
 * @param {Page} page
 * @param {(Map<Section, { points: number, whole: boolean }> | undefined)[]} found for each word of the query
 * @param {import("./index.js").Index} index
 * @param {number} share of the query's words, by their weight
 * @param {Set<string>} terms that answer words of the query
 */
function best(page, found, index, share, terms) {
  /** @type {Map<Section, { words: number, score: number }>} */
  const sections = new Map();
  let score = 0;
  for (const answers of found) {
    for (const [section, { points, whole }] of answers ?? []) {
      const { words, score: before } = sections.get(section) ?? { words: 0, score: 0 };
      if (!section.title) sections.set(section, { words: words + Number(whole), score: before + points });
    }
    score += Math.max(0, ...[...(answers?.values() ?? [])].map(({ points }) => points));
  }
  const [first] = [...sections].sort(([, one], [, other]) => other.words - one.words || other.score - one.score);
  const titled = found.every((answers) => [...(answers ?? [])].some(([{ title }, { whole }]) => title && whole));
  const section = !first || titled ? beginningOf(page, index) : first[0];
  const named = first && isNamed(first[0], terms, index) ? WHOLE_HEADING : 1;
  return { section, score: (score + named * (first?.[1].score ?? 0)) * (page.links ? MOSTLY_LINKS : 1) * share ** 2 };
}

/**
 * Whether a section's heading says what is asked for, and nothing else that is telling.
 * @param {Section} section
 * @param {Set<string>} terms
 * @param {import("./index.js").Index} index
 */
function isNamed(section, terms, index) {
  const words = index.wordsIn(section.heading).filter(({ form }) => !index.lexicon.ignored.has(form.toLowerCase()));
  return words.length > 0 && words.every(({ term }) => terms.has(term));
}

/**
 * What a page begins with: the text before its first heading, or its title if there is none.
 * @param {Page} page
 * @param {import("./index.js").Index} index
 * @returns {Section}
 */
function beginningOf(page, { sections, titles }) {
  const title = titles.get(page) ?? 0;
  const next = sections[title + 1];
  return next?.page === page && !next.anchor ? next : sections[title];
}
