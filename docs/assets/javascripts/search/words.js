// The words of a text as the search compares them: one spelling for each letter, without endings, versions whole.
// The index and what readers type go through the same functions.

// A version or number, with or without v; a word, which may contain digits or an apostrophe.
const WORD = /v?\d+(?:[.,]\d+)*(?![\p{L}\d])|[\p{L}\d][\p{L}\p{M}\d]*(?:['’]\p{L}+)?/giu;
const THOUSANDS = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/;
const HYPHEN = /^[-‐‑\u00AD]$/;
const LONGEST_NAME = 4; // words joined by hyphens that are also found as one

/**
 * A word of a text: as compared, and where it stands. A name in parts, as E-Mail, also stands as one word.
 * @typedef {{ term: string, form: string, start: number, end: number }} Word
 */

/**
 * The words of a text in their order. After the parts of a name with hyphens come their joinings: E, Mail, EMail.
 * @param {string} text
 * @param {string} language "de" or "en"
 * @returns {Word[]}
 */
export function wordsOf(text, language) {
  /** @type {Word[]} */
  const words = [];
  /** @type {{ raw: string, start: number, end: number }[]} */
  let name = [];
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const end = start + raw.length;
    const last = name.at(-1);
    if (last && /^\d$/.test(raw) && /^\p{L}+$/u.test(last.raw) && /^\s$/.test(text.slice(last.end, start))) {
      words.push({ term: termOf(last.raw + raw, language), form: text.slice(last.start, end), start: last.start, end }); // Step 3
    }
    if (last && !HYPHEN.test(text.slice(last.end, start))) name = [];
    name.push({ raw, start, end });
    const term = termOf(raw, language);
    if (term.length > 1 || /\d/.test(term)) words.push({ term, form: raw, start, end });
    for (let parts = 2; parts <= Math.min(name.length, LONGEST_NAME); parts += 1) {
      const joined = name.slice(-parts);
      const [{ start: first }] = joined;
      words.push({ term: termOf(joined.map((part) => part.raw).join(""), language), form: text.slice(first, end), start: first, end });
    }
  }
  return words;
}

/**
 * One word as it is compared.
 * @param {string} word
 * @param {string} language
 */
export function termOf(word, language) {
  const plain = word.normalize("NFKC").toLowerCase();
  if (isNumber(plain)) return numberOf(plain);
  const folded = fold(plain, language);
  return language === "de" ? germanStem(folded) : englishStem(folded);
}

/**
 * Whether this is a version or another number, which must match whole, or by its first parts.
 * @param {string} word
 */
export function isNumber(word) {
  return /^v?\d[\d.,]*$/.test(word);
}

/** @param {string} word */
function numberOf(word) {
  return THOUSANDS.test(word) ? word.replace(/[.,]/g, "") : word.replace(/^v/, "").replaceAll(",", ".");
}

/**
 * One spelling of each letter: ä, ae and a are a; ß is ss.
 * @param {string} word in small letters
 * @param {string} language
 */
export function fold(word, language) {
  const letters = word.replaceAll("ß", "ss").normalize("NFD").replace(/[\p{M}'’]/gu, "");
  return language === "de" ? letters.replace(/ae|oe|(?<![aeq])ue/g, ([first]) => first) : letters;
}

// Verbs with ge, as gebucht and angemeldet, but no words that begin with it, as Gerät.
const PARTICIPLE = /^(an|ab|auf|aus|ein|um|vor|nach|frei|fest|)ge(?!rat|biet|bot|samt|sicht|schaft|wicht)(.{3,}?)e?t$/;
// One ending of a German word: of foreign verbs and their nouns, of -ung, of cases, plural and verbs.
const GERMAN_ENDING =
  /(?<=.{4})(?:ation(?:en)?|ier(?:en|t|e)?)$|(?<=.{4})ung(?:en|s)?$|(?<=.{5})innen$|(?<=.{4})(?:ern|em|lich(?:e[mnrs]?)?)$|(?<=.{5})(?:er|n)$|(?<=.{3})(?:en|es|e)$|(?<=.{2})s$/;

/**
 * A German word without the endings of cases, plural, verbs and -ung, and without the ge of participles. It is coarser
 * than Snowball's stemmer on purpose: Buchung, buchen and gebucht are one.
 * @param {string} word folded
 */
function germanStem(word) {
  const [, prefix, root] = PARTICIPLE.exec(word) ?? [];
  return (root ? prefix + root : word.replace(GERMAN_ENDING, "")).replace(/(?<=.{4})et$|(?<=.{4}[^aeiou])t$/, "");
}

/**
 * An English word without the endings of plural and verbs, in one spelling of British and American.
 * @param {string} word folded
 */
function englishStem(word) {
  let stem = word.replace(/(?<=.{2})(?<!s|u|i)s$/, "");
  stem = stem.replace(/fication$/, "fy").replace(/(?<=.{2})(?:ie|ied)$/, "y");
  stem = stem.replace(/(?<=.{4})ations?$|(?<=.{3}[st])ions?$|(?<=.{3})(?:ing|ed)$/, "");
  stem = stem.replace(/(?<=.{4})ly$/, "").replace(/(?<=.{5})e$/, "").replace(/(?<=.{4})at$/, "");
  stem = stem.replace(/(?<=.{2})([b-df-hj-np-rtv-z])\1$/, "$1");
  return stem
    .replace(/(?<=.{3})our/, "or")
    .replace(/(?<=.{3})(i|y)s$/, "$1z")
    .replace(/ter$|tre$/, "tr")
    .replace(/ogue?$/, "og")
    .replace(/enc$/, "ens")
    .replace(/(?<=.{3})y$/, "i");
}
