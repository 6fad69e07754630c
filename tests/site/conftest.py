"""The real build, read; a copy of the project for faults; and a browser that opens the built site."""

import http.client
import shutil
from pathlib import Path

import pytest
from audit.planted import CLEAN, CSS
from audit.serve import serve
from audit.watch import Watch
from playwright.sync_api import sync_playwright
from portal.site.site import Site
from portal.sources.serving import Serving, read_serving

FORGET = "if (location.protocol === 'http:') { localStorage.clear(); sessionStorage.clear(); }"


@pytest.fixture(scope="session")
def site(build) -> Site:
    """The built site, read."""
    return Site(build[0])


@pytest.fixture
def copy(project, tmp_path) -> Path:
    """A copy of what a build reads, which a test may break."""
    folder = tmp_path / "project"
    for name in (".ci/search", "deploy", "docs", "hooks", "overrides"):
        shutil.copytree(project / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def serving(project) -> Serving:
    """How the site is served: deploy/serving.yml."""
    return read_serving(project / "deploy/serving.yml")


@pytest.fixture
def ask(port):
    """Return a function that sends a request with the path as it stands and returns the reply with its body."""

    def ask(path, method="GET", to=port, skip_host=False, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", to, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True, skip_host=skip_host or "Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        reply = connection.getresponse()
        reply.body = reply.read()
        connection.close()
        return reply

    return ask


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium without its window, which costs time and shows nothing here."""
    path = shutil.which("chromium-headless-shell")
    assert path, "Chromium is missing: run .ci/setup --test, or install Debian's package chromium-headless-shell"
    quiet = ("background-networking", "component-update", "sync", "extensions", "default-apps")
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, address):
    """Return a function that opens a page.

    In whatever state it gets, a request to another host, one that fails, a script's error or a breach of the Content
    Security Policy fails the test.
    """
    contexts, watches = [], {}

    def open_it(path: str = "", width: int = 1280, context=None, **options):
        if context is None:
            context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
            contexts.append(context)
        if context not in watches:
            watches[context] = Watch(context, address)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(address + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert [fault for watch in watches.values() for fault in watch.faults()] == []


@pytest.fixture(scope="session")
def kept_pages():
    """The pages that read_page opens, and what listens to them, by address and options."""
    kept = {}
    yield kept
    for page, _ in kept.values():
        page.context.close()


@pytest.fixture
def read_page(chromium, address, kept_pages):
    """Return a function that opens a page as ``open_page`` does, for tests that do no more than look at it.

    All tests of a worker share one tab per set of options: a new context takes twice as long as the page itself. What
    pages store is forgotten whenever one is opened.
    """
    watches = []

    def open_it(path: str = "", width: int = 1280, **options):
        key = (address, *sorted(options.items()))
        if key not in kept_pages:
            context = chromium.new_context(**options)
            watch = Watch(context, address)
            context.add_init_script(FORGET)
            kept_pages[key] = context.new_page(), watch
        page, watch = kept_pages[key]
        watches.append(watch)
        page.set_default_timeout(10_000)
        page.emulate_media(media="null", color_scheme="light")
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + path)
        return page

    yield open_it
    faults = [fault for watch in dict.fromkeys(watches) for fault in watch.faults()]
    for watch in watches:
        watch.forget()
    assert faults == []


@pytest.fixture
def plant(tmp_path, chromium, serving):
    """Return a function that opens a page with a fault in its body, head, style or script; the rest are options."""
    folder, contexts, closing = tmp_path / "planted", [], []
    folder.mkdir()

    def open_it(fault="", head="", css="", script="", width=1280, **options):
        head += '<script src="page.js" defer></script>' if script else ""
        (folder / "index.html").write_text(CLEAN.replace("HEAD", head).replace("FAULT", fault))
        (folder / "page.css").write_text(CSS + css)
        (folder / "page.js").write_text(script)
        (folder / "favicon.ico").touch()
        server = serve(folder, serving.headers)
        address = server.__enter__()
        closing.append(server)
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.watch = Watch(context, address)
        page.goto(address)
        return page

    yield open_it
    for context in contexts:
        context.close()
    for server in closing:
        server.__exit__(None, None, None)
