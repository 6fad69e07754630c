// What a ticked checklist is, as data: no page, no storage. Ticks map an item's id to its text's fingerprint in each
// language it was read in, so that a change in one language says nothing about the other.

const FRAGMENT = "done"; // #done=requirements,date: an item's own anchor has no "="

/**
 * Ticks from what is stored; whatever else stands there counts as none.
 * @param {string | null} stored
 * @returns {Ticks}
 */
export function parse(stored) {
  let entries = {};
  try {
    entries = JSON.parse(stored ?? "");
  } catch {} // somebody else's value
  if (!isObject(entries)) return new Map();
  return new Map(Object.entries(entries).map(([id, texts]) => [id, isObject(texts) ? texts : {}]));
}

/** @param {Ticks} ticks */
export function serialize(ticks) {
  return JSON.stringify(Object.fromEntries(ticks));
}

/**
 * FNV-1a of the words; how they are wrapped does not count. Short, not secret.
 * @param {string} text
 */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.replace(/\s+/g, " ").trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * The ids in a link's fragment, or null where it carries none.
 * @param {string} hash
 */
export function idsInFragment(hash) {
  const ids = new URLSearchParams(hash.slice(1)).get(FRAGMENT);
  return ids === null ? null : ids.split(",");
}

/**
 * The link to a page that carries these ids. The fragment stays in the browser: no server sees it.
 * @param {string} page
 * @param {string[]} ids
 */
export function linkTo(page, ids) {
  const link = new URL(page);
  link.search = "";
  link.hash = `${FRAGMENT}=${ids.map(encodeURIComponent).join(",")}`;
  return link.href;
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
