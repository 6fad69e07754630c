// The estimator of the upgrade's duration. Without this, there are the table of examples and a sentence. The rules are
// those of hooks/portal/planning/estimator.py, which tests hold equal; the examples come from facts.yml.

/** @typedef {{ workplaces: number, minutes: number }} Example */
/** @typedef {{ kind: string, minutes: number | null, lower: Example, upper: Example }} Estimate */

const MOST_CHARACTERS = 40;
const MOST_WORKPLACES = 999_999; // more is a slip of the finger
const WHOLE = /^(?:[0-9]+|[1-9][0-9]{0,2}([ .,'’])[0-9]{3}(?:\1[0-9]{3})*)$/;
const FRACTION = /^[0-9]+(?:[ .,'’][0-9]{3})*[.,][0-9]+$/;

for (const form of document.querySelectorAll(".estimator")) start(/** @type {HTMLFormElement} */ (form));

/**
 * The number of workplaces that a reader has typed, in the forms of either language, or the name of what is wrong.
 * @param {string} text
 * @returns {number | string}
 */
export function readWorkplaces(text) {
  const typed = plain(text);
  if (!typed) return "empty";
  if (typed.length > MOST_CHARACTERS) return /^[0-9]+$/.test(typed) ? "large" : "text";
  const digits = typed.replace(/^- */, "");
  if (!WHOLE.test(digits) && !FRACTION.test(digits)) return "text";
  if (digits !== typed) return "negative";
  if (!WHOLE.test(digits)) return "fraction";
  const number = Number(digits.replace(/[^0-9]/g, ""));
  return number > MOST_WORKPLACES ? "large" : number || "zero";
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

/**
 * The examples in a data attribute: "50:5 600:30".
 * @param {string} text
 * @returns {Example[]}
 */
export function readExamples(text) {
  return text.split(" ").map((one) => {
    const [workplaces, minutes] = one.split(":").map(Number);
    return { workplaces, minutes };
  });
}

/**
 * What the examples, in ascending order, say of a positive number of workplaces: an example itself; the straight line
 * between two; below the smallest or above the largest nothing but that example.
 * @param {number} workplaces
 * @param {Example[]} examples
 * @returns {Estimate}
 */
export function estimate(workplaces, examples) {
  const above = examples.findIndex((one) => one.workplaces >= workplaces);
  const upper = examples.at(above); // -1: the last
  const lower = examples.at(above < 0 ? -1 : Math.max(above - 1, 0));
  if (!upper || !lower) throw new Error("no examples");
  if (upper.workplaces === workplaces) return { kind: "example", minutes: upper.minutes, lower: upper, upper };
  if (above <= 0) return { kind: above ? "above" : "below", minutes: null, lower, upper };
  const width = upper.workplaces - lower.workplaces;
  const rise = (workplaces - lower.workplaces) * (upper.minutes - lower.minutes);
  return { kind: "between", minutes: lower.minutes + Math.floor((2 * rise + width) / (2 * width)), lower, upper };
}

/** @param {HTMLFormElement} form */
function start(form) {
  const words = form.dataset;
  const examples = readExamples(words.examples);
  const field = form.querySelector(".calc__field");
  const error = form.querySelector(".calc__error");
  const result = form.querySelector(".calc__result");
  const ask = form.querySelector(".calc__ask");
  const format = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: true });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const read = readWorkplaces(field.value);
    const wrong = typeof read === "string";
    if (wrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    const said = wrong ? null : estimate(read, examples);
    ask.hidden = said?.minutes !== null;
    const { announce } = await import("./announce.js"); // not before somebody asks
    announce(error, wrong ? words[read] ?? "" : "");
    announce(result, said ? describe(/** @type {number} */ (read), said) : "");
    if (wrong) field.focus();
  });

  /**
   * @param {number} workplaces
   * @param {Estimate} said
   */
  function describe(workplaces, { kind, minutes, lower, upper }) {
    /** @type {Record<string, number | null>} */
    const values = { workplaces, minutes, lower: lower.minutes, upper: upper.minutes, from: lower.workplaces, to: upper.workplaces };
    return (words[kind] ?? "").replace(/\{(\w+)\}/g, (_, name) => format.format(values[name] ?? 0));
  }

  form.dataset.ready = "";
}
