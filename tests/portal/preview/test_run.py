import os
import signal
import subprocess
import sys

import pytest
from portal.preview.run import PREFIX, remove_leftovers

PATIENCE = 60


@pytest.fixture
def preview(write_docs, tmp_path):
    """A preview of a project that can't be built, with its temporary folders in ``tmp_path / "tmp"``."""
    docs = write_docs({"de/index.md": "# A\n"})
    (tmp_path / "tmp").mkdir()
    environment = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    command = [sys.executable, "-m", "portal", "preview", "--docs", str(docs)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def folders(tmp_path):
    return [path.name for path in (tmp_path / "tmp").glob(f"{PREFIX}*")]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_its_temporary_folder_is_removed_whatever_ends_it(preview, tmp_path, name):
    assert "127.0.0.1" in preview.stdout.readline()
    assert len(folders(tmp_path)) == 1
    preview.send_signal(getattr(signal, name))
    assert preview.wait(PATIENCE) in (0, 130)  # 130: between the builds
    assert folders(tmp_path) == []


def test_what_a_killed_one_has_left_is_removed_at_the_next_start(tmp_path):
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    mine, left = tmp_path / f"{PREFIX}{os.getpid()}-a", tmp_path / f"{PREFIX}{gone.pid}-b"
    other = tmp_path / f"{PREFIX}notes"
    for path in (mine, left, other):
        path.mkdir()
    remove_leftovers(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([mine, other])
