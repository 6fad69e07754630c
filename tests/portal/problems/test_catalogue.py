import ast
import subprocess
import sys
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from portal.problems.catalogue import FOLDER, in_words, wanted_language
from portal.problems.messages import say


@pytest.fixture(scope="module")
def templates(project):
    """All message templates in the code."""
    calls = [
        node
        for path in (project / "hooks").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
    ]
    # A template that is not a literal can't be extracted, and fails here.
    return {ast.literal_eval(call.args[0]) for call in calls}


@pytest.fixture(scope="module")
def german():
    with (FOLDER / "de.po").open("rb") as file:
        return {message.id: message for message in read_po(file, abort_invalid=True) if message.id}


def fields(template):
    return {(name, form, conversion) for _, name, form, conversion in Formatter().parse(template) if name}


def test_every_message_is_translated(templates, german):
    assert templates - {template for template, message in german.items() if message.string} == set()


def test_the_catalogue_has_no_unused_messages(templates, german):
    assert german.keys() - templates == set()


def test_no_translation_is_fuzzy(german):
    assert [template for template, message in german.items() if message.fuzzy] == []


def test_translations_have_the_same_fields(german):
    different = [template for template, message in german.items() if fields(template) != fields(message.string)]
    assert different == []


def test_a_message_is_translated_into_german():
    message = say("there is no page {path}", path="user/hlp.md")
    assert in_words(message, "de") == "eine Seite user/hlp.md gibt es nicht"
    assert in_words(message, "en") == "there is no page user/hlp.md"


def test_a_plain_string_is_not_translated():
    assert in_words("Typst says no", "de") == "Typst says no"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "de_AT@euro"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "den_CA"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": ""}, "de"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "de_CH.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:en"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:en"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr"}, "de"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "en"),
    ],
)
def test_the_environment_selects_the_language(environment, language):
    assert wanted_language(environment) == language


def test_a_report_in_english_does_not_import_babel(project):
    code = (
        "import sys; from portal.problems.reports import text; text.render([], None); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=project / "hooks", check=False).returncode == 0
