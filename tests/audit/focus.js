// What the keyboard reaches, and whether one sees where the focus is. Expects to be evaluated in a page.
(() => {
  const TABBABLE = "a[href], area[href], button, input, select, textarea, summary, iframe, video[controls], [tabindex], [contenteditable]";
  /** @param {HTMLElement} element */
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const tabbable = () =>
    [...document.querySelectorAll(TABBABLE)].filter((element) => element.tabIndex >= 0 && !element.matches(":disabled") && visible(element));
  /** @param {HTMLElement} element */
  const labels = (element) => [.../** @type {HTMLInputElement} */ (element).labels ?? []];
  /** @param {HTMLElement} element */
  const name = (element) => `<${element.localName}${element.id && `#${element.id}`}> “${(element.ariaLabel ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 40)}”`;

  /**
   * Where an indicator may be drawn: on the element, its pseudo-elements, its label or what holds it.
   * @param {HTMLElement} element
   */
  const look = (element) => {
    /** @type {[Element, string?][]} */
    const places = [[element], [element, "::before"], [element, "::after"], [element.parentElement ?? element], ...labels(element).map((label) => /** @type {[Element]} */ ([label]))];
    return JSON.stringify(
      places.map(([place, pseudo]) => {
        const style = getComputedStyle(place, pseudo);
        const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "" : [style.outlineStyle, style.outlineWidth, style.outlineColor];
        return [outline, style.boxShadow, style.border, style.backgroundColor, style.textDecoration, style.clipPath];
      }),
    );
  };
  const before = new WeakMap(tabbable().map((element) => [element, look(element)]));
  const reached = new Set();
  let [last, stops] = [document.body, 0];

  /** @param {HTMLElement} element */
  const faultsHere = (element) => {
    const box = element.getClientRects()[0];
    if (!box) return [`focus on something that is not drawn: ${name(element)}`];
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return [`focus off the screen: ${name(element)}`];
    const faults = [];
    const top = document.elementFromPoint(x, y);
    const same = top && (element.contains(top) || top.contains(element) || labels(element).some((label) => label.contains(top)));
    if (!same) faults.push(`focus hidden behind something: ${name(element)}`); // WCAG 2.2, 2.4.11
    if (before.get(element) === look(element)) faults.push(`no visible focus: ${name(element)}`); // WCAG 2.2, 2.4.7
    return faults;
  };

  globalThis.focusWalk = {
    count: tabbable().length,
    /** One stop: its faults, or null where the walk has left the page. */
    stop: () => {
      const element = /** @type {HTMLElement} */ (document.activeElement);
      if (element === document.body || element === document.documentElement) return null;
      // Day, month, year and calendar are stops of one field; play, time, sound, full screen and more those of a video.
      const parts = element.matches("[type=date]") ? 4 : element.matches("video[controls]") ? 8 : 1;
      if (reached.has(element) && element === last && ++stops < parts) return [];
      if (reached.has(element)) return [`focus trapped at ${name(element)}`]; // WCAG 2.2, 2.1.2
      reached.add(element);
      [last, stops] = [element, 0];
      return faultsHere(element);
    },
    missed: () => {
      /** @param {HTMLElement} element */
      const radios = (element) => element.matches("[type=radio]"); // one stop for the group
      return tabbable().filter((element) => !reached.has(element) && !radios(element)).map((element) => `Tab never reaches ${name(element)}`);
    },
  };
  return globalThis.focusWalk.count;
})()
