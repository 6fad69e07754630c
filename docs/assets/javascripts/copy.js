// Texts to copy: every quote of an article gets a button that copies it and, if it begins with a subject, a link that
// opens the e-mail program with it. Without this, it is a text to select.

const template = document.querySelector(".copying-tools");
const words = template.dataset;
const subjects = words.subjects.split("|");
for (const quote of document.querySelectorAll("article blockquote")) addTools(quote);

/** @param {HTMLElement} quote */
function addTools(quote) {
  const tools = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const status = tools.querySelector(".copying-said");
  const [first, ...rest] = paragraphs(quote);
  const mark = subjects.find((one) => first.startsWith(one));
  const mail = tools.querySelector(".copying-mail");
  if (mark) mail.href = mailto(first.slice(mark.length).trim(), rest);
  else mail.remove();
  tools.querySelector(".copying-copy").addEventListener("click", async () => {
    let said = words.copied;
    try {
      await navigator.clipboard.writeText([first, ...rest].join("\n\n")); // first: browsers want it at the click
    } catch { // not allowed, or not https: the reader copies it by hand
      getSelection()?.selectAllChildren(quote);
      said = words.selected;
    }
    const { announce } = await import("./announce.js"); // most readers of a text only read
    announce(status, said);
  });
  quote.before(tools);
}

/** @param {HTMLElement} quote */
function paragraphs(quote) {
  return [...quote.children].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());
}

/**
 * A link to a new e-mail (RFC 6068: lines end with CRLF).
 * @param {string} subject
 * @param {string[]} body
 */
function mailto(subject, body) {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join("\r\n\r\n"))}`;
}
