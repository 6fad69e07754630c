// Asks the engine what readers type: for the list below the field (field.js) and for the results page (page.js).

const PATIENCE = 20_000; // milliseconds until an engine counts as missing: a slow phone takes some seconds

const search = document.querySelector(".search");
const query = search.querySelector(".search__query");

/** @type {Promise<Engine | null> | null} */
let engine = null; // none after a failure, so that the next letter tries anew
let tries = 0;

/**
 * Return a function that asks what stands in the field, if anything, and hands on the answer, or null for none to be had.
 * If the engine knows only a part yet, it asks again once it knows the rest, and hands on what is new.
 * @param {string} view the view of the reader, whose hits come first, or ""
 * @param {(answer: Answer | null) => void} show
 */
export function asking(view, show) {
  let isComplete = false;
  return async function ask() {
    engine ??= start(view).catch(() => (engine = null));
    const text = query.value.trim();
    query.defaultValue = query.value; // to which WebKit resets the field on the way back
    const asked = await engine;
    if (!text || query.value.trim() !== text) return; // there is a newer question
    const answer = asked && asked.search(text);
    show(answer);
    if (!asked || isComplete) return;
    await asked.complete.catch(() => {}); // what could not be had stays unknown
    isComplete = true;
    const later = query.value.trim() === text && asked.search(text);
    if (later && JSON.stringify(later) !== JSON.stringify(answer)) show(later);
  };
}

/** @param {string} view */
async function start(view) {
  const script = new URL("./engine.js", import.meta.url);
  if (tries++) script.search = String(tries); // some browsers cache a failed import
  const { open } = /** @type {EngineModule} */ (await import(script.href));
  /** @type {Promise<never>} */
  const late = new Promise((_, failed) => setTimeout(failed, PATIENCE));
  return Promise.race([open(JSON.parse(search.dataset.indexes), view, search.dataset.language), late]);
}
