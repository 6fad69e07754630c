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

  const locale = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  /**
   * What clocks show, by default the reader's.
   * @param {Intl.DateTimeFormatOptions} [options]
   */
  function clock(options) {
    const day = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric" });
    const time = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return new Intl.DateTimeFormat(locale, { ...day, ...time, ...options });
  }

  /**
   * When a notice begins and ends in the reader's zone; "" where clocks show the same as in Berlin.
   * @param {{ begins: number, until: number }} notice
   */
  function ownTime({ begins, until }) {
    const differs = [begins, until].some((moment) => clock().format(moment) !== clock({ timeZone: BERLIN }).format(moment));
    if (!differs) return "";
    const named = clock({ timeZoneName: "short" });
    const [from, to] = [begins, until].map((moment) => named.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value);
    // A range has one zone: where clocks change within it, or show the same at both ends, it would say too little.
    return from === to ? named.formatRange(begins, until) : `${named.format(begins)} – ${named.format(until)}`;
  }

  for (const notice of notices) {
    const own = ownTime(notice);
    if (own && notice.here) notice.here.textContent = `${list.dataset.here} ${own}`;
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
