import re

from portal.codes import CODES

COMPUTED = {
    f"translation-{kind}"
    for kind in ("heading", "id", "item", "step", "admonition", "table", "placeholder", "link", "image")
}


def test_every_code_that_is_raised_is_listed_and_the_other_way_round(project):
    modules = [path for path in (project / "hooks/portal").rglob("*.py") if path.name != "codes.py"]
    code = "".join(path.read_text("utf-8") for path in modules)
    assert set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', code)) >= CODES - COMPUTED
    assert set(re.findall(r'(?:Problem|Finding)\(\s*"([a-z-]+)"', code)) <= CODES


def test_every_code_has_a_section_for_editors(project):
    headings = re.findall(r"^### (.*)$", (project / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    assert {code for heading in headings for code in heading.split(", ")} >= CODES
