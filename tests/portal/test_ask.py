"""Against a server of our own that answers in every way that servers do."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from portal.ask import AGENT, Manners, ask_all

QUICK = Manners(timeout=0.5, pause=0.01, retries=1, backoff=0.01, longest_wait=2)
REDIRECTS = {"/301": 301, "/302": 302, "/307": 307, "/308": 308}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, time.monotonic(), dict(self.headers)))
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
        elif self.path == "/429" and sum(path == "/429" for path, *_ in self.server.asked) == 1:
            self.answer(429, **{"Retry-After": "1"})
        elif self.path == "/cut":
            self.answer(200, length=100)
            self.close_connection = True
        else:
            digits = self.path.strip("/")
            self.answer(int(digits) if digits.isdigit() and self.path != "/429" else 200)

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
        server.asked, server.lock, server.at_once, server.most_at_once = [], threading.Lock(), 0, 0
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        server.address = f"http://127.0.0.1:{server.server_port}"
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
    ],
)
def test_each_kind_of_answer_is_told_from_the_others(server, path, status, failure, moved_to):
    [answer] = ask_all([server.address + path], QUICK)
    assert (answer.status, answer.failure) == (status, failure)
    assert answer.moved_to == (server.address + moved_to if moved_to else "")


def test_hosts_that_are_not_there_are_told_apart(server):
    server.shutdown()
    server.server_close()
    answers = ask_all(["https://portal.invalid/", server.address], QUICK)
    assert [answer.failure for answer in answers] == ["unknown host", "refused"]


def test_a_certificate_that_does_not_hold_is_told(server):
    [answer] = ask_all([server.address.replace("http:", "https:")], QUICK)
    assert answer.failure == "certificate"


def test_a_server_that_asks_for_patience_gets_it(server):
    ask_all([f"{server.address}/429"], QUICK)
    first, second = (at for path, at, _ in server.asked if path == "/429")
    assert second - first >= 1


def test_a_failing_server_is_asked_again_and_no_more_often_than_said(server):
    ask_all([f"{server.address}/500"], QUICK)
    assert [path for path, *_ in server.asked] == ["/500", "/500"]


def test_a_host_gets_one_request_at_a_time_and_no_cookies(server):
    ask_all([f"{server.address}/page{number}" for number in range(6)], QUICK)
    assert server.most_at_once == 1 and len(server.asked) == 6
    assert all(headers["User-Agent"] == AGENT and "Cookie" not in headers for _, _, headers in server.asked)


def test_nothing_is_remembered_from_one_time_to_the_next(server):
    for _ in range(2):
        ask_all([f"{server.address}/404"], QUICK)
    assert len(server.asked) == 2
