// Tables and code wider than the screen scroll in their box. While a box scrolls, it is focusable and a region named
// after the code's title or the preceding heading, or else the page (WCAG 2.2, 2.1.1).

const BOXES = ".table, .highlight > pre";
const headings = [...document.querySelectorAll("article :is(h1, h2, h3)")];

/** @param {HTMLElement} box */
function update(box) {
  if (box.scrollWidth <= box.clientWidth) return ["role", "aria-label", "tabindex"].forEach((name) => box.removeAttribute(name));
  box.role = "region";
  const title = box.parentElement?.querySelector(":scope > .filename");
  const heading = title ?? headings.findLast((one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
  box.ariaLabel = heading?.textContent ?? document.title;
  box.tabIndex = 0;
}

const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => update(/** @type {HTMLElement} */ (target.closest(BOXES)))));
for (const box of document.querySelectorAll(BOXES)) for (const element of [box, ...box.children]) observer.observe(element);
