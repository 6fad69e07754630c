"""What the first visit of a page costs: requests, and bytes as servers send them (compressed, headers included)."""

from contextlib import contextmanager
from html import unescape
from time import sleep

import pytest
from audit.serve import serve
from fontTools.ttLib import TTFont

MOST_BYTES = 75_000  # our own limits, for a phone with a poor connection
MOST_REQUESTS = 10
LOADED = "performance.getEntriesByType('resource').filter(entry => entry.transferSize).map(entry => entry.name)"
SHIFTS = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().map(({value}) => value)))
    .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done([]), 100))"""


LATE = {"fonts": "**/*.woff2", "header.js": "**/header.*.js"}


def _late(route):
    sleep(0.2)  # seconds: longer than browsers wait for a font before they paint
    route.continue_()


@contextmanager
def first_visit(chromium, url, width=1280, late=None, view=None):
    """Open a page with an empty cache; yield it and what it fetched: a dictionary of URLs and bytes.

    ``late`` is a pattern of URLs that come late, ``view`` the view that the reader has read last.
    """
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    if late:
        context.route(late, _late)
    if view:
        context.add_init_script(f"localStorage.setItem('view', '{view}')")
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    urls, sizes = {}, {}
    network.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(url)
    page.evaluate("document.fonts.ready.then(() => {})")
    while urls.keys() - sizes.keys():  # what the page has asked for and not got
        page.wait_for_timeout(20)
    yield page, {urls[request]: size for request, size in sizes.items() if not urls[request].startswith("data:")}
    context.close()


def test_the_first_visit_of_any_page_is_light(chromium, address, site):
    too_heavy = {}
    for path in site.pages:
        with first_visit(chromium, address + path.removesuffix("index.html")) as (_, fetched):
            assert len(fetched) > 3 and all(size > 0 for size in fetched.values())
            if sum(fetched.values()) > MOST_BYTES or len(fetched) > MOST_REQUESTS:
                too_heavy[path] = fetched
    assert too_heavy == {}


@pytest.mark.parametrize("late", LATE.values(), ids=LATE)
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["", "user/versions/", "en/user/", "admin/checklist/", "404.html"])
def test_nothing_moves_while_a_page_loads_even_where_parts_come_late(chromium, address, path, width, late):
    with first_visit(chromium, address + path, width, late) as (page, _):
        assert page.locator("html.js").count() == 1
        assert page.evaluate(SHIFTS) == []  # Cumulative Layout Shift 0


@pytest.fixture(scope="module")
def slow_address(site):
    with serve(site.root, {}, slow=True) as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["", "en/user/", "admin/checklist/", "404.html"])
def test_nothing_moves_while_a_page_arrives_in_pieces(chromium, slow_address, path, width):
    with first_visit(chromium, slow_address + path, width, view="admin") as (page, _):
        assert page.locator("html.js").count() == 1
        assert page.evaluate(SHIFTS) == []


def test_fonts_are_light_and_hold_what_the_pages_show(project, site):
    fonts = sorted((site.root / "assets/fonts").glob("*.woff2"))
    whole = sorted((project / "docs/assets/fonts").glob("*.woff2"))
    shown = {ord(char) for page in site.pages.values() for char in unescape(page.html)}
    assert len(fonts) == len(whole) == 3
    for font, origin in zip(fonts, whole, strict=True):
        assert font.stat().st_size < 8_000  # bytes: half of what comes with the first answer of a connection (RFC 6928)
        assert TTFont(font).getBestCmap().keys() >= shown & TTFont(origin).getBestCmap().keys()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["", "en/"])
def test_the_start_page_moves_nothing_when_it_puts_the_last_view_first(chromium, address, path, width):
    with first_visit(chromium, address + path, width, LATE["header.js"], view="admin") as (page, _):
        assert page.locator(".choices > .choice").first.get_attribute("data-view") == "admin"
        assert page.locator(".choice__last").is_visible()
        assert page.evaluate(SHIFTS) == []


def test_whoever_goes_on_to_another_page_loads_no_asset_again(open_page, address):
    page = open_page("user/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LOADED)
    page.goto(f"{address}admin/after/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LOADED) == []
