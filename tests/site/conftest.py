"""The real build, once; a copy of the project for faults; and a browser that opens the built site."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from nginx import nginx
from playwright.sync_api import sync_playwright
from portal.serving import Serving, read_serving
from portal.site import Site

SITE_URL = "https://help.example/"  # RFC 2606: reserved, leads nowhere


def run_build(folder: Path, *options: str, preexec_fn=None, **environment: str) -> subprocess.CompletedProcess:
    """Build the project in ``folder`` as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    env = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1", **environment}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, cwd=folder, env=env, text=True, check=False, preexec_fn=preexec_fn, **streams)


@pytest.fixture(scope="session")
def build_project():
    """Return the function that builds a project as `make site` does."""
    return run_build


@pytest.fixture(scope="session")
def build(project, tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess]:
    """The built site and what the build said."""
    site = tmp_path_factory.mktemp("build") / "site"
    run = run_build(project, "--site-dir", str(site))
    assert run.returncode == 0, run.stdout
    return site, run


@pytest.fixture(scope="session")
def site(build) -> Site:
    """The built site, read."""
    return Site(build[0])


@pytest.fixture
def copy(project, tmp_path) -> Path:
    """A copy of what a build reads, which a test may break."""
    folder = tmp_path / "project"
    for name in ("deploy", "docs", "hooks", "overrides"):
        shutil.copytree(project / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", folder)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        """Say nothing: pytest shows what matters."""


@pytest.fixture(scope="session")
def address(build) -> Iterator[str]:
    """The address at which the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(build[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def serving(project) -> Serving:
    """How the site is served: deploy/serving.yml."""
    return read_serving(project / "deploy/serving.yml")


@pytest.fixture(scope="session")
def folder(build, tmp_path_factory) -> Path:
    """The built site, with what should never get out of such a folder, and a name that is no ASCII."""
    root = shutil.copytree(build[0], tmp_path_factory.mktemp("nginx") / "site")
    for path in (".git/config", ".env", "en/.htpasswd", ".well-known/.secret", "../outside.txt"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("secret", "utf-8")
    (root / "Grüße an alle.txt").write_text("Hallo", "utf-8")
    return root


@pytest.fixture(scope="session")
def port(folder, project) -> Iterator[int]:
    """The port at which nginx serves the folder with the shipped configuration."""
    with nginx(folder.parent / "nginx", folder, project / "deploy/nginx.conf") as port:
        yield port


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: run .ci/setup --test, or install Debian's package chromium"
    quiet = ("background-networking", "component-update", "sync", "extensions", "default-apps")
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, address):
    """Return a function that opens a page; a request to another host, a failed one or a script error fails the test."""
    contexts, foreign, failed = [], [], []

    def open_it(path: str = "", width: int = 1280, context=None, **options):
        if context is None:
            context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on(
            "request",
            lambda request: None if request.url.startswith((address, "data:")) else foreign.append(request.url),
        )
        page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(address + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert foreign == [], "the page asked another host"
    assert failed == [], "a request or a script failed"
