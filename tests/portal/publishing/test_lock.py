import subprocess
import sys

from portal.publishing.lock import Lock

HOLD = """
import sys
from pathlib import Path
from portal.publishing.lock import Lock
lock = Lock(Path(sys.argv[1]))
lock.acquire(lambda process: print("waits for", process, flush=True))
print("has it", flush=True)
sys.stdin.readline()
lock.release()
print("freed it", flush=True)
"""


def hold(path):
    command = [sys.executable, "-c", HOLD, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_the_second_says_for_which_process_it_waits_and_goes_on_when_that_one_ends(tmp_path):
    path = tmp_path / "new/site.lock"
    with hold(path) as first:
        assert first.stdout.readline() == "has it\n"
        with hold(path) as second:
            assert second.stdout.readline() == f"waits for {first.pid}\n"
            assert first.communicate("\n")[0] == "freed it\n"
            assert second.stdout.readline() == "has it\n"
            assert second.communicate("\n")[0] == "freed it\n"
    assert list(path.parent.iterdir()) == []


def test_the_lock_of_a_dead_process_is_none(tmp_path):
    path = tmp_path / "site.lock"
    with hold(path) as first:
        assert first.stdout.readline() == "has it\n"
        first.kill()
    assert path.exists()
    waited, lock = [], Lock(path)
    lock.acquire(waited.append)
    lock.acquire(waited.append)  # what a process has, it need not wait for
    lock.release()
    assert waited == [] and not path.exists()
