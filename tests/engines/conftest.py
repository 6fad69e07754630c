"""One browser of each engine, and a reader at it: in both languages, at a desk and with a phone."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Remote

from engines.browsers import ENGINES
from engines.reader import Reader

WITHIN_MAKE_TEST = [("de", 1280), ("en", 320)]
THOROUGH = [("de", 320), ("en", 1280)]  # make test-engines has these, too


@pytest.fixture(scope="session", params=ENGINES)
def engine(request) -> Iterator[Remote]:
    """A browser that WebDriver drives."""
    with ENGINES[request.param]() as driver:
        yield driver


@pytest.fixture(
    params=[*WITHIN_MAKE_TEST, *(pytest.param(each, marks=pytest.mark.thorough) for each in THOROUGH)],
    ids=lambda each: f"{each[0]}-{each[1]}",
)
def reader(request, engine, address) -> Reader:
    """A reader who is new to the site."""
    return Reader(engine, address, *request.param)
