// The steps of a plan as a calendar file (iCalendar, RFC 5545). Written here rather than with a library: npm's ical.js,
// the smallest that is kept, has 78 KB (minified) for what these lines do with no more than dates and texts. The tests
// read the files with it and with PyPI's icalendar.
// The hour of the night is not known: every event takes whole days, which no time zone shifts.

import { addDays } from "./plan-dates.js";

const LINE = 75; // octets of a line (RFC 5545, 3.1)
const MINUTE = 60_000;
const EPOCH = Date.UTC(2026, 0, 1); // revisions are counted in minutes since then
const bytes = new TextEncoder();

/**
 * Have the browser save the steps of a plan as a calendar file.
 * @param {Plan} plan
 * @param {Record<string, number>} days
 * @param {string} name
 */
export function download(plan, days, name) {
  const address = URL.createObjectURL(new Blob([calendar(plan, days, Date.now())], { type: "text/calendar;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MINUTE);
}

/**
 * The calendar file.
 * @param {Plan} plan
 * @param {Record<string, number>} days
 * @param {number} now
 */
function calendar(plan, days, now) {
  const title = document.querySelector("h1")?.textContent ?? "";
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${location.host}//Plan//${document.documentElement.lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escape(title)}`,
    ...Object.entries(days).flatMap(([id, day]) => event(id, day, plan, now)), "END:VCALENDAR"];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/**
 * The lines of one step. Its UID stays when the plan changes and the revision grows, so that a second import updates it.
 * @param {string} id
 * @param {number} day
 * @param {Plan} plan
 * @param {number} now
 */
function event(id, day, plan, now) {
  const days = id === "plan-upgrade" ? 2 : 1; // a night has two days
  const [title, text] = texts(id);
  return [
    "BEGIN:VEVENT",
    `UID:${plan.first || writeDate(day)}-${id}@${location.hostname}`,
    `SEQUENCE:${Math.max(0, Math.floor((now - EPOCH) / MINUTE))}`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${writeDate(day)}`,
    `DTEND;VALUE=DATE:${writeDate(addDays(day, days))}`, // the day after the last
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(text)}`,
    `URL:${location.href}`,
    "TRANSP:TRANSPARENT", // nobody is busy because of it
    ...(id.startsWith("now-") ? [] : alarm(title)),
    "END:VEVENT",
  ];
}

/**
 * A reminder at nine in the morning of the day before, on the reader's clock.
 * @param {string} title
 */
function alarm(title) {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escape(title)}`, "TRIGGER:-PT15H", "END:VALARM"];
}

/**
 * The title and the text of a step, as the page says them.
 * @param {string} id
 */
function texts(id) {
  const title = /** @type {HTMLElement} */ (document.getElementById(id));
  const item = /** @type {HTMLElement} */ ((title.closest("li") ?? title).cloneNode(true));
  item.querySelector(".plan__when")?.remove();
  const all = item.textContent.replace(/\s+/g, " ").trim();
  return [`Cloud PBX 2.0: ${title.textContent}`, all.slice(title.textContent.length).replace(/^:\s*/, "")];
}

/** @param {number} day */
function writeDate(day) {
  return new Date(day).toISOString().slice(0, 10).replaceAll("-", "");
}

/**
 * Text as a value (RFC 5545, 3.3.11).
 * @param {string} text
 */
function escape(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

/**
 * A line in pieces of at most 75 octets, which cut no character.
 * @param {string} line
 */
function fold(line) {
  const pieces = [""];
  let size = 0;
  for (const character of line) {
    const more = bytes.encode(character).length;
    if (size + more > LINE) {
      pieces.push("");
      size = 1; // the blank in front of it
    }
    pieces[pieces.length - 1] += character;
    size += more;
  }
  return pieces.join("\r\n ");
}
