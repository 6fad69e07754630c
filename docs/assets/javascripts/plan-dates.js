// Days of a plan. A day is the time of its midnight in UTC, and is read and written in UTC only, so that neither a time
// zone nor daylight-saving time can shift it.

const DAY = 86_400_000; // milliseconds
const LOCALES = { de: "de-DE", en: "en-GB" };

/**
 * The day that the reader's calendar shows: the only place where the reader's time zone counts.
 * @param {Date} [now]
 */
export function today(now = new Date()) {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
}

/**
 * The day written as 2026-12-05, or null if there is no such day.
 * @param {string} text
 */
export function readDay(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(day) || writeDay(day) !== text ? null : day; // some browsers read 31 February as 3 March
}

/**
 * As 2026-12-05.
 * @param {number} day
 */
export function writeDay(day) {
  return new Date(day).toISOString().slice(0, 10);
}

/**
 * @param {number} day
 * @param {number} count
 */
export function addDays(day, count) {
  return day + count * DAY;
}

/**
 * The days of the steps of a plan, by the ids of the steps. All but the night and the morning are suggestions.
 * @param {Plan} plan
 * @param {number} now
 * @returns {Record<string, number>}
 */
export function stepDays({ date, lead }, now) {
  if (date === null) {
    return Object.fromEntries(["notification", "announce", "clients", "upgrade", "after"].map((step) => [`now-${step}`, now]));
  }
  const announce = Math.max(addDays(date, -lead), now);
  const eve = addDays(date, -1);
  const replies = Math.max(addDays(date, -Math.max(1, Math.min(3, lead - 1))), announce);
  return {
    "plan-notification": announce,
    "plan-announce": announce,
    "plan-replies": replies,
    "plan-clients": eve,
    "plan-upgrade": eve,
    "plan-morning": date,
  };
}

/**
 * A day as its language writes it: "Samstag, 5. Dezember 2026", "Saturday 5 December 2026".
 * @param {number} day
 * @param {string} language
 */
export function longDay(day, language) {
  return `${weekday(day, language)}${language === "de" ? "," : ""} ${shortDay(day, language)}`;
}

/**
 * Without the weekday: "5. Dezember 2026", "5 December 2026".
 * @param {number} day
 * @param {string} language
 */
export function shortDay(day, language) {
  return format(day, language, { day: "numeric", month: "long", year: "numeric" });
}

/**
 * @param {number} day
 * @param {string} language
 */
export function weekday(day, language) {
  return format(day, language, { weekday: "long" });
}

/**
 * The two days of the night before a day, the first without what both share: "Freitag, 4.," and "Samstag, 5. Dezember 2026".
 * @param {number} day
 * @param {string} language
 */
export function night(day, language) {
  const eve = addDays(day, -1);
  const [one, other] = [new Date(eve), new Date(day)];
  const sameYear = one.getUTCFullYear() === other.getUTCFullYear();
  const sameMonth = sameYear && one.getUTCMonth() === other.getUTCMonth();
  const number = language === "de" ? `${one.getUTCDate()}.` : String(one.getUTCDate());
  const dayMonth = format(eve, language, { day: "numeric", month: "long" });
  const date = sameMonth ? number : sameYear ? dayMonth : shortDay(eve, language);
  const comma = language === "de" ? "," : "";
  return { eve: `${weekday(eve, language)}${comma} ${date}${comma}`, date: longDay(day, language) };
}

/**
 * @param {number} day
 * @param {string} language
 * @param {Intl.DateTimeFormatOptions} fields
 */
function format(day, language, fields) {
  return new Intl.DateTimeFormat(LOCALES[/** @type {"de" | "en"} */ (language)], { ...fields, timeZone: "UTC" }).format(day);
}
