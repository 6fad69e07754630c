// The portal's words that answer one word of a query, and how well.

import { isNear } from "./spelling.js";
import { fold, isNumber, termOf } from "./words.js";

const [EXACT, SYNONYM, INFLECTED, PART, MISSPELT, SIBLING] = [1, 0.8, 0.5, 0.6, 0.6, 0.4];
const SHORTEST_STEM = 4; // letters of a word that may begin or end another
const [SHORTEST_HEAD, LONG_HEAD] = [5, 8]; // letters of a word that ends a compound
const SHORTEST_PART = 3; // of a compound, at its beginning
const SHORTEST_MISSPELT = 5;

/**
 * @typedef {import("./query.js").Terms} Terms
 * @typedef {import("./query.js").Lexicon} Lexicon
 */

/** @param {Terms[]} pieces */
export function isAnswered(pieces) {
  return pieces.every((terms) => terms.size > 0);
}

/**
 * The portal's words for one: itself, its synonyms, words that it begins or, in German, ends.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
export function termsOf(raw, { language, synonyms, vocabulary }) {
  const term = termOf(raw, language);
  /** @type {Terms} */
  const terms = new Map();
  for (const known of vocabulary) {
    const isLonger = isNumber(term)
      ? term.length > 1 && known.startsWith(`${term}.`)
      : term.length >= SHORTEST_STEM && !isNumber(known) && (known.startsWith(term) || isHead(term, known, language, vocabulary));
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
export function phrasesOf(raw, { language, synonyms, vocabulary }) {
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
export function partsOf(raw, lexicon) {
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
export function headsOf(raw, lexicon) {
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
 * Whether a German compound of the portal ends with a word: what stands before is a word, too, or the end is long.
 * @param {string} term
 * @param {string} known
 * @param {string} language
 * @param {Set<string>} vocabulary
 */
function isHead(term, known, language, vocabulary) {
  if (language !== "de" || term.length < SHORTEST_HEAD || !known.endsWith(term)) return false;
  const before = known.slice(0, -term.length);
  if (before.length < SHORTEST_PART) return false; // an, be and other prefixes
  return vocabulary.has(termOf(before, language)) || (before.length >= SHORTEST_STEM && term.length >= LONG_HEAD);
}

/**
 * The words, of pages or taught by editors, that one wrong, missing, doubled or swapped letter makes of this.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {string[]} folded
 */
function nearOf(raw, { language, forms, taught, ignored }) {
  const form = fold(raw, language);
  if (form.length < SHORTEST_MISSPELT) return [];
  return [...forms.keys(), ...taught].filter((known) => known[0] === form[0] && !isNumber(known) && !ignored.has(known) && isNear(known, form));
}

/**
 * What answers the words that this may be, with one letter mistaken.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms[][]}
 */
export function misspelt(raw, lexicon) {
  const near = nearOf(raw, lexicon).flatMap((known) => [[termsOf(known, lexicon)], ...phrasesOf(known, lexicon)]);
  return near.map((pieces) => pieces.map((terms) => weighted(terms, MISSPELT)));
}

/**
 * The words of pages that this may be, as pages write them.
 * @param {string} raw
 * @param {Lexicon} lexicon
 */
export function nearForms(raw, lexicon) {
  return nearOf(raw, lexicon).flatMap((known) => lexicon.forms.get(known)?.word ?? []);
}

/**
 * The versions of the same series as one that the portal does not know.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
export function siblingsOf(raw, { language, vocabulary }) {
  const series = termOf(raw, language).replace(/\..*/, ".");
  const siblings = [...vocabulary].filter((known) => series.endsWith(".") && isNumber(known) && known.startsWith(series));
  return new Map(siblings.map((known) => [known, SIBLING]));
}

/**
 * The words that the last one of a query may become while it is typed.
 * @param {string} raw
 * @param {Lexicon} lexicon
 * @returns {Terms}
 */
export function begunBy(raw, { forms, language, vocabulary }) {
  const form = fold(raw, language);
  const begun = [...forms].filter(([known, { term }]) => known.startsWith(form) && vocabulary.has(term) && !isNumber(known));
  return new Map(begun.map(([, { term }]) => [term, INFLECTED]));
}
