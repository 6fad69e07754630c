from contexts import on_project
from portal.checks.config_file import check_config

CONFIG = """\
site_name: Hilfe
nav:
  - index.md
  - Danach:
      - a.md
plugins:
  - search
  - i18n:
      languages:
        - locale: de
          name: Deutsch
        - locale: en
          name: English
          nav_translations:
            Danach: Afterwards
"""


def told(tmp_path, write_docs, text):
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, "utf-8")
    found = on_project(check_config, write_docs({}), config_file=config)
    return [(one.code, str(one.location), one.message, one.hint) for one in found]


def test_known_keys_and_translated_sections_are_fine(tmp_path, write_docs):
    assert told(tmp_path, write_docs, CONFIG) == []


def test_a_project_without_languages_needs_no_names(tmp_path, write_docs):
    assert told(tmp_path, write_docs, "nav:\n  - Danach:\n      - a.md\n") == []


def test_an_unknown_key_is_told_with_the_nearest(tmp_path, write_docs):
    [problem] = told(tmp_path, write_docs, CONFIG + "copyrigth: A\n")
    assert problem == (
        "config-key",
        "mkdocs.yml:16:1",
        "copyrigth is not a key of mkdocs.yml",
        "did you mean copyright?",
    )


def test_a_section_without_a_name_in_another_language_is_told(tmp_path, write_docs):
    text = CONFIG.replace("  - Danach:", "  - Vorher:\n      - Ganz:\n          - b.md\n  - Danach:")
    assert [(code, place, message) for code, place, message, _ in told(tmp_path, write_docs, text)] == [
        ("nav-untranslated", "mkdocs.yml:4:5", "the section Vorher has no name in en"),
        ("nav-untranslated", "mkdocs.yml:5:9", "the section Ganz has no name in en"),
    ]


def test_what_is_no_mapping_is_left_to_the_check_of_the_nav(tmp_path, write_docs):
    assert told(tmp_path, write_docs, "- a\n") == []
    assert told(tmp_path, write_docs, "a: [\n") == []
