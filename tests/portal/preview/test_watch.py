import shutil
import subprocess
import sys
import threading

import pytest
from portal.preview.watch import Watch, is_read


@pytest.mark.parametrize(
    "path", ["docs/de/a.md", "docs/facts.yml", "hooks/portal/a.py", "overrides/a.html", "mkdocs.yml"]
)
def test_files_that_the_build_reads_are_watched(tmp_path, path):
    assert is_read(tmp_path / path, tmp_path)


@pytest.mark.parametrize(
    "path",
    ["docs/.a.md.swp", "docs/a.md~", "docs/4913", "hooks/__pycache__/a.pyc", "site/a.html", "README.md", ".git/x"],
)
def test_other_files_are_ignored(tmp_path, path):
    assert not is_read(tmp_path / path, tmp_path)


@pytest.fixture
def docs(tmp_path):
    docs = tmp_path / "project/docs"
    (docs / "de/user").mkdir(parents=True)
    (docs / "de/a.md").write_text("a")
    return docs


@pytest.fixture
def noticed(docs):
    """Return a function that makes a change, and returns whether it was noticed."""
    watch = Watch(docs.parent)

    def notice(change, *arguments) -> bool:
        waiting = threading.Thread(target=watch.wait, daemon=True)
        waiting.start()
        change(*arguments)
        waiting.join(20)
        return not waiting.is_alive()

    yield notice
    watch.stop()


def test_a_folder_moved_away_and_back_is_watched_again(docs, noticed, tmp_path):
    for path in (docs / "de", docs, docs / "de/user"):
        assert noticed(path.rename, tmp_path / "away")
        assert noticed((tmp_path / "away").rename, path)
        assert noticed((docs / "de/a.md").write_text, "b")
        assert noticed((docs / "de/user/b.md").write_text, "b")


def test_a_replaced_folder_is_watched_again(docs, noticed, tmp_path):
    shutil.copytree(docs, tmp_path / "copy")
    assert noticed(shutil.rmtree, docs)
    assert noticed(shutil.copytree, tmp_path / "copy", docs)
    assert noticed((docs / "de/a.md").write_text, "b")


def test_a_folder_moved_away_and_straight_back_causes_no_warning(docs, tmp_path):
    code = """if True:
        import sys, time; from pathlib import Path; from portal.preview.watch import Watch
        docs, away = Path(sys.argv[1]), Path(sys.argv[2])
        watch = Watch(docs.parent); (docs / "de").rename(away); time.sleep(0.6); away.rename(docs / "de"); watch.wait()
    """
    command = [sys.executable, "-c", code, str(docs), str(tmp_path / "away")]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stderr) == (0, "")
