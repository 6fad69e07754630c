import subprocess

import pytest
from portal.links import check_links
from portal.links.renames import renamed_files
from portal.locate import Locator
from portal.site import Site
from portal.sources import read_sources


@pytest.fixture
def git(tmp_path):
    def run(*arguments):
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    renamed_files.cache_clear()
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
    renamed_files.cache_clear()
    assert renamed_files(tmp_path) == {}


def test_a_link_to_a_page_that_was_renamed_is_mended_with_its_new_name(git, write_docs, write_site, tmp_path):
    docs = write_docs({"de/user/a.md": "[Text](old.md)\n", "de/user/old.md": "# Words\n"})
    git("add", ".")
    git("commit", "-m", "x")
    git("mv", "docs/de/user/old.md", "docs/de/user/announcement.md")
    git("commit", "-m", "x")
    site = Site(write_site({"user/a/index.html": '<a href="old.md">Text</a>'}), tmp_path)
    [problem] = check_links(site, Locator(site, read_sources(docs), {}, project=tmp_path))
    assert problem.hint == "it was renamed: write announcement.md"
