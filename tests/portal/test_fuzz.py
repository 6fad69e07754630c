"""Whatever is in a file that editors write, the checks end with problems and not with an error.

The same files each time; `make fuzz` tries many more.
"""

import os
import random
import shutil
import sys
from pathlib import Path

import pytest
from portal.checks.environment import environment_fault
from portal.checks.run import check_sources
from portal.sources.project import Project
from portal.sources.serving import ServingError, read_serving

CLEAN = Path(__file__).parents[1] / "faults/clean"
ROUNDS = int(os.environ.get("FUZZ", "1"))  # of each file and each way to damage it
# One of each kind that editors write; those below docs/ that the clean project lacks come from the portal.
FILES = (
    "docs/de/user/help.md", "docs/en/shared/contact.md", "docs/facts.yml", "docs/names.yml", "docs/terms.yml",
    "docs/notices.yml", "docs/search.yml", "deploy/serving.yml", "mkdocs.yml", "docs/assets/site.css",
    "docs/assets/main.js", "docs/assets/logo.svg", "overrides/main.html",
)  # fmt: skip
FRAGMENTS = ("<!-- allow a: ", "{{ a }} ](", "1.2.3 ** ", "- a\n", "> [^1] <", "a\n\n", "<div>\n# A\n")


def flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content or b" ")
    for _ in range(3):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncate(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start : start + chance.randrange(1, 20)] * 300 + content[start:]


@pytest.fixture(scope="module")
def clean(project, tmp_path_factory) -> Path:
    folder = shutil.copytree(CLEAN, tmp_path_factory.mktemp("fuzz") / "project")
    for name in FILES:
        if not (folder / name).exists():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(project / name, folder / name)
    return folder


def check(folder: Path) -> None:
    list(check_sources(Project.around(folder / "docs")))
    try:
        read_serving(folder / "deploy/serving.yml")
    except ServingError:
        return


@pytest.mark.parametrize("damage", [flip, truncate, repeat])
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_gives_problems_and_no_error(clean, name, damage):
    whole = (clean / name).read_bytes()
    chance = random.Random(f"{name} {damage.__name__}")  # noqa: S311 - the same each time
    try:
        for _ in range(ROUNDS):
            (clean / name).write_bytes(damage(whole, chance))
            check(clean)
    finally:
        (clean / name).write_bytes(whole)


def calls(function) -> int:
    """Return how many functions a call of ``function`` calls, those of the interpreter included."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_as_long_a_page_takes_no_more_than_twice_as_much(write_docs, fragment):
    taken = []
    for times in (0, 50, 100):
        docs = write_docs({"de/user/help.md": "# A\n\n" + (fragment * 4 + "\n") * times})
        taken.append(calls(lambda docs=docs: check_sources(Project(docs))))
    first, second, third = taken
    assert third - second <= 1.5 * max(second - first, 2_000)


def test_an_address_of_any_letters_is_taken_or_refused():
    chance = random.Random("address")  # noqa: S311 - the same each time
    for _ in range(50 * ROUNDS):
        environment_fault("https://help" + "".join(chance.choices("/:@[]?#% .aä\0\t-1", k=6)))
