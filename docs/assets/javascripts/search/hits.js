// Asks the engine and shows what it answers, in the same panel below the field (field.js) and on the results page (page.js).
// Links in lists, not a combobox: its options are one text each, while a hit has a link, a path and an excerpt, which
// screen readers read piece by piece and readers open in a new tab.

import { announce } from "../announce.js";

const PATIENCE = 20_000; // milliseconds until an engine counts as missing: a slow phone takes some seconds

const search = document.querySelector(".search");
const query = search.querySelector(".search__query");
const status = document.querySelector(".search__status");
const answers = document.querySelector(".search__answers");
const some = document.querySelector(".search__some");
const nearest = document.querySelector(".search__nearest");
const words = document.querySelector(".search__words");
const help = document.querySelector(".search__help");
const results = document.querySelector(".search__results");
const root = new URL("../../../", import.meta.url); // of the site
/** @type {Record<string, string>} what the groups are called, by view */
const names = JSON.parse(search.dataset.groups);

// What the engine imports, fetched at once: else each module waits for the one that names it.
const PARTS = [
  new URL("./index.js", import.meta.url),
  new URL("./query.js", import.meta.url),
  new URL("./meanings.js", import.meta.url),
  new URL("./ranking.js", import.meta.url),
  new URL("./excerpt.js", import.meta.url),
  new URL("./spelling.js", import.meta.url),
  new URL("./words.js", import.meta.url),
  new URL("../minisearch.js", import.meta.url),
];

/** @type {Promise<Engine | null> | null} */
let engine = null; // none after a failure, so that the next letter tries anew
let tries = 0;

/**
 * Return a function that asks what stands in the field, if anything, and hands on the answer, or null for none to be had.
 * If the engine knows only a part yet, it asks again once it knows the rest, and hands on what is new.
 * @param {string} view the view of the reader, whose hits come first, or ""
 * @param {(answer: Answer | null) => void} show
 */
export function asking(view, show) {
  let isComplete = false;
  return async function ask() {
    engine ??= start(view).catch(() => (engine = null));
    const text = query.value.trim();
    query.defaultValue = query.value; // to which WebKit resets the field on the way back
    const asked = await engine;
    if (!text || query.value.trim() !== text) return; // there is a newer question
    const answer = asked && asked.search(text);
    show(answer);
    if (!asked || isComplete) return;
    await asked.complete.catch(() => {}); // what could not be had stays unknown
    isComplete = true;
    const later = query.value.trim() === text && asked.search(text);
    if (later && JSON.stringify(later) !== JSON.stringify(answer)) show(later);
  };
}

/** @param {string} view */
async function start(view) {
  for (const { href } of PARTS) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  const script = new URL("./engine.js", import.meta.url);
  if (tries++) script.search = String(tries); // some browsers cache a failed import
  const { open } = /** @type {EngineModule} */ (await import(script.href));
  /** @type {Promise<never>} */
  const late = new Promise((_, failed) => setTimeout(failed, PATIENCE));
  return Promise.race([open(JSON.parse(search.dataset.indexes), view, search.dataset.language), late]);
}

/**
 * Fill the panel.
 * @param {Answer | null} answer null where the search can't be reached
 * @param {string | null} silent the view whose group needs no heading, since readers are in it
 * @param {number} most how many hits of a group are shown
 */
export function showAnswer(answer, silent, most) {
  const { count, groups, answers: byHand } = answer ?? { count: 0, groups: [], answers: [] };
  const focused = links().find((link) => link === document.activeElement)?.href;
  if (focused) query.focus(); // the link goes, and the focus stays in the search
  const said = count ? counted(count) : byHand.length ? "" : status.dataset.none;
  announce(status, answer ? said : status.dataset.failed);
  answers.replaceChildren(...byHand.map(byHandOf));
  some.hidden = !answer?.some;
  nearest.hidden = !answer?.nearest.length;
  words.replaceChildren(...(answer?.nearest ?? []).map(wordOf));
  help.hidden = !answer || count > 0 || byHand.length > 0;
  results.replaceChildren(...groups.flatMap((group) => groupOf(group, silent, most)));
  if (focused) (links().find(({ href }) => href === focused) ?? links()[0] ?? query).focus();
}

function links() {
  return /** @type {HTMLAnchorElement[]} */ ([...results.querySelectorAll("a")]);
}

/** @param {number} count */
function counted(count) {
  return count === 1 ? status.dataset.one : status.dataset.many.replace("#", String(count));
}

/**
 * @param {Group} group
 * @param {string | null} silent
 * @param {number} most
 */
function groupOf({ view, hits }, silent, most) {
  const list = element("ol", "search__hits", ...hits.slice(0, most).map(hitOf));
  if (view === silent || !hits.length) return hits.length ? [list] : [];
  return [element("h2", "search__group", names[view].replace("#", counted(hits.length))), list];
}

/** @param {Hit} hit */
function hitOf({ url, path, titlePieces, headingPieces, excerpt }) {
  const link = element("a", "", element("span", "search__title", ...marked(titlePieces)));
  link.setAttribute("href", new URL(url, root).href);
  if (headingPieces.length) link.append(" – ", ...marked(headingPieces));
  const entry = element("li", "", link);
  if (path.length) entry.append(element("span", "search__path", path.join(" / ")));
  if (excerpt.length) entry.append(element("p", "search__excerpt", ...marked(excerpt)));
  return entry;
}

/** @param {AnswerByHand} answer */
function byHandOf({ text, links }) {
  const entry = element("div", "search__answer", element("p", "", text));
  for (const { url, title } of links) {
    const link = element("a", "", title);
    link.setAttribute("href", new URL(url, root).href);
    entry.append(element("p", "", link));
  }
  return entry;
}

/** @param {string} word one of the portal's, which searches for itself */
function wordOf(word) {
  const choice = element("button", "search__word", word);
  choice.setAttribute("type", "button");
  choice.addEventListener("click", () => {
    query.value = word;
    query.focus();
    query.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return choice;
}

/** @param {Piece[]} pieces */
function marked(pieces) {
  return pieces.map(([text, isHit]) => (isHit ? element("mark", "", text) : text));
}

/**
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} content text stays text, whatever it is
 */
function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}
