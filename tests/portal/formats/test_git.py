import subprocess

import pytest
from contexts import site_context
from portal.checks.links import check_links
from portal.formats.git import renamed_files
from portal.site.locate import Locator
from portal.site.site import Site
from portal.sources.page import read_sources


@pytest.fixture
def git(tmp_path):
    def run(*arguments):
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    run("init")
    return run


def test_a_file_is_found_under_its_last_name(git, tmp_path):
    (tmp_path / "ä.md").write_text("words\n" * 9, "utf-8")
    for old, new in ((None, None), ("ä.md", "b.md"), ("b.md", "c.md")):
        if old:
            git("mv", old, new)
        git("add", ".")
        git("commit", "-m", "x")
    assert renamed_files(tmp_path) == {"ä.md": "c.md", "b.md": "c.md"}


def test_without_a_repository_nothing_was_renamed(tmp_path):
    assert renamed_files(tmp_path) == {}


@pytest.mark.parametrize(
    ("new", "hint"),
    [("user/announcement.md", "it was renamed: write announcement.md"), ("admin/announcement.md", "")],
)
def test_a_link_to_a_page_that_was_renamed_is_mended_with_its_new_name_if_it_may_lead_there(
    git, write_docs, write_site, tmp_path, new, hint
):
    docs = write_docs({"de/user/a.md": "[Text](old.md)\n", "de/user/old.md": "# Words\n"})
    git("add", ".")
    git("commit", "-m", "x")
    (docs / "de/admin").mkdir()
    git("mv", "docs/de/user/old.md", f"docs/de/{new}")
    site = Site(write_site({"user/a/index.html": '<a href="old.md">Text</a>'}), tmp_path)
    [problem] = check_links(site, site_context(site, Locator(site, read_sources(docs), {}, project=tmp_path)))
    assert problem.hint == hint


@pytest.mark.parametrize("how", ["staged", "not staged", "by hand", "by hand, and written on"])
def test_a_page_that_is_moved_and_not_committed_is_found_and_the_editors_index_stays(git, tmp_path, how):
    (tmp_path / "old.md").write_text("".join(f"line {number}\n" for number in range(20)), "utf-8")
    git("add", ".")
    git("commit", "-m", "x")
    if how == "staged":
        git("mv", "old.md", "new.md")
    else:
        (tmp_path / "old.md").rename(tmp_path / "new.md")
    if how == "not staged":
        git("add", "--intent-to-add", "new.md")
    if how.endswith("written on"):
        (tmp_path / "new.md").write_text((tmp_path / "new.md").read_text("utf-8") + "more\n", "utf-8")
    index = (tmp_path / ".git/index").read_bytes()
    assert renamed_files(tmp_path) == {"old.md": "new.md"}
    assert (tmp_path / ".git/index").read_bytes() == index


def test_before_the_first_commit_nothing_was_renamed(git, tmp_path):
    (tmp_path / "new.md").write_text("words\n" * 9, "utf-8")
    assert renamed_files(tmp_path) == {}


def test_a_move_after_a_commit_is_followed_to_where_the_page_lies_now(git, tmp_path):
    (tmp_path / "a.md").write_text("words\n" * 9, "utf-8")
    git("add", ".")
    git("commit", "-m", "x")
    git("mv", "a.md", "b.md")
    git("commit", "-m", "x")
    (tmp_path / "b.md").rename(tmp_path / "c.md")
    assert renamed_files(tmp_path) == {"a.md": "c.md", "b.md": "c.md"}


@pytest.mark.parametrize("text", ["Text", "Words"])
def test_a_link_whose_page_a_template_names_too_is_told_once_with_the_new_name(
    git, write_docs, write_site, tmp_path, text
):
    files = {"de/user/a.md": f"[{text}](help.md)\n", "de/user/help.md": "# Other\n", "de/user/b.md": "# Words\n"}
    docs = write_docs(files)
    git("add", ".")
    git("commit", "-m", "x")
    git("mv", "docs/de/user/help.md", "docs/de/user/hilfe.md")
    pages = {f"user/{name}/index.html": f"<h1>{name}</h1>" for name in ("hilfe", "b")}
    links = f'<a href="../help/">Words</a><a href="help.md">{text}</a><a href="../b/">B</a><a href="../hilfe/">H</a>'
    site = Site(write_site(pages | {"user/a/index.html": links, "index.html": '<a href="user/a/">A</a>'}), tmp_path)
    [problem] = check_links(site, site_context(site, Locator(site, read_sources(docs), {}, project=tmp_path)))
    location = f"docs/de/user/a.md:1:{len(text) + 4}"
    assert (str(problem.location), problem.hint) == (location, "it was renamed: write hilfe.md")
