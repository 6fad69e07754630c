"""What the build says, writes and leaves as it was."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

CHANGED_BY_A_SENTENCE = "en/user/help/index.html"
INDEX = re.compile(r"assets/search/en-user\.[0-9a-f]{8}")


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
    private = (".py", ".typ", ".yml")
    copies = {path.removesuffix(".html") + ".md" for path in site.pages}
    assert {path for path in site.files if path.endswith(".md")} <= copies
    assert [path for path in site.files if path.endswith(private) or path.split("/")[-2:-1] == ["shared"]] == []


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


def test_a_stale_translation_fails_nothing_and_readers_are_told(copy, build_project):
    page = copy / "docs/de/user/help.md"
    page.write_text(page.read_text("utf-8").rstrip() + " Noch ein Satz für die Leser.\n", "utf-8")
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


def test_a_second_build_replaces_the_first_and_changes_the_times_of_what_has_changed_alone(copy, build_project):
    def times():
        files = (path for path in (copy / "site").rglob("*") if path.is_file())
        return {path.relative_to(copy / "site").as_posix(): path.stat().st_mtime_ns for path in files}

    def pages():
        files = {path: path.read_text("utf-8") for path in (copy / "site").rglob("*.html")}
        return {path.relative_to(copy / "site").as_posix(): INDEX.sub("", text) for path, text in files.items()}

    assert build_project(copy).returncode == 0
    first, read = times(), pages()
    page = copy / "docs/en/user/help.md"
    page.write_text(page.read_text("utf-8").rstrip() + " One more sentence.\n", "utf-8")
    assert build_project(copy).returncode == 0
    assert "One more sentence." in (copy / "site/en/user/help/index.html").read_text("utf-8")
    assert [path for path, text in pages().items() if read[path] != text] == [CHANGED_BY_A_SENTENCE]
    changed = {path for path, time in times().items() if first.get(path) != time}
    assert f"{CHANGED_BY_A_SENTENCE}.gz" in changed
    # The data of the search has another name then, and the pages of the language and _headers say so.
    others = {path for path in changed if not re.fullmatch(r"en/(.+/)?[^/]+\.html(\.gz|\.br)?", path)}
    copies = {f"en/user/help/index.md{ending}" for ending in ("", ".gz", ".br")}
    assert {INDEX.sub("", path) for path in others} == {".json", ".json.gz", ".json.br", "_headers"} | copies
    assert not list(copy.glob("site.*/"))


def test_a_site_below_a_path_keeps_all_its_addresses(build_for):
    site, _ = build_for("https://help.example/cloud-pbx/")
    assert 'href="/cloud-pbx/en/' in (site / "404.html").read_text("utf-8")


def test_an_image_is_shown_on_pages_of_both_languages_with_its_size(copy, build_project):
    Image.new("RGB", (800, 300)).save(copy / "docs/assets/images/banner.png")
    for language in ("de", "en"):
        with (copy / "docs" / language / "admin/book.md").open("a", encoding="utf-8") as file:
            file.write("\n![Banner](../../assets/images/banner.png)\n\n![Banner](../../assets/images/banner.png)\n")
    run = build_project(copy)
    assert run.returncode == 0, run.stdout
    for page, up in (("admin/book", "../../"), ("en/admin/book", "../../../")):
        html = (copy / "site" / page / "index.html").read_text("utf-8")
        images = re.findall(
            rf'<img alt="Banner" src="{up}assets/images/banner\.\w+\.png" width="800" height="300"([^>]*)>', html
        )
        assert images == ["", ' loading="lazy"']
    assert not (copy / "site/en/assets").exists()


def test_a_link_inside_the_docs_is_published_like_its_target(copy, build_project):
    (copy / "docs/assets/pictures").symlink_to("images")
    for language in ("de", "en"):
        with (copy / f"docs/{language}/user/help.md").open("a", encoding="utf-8") as page:
            page.write("\n![](../../assets/pictures/favicon.svg)\n")
    run = build_project(copy)
    assert run.returncode == 0, run.stdout
