// What a query asks for: its words that say something, each with the portal's words that answer it, and how well.

import { begunBy, headsOf, isAnswered, misspelt, nearForms, partsOf, phrasesOf, siblingsOf, termsOf } from "./meanings.js";
import { isNumber, termOf } from "./words.js";

const LONGEST_NAMES = [3, 2]; // words that may be one word of the portal
const [MOST_WORDS, LONGEST_WORD] = [32, 64]; // of a query: more is no question

/**
 * The words that answer one word of the query, by their weight.
 * @typedef {Map<string, number>} Terms
 *
 * One word of the query: any of its alternatives answers it, each with all its pieces. Where no page has any, a part of
 * the word may answer it to some extent. A misspelt word has the portal's words that it may be.
 * @typedef {{ raw: string, alternatives: Terms[][], parts?: Terms[][], corrected?: string[] }} Wanted
 *
 * What the language and its editors say of words.
 * @typedef {{ language: string, ignored: Set<string>, synonyms: Map<string, string[][]>, vocabulary: Set<string>, forms: Map<string, { term: string, word: string }>, taught: Set<string> }} Lexicon
 */

/**
 * The words of a query that say something, in their order; all its words if none does.
 * @param {string} query
 * @param {Lexicon} lexicon
 * @returns {Wanted[]}
 */
export function wantedOf(query, lexicon) {
  const isWordToCompare = (/** @type {string} */ chunk) => /[\p{L}\d]/u.test(chunk) && chunk.length <= LONGEST_WORD;
  const chunks = query.split(/[\s/]+/).filter(isWordToCompare).slice(0, MOST_WORDS);
  /** @type {string[][]} */
  const words = [];
  for (let at = 0; at < chunks.length; at += words[words.length - 1].length) words.push(chunks.slice(at, at + lengthOf(chunks, at, lexicon)));
  const telling = words.filter((parts) => parts.length > 1 || !lexicon.ignored.has(bare(parts[0])));
  const kept = telling.length ? telling : words;
  const wanted = kept.flatMap((parts) => (parts.length > 1 ? [wantedName(parts, lexicon)] : wantedWord(parts[0], lexicon)));
  const last = wanted.at(-1);
  if (last && /[\p{L}\d]$/u.test(query) && !isKnown(last.raw, lexicon)) last.alternatives.push([begunBy(last.raw, lexicon)].filter(({ size }) => size));
  return wanted.map((word) => ({ ...word, alternatives: word.alternatives.filter(({ length }) => length) }));
}

/**
 * @param {string} raw
 * @param {Lexicon} lexicon
 */
function isKnown(raw, { language, vocabulary, synonyms }) {
  const term = termOf(raw, language);
  return vocabulary.has(term) || synonyms.has(term);
}

/**
 * A word in small letters, without signs around it and hyphens within it.
 * @param {string} chunk
 */
export function bare(chunk) {
  return chunk.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, "").replace(/[-‐‑\u00AD'’]/g, "");
}

/**
 * How many words of a query, from one on, are one word of the portal or of its synonyms, as Web View 2; 1 if none are.
 * @param {string[]} chunks
 * @param {number} at
 * @param {Lexicon} lexicon
 */
function lengthOf(chunks, at, { language, vocabulary, synonyms }) {
  const isName = (/** @type {number} */ length) => {
    const joined = chunks.slice(at, at + length).map(bare).join("");
    const term = termOf(joined, language);
    return at + length <= chunks.length && !isNumber(joined) && (vocabulary.has(term) || synonyms.has(term));
  };
  return LONGEST_NAMES.find(isName) ?? 1;
}

/**
 * What answers a name of several words: the name as one word, its synonyms, or all its words.
 * @param {string[]} parts
 * @param {Lexicon} lexicon
 * @returns {Wanted}
 */
function wantedName(parts, lexicon) {
  const raw = parts.map(bare).join("");
  const apart = parts.some((part) => /^\d$/.test(part)) ? [] : [parts.map((part) => termsOf(bare(part), lexicon))];
  return { raw, alternatives: [[termsOf(raw, lexicon)], ...phrasesOf(raw, lexicon), ...apart].filter(isAnswered) };
}

/**
 * @param {string} chunk
 * @param {Lexicon} lexicon
 * @returns {Wanted[]}
 */
function wantedWord(chunk, lexicon) {
  const raw = bare(chunk);
  if (/^\d$/.test(raw)) return []; // a digit alone says nothing
  const compound = lexicon.vocabulary.has(termOf(raw, lexicon.language)) ? [] : partsOf(raw, lexicon);
  const alternatives = [[termsOf(raw, lexicon)], ...phrasesOf(raw, lexicon), ...compound];
  if (alternatives.some(isAnswered)) return [{ raw, alternatives: alternatives.filter(isAnswered), parts: compound.flat().map((part) => [part]) }];
  const parts = chunk.split(/[^\p{L}\d]+/u).filter(Boolean);
  if (parts.length > 1) return parts.flatMap((part) => wantedWord(part, lexicon));
  const near = isNumber(raw) ? [[siblingsOf(raw, lexicon)]] : misspelt(raw, lexicon);
  return [{ raw, alternatives: near.filter(isAnswered), parts: headsOf(raw, lexicon), corrected: nearForms(raw, lexicon) }];
}
