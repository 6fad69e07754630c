"""The preview, started once on a copy of the project whose facts can't be read, and then edited step by step."""

import os
import re
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
from playwright.sync_api import Error

PATIENCE = 60  # seconds for one build on a busy machine


@pytest.fixture(scope="module")
def folder(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview")
    for name in (".ci/search", "docs", "hooks", "overrides", "deploy"):
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
        try:
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


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
    html = becomes("user/", lambda html: "facts-invalid" in html)
    assert "docs/facts.yml:11:11" in html and "last good page" not in html


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
    tab.on("console", lambda message: messages.append(f"{message.text} {message.location}"))
    tab.goto(f"{preview}user/help/")
    for _ in range(5):  # a build that was already under way may still reload the page
        try:
            found = axe_faults(tab, ".preview-panel", kinds=["violations"])
            break
        except Error:
            tab.wait_for_load_state()
    assert found == []
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
    ("file", "old", "new", "message"),
    [
        ("mkdocs.yml", "\ntheme:", "\ntheme: [", "not valid YAML"),  # no two in a row have the same message
        ("mkdocs.yml", "hooks/box_tables.py", "hooks/box_tabls.py", "existing file"),
        (
            "overrides/main.html",
            "<!DOCTYPE html>",
            "{% if %}<!DOCTYPE html>",
            "something is missing before the closing braces",
        ),
        ("hooks/box_tables.py", '"""', 'import gone\n"""', "No module named"),
        ("hooks/portal/views.py", "VIEWS:", "VIEWS: :", "SyntaxError: invalid syntax"),
        ("hooks/portal/checks/links/orphans.py", "    starts =", "    1 / 0\n    starts =", "ZeroDivisionError"),
        ("deploy/serving.yml", "\nfiles:", "\nfiles: [", "not valid YAML"),
        ("deploy/serving.yml", "to: /user/", "to: //user/", "redirects.0.to is not right"),
    ],
)
def test_what_breaks_the_build_leaves_the_last_good_page_up_and_opens_its_place(
    folder, becomes, file, old, new, message
):
    line = (folder / file).read_text("utf-8").partition(old)[0].count("\n") + 1 + new.startswith("\n")
    edit(folder / file, old, new)
    html = becomes("user/", lambda html: message in html.partition("preview-panel")[2])
    panel = html.partition("preview-panel")[2]
    assert "<article" in html and "last good page" in panel
    link = re.search(r'href="vscode://file([^"]+?):(\d+):\d+"', panel)
    assert link and link[1] == (folder / file).as_posix() and int(link[2]) in range(line, line + 3)
    assert "Traceback" not in panel.partition("<pre>")[0]
    edit(folder / file, new, old)  # the next mistake need not wait until the page is well again


def test_a_folder_that_is_moved_away_is_told_and_back_it_is_well(folder, becomes, tmp_path):
    (folder / "docs/en").rename(tmp_path / "en")
    becomes("user/", lambda html: "docs/en/index.md" in html)
    (tmp_path / "en").rename(folder / "docs/en")
    becomes("user/", lambda html: "preview-panel" not in html)


def test_what_a_link_out_of_the_docs_points_to_is_not_shown(folder, becomes, page, tmp_path):
    (tmp_path / "notes.md").write_text("# Secret notes\n", "utf-8")
    (folder / "docs/de/user/notes.md").symlink_to(tmp_path / "notes.md")
    html = becomes("user/", lambda html: "file-outside" in html)
    assert "docs/de/user/notes.md" in html and "Secret" not in page("user/notes/")
    (folder / "docs/de/user/notes.md").unlink()
    becomes("user/", lambda html: "preview-panel" not in html)


def test_another_hosts_name_gets_nothing(preview):
    request = urllib.request.Request(f"{preview}user/", headers={"Host": "rebound.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 421 and "article" not in refused.value.read().decode()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/de/shared/contact.md", "\n", "\n\nNeue Worte.\n\n"),
        ("overrides/main.html", "</body>", "<p>Neue Worte.</p></body>"),
        ("hooks/portal/sources/placeholders.py", '"""', '"""Neue Worte. '),
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


def test_no_variable_of_the_environment_lets_faults_be_published(copy, build_project):
    edit(copy / "docs/de/user/help.md", "](after.md", "](aftr.md")
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("the last good site", "utf-8")
    run = build_project(copy, PORTAL_PREVIEW="1")
    assert run.returncode != 0 and "link-page-missing" in run.stdout
    assert (copy / "site/index.html").read_text("utf-8") == "the last good site"


def test_a_published_site_has_nothing_of_it(build):
    held = [path for path in build[0].rglob("*") if path.is_file() and b"__preview__" in path.read_bytes()]
    assert held == [] and not list(build[0].rglob("*preview*"))
