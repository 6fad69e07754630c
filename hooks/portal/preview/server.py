"""The preview's server: the last good site, with the panel in each page."""

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from portal.preview import PREFIX
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say

FIRST_PORT, PORTS = 8000, 20
PATIENCE = 25  # seconds that a request for the next build stays open; proxies give up after 30
HOSTS = ("127.0.0.1", "localhost", "[::1]")
# As strict as the published site's policy: what works here works there.
POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
OWN = {"panel.css": "text/css", "panel.js": "text/javascript"}


class Builds:
    """The number of the last finished build; threads can wait for the next."""

    def __init__(self) -> None:
        self._changed, self.number = threading.Condition(), 0

    def finish(self) -> None:
        """Count one more build, and wake waiting threads."""
        with self._changed:
            self.number += 1
            self._changed.notify_all()

    def wait(self, known: str, seconds: float) -> int:
        """Return the number once it differs from ``known``, or after ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.number) != known, seconds)
            return self.number


def open_server(site: Path, builds: Builds, decorate: Callable[[str, str], str]) -> ThreadingHTTPServer:
    """Return a server on the first free port.

    ``decorate`` gets the path and HTML of a page (an empty string if the page is missing), and returns the HTML to
    show. Raises OSError if no port is free.
    """
    handler = partial(_Handler, directory=str(site), builds=builds, decorate=decorate)
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            return _Server(("127.0.0.1", port), handler)
        except OSError as error:
            last = error
    raise last


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = False  # on Windows, two servers would share the port


class _Handler(SimpleHTTPRequestHandler):
    server: ThreadingHTTPServer

    def __init__(self, *arguments: Any, builds: Builds, decorate: Callable[[str, str], str], **options: Any) -> None:
        self._builds, self._decorate = builds, decorate
        super().__init__(*arguments, **options)

    def parse_request(self) -> bool:
        """Reject every request, whatever its method, whose host is not one of ``HOSTS`` with the preview's port.

        Otherwise another site could point its own name at 127.0.0.1 (DNS rebinding) and read drafts and local paths.
        A request has exactly one Host header, and its target may contain the host as well (RFC 9112, 3.2). Status 421:
        RFC 9110, 15.5.20.
        """
        if not super().parse_request():
            return False
        hosts, own = self.headers.get_all("Host", []), {f"{host}:{self.server.server_port}" for host in HOSTS}
        try:
            target = urlsplit(self.path)
        except ValueError:  # http://[
            return self._reject(400)
        if len(hosts) != 1:
            return self._reject(400)
        if hosts[0].lower() not in own or (target.netloc and target.netloc.lower() not in own):
            return self._reject(421)
        self.path = target._replace(scheme="", netloc="").geturl() or "/"
        return True

    def _reject(self, status: int) -> bool:
        address = f"http://{HOSTS[0]}:{self.server.server_port}/"
        words = say("The preview answers only at {address}", address=address)
        self._reply(status, "text/plain", in_wanted_words(words))
        return False

    def do_GET(self) -> None:
        """Send one of the preview's own files, a page with its panel, or an unchanged file."""
        url = urlsplit(self.path)
        name = url.path.removeprefix(PREFIX)
        if url.path == f"{PREFIX}build":
            known = parse_qs(url.query).get("after", [""])[0]
            self._reply(200, "text/plain", str(self._builds.wait(known, PATIENCE)))
        elif url.path.startswith(PREFIX) and name in OWN:
            self._reply(200, OWN[name], files("portal.preview").joinpath(name).read_text("utf-8"))
        else:
            self._page_or_file(unquote(url.path))

    def _page_or_file(self, path: str) -> None:
        found = Path(self.translate_path(path))
        if found.is_dir() and not path.endswith("/"):
            return super().do_GET()  # redirects to the address with a slash
        page = found / "index.html" if path.endswith("/") else found
        root = Path(self.directory)
        if page.suffix == ".html" and page.is_file():
            return self._reply(
                200, "text/html", self._decorate(page.relative_to(root).as_posix(), page.read_text("utf-8"))
            )
        if page.is_file():
            return super().do_GET()
        missing = root / "404.html"
        html = missing.read_text("utf-8") if missing.is_file() else ""
        return self._reply(404, "text/html", self._decorate("404.html", html))

    def _reply(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Log nothing: the terminal is for problems."""
