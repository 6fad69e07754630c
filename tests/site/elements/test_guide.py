"""The overview of elements shows editors examples that build as they stand, in both languages."""

import re
import shutil

EXAMPLE = re.compile(r"^(`{3,})markdown\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
GUIDES = {"de": "hooks/ELEMENTS.de.md", "en": "hooks/ELEMENTS.md"}


def test_the_examples_for_editors_build_without_a_problem(project, build_project, tmp_path):
    for name in (".ci/search", "deploy", "docs", "hooks", "overrides"):
        shutil.copytree(project / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (project / "mkdocs.yml").read_text("utf-8")
    page = "      - user/help.md\n"
    (tmp_path / "mkdocs.yml").write_text(config.replace(page, page + "      - user/guide.md\n"), "utf-8")
    for language, guide in GUIDES.items():
        text = (project / guide).read_text("utf-8")
        examples = [example for _, example in EXAMPLE.findall(text)]
        assert len(examples) == EXAMPLE.sub("", text).count("\n## ") >= 14
        terms = tmp_path / f"docs/{language}/shared/terms.md"
        terms.write_text(terms.read_text("utf-8") + "".join(one for one in examples if one.startswith("*[")), "utf-8")
        parts = [one for one in examples if not one.startswith("*[")]
        title = "# Muster\n\n" if language == "de" else "# Sample\n\n"
        body = "\n".join(f"## {number} {{#part-{number}}}\n\n{part}" for number, part in enumerate(parts))
        (tmp_path / f"docs/{language}/user/guide.md").write_text(title + body, "utf-8")
    run = build_project(tmp_path)
    assert run.returncode == 0, run.stdout
