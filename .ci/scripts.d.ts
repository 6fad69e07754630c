// Types for the scripts: elements and data attributes that the templates in overrides/ contain, and data that modules
// share. This file is not published.

/** Elements that exist wherever the script runs; those that may be missing include null. */
interface Elements {
  "[data-user][data-admin]": HTMLElement;
  ".choices": HTMLElement | null;
  ".toc": HTMLDetailsElement | null;
  ".theme": HTMLElement | null;
  ".search": HTMLFormElement;
  ".search__query": HTMLInputElement;
  ".search__panel": HTMLElement;
  ".search__status": HTMLElement;
  ".search__answers": HTMLElement;
  ".search__some": HTMLElement;
  ".search__nearest": HTMLElement;
  ".search__words": HTMLElement;
  ".search__help": HTMLElement;
  ".search__results": HTMLElement;
  ".search__all": HTMLElement;
  ".search__key": HTMLElement;
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
  "[name]": HTMLInputElement;
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
  fill: string;
  plan: string;
  planned: string;
  start: string;
  words: string;
  // of the search
  failed: string;
  groups: string;
  indexes: string;
  language: string;
  many: string;
  none: string;
  one: string;
  quoted: string;
  view: string;
  // of the tools
  examples: string;
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

/** A text, and whether it is a word of the query. */
type Piece = [text: string, isHit: boolean];

/** The best section of a page: its address from the site's root, what it is called, where the page stands. */
interface Hit {
  url: string;
  title: string;
  heading: string;
  path: string[];
  view: string;
  excerpt: Piece[];
  titlePieces: Piece[];
  headingPieces: Piece[];
}

/** The hits of a view, or of the pages of none (""). */
interface Group {
  view: string;
  hits: Hit[];
}

/** What editors answer themselves. */
interface AnswerByHand {
  text: string;
  links: { url: string; title: string }[];
}

/** What the search answers: the groups in their order; whether no page has all words; the portal's nearest words. */
interface Answer {
  groups: Group[];
  count: number;
  some: boolean;
  answers: AnswerByHand[];
  nearest: string[];
}

/** The search engine; once `complete`, it may answer more. */
interface Engine {
  search(query: string): Answer;
  complete: Promise<unknown>;
}

/** The module search/engine.js. */
interface EngineModule {
  open(indexes: Record<string, string>, view: string, language: string): Promise<Engine>;
}

/** Used by tests/audit/focus.py. */
declare var focusWalk: { count: number; stop: () => string[] | null; missed: () => string[] };
