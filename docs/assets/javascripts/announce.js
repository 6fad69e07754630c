/**
 * Write into a live region so that it is heard even where it says the same as before: unchanged text is silent.
 * @param {Element} region
 * @param {string} text
 */
export function announce(region, text) {
  region.textContent = text && region.textContent === text ? `${text}\u00a0` : text;
}
