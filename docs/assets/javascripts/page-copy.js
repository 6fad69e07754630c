import { announce } from "./announce.js";

// Copies the page as Markdown, the file that the page names as its alternate, or the address of a section.

const saidOfPage = /** @type {HTMLElement} */ (document.querySelector(".copy-page__said"));
const saidOfLink = /** @type {HTMLElement} */ (document.querySelector(".copy-link-said"));
const source = /** @type {HTMLLinkElement} */ (document.querySelector('link[type="text/markdown"]'));
/** @type {HTMLElement | undefined} */
let last; // the link that shows what was said

/** @param {Element} control the button of the page, or the link at a heading, which the browser follows as well */
export function copy(control) {
  return control instanceof HTMLAnchorElement ? copyLink(control) : copyPage();
}

/** @param {HTMLAnchorElement} link */
async function copyLink(link) {
  const { copied = "", failed = "" } = saidOfLink.dataset;
  const words = await navigator.clipboard?.writeText(link.href).then(() => copied, () => failed) ?? failed;
  announce(saidOfLink, words);
  last?.removeAttribute("data-said");
  link.dataset.said = words; // beside the heading, for eyes
  last = link;
}

/** Copy the page, and say so below it; where that is not possible, say where the file is. */
async function copyPage() {
  try {
    const text = fetchText();
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]); // at once: browsers want it at the click
    announce(saidOfPage, saidOfPage.dataset.copied ?? "");
  } catch { // not allowed, not https, or not to be had
    const link = Object.assign(document.createElement("a"), { href: source.href, textContent: source.href });
    const [before, after = ""] = (saidOfPage.dataset.failed ?? "").split("{address}");
    saidOfPage.replaceChildren(before, link, after);
  }
}

async function fetchText() {
  const reply = await fetch(source.href);
  if (!reply.ok) throw new Error(String(reply.status));
  return new Blob([await reply.text()], { type: "text/plain" });
}
