import ast
import re

import pytest
from portal.checks.codes import CODES

COMPUTED = {
    f"translation-{kind}"
    for kind in ("heading", "id", "item", "step", "admonition", "table", "placeholder", "link", "image")
}


@pytest.fixture(scope="module")
def trees(project):
    files = (path for path in (project / "hooks").rglob("*.py") if path.parts[-2:] != ("checks", "codes.py"))
    return [ast.parse(path.read_text("utf-8")) for path in files]


def raised(trees):
    """Return the codes that problems are made with where the code is written out, and those that the build prints."""
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    makers = [call for call in calls if getattr(call.func, "id", "") in ("Problem", "Finding")]
    codes = {call.args[0].value for call in makers if isinstance(call.args[0], ast.Constant)}
    return codes | {code for text in strings(trees) for code in re.findall(r"\berror\[([a-z-]+)\]", text)}


def strings(trees):
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_code_that_is_raised_is_listed(trees):
    assert raised(trees) <= CODES


def test_every_code_that_is_listed_can_be_raised(trees):
    # Some are handed on: to a function that makes the problem, or as a constant.
    assert CODES - COMPUTED - raised(trees) <= strings(trees)


def test_the_reference_has_a_section_for_each_code_and_for_no_other(project):
    headings = re.findall(r"^### (.*)$", (project / "hooks/CODES.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(code for heading in headings for code in heading.split(", ")) == sorted(CODES)


def test_the_example_of_each_section_has_one_of_its_codes(project):
    guide = (project / "hooks/CODES.md").read_text("utf-8")
    examples = re.findall(r"^### (.*)\n\n```\n(?:error|warning)\[([a-z-]+)\]", guide, re.MULTILINE)
    assert len(examples) > 40 and all(code in heading.split(", ") for heading, code in examples)
