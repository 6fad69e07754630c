// Remembers the view that was read last, and follows old links with ?mode= to the view they name.

const header = document.querySelector("[data-user][data-admin]");
const choices = document.querySelector(".choices");

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
