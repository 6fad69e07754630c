/**
 * Write to a live region so that screen readers announce it even if the text is the same as before.
 * @param {Element} region
 * @param {string} text
 */
export function announce(region, text) {
  region.textContent = text && region.textContent === text ? `${text}\u00a0` : text;
}
