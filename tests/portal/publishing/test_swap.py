import os
import subprocess
import sys
from pathlib import Path

import pytest
from portal.publishing import swap as module
from portal.publishing.swap import folder_of, recover, swap

# Ends the process right before or after its n-th rename, as kill -9 does.
KILLED = """
import os, sys
from pathlib import Path
from portal.publishing import swap
def renamed(*names, whole=Path.rename, calls=[]):
    calls.append(names)
    whole(*names)
    len(calls) == int(sys.argv[2]) and os._exit(9)
Path.rename = renamed
swap._exchange = lambda *_: False
swap.swap(Path(sys.argv[1]))
"""


@pytest.fixture
def site(tmp_path) -> Path:
    for name, words in (("site", "old"), ("site.new", "new")):
        (tmp_path / name / "user").mkdir(parents=True)
        (tmp_path / name / "user/index.html").write_text(words, "utf-8")
    return tmp_path / "site"


@pytest.fixture(params=["at once", "by two renames"])
def way(request, monkeypatch):
    if request.param == "by two renames":
        monkeypatch.setattr(module, "_exchange", lambda *_: False)


def words(site):
    return (site / "user/index.html").read_text("utf-8")


def names(site):
    return sorted(path.name for path in site.parent.iterdir())


def test_the_new_site_takes_the_place_of_the_old_one_and_nothing_else_is_left(site, way):
    swap(site)
    assert words(site) == "new" and names(site) == ["site"]


def test_a_first_site_needs_no_old_one(site, way):
    site.rename(site.with_name("gone"))
    swap(site)
    assert words(site) == "new" and names(site) == ["gone", "site"]


def test_two_sites_change_places_in_one_step_without_a_moment_without_a_site(site, monkeypatch):
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("there was a moment without a site"))
    swap(site)
    assert words(site) == "new"


def test_a_swap_that_fails_leaves_the_old_site_in_place(site, monkeypatch):
    monkeypatch.setattr(module, "_exchange", lambda *_: False)
    rename = Path.rename

    def fail(path, target):
        if path.name == "site.new":
            raise OSError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError):  # noqa: PT011 - any of them
        swap(site)
    assert words(site) == "old"


@pytest.mark.parametrize(("renames", "kept"), [("1", "old"), ("2", "new")])
def test_what_a_killed_swap_has_left_is_recovered(site, renames, kept):
    killed = subprocess.run([sys.executable, "-c", KILLED, site, renames], env=os.environ, check=False)
    assert killed.returncode == 9
    recover(site)
    assert words(site) == kept and names(site) == ["site"]


def test_what_a_killed_build_has_left_is_removed(site):
    recover(site)
    assert words(site) == "old" and names(site) == ["site"]


def test_a_site_that_is_a_symbolic_link_is_followed(site, tmp_path, way):
    link = tmp_path / "link"
    link.symlink_to("site")
    swap(folder_of(link))
    assert link.is_symlink() and words(link) == "new" and words(site) == "new"


def test_every_user_can_read_the_site_whatever_the_umask(site):
    for path in (site.with_name("site.new"), *site.with_name("site.new").rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    swap(site)
    assert [oct(path.stat().st_mode & 0o777) for path in (site, *sorted(site.rglob("*")))] == [
        "0o755",
        "0o755",
        "0o644",
    ]
