"""Debian's nginx on a free port of this machine: for the tests and for the benchmark of the serving."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[1]
DEBIAN = PROJECT / ".cache/debian"  # where .ci/setup unpacks Debian's packages

# Like Debian's nginx.conf where it matters here (sendfile, tcp_nopush, gzip, types), in a separate folder.
_MAIN = """\
load_module {debian}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
{user}
worker_processes {workers};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    gzip on;
    include {debian}/etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""
_SERVER = "server {{ listen 127.0.0.1:{port}; root {root}; {include} }}"


@contextmanager
def nginx(folder: Path, root: Path, config: Path | None = None, workers: int = 1) -> Iterator[int]:
    """Serve ``root`` while the context lasts and yield the port; ``config`` is included in the server block.

    nginx writes to ``folder``. Raises RuntimeError if nginx is missing or does not start.
    """
    port = free_port()
    server = _SERVER.format(port=port, root=root, include=f"include {config};" if config else "")
    with run_servers(folder, server, port, workers):
        yield port


@contextmanager
def run_servers(folder: Path, servers: str, port: int, workers: int = 1) -> Iterator[None]:
    """Run the server blocks ``servers`` while the context lasts, which starts when ``port`` answers.

    nginx writes to ``folder``. Raises RuntimeError if nginx is missing or does not start.
    """
    program = DEBIAN / "usr/sbin/nginx"
    if not program.exists():
        raise RuntimeError("nginx is missing: run .ci/setup --test, which unpacks Debian's packages to .cache/debian/")
    folder.mkdir(parents=True, exist_ok=True)
    main = folder / "nginx.conf"
    # By default the worker runs as nobody, who can't read a test's folder; only root can change the user.
    user = "user root;" if os.getuid() == 0 else ""
    main.write_text(
        _MAIN.format(debian=DEBIAN, folder=folder, workers=workers, user=user, servers=servers), encoding="utf-8"
    )
    command = [str(program), "-c", str(main), "-p", str(folder), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        _wait_for(port, process, folder)
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return an unused port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def listens(port: int) -> bool:
    """Whether a local program accepts connections at ``port``."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_for(port: int, process: subprocess.Popen, folder: Path) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end and process.poll() is None:
        if listens(port):
            return
        time.sleep(0.02)
    log = folder / "error.log"
    raise RuntimeError(f"nginx did not start:\n{log.read_text('utf-8') if log.exists() else process.stdout.read()}")


if __name__ == "__main__":  # python tests/nginx.py SITE CONFIG: view a site in a browser
    with nginx(Path(tempfile.gettempdir()) / f"nginx-{os.getpid()}", Path(sys.argv[1]), Path(sys.argv[2])) as number:
        print(f"http://127.0.0.1:{number}/", flush=True)
        time.sleep(3600)
