import os

from portal.publishing.unchanged import keep_times
from portal.site.site import Site


def times(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_an_unchanged_file_keeps_its_modification_time(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, changed in ((old, "before"), (new, "after_")):
        (folder / "user").mkdir(parents=True)
        (folder / "user/same.html").write_text("same", "utf-8")
        (folder / "user/changed.html").write_text(changed, "utf-8")  # same length as before
    (new / "added.html").write_text("same", "utf-8")
    for path in old.rglob("*.html"):
        os.utime(path, ns=(1, 10**18))
    made = times(new)
    assert keep_times(old, Site(new)) == 1
    assert times(new) == made | {"same.html": 10**18}


def test_a_first_build_and_a_folder_that_became_a_file_keep_no_times(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new/a").write_text("a", "utf-8")
    assert keep_times(tmp_path / "gone", Site(tmp_path / "new")) == 0
    (tmp_path / "old/a").mkdir(parents=True)
    assert keep_times(tmp_path / "old", Site(tmp_path / "new")) == 0
