"""Starts Debian's Chromium, Firefox and WebKit, each with a profile of its own, to be driven by WebDriver."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nginx import free_port, listens
from selenium.webdriver import ChromeOptions, FirefoxOptions, Remote, WebKitGTKOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection

from engines.marionette import Marionette

GUARD = Path(__file__).parent / "guard.py"
PATIENCE = 60  # seconds for a program to answer: the machine may be busy

# Toolbars would not let a window be as narrow as a phone.
FIREFOX_SETTINGS = """\
user_pref("marionette.port", {port});
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("services.settings.server", "data:,");
"""
FIREFOX_STYLE = "* { min-width: 0 !important }"
WEBKIT_STYLE = "* { min-width: 0; margin: 0; padding: 0; border-width: 0 } image { -gtk-icon-transform: scale(.1) }"

CLIPBOARD = "clipboardSanitizedWrite"


@contextmanager
def chromium() -> Iterator[Remote]:
    """Run Chromium, without a window, while the context lasts. The same holds for the other two."""
    options = ChromeOptions()
    options.binary_location = find_program("chromium-headless-shell", "chromium-headless-shell")
    for argument in ("--no-sandbox", "--disable-gpu", "--no-first-run"):
        options.add_argument(argument)
    port = free_port()
    with guarded(find_program("chromedriver", "chromium-driver"), f"--port={port}") as driver:
        session = connect(driver, port, lambda: Remote(server_at(port), options=options))
        # Given to the tab that has the focus in a Chromium with a window.
        session.execute("devtools", {"cmd": "Browser.grantPermissions", "params": {"permissions": [CLIPBOARD]}})
        yield session


@contextmanager
def firefox() -> Iterator[Remote]:
    """Run Firefox."""
    port = free_port()
    files = {"user.js": FIREFOX_SETTINGS.format(port=port), "chrome/userChrome.css": FIREFOX_STYLE}
    command = (find_program("firefox-esr", "firefox-esr"), "--headless", "--marionette", "--profile", "{folder}")
    with guarded(*command, files=files) as browser:
        yield connect(browser, port, lambda: Remote(Marionette(port), options=FirefoxOptions()))


@contextmanager
def webkit() -> Iterator[Remote]:
    """Run WebKitGTK's small browser, on a display that nobody sees."""
    port = free_port()
    # The pointer begins in the middle, where the narrowest window has it, and so the focus; a wide one may stand out.
    display = (find_program("Xvfb", "xvfb"), "-displayfd", "1", "-screen", "0", "600x1200x24", "-nolisten", "tcp")
    with guarded(*display, stdout=subprocess.PIPE) as server:
        environment = {"DISPLAY": f":{server.stdout.readline().strip()}", "GDK_BACKEND": "x11"}
        style = {f"gtk-{version}.0/gtk.css": WEBKIT_STYLE for version in (3, 4)}  # Debian 12 has the former
        driver = find_program("WebKitWebDriver", "webkit2gtk-driver")
        with guarded(driver, f"--port={port}", files=style, **environment) as driver:
            yield connect(driver, port, lambda: Remote(server_at(port), options=WebKitGTKOptions()))


ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}


def find_program(name: str, package: str) -> str:
    """Return a program's path. A missing one fails the test with how to install it."""
    path = shutil.which(name)
    assert path, f"{name} is missing: run .ci/setup --test, or install Debian's package {package}"
    return path


@contextmanager
def guarded(
    *command: str, files: dict | None = None, stdout: int = subprocess.DEVNULL, **environment: str
) -> Iterator[subprocess.Popen]:
    """Run a program while the context lasts, in a new folder with ``files``, which ``{folder}`` in its command names.

    Neither outlives the test, whatever ends it: guard.py sees to that.
    """
    folder = tempfile.mkdtemp(prefix="engine-")
    for name, text in (files or {}).items():
        path = Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    words = [word.format(folder=folder) for word in command]
    env = {**os.environ, "NO_AT_BRIDGE": "1", "GTK_A11Y": "none", "NO_PROXY": "*", **environment}
    streams = {"stdin": subprocess.PIPE, "stdout": stdout, "stderr": subprocess.DEVNULL}
    guard = subprocess.Popen(
        [sys.executable, GUARD, folder, *words], env=env, text=True, start_new_session=True, **streams
    )
    try:
        yield guard
    finally:
        guard.stdin.close()
        guard.wait()


def server_at(port: int) -> RemoteConnection:
    """Return a connection to the WebDriver server at a port of this machine."""
    connection = RemoteConnection(client_config=ClientConfig(remote_server_addr=f"http://127.0.0.1:{port}"))
    connection.add_command("devtools", "POST", "/session/$sessionId/goog/cdp/execute")  # Chromium's own
    return connection


def connect(process: subprocess.Popen, port: int, begin: Callable[[], Remote]) -> Remote:
    """Return the session that ``begin`` opens once the program listens at ``port``; else raise RuntimeError."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        if listens(port):
            return begin()
        time.sleep(0.05)
    raise RuntimeError(f"{process.args[3]} did not start")
