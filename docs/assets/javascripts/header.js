// The header: remembers the last view, redirects old links with ?mode= to their view, keeps the position on the page when
// the language changes, opens what small screens collapse, and loads the search and what copies.

const header = document.querySelector("[data-user][data-admin]");
const choices = document.querySelector(".choices");
const languages = header.querySelectorAll("a[hreflang]");
const root = document.documentElement;

// ---- Views
follow(new URLSearchParams(location.search).get("mode"));
const mark = Object.assign(document.createElement("p"), { className: "choice__last", textContent: header.dataset.lastChoice });
showView();

function showView() {
  if (header.dataset.view) remember(header.dataset.view);
  else if (choices) offerFirst(choices, root.dataset.lastView);
}

// Where the other view has no page of the topic, the switch leads back to the page of it that the reader came from.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (header.querySelectorAll("a[data-view]"))) {
  if (document.referrer.startsWith(link.href)) link.href = document.referrer.replace(/[?#].*/, ""); // ?mode= would lead here
}

/** @param {string | null} mode */
function follow(mode) {
  const view = mode === "administrator" ? "admin" : mode === "user" ? "user" : "";
  if (view && view !== header.dataset.view) location.replace(header.dataset[view]);
}

/** @param {string} view */
function remember(view) {
  try {
    localStorage.setItem("view", view);
  } catch {} // storage is blocked: the start page keeps its order
}

/**
 * Move a choice to the front, where the stylesheet already shows it, for screen readers and keyboards.
 * @param {HTMLElement} choices
 * @param {string} view
 */
function offerFirst(choices, view) {
  const choice = [...choices.querySelectorAll(".choice")].find(({ dataset }) => dataset.view === view);
  mark.remove();
  if (!choice) return;
  choice.querySelector("h2")?.after(mark);
  if (choice === choices.firstElementChild) return;
  const focused = choice.querySelector(":focus");
  const focusVisible = focused?.matches(":focus-visible");
  choices.prepend(choice);
  focused?.focus({ preventScroll: true, focusVisible }); // moving an element removes the focus
}

// ---- Language: both have the same anchors
function keepPlace() {
  for (const link of languages) link.hash = location.hash;
}
addEventListener("hashchange", keepPlace);
keepPlace();

// ---- Contents: for browsers in which CSS cannot open them on wide screens
const contents = document.querySelector(".toc");
if (contents && !CSS.supports("selector(::details-content)")) contents.open = matchMedia("(min-width: 80rem)").matches;

// ---- Menu and search field
/** @type {Map<HTMLElement, HTMLElement>} */
const opened = new Map(); // open panels by their buttons, the latest last

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} panel
 * @param {boolean} wanted
 */
function toggle(button, panel, wanted) {
  button.ariaExpanded = String(wanted);
  panel.toggleAttribute("data-open", wanted);
  opened.delete(button);
  if (wanted) opened.set(button, panel);
}

for (const button of header.querySelectorAll("button[aria-controls]")) {
  const panel = /** @type {HTMLElement} */ (document.getElementById(button.getAttribute("aria-controls") ?? ""));
  if (location.hash === `#${panel.id}`) toggle(button, panel, true); // its link was followed before this script came
  button.addEventListener("click", () => {
    toggle(button, panel, !opened.has(button));
    if (opened.has(button)) panel.querySelector("input")?.focus();
  });
}

// Escape closes the panel with the focus, or else the one opened last.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !opened.size) return;
  const all = [...opened];
  const [button, panel] = all.find((both) => both.some((one) => one.contains(document.activeElement))) ?? all[all.length - 1];
  toggle(button, panel, false);
  button.focus();
});

// ---- Other tabs; a page restored from the history has missed their changes
addEventListener("storage", () => header.dataset.view || showView()); // pages of a view only write the last view
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  showView();
  for (const [button, panel] of [...opened]) if (panel !== search) toggle(button, panel, false); // its link was followed
});

// ---- Search: loaded on first use, on the results page at once, and again with the next letter if that failed
const search = document.querySelector(".search");
const query = search.querySelector(".search__query");
const isResultsPage = search.matches(".search--page");
const until = new AbortController(); // aborted once the search is loaded and listens itself
let tries = 0;
let fetching = false;

async function fetchSearch() {
  if (fetching) return;
  fetching = true;
  try {
    const script = isResultsPage ? new URL("./search/page.js", import.meta.url) : new URL("./search/field.js", import.meta.url);
    if (tries++) script.search = String(tries); // some browsers cache a failed import
    await import(script.href);
    until.abort();
  } catch {
    const status = document.querySelector(".search__status");
    status.textContent = status.dataset.failed;
    showFailure();
  }
  fetching = false;
}

function showFailure() {
  document.querySelector(".search__panel").hidden = !isResultsPage && (!query.value.trim() || document.activeElement !== query);
}

for (const event of ["focus", "input"]) query.addEventListener(event, fetchSearch, { signal: until.signal });
query.addEventListener("blur", showFailure, { signal: until.signal });
if (isResultsPage) fetchSearch();

search.addEventListener("submit", (event) => {
  event.preventDefault(); // the policy forbids forms to submit
  if (isResultsPage || !query.value.trim()) return;
  const target = new URL(search.action);
  for (const { name, value } of search.querySelectorAll("[name]")) target.searchParams.set(name, value.trim());
  location.assign(target);
});

// ---- Copies: loaded on the first use
document.addEventListener("click", async ({ target }) => {
  const control = target instanceof Element && target.closest(".copy-page__button, .copy-link");
  if (control) (await import("./page-copy.js")).copy(control);
});

// Ctrl+K leads to the field, and within it to what the browser does with it. No single key such as "/" does: readers who
// speak to their computer could press it by accident, and would need a way to turn it off (WCAG 2.2, 2.1.4).
const isMac = /^(?:Mac|iP)/.test(navigator.platform);
if (isMac) {
  query.setAttribute("aria-keyshortcuts", "Meta+K");
  search.querySelector(".search__key").textContent = "⌘K";
}
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  if (key?.toLowerCase() !== "k" || ctrlKey === isMac || metaKey !== isMac || altKey || shiftKey) return;
  if (defaultPrevented || document.activeElement === query) return;
  event.preventDefault();
  const button = header.querySelector(".search-open");
  if (button?.checkVisibility() && !opened.has(button)) toggle(button, search, true);
  query.focus();
  query.select();
});

root.classList.replace("no-js", "js"); // all of the above works from here on
