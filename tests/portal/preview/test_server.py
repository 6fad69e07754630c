import socket
import threading

import pytest
from portal.preview import server
from portal.preview.server import Builds, open_server


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Return a function that sends a raw request, with PORT filled in, and returns status and reply.

    The status of an HTTP/0.9 reply, which has none, is 0.
    """
    site = tmp_path_factory.mktemp("site")
    for path in ("index.html", "assets/a.css", "user/index.html"):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text("A draft", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(server, "FIRST_PORT", 0)  # any free port
        running = open_server(site, Builds(), lambda path, html: html)
    threading.Thread(target=running.serve_forever, daemon=True).start()

    def send(request: str) -> tuple[int, str]:
        with socket.create_connection(("127.0.0.1", running.server_port)) as connection:
            connection.sendall(request.replace("PORT", str(running.server_port)).replace("\n", "\r\n").encode())
            reply = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
        return int(reply.split()[1]) if reply.startswith("HTTP/") else 0, reply

    yield send
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize(
    "path", ["/", "/assets/a.css", "/user", "/gone", "/__preview__/build?after=1", "/__preview__/panel.js"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_a_request_for_another_host_is_rejected(ask, method, path):
    status, reply = ask(f"{method} {path} HTTP/1.1\nHost: rebound.example:PORT\n\n")
    head, _, body = reply.partition("\r\n\r\n")
    assert status == 421 and "Content-Type: text/plain" in head and "Location" not in head
    assert body.startswith("The preview answers only at http://127.0.0.1:") or (method == "HEAD" and body == "")


@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT", "LOCALHOST:PORT"])
def test_every_name_of_this_machine_is_accepted(ask, host):
    assert ask(f"GET / HTTP/1.1\nHost: {host}\n\n")[0] == 200
    assert ask(f"GET http://{host}/assets/a.css HTTP/1.1\nHost: {host}\n\n")[0] == 200
    assert ask(f"GET http://{host} HTTP/1.1\nHost: {host}\n\n")[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "localhost",  # port 80
        "localhost:1",
        "localhost.:PORT",
        "127.0.0.1.:PORT",
        "127.1:PORT",
        "0.0.0.0:PORT",
        "localhost:PORT.rebound.example",
        "rebound.example@localhost:PORT",
        "localhost:PORT, rebound.example",
    ],
)
def test_no_other_spelling_of_a_host_is_accepted(ask, host):
    assert ask(f"GET / HTTP/1.1\nHost: {host}\n\n")[0] == 421


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, "GET / HTTP/1.1\n\n"),
        (400, "GET / HTTP/1.0\n\n"),
        (0, "GET /\n\n"),
        (400, "GET / HTTP/1.1\nHost: localhost:PORT\nHost: rebound.example\n\n"),
        (400, "GET http://[ HTTP/1.1\nHost: localhost:PORT\n\n"),
        (421, "GET http://rebound.example/ HTTP/1.1\nHost: localhost:PORT\n\n"),
        (421, "GET http://localhost:PORT/ HTTP/1.1\nHost: rebound.example\n\n"),
    ],
)
def test_a_request_names_exactly_one_host(ask, status, request_):
    found, reply = ask(request_)
    assert found == status and "A draft" not in reply


@pytest.mark.parametrize("path", ["/", "/gone", "/assets/a.css", "/__preview__/panel.js"])
def test_no_other_site_can_show_the_preview_in_a_frame(ask, path):
    assert "frame-ancestors 'none'" in ask(f"GET {path} HTTP/1.1\nHost: localhost:PORT\n\n")[1]
