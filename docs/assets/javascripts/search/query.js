// What a query asks for: each of its words with the portal's words that answer it, and how well.

import { isNear } from "./spelling.js";
import { fold, isNumber, termOf } from "./words.js";

const [EXACT, SYNONYM, INFLECTED, PART, MISSPELT, SIBLING] = [1, 0.8, 0.5, 0.6, 0.6, 0.4];
const SHORTEST_STEM = 4; // letters of a word that may begin or end another
const LONGEST_NAMES = [3, 2]; // words that may be one word of the portal
const SHORTEST_PART = 3; // of a compound, at its beginning
const SHORTEST_MISSPELT = 5;

/**
 * The words that answer one word of the query, by their weight.
 * @typedef {Map<string, number>} Terms
 *
 * One word of the query: any of its alternatives answers it, each with all its pieces. Where no page has any, a part of
 * the word may answer it to some extent.
 * @typedef {{ raw: string, alternatives: Terms[][], parts?: Terms[][] }} Wanted
 *
 * What the language and its editors say of words.
 * @typedef {{ language: string, ignored: Set<string>, synonyms: Map<string, string[][]>, vocabulary: Set<string>, forms: Map<string, { term: string, word: string }> }} Lexicon
 */

/**
 * The words of a query that say something, in their order; all its words if none does.
 * @param {string} query
 * @param {Lexicon} lexicon
 * @returns {Wanted[]}
 */
export function wantedOf(query, lexicon) {
  const chunks = query.split(/[\s/]+/).filter((chunk) => /[\p{L}\d]/u.test(chunk));
  /** @type {string[][]} */
  const words = [];
  for (let at = 0; at < chunks.length; at += words[words.length - 1].length) words.push(chunks.slice(at, at + lengthOf(chunks, at, lexicon)));
  const telling = words.filter((parts) => parts.length > 1 || !lexicon.ignored.has(bare(parts[0])));
  const kept = telling.length ? telling : words;
  const wanted = kept.flatMap((parts) => (parts.length > 1 ? [wantedName(parts, lexicon)] : wantedWord(parts[0], lexicon)));
  const last = wanted.at(-1);
  if (last && /[\p{L}\d]$/u.test(query)) last.alternatives.push([begunBy(last.raw, lexicon)].filter(({ size }) => size));
  return wanted.map((word) => ({ ...word, alternatives: word.alternatives.filter(({ length }) => length) }));
}

/**
 * The words that the last one of a query may become while it is typed.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
function begunBy(raw, { forms, language, vocabulary }) {
  const form = fold(raw, language);
  const begun = [...forms].filter(([known, { term }]) => known.startsWith(form) && vocabulary.has(term) && !isNumber(known));
  return new Map(begun.map(([, { term }]) => [term, INFLECTED]));
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
  const apart = parts.map((part) => termsOf(bare(part), lexicon));
  return { raw, alternatives: [[termsOf(raw, lexicon)], ...phrasesOf(raw, lexicon), apart].filter(isAnswered) };
}

/**
 * @param {string} chunk
 * @param {Lexicon} lexicon
 * @returns {Wanted[]}
 */
function wantedWord(chunk, lexicon) {
  const raw = bare(chunk);
  if (/^\d$/.test(raw)) return []; // a digit alone says nothing
  const isKnown = lexicon.vocabulary.has(termOf(raw, lexicon.language));
  const compound = isKnown ? [] : partsOf(raw, lexicon);
  const alternatives = [[termsOf(raw, lexicon)], ...phrasesOf(raw, lexicon), ...compound];
  if (alternatives.some(isAnswered)) return [{ raw, alternatives: alternatives.filter(isAnswered), parts: compound.flat().map((part) => [part]) }];
  const parts = chunk.split(/[^\p{L}\d]+/u).filter(Boolean);
  if (parts.length > 1) return parts.flatMap((part) => wantedWord(part, lexicon));
  const near = isNumber(raw) ? [[siblingsOf(raw, lexicon)]] : misspelt(raw, lexicon);
  return [{ raw, alternatives: near.filter(isAnswered), parts: headsOf(raw, lexicon) }];
}

/** @param {Terms[]} pieces */
function isAnswered(pieces) {
  return pieces.every((terms) => terms.size > 0);
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
    const isLonger = isNumber(term)
      ? known.startsWith(`${term}.`)
      : term.length >= SHORTEST_STEM && !isNumber(known) && (known.startsWith(term) || (language === "de" && known.endsWith(term)));
    if (isLonger) terms.set(known, INFLECTED);
  }
  for (const [synonym, ...more] of synonyms.get(term) ?? []) if (!more.length && vocabulary.has(synonym)) terms.set(synonym, SYNONYM);
  if (vocabulary.has(term)) terms.set(term, EXACT);
  return terms;
}

/**
 * The synonyms of several words, of which a page must have all.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms[][]}
 */
function phrasesOf(raw, { language, synonyms, vocabulary }) {
  const phrases = synonyms.get(termOf(raw, language)) ?? [];
  return phrases
    .filter((phrase) => phrase.length > 1 && phrase.every((term) => vocabulary.has(term)))
    .map((phrase) => phrase.map((term) => new Map([[term, SYNONYM]])));
}

/**
 * The two words of the portal that a compound joins.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms[][]}
 */
function partsOf(raw, lexicon) {
  for (let at = raw.length - SHORTEST_STEM; at >= SHORTEST_PART && !isNumber(raw); at -= 1) {
    const parts = [raw.slice(0, at), raw.slice(at)];
    if (parts.every((part) => isWord(part, lexicon))) return [parts.map((part) => weighted(termsOf(part, lexicon), PART))];
  }
  return [];
}

/**
 * The portal's word that a German compound ends with, or else begins with: a Schreibtischtelefon is a Telefon.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms[][]}
 */
function headsOf(raw, lexicon) {
  if (lexicon.language !== "de" || /\d/.test(raw)) return [];
  const places = Array.from({ length: raw.length }, (_, at) => at).filter((at) => at >= SHORTEST_PART);
  const tail = places.map((at) => raw.slice(at)).find((part) => part.length >= SHORTEST_MISSPELT && isWord(part, lexicon));
  const part = tail ?? places.map((at) => raw.slice(0, -at)).find((part) => part.length >= SHORTEST_MISSPELT && isWord(part, lexicon));
  return part ? [[weighted(termsOf(part, lexicon), PART)]] : [];
}

/**
 * @param {string} part
 * @param {Lexicon} lexicon
 */
function isWord(part, { language, vocabulary, synonyms, ignored }) {
  const term = termOf(part, language);
  return !ignored.has(part) && (vocabulary.has(term) || synonyms.has(term));
}

/**
 * @param {Terms} terms
 * @param {number} weight
 * @returns {Terms}
 */
function weighted(terms, weight) {
  return new Map([...terms].map(([term, before]) => [term, before * weight]));
}

/**
 * What answers the words that one wrong, missing, doubled or swapped letter makes of this.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms[][]}
 */
function misspelt(raw, lexicon) {
  const form = fold(raw, lexicon.language);
  if (form.length < SHORTEST_MISSPELT) return [];
  const near = [...lexicon.forms.keys()].filter((known) => !isNumber(known) && isNear(known, form));
  return near.flatMap((known) => [[termsOf(known, lexicon)], ...phrasesOf(known, lexicon)]).map((pieces) => pieces.map((terms) => weighted(terms, MISSPELT)));
}

/**
 * The versions of the same series as one that the portal does not know.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
function siblingsOf(raw, { language, vocabulary }) {
  const series = termOf(raw, language).replace(/\..*/, ".");
  const siblings = [...vocabulary].filter((known) => series.endsWith(".") && isNumber(known) && known.startsWith(series));
  return new Map(siblings.map((known) => [known, SIBLING]));
}
