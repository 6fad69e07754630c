"""The preview, started once on a copy of the project whose facts can't be read, and then edited step by step."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from audit.axe import axe_faults

PATIENCE = 60  # seconds for one build on a busy machine


@pytest.fixture(scope="module")
def folder(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview")
    for name in ("docs", "hooks", "overrides", "deploy"):
        shutil.copytree(project / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", folder)
    facts = folder / "docs/facts.yml"
    facts.write_text(facts.read_text("utf-8").replace("versions:", "versions: [", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(folder):
    environment = {**os.environ, "PYTHONPATH": str(folder / "hooks")}
    command = [sys.executable, "-m", "portal", "preview"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        yield process.stdout.readline().split("; ")[0].rpartition(" ")[2]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


@pytest.fixture
def page(preview) -> Callable[[str], str]:
    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(preview + path) as reply:
                return reply.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()

    return get


@pytest.fixture
def becomes(page) -> Callable:
    """Return a function that waits until a page is as wanted, and returns it."""

    def wait(path: str, wanted: Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE
        while not wanted(html := page(path)):
            assert time.monotonic() < end, html
            time.sleep(0.1)
        return html

    return wait


def edit(path, old, new):
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_it_starts_from_facts_that_cannot_be_read_and_tells_so(becomes):
    assert "docs/facts.yml:13:10" in becomes("user/", lambda html: "facts-invalid" in html)


def test_mended_the_page_is_there_and_the_panel_gone(folder, becomes):
    edit(folder / "docs/facts.yml", "versions: [", "versions:")
    html = becomes("user/help/", lambda html: "<article" in html and "preview-panel" not in html)
    assert "/__preview__/panel.js" in html


def test_a_broken_link_is_listed_on_its_page_and_counted_on_others(folder, becomes, page):
    edit(folder / "docs/de/user/help.md", "](after.md", "](aftr.md")
    html = becomes("user/help/", lambda html: "on this page" in html)
    assert f"vscode://file{(folder / 'docs/de/user/help.md').as_posix()}:" in html and "<article" in html
    assert "elsewhere" in (other := page("admin/")) and "on this page" not in other


def test_the_panel_holds_to_the_policy_and_is_accessible(preview, chromium, becomes):
    becomes("user/help/", lambda html: "preview-panel" in html)
    tab = chromium.new_page(viewport={"width": 390, "height": 800})
    messages = []
    tab.on("console", lambda message: messages.append(message.text))
    tab.goto(f"{preview}user/help/")
    assert axe_faults(tab, ".preview-panel", kinds=["violations"]) == []
    assert tab.locator(".preview-panel").bounding_box()["height"] <= 400
    assert messages == []
    tab.close()


def test_the_page_reloads_by_itself_when_the_mistake_is_mended(folder, preview, chromium):
    tab = chromium.new_page()
    tab.goto(f"{preview}user/help/")
    assert tab.locator(".preview-panel").count() == 1
    edit(folder / "docs/de/user/help.md", "](aftr.md", "](after.md")
    tab.locator(".preview-panel").wait_for(state="detached", timeout=PATIENCE * 1000)
    tab.close()


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        ("mkdocs.yml", "\ntheme:", "\ntheme: [", "user/"),
        ("overrides/main.html", "<!DOCTYPE html>", "{% if %}<!DOCTYPE html>", "user/"),
        ("hooks/portal/views.py", "VIEWS:", "VIEWS: :", "user/"),
    ],
)
def test_what_breaks_the_build_leaves_the_last_good_page_up(folder, becomes, file, old, new, path):
    edit(folder / file, old, new)
    assert "<article" in becomes(path, lambda html: "last good page" in html)
    edit(folder / file, new, old)
    becomes(path, lambda html: "preview-panel" not in html)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/de/shared/contact.md", "\n", "\n\nNeue Worte.\n\n"),
        ("overrides/main.html", "</body>", "<p>Neue Worte.</p></body>"),
        ("hooks/portal/placeholders.py", '"""', '"""Neue Worte. '),
    ],
)
def test_passages_templates_and_hooks_are_built_anew(folder, preview, becomes, page, file, old, new):
    def builds() -> int:
        with urllib.request.urlopen(f"{preview}__preview__/build") as reply:
            return int(reply.read())

    before = builds()
    edit(folder / file, old, new)
    if file.startswith("hooks"):
        becomes("__preview__/build", lambda number: int(number) > before)
    else:
        becomes("user/help/", lambda html: "Neue Worte." in html)


def test_a_published_site_has_nothing_of_it(build):
    held = [path for path in build[0].rglob("*") if path.is_file() and b"__preview__" in path.read_bytes()]
    assert held == [] and not list(build[0].rglob("*preview*"))
