// Types for the scripts: elements and data attributes that the templates in overrides/ contain, and data that modules
// share. This file is not published.

/** Elements that exist wherever the script runs; those that may be missing include null. */
interface Elements {
  "[data-user][data-admin]": HTMLElement;
  ".choices": HTMLElement | null;
  ".toc": HTMLDetailsElement | null;
  ".theme": HTMLElement | null;
  ".search": HTMLElement;
  ".search__query": HTMLInputElement;
  ".search__panel": HTMLElement;
  ".search__status": HTMLElement;
  ".search__help": HTMLElement;
  ".search__results": HTMLElement;
  ".checklist-group": HTMLElement;
  ".checklist-tools": HTMLElement;
  ".checklist-count": HTMLElement;
  ".checklist-said": HTMLElement;
  ".checklist-bar": HTMLProgressElement;
  ".checklist": HTMLElement;
  ".checklist-place": HTMLElement;
  ".checklist-more": HTMLElement;
  ".checklist-copy": HTMLButtonElement;
  ".checklist-reset": HTMLButtonElement;
  ".checklist-link": HTMLElement;
  ".checklist-link input": HTMLInputElement;
  ".checklist-ask": HTMLDialogElement;
  ".checklist-added": HTMLElement;
  ".checklist-removed": HTMLElement;
  ".checklist-changed": HTMLTemplateElement;
  ".plan": HTMLFormElement;
  ".plan-date": HTMLInputElement;
  ".plan-lead": HTMLInputElement;
  ".plan-read": HTMLInputElement;
  ".plan-workplaces": HTMLInputElement;
  ".plan-status": HTMLElement;
  ".plan-result": HTMLElement;
  ".plan-summary": HTMLElement;
  ".plan-calendar": HTMLElement;
  ".plan-print": HTMLElement;
  ".plan-keep": HTMLElement;
  ".plan-forget": HTMLElement;
  ".plan-done": HTMLElement;
  ".copying-tools": HTMLTemplateElement;
  ".copying-copy": HTMLButtonElement;
  ".copying-mail": HTMLAnchorElement;
  ".copying-said": HTMLElement;
  ".calc__field": HTMLInputElement;
  ".calc__error": HTMLElement;
  ".calc__result": HTMLElement;
  ".calc__ask": HTMLElement;
  ".client-check__platform": HTMLSelectElement;
}

interface Lists {
  "a[hreflang]": HTMLAnchorElement;
  "meta[name=theme-color]": HTMLMetaElement;
  "[name=start]": HTMLInputElement;
}

interface ParentNode {
  querySelector<Selector extends keyof Elements>(selector: Selector): Elements[Selector];
  querySelector(selector: string): HTMLElement | null; // no script looks for SVG elements
  querySelectorAll<Selector extends keyof Lists>(selector: Selector): NodeListOf<Lists[Selector]>;
  querySelectorAll(selector: string): NodeListOf<HTMLElement>;
}

interface DOMStringMap {
  // of the header
  admin: string;
  lastChoice: string;
  user: string;
  // of <html>
  lastView: string;
  theme: string;
  // of texts to copy
  selected: string;
  subjects: string;
  // of notices
  begins: string;
  here: string;
  notice: string;
  now: string;
  over: string;
  shown: string;
  until: string;
  upcoming: string;
  // of the planner
  durations: string;
  examples: string;
  fill: string;
  plan: string;
  planned: string;
  start: string;
  words: string;
  // of the search
  failed: string;
  ignored: string;
  language: string;
  many: string;
  none: string;
  one: string;
  roots: string;
  synonyms: string;
  views: string;
  // of the tools
  minimum: string;
  newSeries: string;
  oldSeries: string;
  webview2: string;
  // of the checklist
  all: string;
  copied: string;
  some: string;
  stored: string;
  taken: string;
  undone: string;
  unknown: string;
  unstored: string;
}

/** The ticks of a checklist: item id -> language -> fingerprint of the text that was read. */
type Ticks = Map<string, Record<string, string>>;

/** A plan: its date or, to start at once, none; the days in advance that users are told; the number
 * of workplaces, or 0; the date when it was made. */
interface Plan {
  date: number | null;
  lead: number;
  workplaces: number;
  first: string;
}

/** A section of a page in the search index. */
interface Section {
  location: string;
  title: string;
  text: string;
}

/** A section in the search worker's answer. */
interface Hit extends Section {
  parent?: Section;
  score: number;
}

/** Used by tests/audit/focus.py. */
declare var focusWalk: { count: number; stop: () => string[] | null; missed: () => string[] };
