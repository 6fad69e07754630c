// Where text and boxes stand. Expects to be evaluated in a page; gives its functions in one object.
(() => {
  const TOLERANCE = 1; // px: rounding
  /** @param {HTMLElement} element */
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${id} class="${element.className}"> “${text}”`;
  };
  /**
   * @param {HTMLElement | null} element
   * @returns {Generator<HTMLElement>}
   */
  const ancestors = function* (element) {
    for (; element && element !== document.documentElement; element = element.parentElement) yield element;
  };
  /** @param {HTMLElement} element */
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  /**
   * Text for screen readers only: cut to nothing on purpose.
   * @param {HTMLElement} element
   */
  const cutAway = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const { clipPath, position } = getComputedStyle(element);
    return position === "absolute" && (clipPath === "inset(50%)" || (width <= 1 && height <= 1));
  };

  /**
   * Ask once for each element; what is known holds for one look at the page.
   * @template T
   * @param {(element: HTMLElement) => T} ask
   * @returns {(element: HTMLElement) => T}
   */
  const once = (ask) => {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element);
    };
  };
  /** @param {HTMLElement} element */
  const parent = (element) => (element.parentElement === document.documentElement ? null : element.parentElement);
  /**
   * What one look at the page asks of elements again and again: whether they are there for sighted readers, and the
   * boxes from the element on that do not let everything overflow, with their edges.
   */
  const look = () => {
    /** @type {(element: HTMLElement) => boolean} */
    const cut = once((element) => cutAway(element) || Boolean(parent(element) && cut(/** @type {HTMLElement} */ (parent(element)))));
    /** @typedef {{ box: HTMLElement, overflowX: string, overflowY: string, edge: DOMRect }} Box */
    /** @type {(element: HTMLElement) => Box[]} */
    const boxes = once((element) => {
      const above = parent(element);
      const others = above ? boxes(above) : [];
      const { overflowX, overflowY } = getComputedStyle(element);
      if (overflowX === "visible" && overflowY === "visible") return others;
      return [{ box: element, overflowX, overflowY, edge: element.getBoundingClientRect() }, ...others];
    });
    return { shown: once((/** @type {HTMLElement} */ element) => visible(element) && !cut(element)), boxes };
  };

  /**
   * Every line of text that readers should see: its element, and the middle of its box, where the letters are.
   * @param {HTMLElement} part
   * @param {ReturnType<typeof look>} seen
   */
  const lines = (part, { shown }) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const element = /** @type {HTMLElement} */ (node.parentElement);
      if (!node.data.trim() || !shown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, height } of range.getClientRects())
        if (right - left > TOLERANCE) found.push({ element, node, left, right, top: top + height * 0.3, bottom: top + height * 0.75 });
    }
    return found;
  };
  /**
   * @param {ReturnType<typeof lines>[0]} line
   * @param {DOMRect} box
   * @param {string} axis
   */
  const outside = (line, box, axis) =>
    axis === "x"
      ? line.left < box.left - TOLERANCE || line.right > box.right + TOLERANCE
      : line.top < box.top - TOLERANCE || line.bottom > box.bottom + TOLERANCE;

  /**
   * What makes the page scroll sideways, and what scrolls sideways itself without being a named region. WCAG 1.4.10
   * @param {HTMLElement} part
   * @param {ReturnType<typeof look>} seen
   */
  const sideways = (part, { shown }) => {
    const root = document.documentElement;
    const faults = [];
    /** @param {HTMLElement} element */
    const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    for (const element of /** @type {HTMLElement[]} */ ([part, ...part.querySelectorAll("*")])) {
      if (!shown(element)) continue;
      if (root.scrollWidth > root.clientWidth && element.getBoundingClientRect().right > root.clientWidth + TOLERANCE && ![...ancestors(element.parentElement)].some(scrolls))
        faults.push(`reaches beyond the screen: ${name(element)}`);
      if (scrolls(element) && element.scrollWidth > element.clientWidth + TOLERANCE) {
        const named = element.role === "region" && (element.ariaLabel || element.ariaLabelledByElements?.length);
        const about = element.querySelector("table, pre") || element.matches("pre");
        if (!named || !about || element.tabIndex < 0) faults.push(`scrolls sideways and is no named region: ${name(element)}`);
      }
    }
    if (root.scrollWidth > root.clientWidth && !faults.length) faults.push(`the page is ${root.scrollWidth} pixels wide`);
    return faults;
  };

  /**
   * Text that is cut by a box around it, or by the left edge of the screen. WCAG 1.4.4, 1.4.12
   * @param {ReturnType<typeof lines>} all
   * @param {ReturnType<typeof look>} seen
   */
  const clipped = (all, { boxes }) => {
    const faults = new Set();
    for (const line of all) {
      if (line.left < -TOLERANCE && !line.element.closest("[role=region]")) faults.add(`beyond the left edge: ${name(line.element)}`);
      for (const { box, overflowX, overflowY, edge } of boxes(line.element)) {
        for (const [axis, overflow] of [["x", overflowX], ["y", overflowY]])
          if (["hidden", "clip"].includes(overflow) && outside(line, edge, axis)) faults.add(`cut by ${name(box)}: ${name(line.element)}`);
      }
    }
    return [...faults];
  };

  /**
   * Text upon other text. WCAG 1.4.4, 1.4.12
   * @param {ReturnType<typeof lines>} lines
   * @param {ReturnType<typeof look>} seen
   */
  const overlaps = (lines, { boxes }) => {
    /** @param {typeof lines[0]} line */
    const scrolledAway = (line) =>
      boxes(line.element).some(({ overflowX, overflowY, edge }) => (overflowX !== "visible" && outside(line, edge, "x")) || (overflowY !== "visible" && outside(line, edge, "y")));
    const all = lines.filter((line) => !scrolledAway(line)).sort((one, other) => one.top - other.top);
    const faults = new Set();
    all.forEach((one, index) => {
      for (let next = index + 1; next < all.length && all[next].top < one.bottom; next += 1) {
        const other = all[next];
        const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (other.node !== one.node && shared > TOLERANCE) faults.add(`${name(one.element)} lies upon ${name(other.element)}`);
      }
    });
    return [...faults];
  };

  /**
   * The faults of one part of the page: what lies over others, such as a dialog, is read apart from what it covers.
   * @param {string} selector
   */
  const faults = (selector) => {
    const part = /** @type {HTMLElement} */ (document.querySelector(selector));
    const seen = look();
    const all = lines(part, seen);
    return [...sideways(part, seen), ...clipped(all, seen), ...overlaps(all, seen)];
  };
  return { faults };
})()
