// What must be known before the first paint, so this is no module: the appearance (same as system, light or dark), the
// view that was read last, which the start page shows first, and what to wait for.
(() => {
  const themes = ["system", "light", "dark"];
  const root = document.documentElement;

  /**
   * What is stored, or `otherwise` where storage is blocked: the choice lasts for this page.
   * @param {string} name
   * @param {string | null} [otherwise]
   */
  const stored = (name, otherwise = null) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return otherwise;
    }
  };
  /** @param {string} theme */
  const store = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {}
  };

  const colours = document.querySelectorAll("meta[name=theme-color]");
  const schemes = ["light", "dark"]; // in the order of the metas

  /** @param {string} theme */
  const apply = (theme) => {
    root.dataset.theme = theme;
    colours.forEach((meta, index) => {
      const scheme = schemes[index];
      meta.media = theme === "system" ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? "all" : "not all";
    });
  };

  const name = () => {
    const button = document.querySelector(".theme");
    if (button) button.title = button.dataset[root.dataset.theme ?? "system"] ?? ""; // read out behind the name, which it must not repeat
  };

  const read = () => {
    const theme = stored("theme", root.dataset.theme);
    apply(theme && themes.includes(theme) ? theme : "system");
    root.dataset.lastView = stored("view") ?? "";
  };
  read();

  // Nothing is painted before the whole page is there (HTML, link type "expect"): on a slow connection each part would
  // move the ones before it. Pages take a few kilobytes. Written here, since the Nu checker does not know it yet.
  document.head.append(Object.assign(document.createElement("link"), { rel: "expect", href: "#page-end", blocking: "render" }));

  addEventListener("DOMContentLoaded", name);
  // What other tabs change; a page that comes back from the history has missed it. header.js follows after this.
  const follow = () => {
    read();
    name();
  };
  addEventListener("storage", follow);
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  // Asked of the window, so that the button works at once: that event waits for every module.
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element && target.closest(".theme"))) return;
    apply(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
    store(root.dataset.theme);
    name();
  });
})();
