// The planner's form. What makes a plan of it is loaded with the first plan: most readers of the page only look.

const form = document.querySelector(".plan");
const KEY = "plan"; // in localStorage, as in plan-state.js

for (const choice of form.querySelectorAll("[name=start]")) choice.addEventListener("change", choose);

/** Show the fields of the chosen start. */
function choose() {
  const now = form.querySelector("[name=start][value=now]")?.matches(":checked");
  for (const field of form.querySelectorAll("[data-start]")) field.hidden = (field.dataset.start === "now") !== now;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { submit } = await import("./plan-form.js");
  submit();
});

/** Open the plan in the address or, if it has none, the one that this browser keeps. */
async function open() {
  if (!/[#&](date|start)=/.test(location.hash) && !isKept()) return;
  const { open } = await import("./plan-form.js");
  open();
  choose();
}

function isKept() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false; // storage is blocked
  }
}

addEventListener("hashchange", open);
addEventListener("pageshow", choose); // browsers restore the choice after they have read the page
form.hidden = false;
choose();
open();
