import pytest
from portal.__main__ import main
from portal.explain import CODES, explain, reference
from portal.languages import LANGUAGES
from portal.problems.catalogue import in_words


def test_a_code_is_explained_with_an_example_the_reason_and_the_fix(capsys):
    assert main(["explain", "link-text"]) == 0
    example, why, fix = capsys.readouterr().out.strip().split("\n\n")
    assert example.startswith("error[link-text]: ") and why.startswith("Why: ") and fix.startswith("Fix: ")


def test_it_speaks_the_language_of_the_environment(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert main(["explain", "translation-stale"]) == 0
    example, why, fix = capsys.readouterr().out.strip().split("\n\n")
    assert example.startswith("Warnung[translation-stale]: ") and why.startswith("Grund: ")
    assert fix.startswith("Lösung: ")


def test_an_unknown_code_names_the_nearest(capsys):
    assert main(["explain", "link-txt"]) == 2
    assert capsys.readouterr().err == "there is no code link-txt; did you mean link-text?\n"
    assert main(["explain", "zzz"]) == 2
    assert "`portal explain` lists all codes" in capsys.readouterr().err


def test_without_a_code_all_are_listed(capsys):
    assert main(["explain"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(CODES) > 70


@pytest.mark.parametrize("code", CODES.values(), ids=str)
def test_every_code_is_explained_in_both_languages(code):
    for text in (code.why, code.fix):
        assert text and in_words(text, "de") != text, "`make messages` lists what has no German text"
    assert explain(code, "en") != explain(code, "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_is_what_the_checks_say(project, language):
    file = project / ("hooks/CODES.md" if language == "en" else f"hooks/CODES.{language}.md")
    assert file.read_text("utf-8") == reference(language), "run `make codes`"
