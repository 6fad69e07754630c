// A plan in the page: the days at the steps and in the texts for the users. Everything is text, never HTML.

import { longDay, night, shortDay, today, writeDay } from "./plan-dates.js";

const article = /** @type {HTMLElement} */ (document.querySelector("article"));
const PARTS = { planned: ["steps", "before", "chat"], now: ["now", "same-day"] }; // ids of headings
/** @type {Map<HTMLElement, string>} */
const blanks = new Map(); // what stood in the texts' blanks before
for (const blank of article.querySelectorAll("[data-fill]")) blanks.set(blank, blank.textContent);

/**
 * Put values in place of {names}.
 * @param {string} words
 * @param {Record<string, string>} values
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/**
 * Show a plan: its days at its steps, in its texts, and nothing of the other start.
 * @param {Plan} plan
 * @param {Record<string, number>} days
 * @param {Record<string, string>} words
 * @param {(language: string) => string} duration
 */
export function show(plan, days, words, duration) {
  clear();
  const language = document.documentElement.lang;
  for (const [id, day] of Object.entries(days)) {
    const time = document.createElement("time");
    time.className = "plan__when";
    time.dateTime = writeDay(day);
    time.textContent = longDay(day, language);
    if (id === "plan-replies" || id === "plan-clients") time.textContent = fill(words.by, { day: time.textContent });
    if (id === "plan-upgrade" && plan.date !== null) time.textContent = fill(words.from_to, night(plan.date, language));
    document.getElementById(id)?.before(time);
  }
  for (const blank of blanks.keys()) fillBlank(blank, plan, days, duration);
  const text = duration(language);
  if (text) document.getElementById(plan.date === null ? "now-upgrade" : "plan-upgrade")?.closest("li")?.append(sentence(text));
  article.dataset.plan = "made";
  for (const id of PARTS[plan.date === null ? "planned" : "now"]) setHidden(id, true);
}

/** Show the page as it was before a plan. */
export function clear() {
  for (const time of article.querySelectorAll(".plan__when, .plan__duration")) time.remove();
  for (const [blank, text] of blanks) blank.textContent = text;
  for (const id of [...PARTS.planned, ...PARTS.now]) setHidden(id, false);
  article.removeAttribute("data-plan");
}

/** @param {string} text */
function sentence(text) {
  return Object.assign(document.createElement("span"), { className: "plan__duration", textContent: ` ${text}` });
}

/**
 * Fill a blank of a text, in the text's own language.
 * @param {HTMLElement} blank
 * @param {Plan} plan
 * @param {Record<string, number>} days
 * @param {(language: string) => string} duration
 */
function fillBlank(blank, plan, days, duration) {
  const language = /** @type {HTMLElement} */ (blank.closest("[lang]")).lang;
  /** @type {Record<string, string>} */
  const values = plan.date === null
    ? { today: longDay(today(), language) }
    : { ...night(plan.date, language), replies: shortDay(days["plan-replies"], language), duration: duration(language) };
  const value = values[blank.dataset.fill];
  if (value) blank.textContent = value;
}

/**
 * Hide or show a heading, what stands below it, and the link to it in the page's contents.
 * @param {string} id
 * @param {boolean} hidden
 */
function setHidden(id, hidden) {
  const heading = /** @type {HTMLElement} */ (document.getElementById(id));
  const level = Number(heading.tagName[1]);
  /** @type {Element | null} */
  let one = heading;
  do {
    one.toggleAttribute("hidden", hidden);
    one = one.nextElementSibling;
  } while (one && !(/^H[1-6]$/.test(one.tagName) && Number(one.tagName[1]) <= level));
  for (const link of document.querySelectorAll(`.toc a[href="#${id}"]`)) link.closest("li")?.toggleAttribute("hidden", hidden);
}
