// What the header does: it remembers the view that was read last, follows old links with ?mode= to the view they name,
// keeps the place on the page when the language changes, opens what small screens fold away, and fetches the search.

const header = document.querySelector("[data-user][data-admin]");
const choices = document.querySelector(".choices");
const language = header.querySelector("a[hreflang]");

// ---- Views
follow(new URLSearchParams(location.search).get("mode"));
if (header.dataset.view) remember(header.dataset.view);
else if (choices) offerFirst(lastView());

function follow(mode) {
  const view = new Map([["user", "user"], ["administrator", "admin"]]).get(mode);
  if (view && view !== header.dataset.view) location.replace(header.dataset[view]);
}

function remember(view) {
  try {
    localStorage.setItem("view", view);
  } catch {} // storage is blocked: the start page keeps its order
}

function lastView() {
  try {
    return localStorage.getItem("view");
  } catch {
    return null;
  }
}

function offerFirst(view) {
  const choice = [...choices.querySelectorAll(".choice")].find(({ dataset }) => dataset.view === view);
  if (!choice) return;
  const mark = document.createElement("p");
  mark.className = "choice__last";
  mark.textContent = header.dataset.lastChoice;
  choice.append(mark);
  choices.prepend(choice);
}

// ---- Language: both have the same anchors
function keepPlace() {
  language.hash = location.hash;
}
addEventListener("hashchange", keepPlace);
keepPlace();

// ---- Contents: where CSS cannot open them on wide screens
const contents = document.querySelector(".toc");
if (contents && !CSS.supports("selector(::details-content)")) contents.open = matchMedia("(min-width: 80rem)").matches;

// ---- Menu and search field
for (const button of document.querySelectorAll("button[aria-controls]")) {
  const target = document.getElementById(button.getAttribute("aria-controls"));

  const open = (wanted) => {
    button.ariaExpanded = String(wanted);
    target.toggleAttribute("data-open", wanted);
  };
  const isOpen = () => target.hasAttribute("data-open");

  button.addEventListener("click", () => {
    open(!isOpen());
    if (isOpen()) target.querySelector("input")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen()) return;
    open(false);
    button.focus();
  });
}

// ---- Search: nothing of it is fetched before it is used
document.querySelector(".search__query").addEventListener("focus", () => import("./search.js"), { once: true });
