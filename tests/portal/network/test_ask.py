"""Requests to a local server that answers in every way that servers do."""

import socket
import socketserver
import threading
import time
from contextlib import suppress
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from portal.network.answers import REASONS
from portal.network.ask import ask_all
from portal.network.visit import AGENT, RequestPolicy, Visit

QUICK = RequestPolicy(timeout=0.5, pause=0.01, retries=1, backoff=0.01, longest_wait=2, deadline=4)
REDIRECTS = {"/301": 301, "/302": 302, "/307": 307, "/308": 308}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # noqa: PLR0912, PLR0915 - a branch for each address that a test requests
        self.server.requests.append((self.path, time.monotonic(), dict(self.headers)))
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        if self.path == "/hang":
            time.sleep(1.5)
        time.sleep(0.02)
        with self.server.lock:
            self.server.at_once -= 1
        if self.path in REDIRECTS:
            self.answer(REDIRECTS[self.path], Location="/200")
        elif self.path.startswith("/301-"):
            self.answer(301, Location=self.path.removeprefix("/301-") and f"/{self.path.removeprefix('/301-')}")
        elif self.path.startswith("/302-"):
            self.answer(302, Location=f"/{self.path.removeprefix('/302-')}")
        elif self.path in ("/loop", "/loop2"):
            self.answer(302, Location={"/loop": "/loop2", "/loop2": "/loop"}[self.path])
        elif self.path == "/500-once" and sum(path == self.path for path, *_ in self.server.requests) == 1:
            self.answer(500)
        elif self.path.startswith("/retry-after/") and sum(path == self.path for path, *_ in self.server.requests) == 1:
            self.answer(429, **{"Retry-After": unquote(self.path.removeprefix("/retry-after/"))})
        elif self.path.startswith("/to/"):
            self.answer(301, Location=unquote(self.path.removeprefix("/to/"), "latin-1"))
        elif self.path.startswith("/chain/"):
            left = int(self.path.removeprefix("/chain/")) - 1
            self.answer(302, Location=f"/chain/{left}" if left else "/200")
        elif self.path == "/no-location":
            self.answer(301)
        elif self.path == "/cookie" and "Cookie" not in self.headers:
            self.answer(302, Location="/cookie")
        elif self.path == "/cookies":
            self.answer(302, Location="/cookies", **{"Set-Cookie": f"a={len(self.server.requests)}"})
        elif self.path == "/drip":
            self.answer(200, length=1000)
            self.drip(b"a", 40)
        elif self.path == "/drip-head":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
            self.drip(b"a", 80)
        elif self.path in ("/huge", "/huge-error"):
            self.answer(200 if self.path == "/huge" else 404, length=10**9)
            self.drip(bytes(2**20), 1000, pause=0)
        elif self.path == "/cut-chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"2\r\nok\r\n9\r\nok")
            self.close_connection = True
        elif self.path == "/429" and sum(path == "/429" for path, *_ in self.server.requests) == 1:
            self.answer(429, **{"Retry-After": "1"})
        elif self.path == "/cut":
            self.answer(200, length=100)
            self.close_connection = True
        else:
            digits = self.path.strip("/")
            self.answer(int(digits) if digits.isdigit() and self.path != "/429" else 200)

    def drip(self, piece, count, pause=0.1):
        with suppress(ConnectionError):
            for _ in range(count):
                self.wfile.write(piece)
                self.server.sent += len(piece)
                time.sleep(pause)
        self.close_connection = True

    def answer(self, status, length=2, **headers):
        self.send_response(status)
        for name, value in {"Content-Length": str(length), "Set-Cookie": "a=b", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.sent = 0
        server.requests, server.lock, server.at_once, server.most_at_once = [], threading.Lock(), 0, 0
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        server.address = f"http://127.0.0.1:{server.server_port}"
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def raw_server():
    """A server that sends the given bytes and closes the connection."""

    class Raw(socketserver.StreamRequestHandler):
        def handle(self):
            while self.rfile.readline().strip():
                pass
            self.wfile.write(self.server.reply)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Raw) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        server.address = f"http://127.0.0.1:{server.server_address[1]}/"
        yield server
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "status", "failure", "moved_to"),
    [
        ("/200", 200, "", ""),
        ("/301", 200, "", "/200"),
        ("/308", 200, "", "/200"),
        ("/302", 200, "", ""),
        ("/307", 200, "", ""),
        ("/301-308", 200, "", "/200"),
        ("/301-302", 200, "", "/302"),
        ("/302-301", 200, "", ""),
        ("/301-404", 404, "", "/404"),
        ("/403", 403, "", ""),
        ("/404", 404, "", ""),
        ("/410", 410, "", ""),
        ("/429", 200, "", ""),
        ("/500", 500, "", ""),
        ("/loop", None, "loop", ""),
        ("/hang", None, "timeout", ""),
        ("/cut", None, "cut short", ""),
        ("/cut-chunks", None, "cut short", ""),
        ("/500-once", 200, "", ""),
        ("/cookie", 200, "", ""),
        ("/cookies", None, "far", ""),
        ("/chain/20", 200, "", ""),  # WHATWG Fetch, "HTTP-redirect fetch": the 21st redirect is one too many
        ("/chain/21", None, "far", ""),
        ("/no-location", None, "astray", ""),
        ("/to/", None, "astray", ""),
        ("/to/%20", None, "astray", ""),
        ("/to/http:%2F%2F%5B", None, "astray", ""),
        ("/to/http:%2F%2F", None, "loop", ""),
        ("/to/http:%2F%2Fa:b%2F", None, "astray", ""),
        ("/to/http:%2F%2Fa:99999%2F", None, "astray", ""),
        ("/to/mailto:a@b.example", None, "astray", ""),
        ("/to/ftp:%2F%2Fa.example%2F", None, "astray", ""),
        ("/to/javascript:alert(1)", None, "astray", ""),
        ("/to/..%2F200", 200, "", "/200"),
        ("/to/%2F200%3Fa b", 200, "", "/200?a%20b"),
        ("/to/%2F200%3F%C3%BC", 200, "", "/200?%C3%BC"),
        ("/to/%2F200%3F%FC", 200, "", "/200?%C3%BC"),
    ],
)
def test_each_kind_of_answer_is_recognized(server, path, status, failure, moved_to):
    [answer] = ask_all([server.address + path], QUICK)
    assert (answer.status, answer.failure) == (status, failure)
    assert answer.moved_to == (server.address + moved_to if moved_to else "")


def test_a_permanent_redirect_keeps_the_fragment(server):
    [answer] = ask_all([f"{server.address}/301#part"], QUICK)
    assert answer.moved_to == f"{server.address}/200#part"


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_an_answer_sent_byte_by_byte_times_out(server, path):
    [answer] = ask_all([server.address + path], QUICK)
    assert answer.failure == "timeout"  # waiting for the end would give "cut short"


@pytest.mark.parametrize(("path", "status"), [("/huge", 200), ("/huge-error", 404)])
def test_only_the_beginning_of_a_large_body_is_read(server, path, status):
    [answer] = ask_all([server.address + path], QUICK)
    assert answer.status == status
    time.sleep(0.2)  # for what the system still receives on a closed connection
    assert server.sent < 20 * 2**20


@pytest.mark.parametrize("value", ["", "soon", "-1", "9" * 5000, "Fri, 31 Dec 99999 23:59:59 GMT", "1.5", "²"])
def test_an_invalid_retry_after_is_ignored(server, value):
    [answer] = ask_all([f"{server.address}/retry-after/{quote(value, encoding='latin-1')}"], QUICK)
    assert answer.status == 200


def test_an_invalid_address_is_reported_and_the_others_are_requested(server):
    answers = ask_all(["https://[", "https://a:b/", f"{server.address}/200", f"https://{'a' * 64}.example/"], QUICK)
    assert sorted(str(answer.status) for answer in answers) == ["200", "None", "None", "None"]


def test_an_internal_error_loses_no_other_answer(server, monkeypatch):
    real = Visit.answer
    monkeypatch.setattr(Visit, "answer", lambda self: 1 / 0 if self._address.endswith("/404") else real(self))
    answers = {answer.status: answer for answer in ask_all([f"{server.address}/{n}" for n in (404, 200)], QUICK)}
    assert answers[None].failure == "other" and "ZeroDivisionError" in answers[None].detail and answers[200]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    reply=st.binary(max_size=200),
    start=st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 301 A\r\nLocation: "]),
)
def test_no_reply_raises_an_exception(raw_server, reply, start):
    raw_server.reply = start + reply
    [answer] = ask_all([raw_server.address], RequestPolicy(timeout=1, pause=0, retries=0, deadline=5))
    assert answer.failure in ("", *REASONS) and "Error(" not in answer.detail


def test_an_unknown_host_is_looked_up_and_waited_for_only_once(monkeypatch):
    looked_up = []

    def unknown(host, *_):
        looked_up.append(host)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    waits = []
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr("portal.network.visit.sleep", waits.append)
    answers = list(ask_all([f"https://{host}.invalid/{page}" for host in "ab" for page in range(9)]))
    assert len(answers) == 18 and {answer.failure for answer in answers} == {"unknown host"}
    assert sorted(looked_up) == ["a.invalid", "b.invalid"]
    assert len(waits) <= 2 * RequestPolicy().retries  # none for the sixteen pages that are not requested


def test_unknown_hosts_and_refused_connections_are_distinguished(server):
    server.shutdown()
    server.server_close()
    answers = ask_all(["https://portal.invalid/", server.address], QUICK)
    assert {answer.address: answer.failure for answer in answers} == {
        "https://portal.invalid/": "unknown host",
        server.address: "refused",
    }


def test_an_invalid_certificate_is_reported(server):
    [answer] = ask_all([server.address.replace("http:", "https:")], QUICK)
    assert answer.failure == "certificate"


def test_retry_after_in_seconds_is_honoured(server):
    list(ask_all([f"{server.address}/429"], QUICK))
    first, second = (at for path, at, _ in server.requests if path == "/429")
    assert second - first >= 1


def test_retry_after_with_a_date_is_honoured(server):
    path = f"/retry-after/{quote(formatdate(time.time() + 2, usegmt=True))}"
    [answer] = ask_all([server.address + path], QUICK)
    first, second = (at for requested, at, _ in server.requests if requested == path)
    assert answer.status == 200 and second - first >= 0.8


def test_a_failing_server_gets_the_configured_number_of_retries(server):
    list(ask_all([f"{server.address}/500"], QUICK))
    assert [path for path, *_ in server.requests] == ["/500", "/500"]


def test_a_host_gets_one_request_at_a_time_without_cookies(server):
    list(ask_all([f"{server.address}/page{number}" for number in range(6)], QUICK))
    assert server.most_at_once == 1 and len(server.requests) == 6
    assert all(headers["User-Agent"] == AGENT and "Cookie" not in headers for _, _, headers in server.requests)


def test_nothing_is_cached_between_runs(server):
    for _ in range(2):
        list(ask_all([f"{server.address}/404"], QUICK))
    assert len(server.requests) == 2
