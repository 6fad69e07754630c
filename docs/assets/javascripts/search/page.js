// The results page: all hits of what `q` in its address asks. header.js fetches this at once.

import { asking, showAnswer } from "./hits.js";

const search = document.querySelector(".search");
const query = search.querySelector(".search__query");
const panel = document.querySelector(".search__panel");
const address = new URL(location.href);
const title = document.title;
// The view in which the reader asked; any other word is none.
const asked = address.searchParams.get("view") ?? "";
const view = Object.hasOwn(JSON.parse(search.dataset.groups), asked) ? asked : "";

const ask = asking(view, (answer) => {
  showAnswer(answer, null, Infinity);
  panel.hidden = false;
});

query.value ||= address.searchParams.get("q") ?? ""; // what was typed while this was fetched is newer
query.addEventListener("input", update);
query.addEventListener("focus", () => query.value.trim() || ask()); // so that the engine is there with the first letter
query.addEventListener("change", keep); // where a browser refused to keep each letter
search.addEventListener("submit", () => document.querySelector(".search__answers a, .search__results a")?.focus());
update();

function update() {
  const text = query.value.trim();
  document.title = text ? `${search.dataset.quoted.replace("#", () => text)} – ${title}` : title;
  keep();
  if (text) ask();
  else panel.hidden = true;
}

/** Keep the query in the address, for bookmarks, links and the way back. */
function keep() {
  const text = query.value.trim();
  if (text === (address.searchParams.get("q") ?? "")) return;
  if (text) address.searchParams.set("q", text);
  else address.searchParams.delete("q");
  try {
    history.replaceState(history.state, "", address);
  } catch {} // WebKit allows 100 changes within half a minute
}
