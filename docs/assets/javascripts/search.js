// The search: our field and list, Material's index and worker. header.js fetches this when the field is first used,
// and this fetches the others.

import { announce } from "./announce.js";

const search = document.querySelector(".search");
const query = search.querySelector(".search__query");
const panel = search.querySelector(".search__panel");
const status = search.querySelector(".search__status");
const help = search.querySelector(".search__help");
const results = search.querySelector(".search__results");
const base = new URL("../../", import.meta.url);
/** @type {Record<string, string>} the folder of each language */
const roots = JSON.parse(search.dataset.roots);
/** @type {Record<string, string>} the name of each view */
const views = JSON.parse(search.dataset.views);
const ignored = new Set(search.dataset.ignored.split(" "));
/** @type {Map<string, string | string[]>} */
const synonyms = new Map(Object.entries(JSON.parse(search.dataset.synonyms)));
const here = /** @type {HTMLElement} */ (document.querySelector(".header")).dataset.view;

// The worker's messages carry these types.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const LONGEST_LIST = 20;
const PATIENCE = 20_000; // milliseconds for the index to come, and again for the worker: a slow phone takes some seconds

/** @type {Promise<Worker | void> | null} */
let worker = null; // the promise of one that is ready; none after a failure, so that the next letter tries anew
/** @type {Section[]} */
let sections = []; // what the index knows of this language
let unanswered = 0;
let entering = false; // Enter was pressed: the first hit gets the focus, once it is there
query.addEventListener("input", () => {
  entering = false;
  ask();
});
query.addEventListener("keydown", ({ key, isComposing }) => {
  if (key !== "Enter" || isComposing) return;
  entering = true;
  ask();
});
search.addEventListener("focusin", () => show(Boolean(query.value.trim())));
search.addEventListener("focusout", ({ relatedTarget }) => search.contains(/** @type {Node | null} */ (relatedTarget)) || show(false));
search.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) {
    event.preventDefault(); // this Escape closes the results; the next one closes the field on small screens
    query.focus();
    show(false);
  }
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !panel.hidden) {
    event.preventDefault();
    /** @type {HTMLElement[]} */
    const stops = [query, ...results.querySelectorAll("a")];
    const now = Math.max(stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)), 0);
    stops[now + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }
});
ready();
ask(); // what was typed while this was fetched

function ready() {
  worker ??= start().catch(() => {
    worker = null;
    results.replaceChildren();
    help.hidden = true;
    status.textContent = status.dataset.failed;
  });
  return worker;
}

async function start() {
  const reply = await fetch(new URL("search/search_index.json", base), { signal: AbortSignal.timeout(PATIENCE) });
  /** @type {{ config: object, docs: Section[] }} */
  const index = await reply.json();
  const started = new Worker(new URL("assets/javascripts/workers/search.js", base));
  const language = search.dataset.language;
  sections = index.docs.filter(({ location }) => languageOf(location) === language);
  unanswered = 0;
  try {
    await new Promise((done, failed) => {
      setTimeout(failed, PATIENCE);
      started.onerror = failed;
      started.onmessage = ({ data }) => (data.type === READY ? done(undefined) : data.type === RESULT && answer(data.data.items));
      started.postMessage({
        type: SETUP,
        data: {
          config: { ...index.config, lang: [language] },
          docs: sections,
          options: { suggest: false },
        },
      });
    });
  } catch (error) {
    started.terminate();
    throw error;
  }
  return started;
}

async function ask() {
  const text = query.value.trim();
  show(Boolean(text));
  const asked = text && (await ready());
  if (!asked) return;
  unanswered += 1;
  asked.postMessage({ type: QUERY, data: telling(text) });
}

/** @param {Hit[][]} pages */
function answer(pages) {
  unanswered -= 1;
  if (unanswered) return; // there is a newer question
  list(here ? [...pages].sort((one, other) => Number(isHere(other)) - Number(isHere(one))) : pages);
  if (entering) results.querySelector("a")?.focus();
  entering = false;
}

/**
 * The query without words that say little, since the worker searches for words that begin with them, too; and with the
 * pages' words for those of everyday.
 * @param {string} text
 */
function telling(text) {
  const words = text.split(/[\s-]+/).filter(Boolean);
  const kept = words.filter((word) => !ignored.has(bare(word)) && !/^\p{L}{1,2}$/u.test(bare(word)));
  return (kept.length ? kept : words).flatMap((word) => [word, synonyms.get(bare(word)) ?? []].flat()).join(" ");
}

/** @param {string} word */
function bare(word) {
  return word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, "");
}

/** @param {boolean} wanted */
function show(wanted) {
  panel.hidden = !wanted;
}

/** @param {Hit[][]} pages */
function list(pages) {
  const count = pages.length;
  const found = count === 1 ? status.dataset.one : status.dataset.many.replace("#", String(count));
  announce(status, count ? found : status.dataset.none);
  help.hidden = count > 0;
  const chosen = results.contains(document.activeElement); // while an earlier answer was listed
  results.replaceChildren(...pages.slice(0, LONGEST_LIST).map(item));
  if (!chosen) return;
  show(true); // the link that had the focus is gone, and the list closed with it
  (results.querySelector("a") ?? query).focus();
}

/**
 * A page's entry: its title, its view, and the passage that fits the query best.
 * @param {Hit[]} hits
 */
function item(hits) {
  const page = hits.find(({ parent }) => !parent) ?? hits[0];
  const told = hits.filter(({ text }) => text); // below a heading there may be none, only other headings
  const best = told.length ? told.reduce((one, other) => (other.score > one.score ? other : one)) : begin(page);
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(best.location, base).href;
  link.append(...marked(page.title));
  const view = document.createElement("span");
  view.className = "search__view";
  view.textContent = views[viewOf(page.location)] ?? "";
  const passage = document.createElement("p");
  passage.append(...marked(best.text, 140));
  if (best !== page) passage.prepend(...marked(best.title), " – ");
  entry.append(link, view, passage);
  return entry;
}

/**
 * The first section of a page that has text.
 * @param {Section} page
 */
function begin(page) {
  return sections.find(({ location, text }) => text && location.startsWith(`${page.location}#`)) ?? page;
}

/**
 * The worker's HTML as text and <mark>; where `length` is given, that much of it, from shortly before its first mark.
 * @param {string} html
 */
function marked(html, length = Infinity) {
  const spaced = html.replace(/<(?=\/?(?:p|li|ol|ul|pre)\b)/g, " <"); // the worker joins blocks that lie apart
  const { body } = new DOMParser().parseFromString(spaced, "text/html");
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const pieces = [];
  while (walker.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (walker.currentNode);
    pieces.push({ text: data.replace(/\s+/g, " "), hit: Boolean(parentElement?.closest("mark")) });
  }
  const before = pieces.findIndex(({ hit }) => hit) - 1;
  if (length < Infinity && before >= 0) {
    pieces.splice(0, before);
    pieces[0].text = pieces[0].text.replace(/^.*\s(?=.{20,60}$)/, "… ");
  }
  const nodes = [];
  for (const { text, hit } of pieces) {
    const part = text.length > length && !hit ? text.slice(0, length).replace(/\s\S*$/, " …") : text; // a hit stays whole
    const node = hit ? document.createElement("mark") : document.createTextNode(part);
    if (hit) node.textContent = part;
    nodes.push(node);
    length -= text.length;
    if (length <= 0) break;
  }
  return nodes;
}

/** @param {string} location */
function languageOf(location) {
  const matching = Object.entries(roots).filter(([, root]) => location.startsWith(root));
  return matching.reduce((one, other) => (other[1].length > one[1].length ? other : one))[0];
}

/** @param {Hit[]} hits */
function isHere([{ location }]) {
  return viewOf(location) === here;
}

/** @param {string} location */
function viewOf(location) {
  return location.slice(roots[search.dataset.language].length).split("/")[0];
}
