import { announce } from "./announce.js";

// Each block of code gets a button that copies it. Where the clipboard is refused, the code is selected instead.

const words = /** @type {HTMLElement} */ (document.querySelector("article")).dataset;
/** @type {HTMLElement[]} */
const replies = [];

for (const box of document.querySelectorAll(".highlight")) {
  const reply = document.createElement("span");
  reply.role = "status";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.copy ?? "";
  const title = box.querySelector(":scope > .filename")?.textContent;
  if (title) button.ariaLabel = `${words.copy}: ${title}`;
  button.addEventListener("click", () => copy(/** @type {HTMLElement} */ (box.querySelector("pre > code")), reply));
  const tools = document.createElement("div");
  tools.className = "code-copy";
  tools.append(reply, button);
  box.querySelector(":scope > pre")?.before(tools);
  replies.push(reply);
}

/**
 * @param {HTMLElement} code
 * @param {HTMLElement} reply
 */
async function copy(code, reply) {
  for (const other of replies) if (other !== reply) announce(other, "");
  try {
    await navigator.clipboard.writeText((code.textContent ?? "").trimEnd());
    announce(reply, words.copied ?? "");
  } catch { // not allowed, or not https: the reader copies it by hand
    getSelection()?.selectAllChildren(code);
    announce(reply, words.selected ?? "");
  }
}
