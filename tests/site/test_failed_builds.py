"""A build that fails loses nothing, and tells the editor what to fix."""

import json
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

# Each way in which a build can end; tests/faults/ has every code.
# (file, what stands there, what an editor writes instead, what the report says)
FAULTS = {
    "dead page link": (
        "docs/de/admin/guide.md",
        "(checklist.md)",
        "(cheklist.md)",
        "docs/de/admin/guide.md:8:31",
        "write checklist.md",
    ),
    "foreign host": (
        "docs/de/user/help.md",
        "# Hilfe und Kontakt",
        "# Hilfe und Kontakt\n\n![x](https://cdn.example/x.png)",
        "request-external",
        "docs/de/user/help.md:7:6",
    ),
    "stale version": (
        "docs/de/user/after.md",
        "{{ windows.webview2 }}",
        "42.7",
        "version-unknown",
        "write {{ windows.webview2 }} instead",
    ),
    "unknown placeholder": (
        "docs/en/shared/minimum-versions.md",
        "android.minimum",
        "andriod.minimum",
        "docs/en/shared/minimum-versions.md:3:29",
        "write {{ android.minimum }} instead",
    ),
    "missing passage": (
        "docs/de/user/help.md",
        "shared/contact.md",
        "shared/kontakt.md",
        "include-missing",
        "docs/de/user/help.md",
    ),
    "front matter": (
        "docs/de/user/help.md",
        "description:",
        "description: [",
        "front-matter-invalid",
        "docs/de/user/help.md:2",
    ),
    "facts": ("docs/facts.yml", 'value: "42.6"', "value: 42.6", "facts-invalid", "put it in quotes"),
    "facts syntax": ("docs/facts.yml", "versions:", "versions: [", "facts-invalid", "docs/facts.yml"),
    "nav": ("mkdocs.yml", "- user/help.md", "- user/hlp.md", "nav-missing", "write user/help.md"),
    "checklist": ("docs/en/admin/checklist.md", " {#date}", "", "checklist-item", "this item has no id"),
    "serving": (
        "deploy/serving.yml",
        "to: /user/",
        "to: //evil.example/",
        "error[serving-invalid]",
        "redirects.0.to",
    ),
    "scripts in a circle": (
        "docs/assets/javascripts/checklist-state.js",
        "const FRAGMENT",
        'import "./checklist.js";\nconst FRAGMENT',
        "error[build]",
        "checklist-state.js → assets/javascripts/checklist.js",
    ),
    "expired security.txt": (
        "docs/facts.yml",
        "checked: 2026-11-22\n    review_by: 2027-11-01",
        "checked: 2025-01-01\n    review_by: 2026-01-01",
        "security-expires",
        "docs/facts.yml",
    ),
    "template": ("overrides/404.html", "{% extends", "{% if %}{% extends", "error[template]", "404.html"),
}


# What one build reports together, before it begins or when it has ended; the others stop it by themselves.
BEFORE = ["front matter", "facts", "nav"]
AFTER = ["dead page link", "foreign host", "stale version", "unknown placeholder", "missing passage", "checklist"]


@pytest.mark.parametrize("names", [BEFORE, AFTER, *([name] for name in FAULTS if name not in BEFORE + AFTER)], ids=str)
def test_a_fault_fails_the_build_names_the_place_and_keeps_the_last_good_site(copy, build_project, names):
    for file, right, wrong, *_ in map(FAULTS.get, names):
        text = (copy / file).read_text("utf-8")
        assert right in text
        (copy / file).write_text(text.replace(right, wrong, 1), "utf-8")
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("the last good site", "utf-8")
    run = build_project(copy)
    assert run.returncode != 0
    reported = [words for name in names for words in FAULTS[name][3:]]
    assert [words for words in reported if words not in run.stdout] == [], run.stdout
    assert "Traceback" not in run.stdout
    assert (copy / "site/index.html").read_text("utf-8") == "the last good site"


def test_a_page_that_only_one_language_has_fails_the_build(copy, build_project):
    (copy / "docs/en/user/before.md").unlink()
    run = build_project(copy)
    assert run.returncode != 0 and "error[translation-missing]" in run.stdout and "Traceback" not in run.stdout


def test_all_problems_are_told_not_only_the_first_to_readers_and_to_programs(copy, build_project, tmp_path):
    for language in ("de", "en"):
        page = copy / f"docs/{language}/user/help.md"
        page.write_text(page.read_text("utf-8") + "\nTODO [x](gone.md) {{ gone }}\n", "utf-8")
    run = build_project(copy, PORTAL_REPORT=str(tmp_path / "report.json"))
    assert run.stdout.count("error[") == 6, run.stdout
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["errors"] == 6


def test_a_missing_font_is_told_with_its_mend(copy, build_project):
    for font in (copy / "docs/assets/fonts").glob("*.woff2"):
        font.unlink()
    run = build_project(copy)
    assert run.returncode != 0 and "restore the WOFF2 files" in run.stdout and "Traceback" not in run.stdout


def test_a_missing_engine_of_the_search_is_told_with_what_installs_it(copy, build_project):
    shutil.rmtree(copy / ".ci/search/node_modules")
    run = build_project(copy)
    assert run.returncode == 1 and run.stdout.count("error[build]") == 1 and "Traceback" not in run.stdout
    assert "there is no .ci/search/node_modules/minisearch/dist/es/index.js; run .ci/setup" in run.stdout


def test_a_full_disk_is_told_and_keeps_the_last_good_site(copy, build_project):
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("the last good site", "utf-8")
    # No file may grow above 40 KB: writing fails in the middle of the build, as on a full disk.
    run = build_project(copy, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)))
    assert run.returncode != 0 and "error[build]" in run.stdout and "Traceback" not in run.stdout, run.stdout
    assert "nothing found" not in run.stdout
    assert (copy / "site/index.html").read_text("utf-8") == "the last good site"


@pytest.mark.parametrize("gone", ["en/user/index.md", "en/index.md", "de/admin/index.md", "en"])
def test_a_missing_start_page_or_language_is_told_and_no_traceback(copy, build_project, gone):
    path = copy / "docs" / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    run = build_project(copy)
    assert run.returncode != 0 and "error[page-missing]" in run.stdout and "Traceback" not in run.stdout


@pytest.mark.parametrize("path", ["docs/assets/images/notes.svg", "docs/facts.yml", "overrides/main.html"])
def test_a_link_that_leads_out_is_refused_before_it_is_read(copy, build_project, tmp_path, path):
    os.mkfifo(tmp_path / "secret")  # whoever opened it would never come back
    (copy / path).unlink(missing_ok=True)
    (copy / path).symlink_to(tmp_path / "secret")
    run = build_project(copy)
    assert run.returncode != 0 and "Traceback" not in run.stdout
    assert re.findall(r"error\[(.+?)\].*?\n +--> (.+)", run.stdout) == [("file-outside", path)]
    assert not (copy / "site").exists()


def test_the_preview_survives_mistakes_and_shows_them(copy, tmp_path):
    log = (tmp_path / "log").open("w")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=copy, stdout=log, stderr=log, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    try:
        page = copy / "docs/de/user/help.md"
        good = page.read_text("utf-8")
        assert "Serving on" in wait_for(tmp_path / "log", "Serving on")
        page.write_text(good + "\nTODO\n", "utf-8")
        assert "docs/de/user/help.md" in wait_for(tmp_path / "log", "error[placeholder-text]")
        page.write_text(good + "\nGut.\n", "utf-8")
        deadline = time.monotonic() + 30
        while b"Gut." not in urllib.request.urlopen(f"http://127.0.0.1:{port}/user/help/").read():
            assert time.monotonic() < deadline, "the preview never showed the mended page"
            time.sleep(0.2)
        assert server.poll() is None
    finally:
        server.terminate()
        server.wait()
        log.close()


def wait_for(log, words):
    deadline = time.monotonic() + 60
    while words not in log.read_text("utf-8"):
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.2)
    return log.read_text("utf-8")


def test_a_mistake_in_a_template_is_told_in_the_language_of_the_editor(copy, build_project):
    page = copy / "overrides/404.html"
    page.write_text("{% if a %}" + page.read_text("utf-8"), "utf-8")
    run = build_project(copy, LC_ALL="de_DE.UTF-8")
    assert "Fehler[template]: if wird nie geschlossen" in run.stdout, run.stdout
