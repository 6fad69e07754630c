// "Which version do I have?": whether a client is ready for the upgrade. Without this, there is the table of versions. The
// rules are those of hooks/portal/planning/client_check.py, which tests hold equal; the versions come from facts.yml.

/** @typedef {{ minimum: string, webview2: string }} Client */
/** @typedef {{ old: number[], new: number[] }} Series */

const MOST_CHARACTERS = 40;
const TENS = 10;
const VERSION = /^(?:version|v)?[ .:]*([0-9]{1,9}(?: ?[.,] ?[0-9]{1,9}){0,3})[.,]?$/i;
const FAULTS = ["empty", "text", "incomplete"]; // what is said at the field

for (const form of document.querySelectorAll(".client-check")) start(/** @type {HTMLFormElement} */ (form));

/**
 * The name of the answer for what a reader has typed as the version of a client.
 * @param {string} text
 * @param {Client} client
 * @param {Series} series
 */
export function checkClient(text, client, series) {
  const typed = plain(text);
  if (!typed) return "empty";
  const match = typed.length <= MOST_CHARACTERS ? VERSION.exec(typed) : null;
  if (!match) return "text";
  const parts = match[1].split(/[.,]/).map(Number);
  const tens = Math.floor(parts[0] / TENS);
  const isOld = series.old.includes(tens);
  if (isOld === series.new.some((first) => tens >= first)) return "unknown";
  if (isOld) {
    const order = compare(parts, partsOf(client.minimum));
    return order === null ? "incomplete" : order < 0 ? "update" : "reached";
  }
  const order = client.webview2 ? compare(parts, partsOf(client.webview2)) : -1;
  return order === null ? "perhaps" : order < 0 ? "new" : "webview2";
}

/**
 * The text with ordinary digits, signs and blanks, and none around it.
 * @param {string} text
 */
function plain(text) {
  return text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .replace(/[\uff0c-\uff0e\uff10-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\t\n\r\u00a0\u2007\u2009\u202f\u3000]/g, " ")
    .replace(/^ +| +$/g, "");
}

/** @param {string} number */
function partsOf(number) {
  return number.split(".").map(Number);
}

/**
 * -1, 0 or 1, part by part; null where the first lacks the part that decides.
 * @param {number[]} parts
 * @param {number[]} other
 */
function compare(parts, other) {
  const differs = parts.findIndex((part, place) => part !== (other[place] ?? 0));
  if (differs >= 0) return parts[differs] < (other[differs] ?? 0) ? -1 : 1;
  return other.slice(parts.length).some(Boolean) ? null : 0;
}

/** @param {HTMLFormElement} form */
function start(form) {
  const words = form.dataset;
  const series = { old: numbers(words.oldSeries), new: numbers(words.newSeries) };
  const platform = form.querySelector(".client-check__platform");
  const field = form.querySelector(".calc__field");
  const error = form.querySelector(".calc__error");
  const result = form.querySelector(".calc__result");
  const links = form.querySelectorAll(".calc__ask");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [chosen] = platform.selectedOptions;
    const client = { minimum: chosen.dataset.minimum, webview2: chosen.dataset.webview2 };
    const answer = checkClient(field.value, client, series);
    const wrong = FAULTS.includes(answer);
    const said = words[answer] ?? "";
    const filled = said.replace("{platform}", chosen.text).replace("{minimum}", client.minimum).replace("{webview2}", client.webview2);
    if (wrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    for (const link of links) link.hidden = !link.dataset.for?.split(" ").includes(answer);
    const { announce } = await import("./announce.js"); // not before somebody asks
    announce(error, wrong ? filled : "");
    announce(result, wrong ? "" : filled);
    if (wrong) field.focus();
  });

  form.dataset.ready = "";
}

/** @param {string} text */
function numbers(text) {
  return text.split(" ").filter(Boolean).map(Number);
}
