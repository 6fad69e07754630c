import { announce } from "./announce.js";

// Copies the page as Markdown: the file beside it, which the page names as its alternate.

const said = /** @type {HTMLElement} */ (document.querySelector(".copy-page__said"));
const source = /** @type {HTMLLinkElement} */ (document.querySelector('link[type="text/markdown"]'));

/** Copy the page, and say so below it; where that is not possible, say where the file is. */
export async function copy() {
  try {
    const text = fetchText();
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]); // at once: browsers want it at the click
    announce(said, said.dataset.copied ?? "");
  } catch { // not allowed, not https, or not to be had
    const link = Object.assign(document.createElement("a"), { href: source.href, textContent: source.href });
    const [before, after = ""] = (said.dataset.failed ?? "").split("{address}");
    said.replaceChildren(before, link, after);
  }
}

async function fetchText() {
  const reply = await fetch(source.href);
  if (!reply.ok) throw new Error(String(reply.status));
  return new Blob([await reply.text()], { type: "text/plain" });
}
