// Collapsible notes open when an address leads to their title or into them, and on paper where CSS cannot open them.

const notes = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details.admonition")]);

function follow() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (const note of notes) if (note.contains(target)) note.open = true;
  if (target.closest("details.admonition")) target.scrollIntoView();
}
addEventListener("hashchange", follow);
follow();

if (!CSS.supports("selector(::details-content)")) {
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = notes.filter(({ open }) => !open);
    for (const note of closed) note.open = true;
  });
  addEventListener("afterprint", () => closed.forEach((note) => (note.open = false)));
}
