// The passage of a section that shows the words of a query, with these words marked.

import { wordsOf } from "./words.js";

const LENGTH = 160; // characters
const BEFORE = 50; // of them, before the first marked word at most

/**
 * A text in pieces: between the words of a query, and these words.
 * @param {string} text
 * @param {Set<string>} terms
 * @param {string} language
 * @returns {[string, boolean][]}
 */
export function piecesOf(text, terms, language) {
  /** @type {[string, boolean][]} */
  const pieces = [];
  let position = 0;
  for (const { start, end } of marksOf(text, terms, language)) {
    if (start < position) continue;
    pieces.push([text.slice(position, start), false], [text.slice(start, end), true]);
    position = end;
  }
  return [...pieces, /** @type {[string, boolean]} */ ([text.slice(position), false])].filter(([piece]) => piece);
}

/**
 * The passage that has the most different words of the query, as pieces.
 * @param {string} text
 * @param {Set<string>} terms
 * @param {string} language
 * @returns {[string, boolean][]}
 */
export function excerptOf(text, terms, language) {
  const marks = marksOf(text, terms, language);
  const shown = (/** @type {number} */ from) => new Set(marks.filter(({ start, end }) => start >= from && end <= from + LENGTH - BEFORE).map(({ term }) => term)).size;
  const best = marks.reduce((one, { start }) => (shown(start) > shown(one) ? start : one), marks[0]?.start ?? 0);
  const from = best <= BEFORE ? 0 : text.indexOf(" ", best - BEFORE) + 1;
  const end = from + LENGTH >= text.length ? text.length : text.lastIndexOf(" ", from + LENGTH);
  const passage = text.slice(from, end > from ? end : from + LENGTH);
  const pieces = piecesOf(passage, terms, language);
  if (from) pieces.unshift(["… ", false]);
  if (from + passage.length < text.length) pieces.push([" …", false]);
  return pieces;
}

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @param {string} language
 */
function marksOf(text, terms, language) {
  const found = wordsOf(text, language).filter(({ term }) => terms.has(term));
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}
