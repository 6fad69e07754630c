// Sets up what the first paint depends on, so this is not a module: the appearance (system, light or dark), the last
// view, which the start page shows first, and what to wait for.
(() => {
  const themes = ["system", "light", "dark"];
  const root = document.documentElement;

  /**
   * The stored value, or `otherwise` if storage is blocked: the choice then lasts for this page.
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
  const schemes = ["light", "dark"]; // in the order of the meta elements

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
    if (button) button.title = button.dataset[root.dataset.theme ?? "system"] ?? ""; // announced after the name, so it must not repeat it
  };

  const read = () => {
    const theme = stored("theme", root.dataset.theme);
    apply(theme && themes.includes(theme) ? theme : "system");
    root.dataset.lastView = stored("view") ?? "";
  };
  read();

  // Delay the first paint until the page is complete (HTML, link type "expect"): on a slow connection, each part would
  // move the ones before it, and pages have only a few kilobytes. Added here, since the Nu checker does not support it yet.
  document.head.append(Object.assign(document.createElement("link"), { rel: "expect", href: "#page-end", blocking: "render" }));

  addEventListener("DOMContentLoaded", name);
  // Changes in other tabs, also those that a page restored from the history has missed. header.js runs after this.
  const follow = () => {
    read();
    name();
  };
  addEventListener("storage", follow);
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  // On the window, so that the button works before DOMContentLoaded, which waits for all modules.
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element && target.closest(".theme"))) return;
    apply(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
    store(root.dataset.theme);
    name();
  });
})();
