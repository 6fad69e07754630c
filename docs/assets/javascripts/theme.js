// What must be known before the first paint, so this is no module: the appearance (same as system, light or dark), the
// view that was read last, which the start page shows first, and what to wait for.
(() => {
  const themes = ["system", "light", "dark"];
  const root = document.documentElement;

  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage is blocked: the choice lasts for this page
    }
  };
  const store = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {}
  };

  const colours = document.querySelectorAll("meta[name=theme-color]");
  const schemes = ["light", "dark"]; // in the order of the metas

  const apply = (theme) => {
    root.dataset.theme = theme;
    colours.forEach((meta, index) => {
      const scheme = schemes[index];
      meta.media = theme === "system" ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? "all" : "not all";
    });
  };

  const name = () => {
    const button = document.querySelector(".theme");
    button.ariaLabel = `${button.dataset.name}: ${button.dataset[root.dataset.theme]}`;
    button.title = button.ariaLabel;
  };

  apply(themes.includes(stored("theme")) ? stored("theme") : "system");
  if (stored("view")) root.dataset.lastView = stored("view");

  // Nothing is painted before the whole page is there (HTML, link type "expect"): on a slow connection each part would
  // move the ones before it. Pages take a few kilobytes. Written here, since the Nu checker does not know it yet.
  document.head.append(Object.assign(document.createElement("link"), { rel: "expect", href: "#page-end", blocking: "render" }));

  addEventListener("DOMContentLoaded", name);
  // Asked of the window, so that the button works at once: that event waits for every module.
  addEventListener("click", ({ target }) => {
    if (!target.closest(".theme")) return;
    apply(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
    store(root.dataset.theme);
    name();
  });
})();
