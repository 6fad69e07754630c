// The interactive checklist: progress, reset, and progress as a link. Ticks are stored in this browser, and both
// languages share them.

import { announce } from "./announce.js";
import { idsInFragment, isStored, KEY, linkTo, load, makeItems, store } from "./checklist-state.js";

const group = document.querySelector(".checklist-group");
const tools = group.querySelector(".checklist-tools");
const count = group.querySelector(".checklist-count");
const status = group.querySelector(".checklist-said");
const bar = group.querySelector(".checklist-bar");
const storageNote = group.querySelector(".checklist-place");
const copy = group.querySelector(".checklist-copy");
const reset = group.querySelector(".checklist-reset");
const link = group.querySelector(".checklist-link");
const more = group.querySelector(".checklist-more");
const dialog = group.querySelector(".checklist-ask");
const language = document.documentElement.lang;
const items = makeItems(group, {
  onTick: ({ id, text, box }) => change((all) => (box.checked ? all.set(id, { [language]: text }) : all.delete(id))),
  onRead: ({ id, text }) => change((all) => all.set(id, { ...all.get(id), [language]: text })),
});

let ticks = load();
/** @type {Ticks | null} */
let undoable = null; // the ticks that undo restores, until the next change

// ---- Changes
/**
 * Apply a change to the stored ticks, which other tabs may have changed. `message` announces what the page does not show.
 * @param {(all: Ticks) => void} apply
 * @param {{ undo?: Ticks | null, message?: string }} [options]
 */
function change(apply, { undo = null, message = "" } = {}) {
  ticks = new Map(load());
  apply(ticks);
  addMissingTexts();
  store(ticks);
  undoable = undo;
  show(message);
}

/** Ticks from the other language or a link have no text in this one: the current text counts as read. */
function addMissingTexts() {
  let added = false;
  for (const { id, text } of items) {
    const texts = ticks.get(id);
    if (!texts || Object.hasOwn(texts, language)) continue;
    ticks.set(id, { ...texts, [language]: text });
    added = true;
  }
  return added;
}

// ---- What the page shows
function show(message = "") {
  for (const item of items) {
    const text = ticks.get(item.id)?.[language];
    item.box.checked = ticks.has(item.id);
    item.markChanged(text !== undefined && text !== item.text);
  }
  const done = ticked(ticks).length;
  write(count, fill(done === items.length ? tools.dataset.all : tools.dataset.some, done));
  announce(status, message);
  write(storageNote, isStored() ? tools.dataset.stored : tools.dataset.unstored);
  bar.max = items.length;
  bar.value = done;
  copy.disabled = !done;
  reset.disabled = !done && !undoable;
  reset.toggleAttribute("data-undo", Boolean(undoable));
  link.hidden = true;
}

/**
 * Set a text unless it is the same: screen readers would announce it again.
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
  const earlier = undoable;
  if (earlier) change((all) => replace(all, earlier), { message: tools.dataset.undone });
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
  } catch { // not allowed, or not https: the reader copies it by hand
    link.hidden = false;
    const field = group.querySelector(".checklist-link input");
    field.value = address;
    field.select();
  }
});

function open() {
  const ids = idsInFragment(location.hash);
  if (!ids) return;
  // Removed before header.js copies it into the language link, and before a reload would ask again.
  history.replaceState(history.state, "", location.pathname + location.search);
  const theirs = new Map(ids.map((id) => [id, {}]));
  const [found, own] = [ticked(theirs), ticked(ticks)];
  if (!found.length) return show(tools.dataset.unknown);
  if (found.join() === own.join()) return;
  const take = () => {
    const others = new Map(found.map((id) => [id, ticks.get(id) ?? {}]));
    change((all) => replace(all, others), { undo: new Map(ticks), message: tools.dataset.taken });
    more.scrollIntoView({ block: "nearest" }); // where it can be undone; the bar above says what happened
  };
  if (!own.length) return take();
  list(group.querySelector(".checklist-added"), found, own);
  list(group.querySelector(".checklist-removed"), own, found);
  dialog.returnValue = "";
  dialog.onclose = () => {
    const focused = document.activeElement; // an element that had the focus before has it again
    if (focused === document.body || dialog.contains(focused)) items[0].box.focus();
    if (dialog.returnValue === "take") take();
  };
  if (!dialog.open) dialog.showModal();
}
addEventListener("hashchange", open);

/**
 * List the items that are ticked here but not there.
 * @param {HTMLElement} line
 * @param {string[]} here
 * @param {string[]} there
 */
function list(line, here, there) {
  const titles = items.filter(({ id }) => here.includes(id) && !there.includes(id)).map(({ label }) => label.textContent);
  line.querySelector("b")?.replaceChildren(titles.join(" · "));
  line.hidden = !titles.length;
}

// ---- Other tabs; a page restored from the history has missed their changes
function follow() {
  const was = ticked(ticks).join();
  ticks = load();
  if (ticked(ticks).join() !== was) undoable = null;
  show();
}
addEventListener("storage", ({ key }) => (key === KEY || key === null) && follow());
addEventListener("pageshow", ({ persisted }) => persisted && follow());

// ---- Where there is no room beside the list, what one does at its end stands there, for eyes and keyboards
const narrow = matchMedia("(max-width: 79.99rem)"); // as in checklist.css
function placeMore() {
  if (narrow.matches) group.querySelector(".checklist").after(more);
  else tools.append(more);
}
narrow.addEventListener("change", placeMore);
placeMore();

if (addMissingTexts()) store(ticks);
show();
tools.dataset.ready = "";
open();
try {
  if (localStorage.getItem("plan") !== null) import("./planned.js");
} catch {} // storage is blocked
document.querySelector(".checklist :target")?.scrollIntoView(); // the tools above the list have moved it
