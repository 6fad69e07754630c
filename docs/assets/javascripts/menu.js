// Opens and closes what small screens fold away: the menu and the search field.

for (const button of document.querySelectorAll("button[aria-controls]")) {
  const target = document.getElementById(button.getAttribute("aria-controls"));

  const open = (wanted) => {
    button.ariaExpanded = String(wanted);
    target.toggleAttribute("data-open", wanted);
  };
  const isOpen = () => target.hasAttribute("data-open");

  button.addEventListener("click", () => {
    open(!isOpen());
    if (isOpen()) target.querySelector("input")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen()) return;
    open(false);
    button.focus();
  });
}
