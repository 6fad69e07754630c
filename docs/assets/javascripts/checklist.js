// The checklist to tick: printed boxes become checkboxes. Ticks stay in this browser; both languages share them.

import { announce } from "./announce.js";
import { fingerprint, idsInFragment, linkTo, parse, serialize } from "./checklist-state.js";

const KEY = "checklist";

const group = document.querySelector(".checklist-group");
const tools = group.querySelector(".checklist-tools");
const count = group.querySelector(".checklist-count");
const said = group.querySelector(".checklist-said");
const bar = group.querySelector(".checklist-bar");
const place = group.querySelector(".checklist-place");
const copy = group.querySelector(".checklist-copy");
const reset = group.querySelector(".checklist-reset");
const link = group.querySelector(".checklist-link");
const ask = group.querySelector(".checklist-ask");
const language = document.documentElement.lang;
const items = [...group.querySelectorAll(".checklist > li[id]:has(> .checklist__box)")].filter(title).map(tickable);

/** @type {Ticks | null} */
let unstored = null; // the ticks of this visit, once the browser refuses to store them
let ticks = load();
/** @type {Ticks | null} */
let before = null; // what undo brings back, until the next tick

// ---- Storage
function load() {
  if (unstored) return unstored;
  let stored = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    unstored = new Map();
  }
  return parse(stored);
}

function store() {
  try {
    if (!unstored) localStorage.setItem(KEY, serialize(ticks));
  } catch {
    unstored = ticks;
  }
  if (unstored) unstored = ticks;
}

/**
 * Apply a change to what all tabs know. It says what happened, where the page does not show it.
 * @param {(all: Ticks) => void} apply
 * @param {{ undo?: Ticks | null, saying?: string }} [options]
 */
function change(apply, { undo = null, saying = "" } = {}) {
  ticks = new Map(load());
  apply(ticks);
  meetTexts();
  store();
  before = undo;
  show(saying);
}

/** A tick from the other language or a link knows no text in this one: it counts as read from now on. */
function meetTexts() {
  let met = false;
  for (const { id, text } of items) {
    const texts = ticks.get(id);
    if (!texts || Object.hasOwn(texts, language)) continue;
    ticks.set(id, { ...texts, [language]: text });
    met = true;
  }
  return met;
}

// ---- Items
/** @param {HTMLElement} item */
function title(item) {
  return item.querySelector(":scope > strong, :scope > p > strong");
}

/** @param {HTMLElement} item */
function tickable(item) {
  const text = fingerprint(item.textContent);
  const box = document.createElement("input");
  box.type = "checkbox";
  box.className = "checklist__box";
  box.id = `tick-${item.id}`;
  const label = document.createElement("label");
  label.htmlFor = box.id;
  label.id = `title-${item.id}`;
  const strong = /** @type {HTMLElement} */ (title(item));
  strong.replaceWith(label);
  label.append(strong);
  item.querySelector(":scope > .checklist__box")?.replaceWith(box);
  box.addEventListener("change", () => {
    change((all) => (box.checked ? all.set(item.id, { [language]: text }) : all.delete(item.id)));
  });
  return { id: item.id, text, box, label, changed: /** @type {Element | null} */ (null) };
}

/**
 * Say in an item that its text is another one than was ticked.
 * @param {ReturnType<typeof tickable>} item
 * @param {boolean} wanted
 */
function warn(item, wanted) {
  if (wanted === Boolean(item.changed)) return;
  item.changed?.remove();
  item.changed = null;
  item.box.removeAttribute("aria-describedby");
  if (!wanted) return;
  const [template] = group.querySelector(".checklist-changed").content.children;
  const note = /** @type {Element} */ (template.cloneNode(true));
  const [words] = note.children;
  words.id = `changed-${item.id}`;
  item.box.setAttribute("aria-describedby", words.id);
  const button = /** @type {HTMLElement} */ (note.querySelector("button"));
  button.setAttribute("aria-describedby", item.label.id);
  button.addEventListener("click", () => {
    change((all) => all.set(item.id, { ...all.get(item.id), [language]: item.text }));
    item.box.focus();
  });
  (item.label.closest("p") ?? item.label).after(note);
  item.changed = note;
}

// ---- What the page shows
function show(saying = "") {
  for (const item of items) {
    const text = ticks.get(item.id)?.[language];
    item.box.checked = ticks.has(item.id);
    warn(item, text !== undefined && text !== item.text);
  }
  const done = ticked(ticks).length;
  write(count, fill(done === items.length ? tools.dataset.all : tools.dataset.some, done));
  announce(said, saying);
  write(place, unstored ? tools.dataset.unstored : tools.dataset.stored);
  bar.max = items.length;
  bar.value = done;
  copy.disabled = !done;
  reset.disabled = !done && !before;
  reset.toggleAttribute("data-undo", Boolean(before));
  link.hidden = true;
}

/**
 * What did not change is not read again.
 * @param {Element} region
 * @param {string} text
 */
function write(region, text) {
  if (region.textContent !== text) region.textContent = text;
}

/**
 * @param {string} words
 * @param {number} done
 */
function fill(words, done) {
  return words.replace("{done}", String(done)).replace("{all}", String(items.length));
}

/** @param {Ticks} all */
function ticked(all) {
  return items.map(({ id }) => id).filter((id) => all.has(id));
}

// ---- Reset and undo
reset.addEventListener("click", () => {
  const earlier = before;
  if (earlier) change((all) => replace(all, earlier), { saying: tools.dataset.undone });
  else change((all) => all.clear(), { undo: new Map(ticks) });
});

/**
 * @param {Ticks} all
 * @param {Ticks} others
 */
function replace(all, others) {
  all.clear();
  for (const [id, texts] of others) all.set(id, texts);
}

// ---- Progress as a link
copy.addEventListener("click", async () => {
  const address = linkTo(location.href, ticked(ticks));
  try {
    await navigator.clipboard.writeText(address);
    show(tools.dataset.copied);
  } catch { // not allowed, or no https: the reader copies it by hand
    link.hidden = false;
    const field = group.querySelector(".checklist-link input");
    field.value = address;
    field.select();
  }
});

function open() {
  const ids = idsInFragment(location.hash);
  if (!ids) return;
  // Gone before header.js copies it into the language link, and before a reload asks again.
  history.replaceState(history.state, "", location.pathname + location.search);
  const theirs = new Map(ids.map((id) => [id, {}]));
  const [found, own] = [ticked(theirs), ticked(ticks)];
  if (!found.length) return show(tools.dataset.unknown);
  if (found.join() === own.join()) return;
  const take = () => {
    const others = new Map(found.map((id) => [id, ticks.get(id) ?? {}]));
    change((all) => replace(all, others), { undo: new Map(ticks), saying: tools.dataset.taken });
    tools.scrollIntoView({ block: "nearest" });
  };
  if (!own.length) return take();
  list(group.querySelector(".checklist-added"), found, own);
  list(group.querySelector(".checklist-removed"), own, found);
  ask.returnValue = "";
  ask.onclose = () => {
    const focused = document.activeElement; // what had the focus before has it again
    if (focused === document.body || ask.contains(focused)) items[0].box.focus();
    if (ask.returnValue === "take") take();
  };
  if (!ask.open) ask.showModal();
}
addEventListener("hashchange", open);

/**
 * Name the items that are ticked here and not there.
 * @param {HTMLElement} line
 * @param {string[]} here
 * @param {string[]} there
 */
function list(line, here, there) {
  const titles = items.filter(({ id }) => here.includes(id) && !there.includes(id)).map(({ label }) => label.textContent);
  line.querySelector("b")?.replaceChildren(titles.join(" · "));
  line.hidden = !titles.length;
}

// ---- Other tabs; a page that comes back from the history has missed what they said
function follow() {
  const was = ticked(ticks).join();
  ticks = load();
  if (ticked(ticks).join() !== was) before = null;
  show();
}
addEventListener("storage", ({ key }) => (key === KEY || key === null) && follow());
addEventListener("pageshow", ({ persisted }) => persisted && follow());

if (meetTexts()) store();
show();
tools.dataset.ready = "";
open();
document.querySelector(".checklist :target")?.scrollIntoView(); // what was put above the list has moved it
