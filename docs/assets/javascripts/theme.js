// The appearance: as in the system, light or dark. Not a module: it must run before the first paint.
(() => {
  const themes = ["system", "light", "dark"];
  const root = document.documentElement;

  const stored = () => {
    try {
      return localStorage.getItem("theme");
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

  root.classList.replace("no-js", "js");
  apply(themes.includes(stored()) ? stored() : "system");

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme");
    const name = () => {
      button.ariaLabel = `${button.dataset.name}: ${button.dataset[root.dataset.theme]}`;
      button.title = button.ariaLabel;
    };
    name();
    button.addEventListener("click", () => {
      apply(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
      store(root.dataset.theme);
      name();
    });
  });
})();
