import pytest
from portal.checks.generator_config import check_generator
from portal.sources.project import Project

CONFIG = """\
theme:
  custom_dir: overrides
hooks:
  - hooks/fill.py
plugins:
  i18n:
    languages:
      - locale: de
      - locale: en
"""


@pytest.fixture
def told(tmp_path):
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks/fill.py").write_text("def on_config(config):\n    return config\n", "utf-8")
    (tmp_path / "hooks/types.py").write_text("def add(one):\n    return one\n", "utf-8")

    def told(text):
        config = tmp_path / "mkdocs.yml"
        config.write_text(text, "utf-8")
        return [(str(one.location), one.message) for one in check_generator(Project(tmp_path / "docs", config))]

    return told


def test_a_configuration_with_all_that_the_build_needs_is_fine(told):
    assert told(CONFIG) == []
    listed = CONFIG.replace("  i18n:\n    languages:", "  - search\n  - i18n:\n      languages:").replace(
        "      - l", "        - l"
    )
    assert told(listed) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("  - hooks/fill.py\n", "", "mkdocs.yml:3:1", "there are no hooks, which make the pages and check them"),
        ("hooks:\n  - hooks/fill.py\n", "", "mkdocs.yml", "there are no hooks, which make the pages and check them"),
        ("fill.py", "types.py", "mkdocs.yml:3:1", "hooks/fill.py is missing under hooks"),
        ("  custom_dir: overrides", "  name: null", "mkdocs.yml:1:1", "theme has no custom_dir"),
        ("locale: en", "locale: fr", "mkdocs.yml:9:9", "fr is not a language of the portal"),
        ("      - locale: en\n", "", "mkdocs.yml:7:5", "locale: en is missing under languages"),
        ("  i18n:", "  search:", "mkdocs.yml:5:1", "the plugin i18n with its languages is missing under plugins"),
        ("plugins:", "extra:", "mkdocs.yml", "the plugin i18n with its languages is missing under plugins"),
        ("    languages:\n      - locale: de\n      - locale: en\n", "", "mkdocs.yml:5:1", "the plugin i18n"),
    ],
)
def test_what_the_build_needs_and_does_not_find_is_told_at_its_place(told, old, new, place, message):
    assert old in CONFIG
    where, what = told(CONFIG.replace(old, new))[0]
    assert where == place and what.startswith(message)


@pytest.mark.parametrize("text", ["", "- a", "a: [", "INHERIT: base.yml\n"])
def test_what_is_reported_elsewhere_or_may_be_in_another_file_is_not_told_here(told, text):
    assert told(text) == []


def test_the_project_has_all_that_its_build_needs(project):
    assert list(check_generator(Project(project / "docs", project / "mkdocs.yml"))) == []
