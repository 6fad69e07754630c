import os
import socket
import sys

import pytest
from portal.checks.run import check_all, is_buildable
from portal.formats.folders import check_folder, files_below
from portal.problems.reports import for_stream
from portal.sources.project import Project


def told(folder, **options):
    return [(problem.code, problem.location.file) for problem in check_folder(folder, "docs", **options)]


def test_links_that_stay_inside_are_fine_and_followed(write_docs):
    docs = write_docs({"de/a.md": "A", "en/b/c.md": "C"})
    (docs / "de/b").symlink_to("../en/b")
    (docs / "de/chain.md").symlink_to("b/c.md")
    (docs / "de/absolute.md").symlink_to(docs / "de/a.md")
    assert told(docs) == []
    assert [path.relative_to(docs).as_posix() for path in files_below(docs / "de")] == [
        "de/a.md",
        "de/absolute.md",
        "de/b/c.md",
        "de/chain.md",
    ]


def test_a_folder_that_is_itself_reached_by_a_link_is_whole(write_docs, tmp_path):
    write_docs({"de/a.md": "A"})
    (tmp_path / "linked").symlink_to("docs")
    (tmp_path / "docs/de/b.md").symlink_to("a.md")
    assert told(tmp_path / "linked") == []


def test_a_link_is_told_once_and_where_it_lies(write_docs, tmp_path):
    docs = write_docs({"de/a.md": "A", "en/b/c.md": "C"})
    (docs / "en/b/out").symlink_to(tmp_path)
    (docs / "de/b").symlink_to("../en/b")
    assert told(docs) == [("file-outside", "docs/en/b/out")]


def test_a_folder_beside_with_a_longer_name_is_outside(write_docs, tmp_path):
    docs = write_docs({})
    (tmp_path / "docs.old").mkdir()
    (docs / "old").symlink_to("../docs.old")
    assert told(docs) == [("file-outside", "docs/old")]


def test_what_editors_programs_keep_in_dot_files_is_theirs(write_docs):
    docs = write_docs({"de/a.md": "A", ".vault/a": ""})
    (docs / "de/.#a.md").symlink_to("me@host.1234:1")  # Emacs, while somebody writes
    (docs / ".vault/out").symlink_to("/")
    assert told(docs) == []
    assert told(docs, hidden=True) == [("file-outside", "docs/.vault/out"), ("file-irregular", "docs/de/.#a.md")]


@pytest.mark.parametrize("name", ["facts.yml", "de/a.md", "assets/a.css", "assets/a.svg"])
def test_a_pipe_is_told_and_never_opened(write_docs, write_site, name):
    docs = write_docs({"de/index.md": "# A\n", "assets/b.css": ""})
    (docs / name).unlink(missing_ok=True)
    os.mkfifo(docs / name)
    project = Project.around(docs)
    assert not is_buildable(project)
    result = check_all(write_site({"index.html": ""}), project)
    assert [(problem.code, problem.location.file) for problem in result.problems] == [
        ("file-irregular", f"docs/{name}")
    ]
    assert f"--> docs/{name}" in for_stream(result.problems, docs.parent, sys.stderr)  # which quotes lines of files


def test_a_socket_is_told(write_docs, monkeypatch):
    docs = write_docs({})
    monkeypatch.chdir(docs)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as ours:
        ours.bind("s")
        assert told(docs) == [("file-irregular", "docs/s")]


def test_a_pipe_in_the_site_is_told_and_never_opened(write_docs, write_site):
    site = write_site({"index.html": ""})
    os.mkfifo(site / "a.html")
    result = check_all(site, Project.around(write_docs({})))
    assert [problem.code for problem in result.problems] == ["file-irregular"]


def test_what_is_stray_is_told_alone_and_its_target_not_read(write_docs, tmp_path, write_site):
    (tmp_path / "secret.md").write_text("Lorem ipsum", "utf-8")
    docs = write_docs({"de/index.md": "TODO\n"})
    (docs / "de/a.md").symlink_to("../../secret.md")
    problems = check_all(write_site({"index.html": "TODO"}), Project.around(docs)).problems
    assert [problem.code for problem in problems] == ["file-outside"]
