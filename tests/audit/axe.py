"""axe-core on a page: what it calls wrong, and what it cannot decide."""

import json
from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
KINDS = ("violations", "incomplete")
OPTIONS = {
    "resultTypes": KINDS,
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2, 2.5.8; axe leaves it out unless asked
}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that read colours: the others find in the dark what they find in the light."""
LAYOUT = {"runOnly": [*COLOURS["runOnly"], "target-size", "scrollable-region-focusable"]}
"""The rules that read where boxes stand and what lies behind text: the others find nothing else at another width."""
RUN = "([scope, options]) => axe.run(scope ?? document, options)"


def axe_faults(page: Page, *scopes: str, kinds: Sequence[str] = KINDS, **options) -> list[str]:
    """Return the violations and the undecided results of the page, or of what the CSS selectors ``scopes`` find.

    ``options`` go to axe.run; ``**COLOURS`` asks for contrasts only, ``**LAYOUT`` also for what depends on the width.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    results = page.evaluate(RUN, [[[scope] for scope in scopes] or None, {**OPTIONS, **options}])
    return [
        f"axe {kind}: {rule['id']}: {json.dumps(node['target'])}: {_reasons(node)}"
        for kind in kinds
        for rule in results[kind]
        for node in rule["nodes"]
        if not _is_drawn(kind, rule, node)
    ]


def light_and_dark(page: Page, *scopes: str) -> list[str]:
    """Return what axe finds in the light, and what it finds wrong with the colours in the dark; light it is again."""
    faults = axe_faults(page, *scopes)
    page.emulate_media(color_scheme="dark")
    faults += [f"in the dark: {fault}" for fault in axe_faults(page, *scopes, **COLOURS)]
    page.emulate_media(color_scheme="light")
    return faults


def _is_drawn(kind: str, rule: dict, node: dict) -> bool:
    """Whether axe can't tell the contrast because it takes each drawing for a picture: test_duration.py measures it."""
    return (kind, rule["id"]) == ("incomplete", "color-contrast") and node["html"].startswith("<text")


def _reasons(node: dict) -> str:
    return "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
