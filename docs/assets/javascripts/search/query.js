// What a query asks for: each of its words with the portal's words that answer it, and how well.

import { isNear } from "./spelling.js";
import { fold, isNumber, termOf, wordsOf } from "./words.js";

const [EXACT, SYNONYM, INFLECTED, PART, MISSPELT, SIBLING] = [1, 0.8, 0.5, 0.6, 0.6, 0.4];
const SHORTEST_STEM = 4; // letters of a word that may begin or end another
const SHORTEST_MISSPELT = 5;

/**
 * The words that answer one word of the query, by their weight.
 * @typedef {Map<string, number>} Terms
 *
 * One word of the query: any of its alternatives answers it, each with all its pieces.
 * @typedef {{ raw: string, alternatives: Terms[][] }} Wanted
 *
 * What the language and its editors say of words.
 * @typedef {{ language: string, ignored: Set<string>, synonyms: Map<string, string[]>, vocabulary: Set<string>, forms: Map<string, { term: string, word: string }> }} Lexicon
 */

/**
 * The words of a query that say something, in their order; all its words if none does.
 * @param {string} query
 * @param {Lexicon} lexicon
 * @returns {Wanted[]}
 */
export function wantedOf(query, lexicon) {
  const chunks = query.split(/[\s/]+/).filter((chunk) => /[\p{L}\d]/u.test(chunk));
  const telling = chunks.filter((chunk) => !lexicon.ignored.has(bare(chunk)));
  const kept = telling.length ? telling : chunks;
  /** @type {Wanted[]} */
  const wanted = [];
  for (let index = 0; index < kept.length; index += 1) {
    const pair = bare(kept[index]) + bare(kept[index + 1] ?? "");
    const joined = termOf(pair, lexicon.language);
    if (index + 1 < kept.length && !isNumber(pair) && lexicon.vocabulary.has(joined)) {
      wanted.push({ raw: pair, alternatives: [[new Map([[joined, EXACT]])], [kept[index], kept[index + 1]].map((chunk) => termsOf(bare(chunk), lexicon))] });
      index += 1;
    } else wanted.push(...wantedWord(kept[index], lexicon));
  }
  return wanted;
}

/**
 * A word in its plain form, without signs around it, and without hyphens.
 * @param {string} chunk
 */
export function bare(chunk) {
  return chunk.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, "").replace(/[-‐‑\u00AD'’]/g, "");
}

/**
 * @param {string} chunk
 * @param {Lexicon} lexicon
 * @returns {Wanted[]}
 */
function wantedWord(chunk, lexicon) {
  const raw = bare(chunk);
  if (/^\d$/.test(raw)) return []; // a digit alone says nothing
  const whole = termsOf(raw, lexicon);
  const parts = lexicon.vocabulary.has(termOf(raw, lexicon.language)) ? null : partsOf(raw, lexicon);
  const words = wordsOf(chunk, lexicon.language);
  if (!whole.size && !parts && words.length > 1) return words.filter(({ start, end }, index) => index === 0 || start >= words[index - 1].end)
    .flatMap(({ start, end }) => wantedWord(chunk.slice(start, end), lexicon));
  return [{ raw, alternatives: parts ? [[whole], parts] : [[whole.size ? whole : misspelt(raw, lexicon)]] }];
}

/**
 * The portal's words for one: itself, its synonyms, words that it begins or, in German, ends.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
function termsOf(raw, { language, synonyms, vocabulary }) {
  const term = termOf(raw, language);
  /** @type {Terms} */
  const terms = new Map();
  for (const known of vocabulary) {
    if (isNumber(term) ? known.startsWith(`${term}.`) : term.length >= SHORTEST_STEM && !isNumber(known) && (known.startsWith(term) || (language === "de" && known.endsWith(term)))) {
      terms.set(known, INFLECTED);
    }
  }
  for (const synonym of synonyms.get(term) ?? []) if (vocabulary.has(synonym)) terms.set(synonym, SYNONYM);
  if (vocabulary.has(term)) terms.set(term, EXACT);
  return terms;
}

/**
 * The two words of the portal that a compound joins, each with the words that it begins or ends; null if there are none.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms[] | null}
 */
function partsOf(raw, lexicon) {
  if (lexicon.language !== "de" || isNumber(raw)) return null;
  for (let at = raw.length - 4; at >= 3; at -= 1) {
    const [left, right] = [raw.slice(0, at), raw.slice(at)].map((part) => termsOf(part, lexicon));
    const known = [raw.slice(0, at), raw.slice(at)].every((part) => {
      const term = termOf(part, lexicon.language);
      return lexicon.vocabulary.has(term) || lexicon.synonyms.has(term);
    });
    if (known && left.size && right.size) return [left, right].map((terms) => new Map([...terms].map(([term, weight]) => [term, weight * PART])));
  }
  return null;
}

/**
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
function misspelt(raw, { language, vocabulary, forms }) {
  if (isNumber(raw)) {
    const series = termOf(raw, language).replace(/\..*/, ".");
    return new Map([...vocabulary].filter((known) => series.endsWith(".") && isNumber(known) && known.startsWith(series)).map((known) => [known, SIBLING]));
  }
  const form = fold(raw, language);
  if (form.length < SHORTEST_MISSPELT) return new Map();
  return new Map([...forms].filter(([known]) => !isNumber(known) && isNear(known, form)).map(([, { term }]) => [term, MISSPELT]));
}
