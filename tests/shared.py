"""Results that all workers of a test run share."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """Return the result of ``make`` for an empty folder: the first worker runs it, the others wait for the result.

    The result is pickled. If ``make`` raises, the worker fails and the next one tries.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return make(factory.mktemp(name))
    import fcntl  # noqa: PLC0415 - not on Windows, where pytest runs without workers

    shared = factory.getbasetemp().parent  # pytest-xdist puts each worker's folder into the folder of the run
    result = shared / f"{name}.pickle"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not result.exists():
            made = make(factory.mktemp(name))
            result.write_bytes(pickle.dumps(made))
        return pickle.loads(result.read_bytes())  # noqa: S301 - another worker of this run wrote it
