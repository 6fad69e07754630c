// Terms: what one means is shown on focus, under the pointer and on the first tap; a second tap, or Enter, leads to the
// glossary. Escape hides it, the pointer may rest on it, and it stays until the reader leaves it (WCAG 2.2, 1.4.13).

const GAP = 4; // pixels below or above the term
/** @type {{ term: HTMLElement, tip: HTMLElement } | null} */
let shown = null;
/** @type {{ byPointer: string, wasShown: boolean } | null} */
let pressed = null;

[...document.querySelectorAll("a.term")].forEach((one, index) => build(/** @type {HTMLElement} */ (one), index));
addEventListener("keydown", ({ key }) => key === "Escape" && hide());
addEventListener("scroll", () => shown && place(shown.term, shown.tip), { passive: true });
addEventListener("resize", hide);
addEventListener("pointerdown", ({ target }) => {
  if (shown && !shown.term.contains(/** @type {Node} */ (target)) && !shown.tip.contains(/** @type {Node} */ (target))) hide();
});

/**
 * @param {HTMLElement} term
 * @param {number} index
 */
function build(term, index) {
  const tip = document.createElement("div");
  tip.className = "meaning";
  tip.id = `term-${index + 1}`;
  tip.role = "tooltip";
  tip.popover = "manual";
  tip.textContent = term.title;
  term.removeAttribute("title");
  term.setAttribute("aria-describedby", tip.id);
  (document.querySelector("main") ?? document.body).append(tip);

  term.addEventListener("focus", () => show(term, tip));
  term.addEventListener("blur", hide);
  for (const one of [term, tip]) {
    one.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && show(term, tip));
    one.addEventListener("pointerleave", ({ pointerType, relatedTarget }) => {
      const goesTo = /** @type {Node | null} */ (relatedTarget);
      const stays = term.contains(goesTo) || tip.contains(goesTo) || document.activeElement === term;
      if (pointerType === "mouse" && !stays) hide();
    });
  }
  term.addEventListener("pointerdown", ({ pointerType }) => {
    pressed = { byPointer: pointerType, wasShown: shown?.term === term };
  });
  term.addEventListener("click", (event) => {
    const isFirstTap = pressed && pressed.byPointer !== "mouse" && !pressed.wasShown;
    pressed = null;
    if (!isFirstTap) return;
    event.preventDefault();
    show(term, tip);
  });
}

/**
 * @param {HTMLElement} term
 * @param {HTMLElement} tip
 */
function show(term, tip) {
  if (shown?.tip === tip) return;
  hide();
  tip.showPopover();
  place(term, tip);
  shown = { term, tip };
}

function hide() {
  shown?.tip.hidePopover();
  shown = null;
}

/**
 * Put the tip below the line that the term begins in, or above where there is no room; it touches the term, so that the
 * pointer can move onto it.
 * @param {HTMLElement} term
 * @param {HTMLElement} tip
 */
function place(term, tip) {
  const { left, top, bottom } = term.getClientRects()[0];
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - 2 * GAP;
  tip.style.left = `${Math.max(GAP, Math.min(left, room))}px`;
  tip.style.top = `${bottom + height > innerHeight && top > height ? top - height : bottom}px`;
}
