// A plan as the fragment of an address, which browsers never send to a server, and as what this browser keeps.

import { readDay, writeDay } from "./plan-dates.js";

export const KEY = "plan"; // in localStorage
export const LEAD = 7; // days, suggested
const MOST_DAYS = 365;

/**
 * The plan in a fragment, or null if it has none. What it says wrong is for the reader to see: the texts of the fields.
 * @param {string} hash
 * @returns {{ date: string, lead: string, workplaces: string, now: boolean, first: string } | null}
 */
export function readFragment(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const now = fields.get("start") === "now";
  if (!now && !fields.has("date")) return null;
  const [date, lead, workplaces, first] = ["date", "lead", "workplaces", "plan"].map((name) => (fields.get(name) ?? "").slice(0, 60));
  return { date, lead: lead || String(LEAD), workplaces, now, first: readDay(first) === null ? "" : first };
}

/**
 * @param {Plan} plan
 * @returns {string}
 */
export function writeFragment({ date, lead, workplaces, first }) {
  /** @type {Record<string, string>} */
  const start = date === null ? { start: "now" } : { date: writeDay(date) };
  const fields = new URLSearchParams(start);
  if (workplaces) fields.set("workplaces", String(workplaces));
  if (date === null) return `#${fields}`;
  if (lead !== LEAD) fields.set("lead", String(lead));
  if (first && first !== writeDay(date)) fields.set("plan", first);
  return `#${fields}`;
}

/**
 * A number of days in advance, or null.
 * @param {string} text
 */
export function readLead(text) {
  const lead = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return lead >= 1 && lead <= MOST_DAYS ? lead : null;
}

/** The fragment of the plan that this browser keeps, or null. */
export function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is blocked
  }
}

/**
 * Keep the fragment of a plan, or delete what is kept. Return whether the browser does.
 * @param {string | null} fragment
 */
export function keep(fragment) {
  try {
    if (fragment === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, fragment);
    return true;
  } catch {
    return false;
  }
}
