// The items of a checklist and their ticks: checkboxes in the page, storage in the browser, and ids in links. Ticks map an
// item's id to the fingerprint of its text in each language in which it was read, so that a change in one language does
// not affect the other.

const FRAGMENT = "done"; // #done=requirements,date: an item's own anchor has no "="

export const KEY = "checklist"; // in localStorage

/** @type {Ticks | null} */
let unstored = null; // the ticks of this visit, if the browser refuses to store them

/** Whether the browser stores the ticks. */
export function isStored() {
  return !unstored;
}

export function load() {
  if (unstored) return unstored;
  let stored = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    unstored = new Map();
  }
  return parse(stored);
}

/** @param {Ticks} ticks */
export function store(ticks) {
  try {
    if (!unstored) localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(ticks)));
  } catch {
    unstored = ticks;
  }
  if (unstored) unstored = ticks;
}

/**
 * Parse stored ticks; anything invalid counts as none.
 * @param {string | null} stored
 * @returns {Ticks}
 */
function parse(stored) {
  let entries = {};
  try {
    entries = JSON.parse(stored ?? "");
  } catch {} // not our value
  if (!isObject(entries)) return new Map();
  return new Map(Object.entries(entries).map(([id, texts]) => [id, isObject(texts) ? texts : {}]));
}

/**
 * What to do when the reader ticks or unticks an item, or has read its changed text.
 * @typedef {{ onTick: (item: Item) => void, onRead: (item: Item) => void }} Handlers
 */

/**
 * Return the items of a checklist that have an id, a box and a title, as checkboxes.
 * @param {HTMLElement} group
 * @param {Handlers} handlers
 */
export function makeItems(group, handlers) {
  const [template] = group.querySelector(".checklist-changed").content.children;
  return [...group.querySelectorAll(".checklist > li[id]:has(> .checklist__box)")].flatMap((element) => {
    const title = element.querySelector(":scope > strong, :scope > p > strong");
    return title ? [new Item(element, title, template, handlers)] : [];
  });
}

class Item {
  /** @type {Element | null} */
  #note = null;
  #template;
  #handlers;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} title
   * @param {Element} template the note about a changed text
   * @param {Handlers} handlers
   */
  constructor(element, title, template, handlers) {
    this.#template = template;
    this.#handlers = handlers;
    this.id = element.id;
    this.text = fingerprint(element.textContent);
    this.box = document.createElement("input");
    this.box.type = "checkbox";
    this.box.className = "checklist__box";
    this.box.id = `tick-${this.id}`;
    this.label = document.createElement("label");
    this.label.htmlFor = this.box.id;
    this.label.id = `title-${this.id}`;
    title.replaceWith(this.label);
    this.label.append(title);
    element.querySelector(":scope > .checklist__box")?.replaceWith(this.box);
    this.box.addEventListener("change", () => handlers.onTick(this));
  }

  /**
   * Show or hide the note that the text has changed since the item was ticked.
   * @param {boolean} changed
   */
  markChanged(changed) {
    if (changed === Boolean(this.#note)) return;
    this.#note?.remove();
    this.#note = null;
    this.box.removeAttribute("aria-describedby");
    if (!changed) return;
    const note = /** @type {Element} */ (this.#template.cloneNode(true));
    const [words] = note.children;
    words.id = `changed-${this.id}`;
    this.box.setAttribute("aria-describedby", words.id);
    const button = /** @type {HTMLElement} */ (note.querySelector("button"));
    button.setAttribute("aria-describedby", this.label.id);
    button.addEventListener("click", () => {
      this.#handlers.onRead(this);
      this.box.focus();
    });
    (this.label.closest("p") ?? this.label).after(note);
    this.#note = note;
  }
}

/**
 * FNV-1a of the text, with white space collapsed: short, not secret.
 * @param {string} text
 */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.replace(/\s+/g, " ").trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * The ids in a link's fragment, or null if it has none.
 * @param {string} hash
 */
export function idsInFragment(hash) {
  const ids = new URLSearchParams(hash.slice(1)).get(FRAGMENT);
  return ids === null ? null : ids.split(",");
}

/**
 * The link to a page with these ids in its fragment, which browsers never send to a server.
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
