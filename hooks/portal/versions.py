"""Version numbers: every one that readers see is one that facts.yml knows."""

import re
from collections.abc import Iterator

from portal.facts import Facts
from portal.problems import nearest

# Two to four numbers with dots between them, not part of a longer word, number, date or address.
VERSION_LIKE = re.compile(r"(?<![\w.,/:@-])\d{1,4}(?:\.\d{1,4}){1,3}(?![\w/:@]|[.,]\d)")
NO_VERSION = (
    re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}"),  # a German date: 22.11.2026
    re.compile(r"\d{1,3}(?:\.\d{3})+"),  # German thousands: 1.200
)
PRODUCT = "Cloud PBX "  # "Cloud PBX 2.0" is the product's name


def find_versions(text: str) -> Iterator[str]:
    """Yield every number in the text that looks like a client version.

    Dates, numbers with thousands separators and the product's own name are none.
    """
    flat = re.sub(r"\s+", " ", text)
    for match in VERSION_LIKE.finditer(flat):
        number = match.group(0)
        named = number == "2.0" and flat.endswith(PRODUCT, 0, match.start())
        if not named and not any(pattern.fullmatch(number) for pattern in NO_VERSION):
            yield number


def unknown_versions(text: str, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield (number, hint) for each version in the text that facts.yml does not know."""
    known = facts.version_numbers()
    for number in dict.fromkeys(find_versions(text)):
        if number not in known:
            near = nearest(number, known)
            hint = f"write {{{{ {known[near]} }}}} instead" if near else "add it to docs/facts.yml, and write its placeholder"
            yield number, hint
