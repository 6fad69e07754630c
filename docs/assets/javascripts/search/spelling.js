// Which of the portal's words a reader may have meant.

import { fold, isNumber } from "./words.js";

/**
 * Whether one wrong, missing, doubled or swapped letter lies between two words.
 * @param {string} one
 * @param {string} other
 */
export function isNear(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  return right.length <= 1 || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/**
 * The number of letters to insert, remove or replace between two words (Levenshtein).
 * @param {string} one
 * @param {string} other
 */
export function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + Number(one[i - 1] !== other[j - 1]));
    }
  }
  return row[other.length];
}

const MOST = 3;
const FURTHEST = 2; // letters, of a long word; one of a short one
const LONG = 8;

/**
 * The portal's words that are nearest to one that it does not have, the nearest first, as the pages write them.
 * @param {string} raw
 * @param {import("./query.js").Lexicon} lexicon
 */
export function nearestWords(raw, { forms, language }) {
  const form = fold(raw, language);
  if (form.length < 4 || isNumber(form)) return [];
  const furthest = form.length < LONG ? 1 : FURTHEST;
  return [...forms]
    .filter(([known]) => known[0] === form[0] && Math.abs(known.length - form.length) <= furthest && !isNumber(known))
    .map(([known, { word }]) => ({ word, letters: distance(form, known) }))
    .filter(({ letters }) => letters <= furthest)
    .sort((one, other) => one.letters - other.letters)
    .slice(0, MOST)
    .map(({ word }) => word);
}
