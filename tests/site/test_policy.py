"""The pages in a browser, served as shipped: the policy stands in nobody's way, and nothing asks another host."""

import pytest

VIOLATION = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
  console.error(`policy: ${violatedDirective} ${blockedURI} in ${sourceFile}`));"""


@pytest.fixture
def open_served(chromium, port):
    """Return a function that opens a context on nginx; complaints of the console and foreign requests fail the test."""
    contexts, complaints = [], []
    home = f"http://127.0.0.1:{port}/"

    def hear(page):
        def complain(text):
            complaints.append(f"{page.url}: {text}")

        page.on("console", lambda message: complain(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complain(f"error {error}"))
        page.on("request", lambda request: None if request.url.startswith((home, "data:")) else complain(request.url))

    def open_it(**options):
        context = chromium.new_context(base_url=home, reduced_motion="reduce", **options)
        context.add_init_script(VIOLATION)
        context.on("page", hear)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def addresses(site):
    """The address of every page."""
    return [path.removesuffix("index.html") for path in site.pages]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_runs_clean_under_the_policy(open_served, addresses, scheme):
    page = open_served(color_scheme=scheme)
    for address in addresses:
        page.goto(address)
        assert page.locator("link[rel=stylesheet]").count() and page.title()


@pytest.mark.parametrize(("language", "word"), [("", "Upgrade"), ("en/", "upgrade")])
def test_what_pages_can_do_runs_clean_too(open_served, language, word):
    page = open_served()
    page.goto(f"{language}user/")
    page.get_by_role("searchbox").fill(word)
    page.locator(".search__results a").first.wait_for()
    page.goto(f"{language}admin/checklist/")
    page.locator(".checklist input[type=checkbox]").first.check()
    page.goto("about:blank")
    page.goto(f"{language}admin/checklist/#done=date")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")


def test_an_inline_script_and_a_foreign_image_would_be_noticed(chromium, port):
    heard = []
    page = chromium.new_context().new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.add_init_script(VIOLATION)
    page.goto(f"http://127.0.0.1:{port}/")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\"><img src=\"//x.example/a.png\">')"
    )
    page.wait_for_timeout(200)
    page.context.close()
    assert {words.split()[1] for words in heard if words.startswith("policy: ")} == {"style-src-attr", "img-src"}


def test_whoever_goes_on_to_another_page_loads_no_asset_again(open_served):
    page = open_served()
    loaded = (
        """performance.getEntriesByType("resource").filter((entry) => entry.transferSize).map((entry) => entry.name)"""
    )
    page.goto("user/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(loaded)
    page.goto("admin/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(loaded) == []
