"""Serves a folder with headers of one's choice: the real ones for the site, none to show what they stop."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from time import sleep

TEXT = (".html", ".css", ".js", ".mjs", ".svg", ".json", ".xml")


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes: the second would wait for an acknowledgement

    def __init__(self, *arguments, headers: Mapping[str, str], compress: bool, slow: bool, **options):
        self._headers, self._compress, self._slow = headers, compress, slow
        super().__init__(*arguments, **options)

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if not self._compress or path.suffix not in TEXT or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6)  # the usual level of nginx and Apache
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        for name, value in self._headers.items():
            self.send_header(name, value)
        super().end_headers()

    def copyfile(self, source, outputfile) -> None:
        if not self._slow or not self.path.endswith(("/", ".html")):
            return super().copyfile(source, outputfile)
        while piece := source.read(250):  # bytes: shorter than most parts of a page
            outputfile.write(piece)
            sleep(0.02)  # seconds: longer than browsers take to paint a frame

    def log_message(self, *arguments) -> None:
        """Say nothing: pytest shows what matters."""


@contextmanager
def serve(folder: Path, headers: Mapping[str, str], compress: bool = False, slow: bool = False) -> Iterator[str]:
    """Serve ``folder`` with ``headers`` on this machine, and give its address, with a slash at the end.

    ``compress``: with gzip. ``slow``: each page comes in pieces, as on a slow connection.
    """
    handler = partial(_Handler, directory=str(folder), headers=headers, compress=compress, slow=slow)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
