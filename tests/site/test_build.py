"""What the build says, and that a failed one loses nothing and tells the editor what to mend."""

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
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

CHANGED_BY_A_SENTENCE = ("en/user/help/index.html", "search/search_index.json")


def test_the_build_says_where_the_site_is_and_what_was_checked(build):
    site, run = build
    assert run.stdout.splitlines()[-2:] == [f"The site is in {site}", "Its address is https://help.example/"]
    counts = {
        line.split(maxsplit=1)[1]: int(line.split()[0])
        for line in run.stdout.splitlines()
        if line[:6].strip().isdigit()
    }
    assert set(counts) == {"pages", "languages", "links and assets", "version numbers", "checklist PDFs"}
    assert min(counts.values()) >= 2


def test_the_readme_shows_what_a_build_says(project, build):
    site, run = build
    [example] = re.findall(r"^```\n(Checked, .*?)\n```$", (project / "README.md").read_text("utf-8"), re.M | re.S)
    said = run.stdout.replace("Checked, warnings only:", "Checked, nothing found:").replace(str(site), "…/site")
    said = said[said.index("Checked, ") :].rstrip("\n")
    address = "Its address is https://help.example/"
    local = "Its address is http://127.0.0.1:8000/ (set SITE_URL before you publish it)"

    def shape(text):
        return [re.sub(r"^ *\d+", lambda count: f"{len(count.group())} wide", line) for line in text.splitlines()]

    assert shape(example) == shape(said.replace(address, local))


def test_nothing_of_the_editors_tools_is_published(site):
    private = (".py", ".typ", ".yml", ".md")
    assert [path for path in site.files if path.endswith(private) or path.split("/")[-2:-1] == ["shared"]] == []


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside_it(copy, build_project):
    for words in ("eins", "zwei"):
        (copy / "docs/de/user/before.md").write_text(f"# {words}\n\n## A {{#update-notice}}\n", "utf-8")
        (copy / "docs/en/user/before.md").write_text(f"# {words}\n\n## A {{#update-notice}}\n", "utf-8")
        assert build_project(copy).returncode == 0
    assert "zwei" in (copy / "site/user/before/index.html").read_text("utf-8")
    assert not list(copy.glob("site.*"))


def counted(said: str) -> list[str]:
    return [line for line in said.splitlines() if line[:6].strip().isdigit()]


@pytest.fixture
def check():
    def run(folder, site, **environment):
        command = [Path(sys.executable).with_name("portal"), "check", site, "--docs", "docs"]
        return subprocess.run(
            command, check=False, cwd=folder, env=os.environ | environment, capture_output=True, text=True
        )

    return run


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "https://help.example/", "https://help.example/cloud-pbx/"])
def test_the_command_line_checks_as_much_as_the_build_whatever_address_it_was_built_for(
    project, tmp_path, build_for, check, url
):
    folder, built = build_for(url)
    site = shutil.copytree(folder, tmp_path / "site")
    run = check(project, site)
    assert (run.returncode, run.stderr) == (0, "")
    assert counted(run.stdout) == counted(built.stdout) and len(counted(run.stdout)) == 5
    page = site / "user/help/index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", f'<a href="{url}user/gone/">Weg</a></main>'), "utf-8")
    run = check(project, site)
    assert run.returncode == 1 and "user/gone/ does not exist" in run.stderr


def test_the_command_line_checks_a_site_whose_generator_left_nothing_but_pages(build, project, tmp_path, check):
    for folder in ("docs", "hooks"):
        shutil.copytree(project / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    run = check(tmp_path, build[0], PATH="")  # no Git either
    assert (run.returncode, run.stderr) == (0, "")
    assert counted(run.stdout) == counted(build[1].stdout)


# One for each way in which a build can end; tests/faults/ has every code.
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


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_fails_the_build_names_the_place_and_keeps_the_last_good_site(copy, build_project, fault):
    file, right, wrong, *told = FAULTS[fault]
    text = (copy / file).read_text("utf-8")
    assert right in text
    (copy / file).write_text(text.replace(right, wrong, 1), "utf-8")
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("the last good site", "utf-8")
    run = build_project(copy)
    assert run.returncode != 0
    assert all(words in run.stdout for words in told), run.stdout
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


def test_a_stale_translation_fails_nothing_and_readers_are_told(copy, build_project):
    page = copy / "docs/de/user/help.md"
    page.write_text(page.read_text("utf-8") + "\nNoch ein Satz für die Leser.\n", "utf-8")
    run = build_project(copy)
    assert run.returncode == 0 and run.stdout.count("warning[translation-stale]") == 1
    english = LexborHTMLParser((copy / "site/en/user/help/index.html").read_text("utf-8"))
    assert english.css_first(".stale a").attributes["href"].endswith("user/help/")
    assert not LexborHTMLParser((copy / "site/en/user/after/index.html").read_text("utf-8")).css(".stale")


def test_an_exception_hides_its_problem_and_readers_do_not_get_it(copy, build_project):
    for language in ("de", "en"):
        page = copy / f"docs/{language}/user/help.md"
        page.write_text(page.read_text("utf-8") + "\nVersion 7.1 <!-- allow version-unknown: an example -->\n", "utf-8")
    run = build_project(copy)
    assert run.returncode == 0, run.stdout
    assert "allow version" not in (copy / "site/user/help/index.html").read_text("utf-8")


def test_a_missing_font_is_told_with_its_mend(copy, build_project):
    for font in (copy / "docs/assets/fonts").glob("*.woff2"):
        font.unlink()
    run = build_project(copy)
    assert run.returncode != 0 and "restore the WOFF2 files" in run.stdout and "Traceback" not in run.stdout


def test_a_full_disk_is_told_and_keeps_the_last_good_site(copy, build_project):
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("the last good site", "utf-8")
    # No file may grow above 60 KB: writing fails in the middle of the build, as on a full disk.
    run = build_project(copy, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)))
    assert run.returncode != 0 and "error[build]" in run.stdout and "Traceback" not in run.stdout, run.stdout
    assert "nothing found" not in run.stdout
    assert (copy / "site/index.html").read_text("utf-8") == "the last good site"


def test_a_build_changes_the_times_of_what_has_changed_and_of_nothing_else(copy, build_project):
    def times():
        files = (path for path in (copy / "site").rglob("*") if path.is_file())
        return {path.relative_to(copy / "site").as_posix(): path.stat().st_mtime_ns for path in files}

    assert build_project(copy).returncode == 0
    first = times()
    page = copy / "docs/en/user/help.md"
    page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    assert build_project(copy).returncode == 0
    changed = {path for path, time in times().items() if first[path] != time}
    assert changed <= {f"{path}{ending}" for path in CHANGED_BY_A_SENTENCE for ending in ("", ".gz", ".br")}
    assert "en/user/help/index.html.gz" in changed


def test_a_site_that_is_a_link_is_replaced_again_and_again(copy, build_project):
    (copy / "elsewhere").mkdir()
    (copy / "site").symlink_to("elsewhere")
    for _ in range(2):
        assert build_project(copy).returncode == 0
    assert (copy / "site/index.html").is_file() and not list(copy.glob("site.*"))


def test_a_site_below_a_path_keeps_all_its_addresses(build_for):
    site, _ = build_for("https://help.example/cloud-pbx/")
    assert 'href="/cloud-pbx/en/' in (site / "404.html").read_text("utf-8")


@pytest.mark.parametrize("gone", ["en/user/index.md", "en/index.md", "de/admin/index.md", "en"])
def test_a_missing_start_page_or_language_is_told_and_no_traceback(copy, build_project, gone):
    path = copy / "docs" / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    run = build_project(copy)
    assert run.returncode != 0 and "error[page-missing]" in run.stdout and "Traceback" not in run.stdout


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


def test_an_image_is_shown_on_pages_of_both_languages_with_its_size(copy, build_project):
    Image.new("RGB", (800, 300)).save(copy / "docs/assets/images/banner.png")
    for language in ("de", "en"):
        with (copy / "docs" / language / "admin/step-1.md").open("a", encoding="utf-8") as file:
            file.write("\n![Banner](../../assets/images/banner.png)\n\n![Banner](../../assets/images/banner.png)\n")
    run = build_project(copy)
    assert run.returncode == 0, run.stdout
    for page, up in (("admin/step-1", "../../"), ("en/admin/step-1", "../../../")):
        html = (copy / "site" / page / "index.html").read_text("utf-8")
        images = re.findall(
            rf'<img alt="Banner" src="{up}assets/images/banner\.\w+\.png" width="800" height="300"([^>]*)>', html
        )
        assert images == ["", ' loading="lazy"']
    assert not (copy / "site/en/assets").exists()


@pytest.mark.parametrize("path", ["docs/assets/images/notes.svg", "docs/facts.yml", "overrides/main.html"])
def test_a_link_that_leads_out_is_refused_before_it_is_read(copy, build_project, tmp_path, path):
    os.mkfifo(tmp_path / "secret")  # whoever opened it would never come back
    (copy / path).unlink(missing_ok=True)
    (copy / path).symlink_to(tmp_path / "secret")
    run = build_project(copy)
    assert run.returncode != 0 and "Traceback" not in run.stdout
    assert re.findall(r"error\[(.+?)\].*?\n +--> (.+)", run.stdout) == [("file-outside", path)]
    assert not (copy / "site").exists()


def test_a_link_inside_the_docs_is_published_like_its_target(copy, build_project):
    (copy / "docs/assets/pictures").symlink_to("images")
    for language in ("de", "en"):
        with (copy / f"docs/{language}/user/help.md").open("a", encoding="utf-8") as page:
            page.write("\n![](../../assets/pictures/favicon.svg)\n")
    run = build_project(copy)
    assert run.returncode == 0, run.stdout
