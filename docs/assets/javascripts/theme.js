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

  root.classList.replace("no-js", "js");
  root.dataset.theme = themes.includes(stored()) ? stored() : "system";

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme");
    const name = () => {
      button.ariaLabel = `${button.dataset.name}: ${button.dataset[root.dataset.theme]}`;
      button.title = button.ariaLabel;
    };
    name();
    button.addEventListener("click", () => {
      root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
      store(root.dataset.theme);
      name();
    });
  });
})();
