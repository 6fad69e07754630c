"""The search with an engine that answers what a test says: what the real one finds is told elsewhere."""

import json

import pytest

ENGINE = """
const answers = %s, later = %s;
let isComplete = false;
const complete = later ? new Promise((done) => addEventListener("complete", done, { once: true })) : Promise.resolve();
complete.then(() => { isComplete = true });
export async function open(indexes, view, language) {
  document.documentElement.dataset.asked = [Object.keys(indexes).sort().join(), view, language].join("|");
  return { complete, search: (query) => (isComplete && later) || answers[Object.hasOwn(answers, query) ? query : "*"] };
}
"""
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"


@pytest.fixture
def answering(chromium, open_page):
    """Return a function that opens a page whose search gives ``answers`` (query -> answer, "*" for any other).

    ``later`` is what it answers after an event "complete"; the rest are options of the browser.
    """
    contexts = []

    def open_it(path, answers, later=None, width=1280, storage=True, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        body = ENGINE % (json.dumps(answers), json.dumps(later))
        context.route("**/search/engine.*", lambda route: route.fulfill(content_type="text/javascript", body=body))
        if not storage:
            context.add_init_script(BLOCKED)
        return open_page(path, context=context)

    yield open_it
    for context in contexts:
        context.close()
