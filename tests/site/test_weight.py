"""What the first visit of a page costs: requests, and bytes as servers send them (compressed, headers included)."""

import gzip
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from time import sleep

import pytest

MOST_BYTES = 75_000  # our own limits, for a phone with a poor connection
MOST_REQUESTS = 10
TEXT = (".html", ".css", ".js", ".svg", ".json", ".xml")
SHIFTS = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().map(({value}) => value)))
    .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done([]), 300))"""


class _Compressing(SimpleHTTPRequestHandler):
    """Sends text as web servers do when asked: with gzip, at nginx' and Apache's usual level of 6."""

    def send_head(self):
        if self.path.endswith(".woff2") and "slow" in self.headers["User-Agent"]:
            sleep(0.5)  # longer than browsers wait for a font before they paint
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXT or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *arguments) -> None:
        """Say nothing: pytest shows what matters."""


@pytest.fixture(scope="module")
def compressing(build):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(build[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def first_visit(chromium, url, width=1280, **options):
    """Open a page with an empty cache; yield it and what it fetched: a dictionary of URLs and bytes."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    urls, sizes = {}, {}
    network.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(url, wait_until="networkidle")
    yield page, {urls[request]: size for request, size in sizes.items() if not urls[request].startswith("data:")}
    context.close()


def test_the_first_visit_of_any_page_is_light(chromium, compressing, site):
    too_heavy = {}
    for path in site.pages:
        with first_visit(chromium, compressing + path.removesuffix("index.html")) as (_, fetched):
            assert len(fetched) > 3 and all(size > 0 for size in fetched.values())
            if sum(fetched.values()) > MOST_BYTES or len(fetched) > MOST_REQUESTS:
                too_heavy[path] = fetched
    assert too_heavy == {}


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["", "user/versions/", "en/user/", "admin/checklist/", "404.html"])
def test_nothing_moves_while_a_page_loads_even_where_fonts_come_late(chromium, compressing, path, width):
    with first_visit(chromium, compressing + path, width, user_agent="slow") as (page, _):
        assert page.evaluate(SHIFTS) == []  # Cumulative Layout Shift 0
