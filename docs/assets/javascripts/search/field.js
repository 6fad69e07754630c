// The list of hits below the field. header.js fetches this when the field is first used.

import { asking, showAnswer } from "./hits.js";

const search = document.querySelector(".search");
const query = search.querySelector(".search__query");
const panel = search.querySelector(".search__panel");
const all = search.querySelector(".search__all");
const view = search.dataset.view;
const MOST = 5; // hits of a group: the rest is on the results page
const STOPS = "a[href], button";

let answered = false; // the panel has something to show

const ask = asking(view, (answer) => {
  showAnswer(answer, view || null, MOST);
  all.hidden = !answer?.groups.some(({ hits }) => hits.length > MOST);
  const target = new URL(search.action);
  for (const { name, value } of search.querySelectorAll("[name]")) target.searchParams.set(name, value.trim());
  all.querySelector("a")?.setAttribute("href", target.href);
  answered = true;
  show(search.contains(document.activeElement));
});

query.addEventListener("input", () => {
  if (!query.value.trim()) show(false);
  ask();
});
search.addEventListener("focusin", () => show(true));
search.addEventListener("focusout", ({ relatedTarget }) => search.contains(/** @type {Node | null} */ (relatedTarget)) || show(false));
search.addEventListener("keydown", (event) => {
  if (panel.hidden) return;
  if (event.key === "Escape") {
    event.preventDefault(); // this Escape closes the results; the next one closes the field on small screens
    query.focus();
    show(false);
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const stops = [query, ...[...panel.querySelectorAll(STOPS)].filter((stop) => stop.checkVisibility())];
    const now = Math.max(stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)), 0);
    stops[now + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }
});
ask(); // what was typed while this was fetched

/** @param {boolean} wanted */
function show(wanted) {
  panel.hidden = !(wanted && answered && query.value.trim());
}
