// Tabs (ARIA Authoring Practices, "Tabs with Automatic Activation") of panels that otherwise stand below each other, each
// with its heading. The choice is kept, and shared by all tabs with the same name. A link into a panel opens it, and so
// does the browser's search in the page.

const KEY = "tabs"; // the names of the tabs chosen, the latest first
const MOST = 20;
/** @typedef {{ name: string, tab: HTMLElement, panel: HTMLElement }} Tab */

const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5)")];
/** @type {Tab[][]} */
const groups = [...document.querySelectorAll(".tabs")].map(build);
const chosen = load();
for (const group of groups) {
  const name = chosen.find((one) => group.some((tab) => tab.name === one));
  show(group, group.find((tab) => tab.name === name) ?? group[0]);
}
addEventListener("hashchange", follow);
follow();

/** @param {Element} box */
function build(box) {
  const list = document.createElement("div");
  list.className = "tabs__list";
  list.role = "tablist";
  const before = headings.findLast((one) => one.compareDocumentPosition(box) === Node.DOCUMENT_POSITION_FOLLOWING);
  list.ariaLabel = before?.textContent ?? document.title;
  const group = [...box.querySelectorAll(":scope > .tabs__panel")].map((panel) => buildTab(/** @type {HTMLElement} */ (panel)));
  list.append(...group.map(({ tab }) => tab));
  list.addEventListener("keydown", (event) => move(event, group));
  for (const one of group) {
    one.tab.addEventListener("click", () => choose(one));
    one.panel.addEventListener("beforematch", () => show(group, one));
  }
  box.prepend(list);
  box.classList.add("tabs--ready");
  return group;
}

/**
 * @param {HTMLElement} panel
 * @returns {Tab}
 */
function buildTab(panel) {
  const heading = /** @type {HTMLElement} */ (panel.firstElementChild);
  const tab = document.createElement("button");
  tab.type = "button";
  tab.role = "tab";
  tab.id = `${heading.id}-tab`;
  tab.lang = heading.lang;
  tab.append(...heading.cloneNode(true).childNodes);
  panel.id = `${heading.id}-panel`;
  panel.role = "tabpanel";
  panel.tabIndex = 0;
  panel.setAttribute("aria-labelledby", tab.id);
  tab.setAttribute("aria-controls", panel.id);
  return { name: tab.textContent, tab, panel };
}

/**
 * @param {Tab[]} group
 * @param {Tab} shown
 */
function show(group, shown) {
  for (const one of group) {
    one.tab.ariaSelected = String(one === shown);
    one.tab.tabIndex = one === shown ? 0 : -1;
    if (one === shown) one.panel.removeAttribute("hidden");
    else one.panel.setAttribute("hidden", "until-found");
  }
}

/**
 * Show a tab, and those of its name in other groups; what the reader looks at stays where it is.
 * @param {Tab} chosenTab
 */
function choose({ name, tab }) {
  const { top } = tab.getBoundingClientRect();
  for (const group of groups) {
    const one = group.find((other) => other.tab === tab) ?? group.find((other) => other.name === name);
    if (one) show(group, one);
  }
  scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: "instant" });
  try {
    localStorage.setItem(KEY, JSON.stringify([name, ...load().filter((one) => one !== name)].slice(0, MOST)));
  } catch {} // storage is blocked: the choice lasts for this page
}

/**
 * @param {KeyboardEvent} event
 * @param {Tab[]} group
 */
function move(event, group) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const now = group.findIndex(({ tab }) => tab === event.target);
  const last = group.length - 1;
  /** @type {Record<string, number>} */
  const places = { ArrowLeft: now ? now - 1 : last, ArrowRight: now < last ? now + 1 : 0, Home: 0, End: last };
  const next = group[places[event.key]];
  if (!next) return;
  event.preventDefault();
  choose(next);
  next.tab.focus();
}

/** Show the panels that the target of the address is in. */
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  const around = target ? groups.flatMap((group) => group.filter(({ panel }) => panel.contains(target)).map((one) => ({ group, one }))) : [];
  for (const { group, one } of around) show(group, one);
  if (around.length) target?.scrollIntoView();
}

/** @returns {string[]} */
function load() {
  try {
    const names = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(names) ? names : [];
  } catch {
    return [];
  }
}
