// From the planner's form to a plan: what is wrong is said at its field; the plan goes into the address and the page.

import { announce } from "./announce.js";
import { estimate, readExamples, readWorkplaces } from "./duration.js";
import { addDays, longDay, night, readDay, stepDays, today, weekday, writeDay } from "./plan-dates.js";
import { clear, fill, show } from "./plan-result.js";
import { keep, kept, readFragment, readLead, writeFragment } from "./plan-state.js";

const form = document.querySelector(".plan");
const result = document.querySelector(".plan-result");
/** @type {Record<string, string>} */
const words = JSON.parse(form.dataset.words);
const language = document.documentElement.lang;
const date = form.querySelector(".plan-date");
const lead = form.querySelector(".plan-lead");
const read = form.querySelector(".plan-read");
const workplaces = form.querySelector(".plan-workplaces");
const fields = [date, lead, read, workplaces]; // in the order of the form
const examples = readExamples(form.dataset.examples);
/** @type {Record<string, Record<string, string>>} */
const durations = JSON.parse(form.dataset.durations); // by language
const done = result.querySelector(".plan-done");
const [keepButton, forgetButton] = [result.querySelector(".plan-keep"), form.querySelector(".plan-forget")];
const FAR = 731; // days: two years

let first = ""; // the date of the plan when it was made: its identity in calendars
/** @type {Plan | null} */
let plan = null;

/** Make the plan that the form says, or say what is wrong with it. */
export function submit() {
  const asked = readForm();
  if (!asked) return;
  const hash = writeFragment(asked);
  if (location.hash !== hash) location.replace(hash); // "hashchange" tells header.js, whose language link has it, too
  showPlan(asked);
}

/** Open the plan in the address or, if it has none, the one that is kept. */
export function open() {
  const text = readFragment(location.hash) ? location.hash : kept();
  if (plan && text === writeFragment(plan)) return;
  const said = readFragment(text ?? "");
  if (!said) return;
  date.value = readDay(said.date) === null ? "" : said.date;
  lead.value = said.lead;
  workplaces.value = said.workplaces;
  first = said.first;
  read.checked = false;
  for (const choice of form.querySelectorAll("[name=start]")) choice.checked = (choice.value === "now") === said.now;
  withdraw();
  if (said.now) return; // the warning must be read first
  const asked = readForm(false);
  if (asked) showPlan(asked);
}

/**
 * The plan that the form says, or null if something is wrong, which is then said and has the focus.
 * @returns {Plan | null}
 */
function readForm(focus = true) {
  const now = Boolean(form.querySelector("[name=start][value=now]")?.matches(":checked"));
  for (const field of fields) say(field, "");
  const day = readDay(date.value);
  const days = readLead(lead.value);
  const number = workplaces.value.trim() ? readWorkplaces(workplaces.value) : 0;
  if (typeof number === "string") say(workplaces, number === "large" ? words.workplaces_large : words.workplaces_wrong);
  if (now) say(read, read.checked ? "" : words.unread);
  else {
    say(date, dateProblem(day));
    say(lead, days === null ? words.lead_wrong : "");
  }
  const wrong = fields.find((field) => field.ariaInvalid === "true");
  if (wrong) {
    withdraw();
    if (focus) wrong.focus();
    return null;
  }
  if (typeof number === "string") return null;
  if (number && !durationText(number, language)) say(workplaces, words.workplaces_unknown, false);
  if (now) return { date: null, lead: 0, workplaces: number, first: "" };
  if (day === null || days === null) return null;
  first ||= writeDay(day);
  note(day, days);
  return { date: day, lead: days, workplaces: number, first };
}

/**
 * @param {number | null} day
 */
function dateProblem(day) {
  const now = today();
  if (day === null) return fill(words.date_missing, { day: longDay(addDays(now, 14), language) });
  if (day < now) return words.date_past;
  if (day === now) return words.date_today;
  return day > addDays(now, FAR) ? words.date_far : "";
}

/**
 * Say at the fields what to consider, which is no error.
 * @param {number} day
 * @param {number} days
 */
function note(day, days) {
  const now = today();
  const recommended = [0, 6].includes(new Date(day).getUTCDay()) || day === addDays(now, 1);
  if (!recommended) say(date, fill(words.date_note, { weekday: weekday(day, language) }), false);
  const announceDay = addDays(day, -days);
  if (announceDay < now) say(lead, fill(words.lead_past, { day: longDay(announceDay, language) }), false);
}

/**
 * @param {HTMLInputElement} field
 * @param {string} text
 */
function say(field, text, wrong = Boolean(text)) {
  const line = document.getElementById(`${field.id}-said`);
  if (line) line.textContent = text;
  line?.classList.toggle("plan__said--wrong", wrong);
  if (wrong) field.ariaInvalid = "true";
  else field.removeAttribute("aria-invalid");
}

/**
 * What the examples say of the duration, or nothing.
 * @param {number} number
 * @param {string} one a language
 */
function durationText(number, one) {
  if (!number) return "";
  const { kind, minutes, lower, upper } = estimate(number, examples);
  return fill(durations[one][kind] ?? "", { minutes: String(minutes), lower: String(lower.minutes), upper: String(upper.minutes) });
}

/** @param {Plan} made */
function showPlan(made) {
  plan = made;
  const text = made.date === null
    ? fill(words.today, { date: longDay(today(), language) })
    : fill(words.runs, night(made.date, language));
  show(made, stepDays(made, today()), words, (one) => durationText(made.workplaces, one));
  result.querySelector(".plan-summary").textContent = text;
  result.hidden = false;
  done.textContent = "";
  showKept();
  announce(form.querySelector(".plan-status"), fill(words.made, { night: text }));
}

/** Take back the plan that the page shows: it is no longer what the form says. */
function withdraw() {
  plan = null;
  clear();
  result.hidden = true;
  form.querySelector(".plan-status").textContent = "";
}

// ---- What one does with a plan
result.querySelector(".plan-print").addEventListener("click", () => print());
result.querySelector(".plan-calendar").addEventListener("click", async () => {
  if (!plan) return;
  try {
    const { download } = await import("./calendar.js");
    download(plan, stepDays(plan, today()), `${words.file}.ics`);
    announce(done, words.loaded);
  } catch { // the network is gone
    announce(done, words.unloaded);
  }
});
keepButton.addEventListener("click", () => keepOrForget(plan && writeFragment(plan), keepButton, forgetButton));
forgetButton.addEventListener("click", () => keepOrForget(null, forgetButton, keepButton));

/**
 * @param {string | null} fragment
 * @param {HTMLElement} pressed
 * @param {HTMLElement} other
 */
function keepOrForget(fragment, pressed, other) {
  const could = keep(fragment);
  showKept();
  if (pressed.hidden && !other.hidden && !result.hidden) other.focus();
  else if (pressed.hidden) form.querySelector(".plan-make")?.focus();
  announce(result.hidden ? form.querySelector(".plan-status") : done, could ? (fragment === null ? words.forgotten : words.kept) : words.unkept);
}

function showKept() {
  const isKept = plan !== null && kept() === writeFragment(plan);
  keepButton.hidden = isKept || plan?.date === null; // what starts today needs no keeping
  forgetButton.hidden = kept() === null;
}
addEventListener("storage", showKept);
showKept();
