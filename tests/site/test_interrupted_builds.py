"""Builds that were killed, or that meet another one: the last good site is always there."""

import os
import subprocess
import sys

import pytest
from portal.publishing.lock import Lock


@pytest.fixture
def unbuildable(copy):
    """A project whose build ends before its first page, which takes a second."""
    page = copy / "docs/de/user/help.md"
    page.write_text(page.read_text("utf-8").replace("description:", "description: [", 1), "utf-8")
    return copy


def test_a_build_that_fails_brings_back_the_site_that_a_killed_swap_had_moved_away(unbuildable, build_project):
    (unbuildable / "site.old").mkdir()
    (unbuildable / "site.old/index.html").write_text("the last good site", "utf-8")
    run = build_project(unbuildable)
    assert run.returncode == 1 and "the last good site is untouched" in run.stdout
    assert (unbuildable / "site/index.html").read_text("utf-8") == "the last good site"
    assert sorted(path.name for path in unbuildable.glob("site*")) == ["site"]


def test_the_second_build_of_a_folder_says_that_it_waits_and_then_builds(unbuildable):
    lock = Lock(unbuildable / "site.lock")
    lock.acquire(lambda _: None)
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, cwd=unbuildable, env=environment, **streams) as build:
        line = next(line for line in build.stdout if "another build" in line)
        assert f"writes {unbuildable / 'site'} (process {os.getpid()}); waiting" in line
        lock.release()
        assert "front-matter-invalid" in build.communicate()[0]
    assert list(unbuildable.glob("site*")) == []


def test_a_site_that_is_a_link_is_built_where_it_leads_for_every_user(copy, build_project, tmp_path):
    (tmp_path / "www").mkdir()
    (copy / "site").symlink_to(tmp_path / "www")
    run = build_project(copy, preexec_fn=lambda: os.umask(0o077))
    assert run.returncode == 0, run.stdout
    assert (copy / "site").is_symlink() and sorted(path.name for path in tmp_path.iterdir()) == ["project", "www"]
    modes = {
        (path.is_dir(), path.stat().st_mode & 0o777) for path in (tmp_path / "www", *(tmp_path / "www").rglob("*"))
    }
    assert modes == {(True, 0o755), (False, 0o644)} and (tmp_path / "www/index.html.br").is_file()
