// On the checklist: the date of the plan that this browser keeps, at the item about the date and at the PDF.

import { readDay, shortDay } from "./plan-dates.js";
import { kept, readFragment } from "./plan-state.js";

const language = document.documentElement.lang;
const fragment = kept() ?? "";
const day = readDay(readFragment(fragment)?.date ?? "");
if (day !== null) {
  const text = document.querySelector(".checklist-tools").dataset.planned.replace("{date}", shortDay(day, language));
  const plan = new URL("../plan/", location.href);
  plan.search = "";
  plan.hash = fragment;
  const link = Object.assign(document.createElement("a"), { href: plan.href, textContent: text });
  const line = Object.assign(document.createElement("p"), { className: "checklist__planned" });
  line.append(link);
  document.querySelector("#date > p")?.after(line);
  const pdf = document.querySelector("article a[href$='.pdf']");
  pdf?.closest("p")?.append(` ${text}.`);
}
