// Shows notices in their time, since a page outlives its build, and marks them on the page that lists all. It stands right
// behind the notices and is not a module: what is below is not there yet, so nothing moves.
(() => {
  const STORE = "notices"; // what the reader has hidden: the notice's version -> its end, in milliseconds since 1970
  const LONGEST = 2 ** 31 - 1; // a longer timer would fire at once
  const BERLIN = "Europe/Berlin";
  const list = document.querySelector("[data-here]");
  if (!list) return;
  const isList = list.dataset.now !== undefined; // lists all notices, hides none
  const notices = [...list.querySelectorAll(".notice")].map((element) => ({
    element,
    version: element.dataset.notice,
    shown: Date.parse(element.dataset.shown),
    begins: Date.parse(element.dataset.begins),
    until: Date.parse(element.dataset.until),
    state: element.querySelector(".notice__state"),
    here: element.querySelector(".notice__here"),
    button: element.querySelector("button"),
  }));
  /** @type {Map<string, number>} */
  let hidden = new Map();
  let timer = 0;

  /** Read what is hidden; if storage is blocked, what this page knows stays. */
  function read() {
    let kept;
    try {
      kept = localStorage.getItem(STORE) ?? "{}";
    } catch {
      return;
    }
    hidden = new Map();
    try {
      for (const [version, until] of Object.entries(Object(JSON.parse(kept))))
        if (typeof until === "number") hidden.set(version, until);
    } catch {} // not ours
  }

  /** Keep what is hidden, without notices that are over. */
  function write() {
    const kept = [...hidden].filter(([, until]) => until > Date.now());
    try {
      localStorage.setItem(STORE, JSON.stringify(Object.fromEntries(kept)));
    } catch {} // hidden as long as this page is open
  }

  function update() {
    const now = Date.now();
    for (const { element, version, shown, begins, until, state, button } of notices) {
      const said = now < begins ? list?.dataset.upcoming : until <= now ? list?.dataset.over : list?.dataset.now;
      if (state && state.textContent !== (said ?? "")) state.textContent = said ?? "";
      if (!isList) element.hidden = now < shown || until <= now || (button !== null && hidden.has(version));
    }
    if (list && !isList) list.hidden = notices.every(({ element }) => element.hidden);
    const next = Math.min(...notices.flatMap(({ shown, begins, until }) => [shown, begins, until]).filter((one) => one > now));
    clearTimeout(timer);
    if (next < Infinity) timer = setTimeout(update, Math.min(next - now, LONGEST));
  }

  /**
   * When a notice begins and ends as clocks of a zone show it, by default the reader's.
   * @param {{ begins: number, until: number }} notice
   * @param {Intl.DateTimeFormatOptions} options
   */
  function span({ begins, until }, options) {
    const locale = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    const day = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric" });
    const time = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return new Intl.DateTimeFormat(locale, { ...day, ...time, ...options }).formatRange(begins, until);
  }

  for (const notice of notices) {
    if (notice.here && span(notice, {}) !== span(notice, { timeZone: BERLIN }))
      notice.here.textContent = `${list.dataset.here} ${span(notice, { timeZoneName: "short" })}`;
    notice.button?.addEventListener("click", () => {
      read();
      hidden.set(notice.version, notice.until);
      write();
      update();
      const rest = notices.find(({ element, button }) => button && !element.hidden)?.button;
      (rest ?? document.getElementById("content"))?.focus({ preventScroll: true });
    });
  }

  // Other tabs, and what a page missed while it slept or was in the history.
  const follow = () => {
    read();
    update();
  };
  addEventListener("storage", follow);
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && follow());
  follow();
})();
