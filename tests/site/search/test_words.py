"""How the search compares words: one spelling, no endings, versions whole."""

import json
import subprocess

import pytest
from audit.lighthouse import NODE

TERMS = """
const [module, language, words] = JSON.parse(process.argv[1]);
import(module).then(({ termOf }) => console.log(JSON.stringify(words.map((word) => termOf(word, language)))));
"""
FOUND = """
const [module, language, text] = JSON.parse(process.argv[1]);
import(module).then(({ wordsOf }) => console.log(JSON.stringify(
    wordsOf(text, language).map(({ start, end }) => text.slice(start, end)))));
"""


def run(script, project, *arguments):
    module = (project / "docs/assets/javascripts/search/words.js").as_uri()
    given = json.dumps([module, *arguments])
    done = subprocess.run([NODE, "--no-warnings", "-e", script, given], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Arbeitsplatz Arbeitsplätze Arbeitsplätzen Arbeitsplaetze ARBEITSPLATZES"),
        ("de", "Straße Strasse Straßen"),
        ("de", "buchen Buchung Buchungen gebucht"),
        ("de", "anmelden Anmeldung angemeldet"),
        ("de", "einrichten eingerichtet Einrichtung"),
        ("de", "dauert Dauer"),
        ("de", "Gerät Geräte Geräten geraet"),
        ("de", "Installation installieren installiert"),
        ("de", "E-Mail Email EMail e\u2011mail"),
        ("de", "App Apps"),
        ("de", "Tag Tage Tagen"),
        ("de", "Gebühr Gebühren"),
        ("de", "Server Servers"),
        ("en", "app apps"),
        ("en", "day days"),
        ("en", "note notes"),
        ("en", "booking booked bookings book"),
        ("en", "colour colours color"),
        ("en", "organise organization organisation organized"),
        ("en", "centre center centres"),
        ("en", "cancelled canceled cancelling cancel"),
        ("en", "notification notifications notify notified"),
        ("en", "licence license licenses"),
        ("en", "policies policy"),
        ("en", "don't dont don’t"),
        ("en", "23.9.26 v23.9.26 23,9,26"),
        ("de", "1200 1.200 1,200"),
    ],
)
def test_forms_of_a_word_are_one(project, language, words):
    forms = [word.replace("-", "").replace("\u2011", "") for word in words.split()]
    assert len(set(run(TERMS, project, language, forms))) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Nacht nach"),
        ("de", "Gerät Rat"),
        ("de", "Client Klient"),
        ("de", "23.9.26 23.9"),
        ("en", "user use"),
        ("en", "update upgrade"),
        ("en", "notice notify"),
        ("en", "duration during"),
        ("en", "note not"),
        ("en", "theme them"),
        ("en", "cars care"),
        ("de", "sicher sich"),
        ("de", "Störung stornieren"),
        ("de", "Gespräche Sprache"),
    ],
)
def test_different_words_stay_different(project, language, words):
    assert len(set(run(TERMS, project, language, words.split()))) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Version 23.9.26, ab v42.6.", ["Version", "23.9.26", "ab", "v42.6"]),
        ("Zusatz-Paket", ["Zusatz", "Paket", "Zusatz-Paket"]),
        ("E-Mail-Text", ["Mail", "E-Mail", "Text", "Mail-Text", "E-Mail-Text"]),
        ("WebView2 (56 KB)", ["WebView2", "56", "KB"]),
        ("", []),
        ("– ?!", []),
    ],
)
def test_names_with_hyphens_are_also_one_word_and_versions_stay_whole(project, text, words):
    assert run(FOUND, project, "de", text) == words


NEAR = """
const [module, pairs] = JSON.parse(process.argv[1]);
import(module).then(({ isNear }) => console.log(JSON.stringify(pairs.map(([one, other]) => isNear(one, other)))));
"""


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("upgrade", "upgrade", True),
        ("upgrade", "upgrede", True),  # wrong
        ("upgrade", "upgrde", True),  # missing
        ("upgrade", "upggrade", True),  # doubled
        ("upgrade", "upgarde", True),  # swapped
        ("upgrade", "grade", False),
        ("upgrade", "uprgaed", False),
        ("checkliste", "chekcliste", True),
        ("a", "", True),
        ("ab", "ba", True),
        ("abc", "cba", False),
    ],
)
def test_one_letter_lies_between_near_words(project, one, other, near):
    module = (project / "docs/assets/javascripts/search/spelling.js").as_uri()
    pairs = json.dumps([module, [[one, other], [other, one]]])
    done = subprocess.run([NODE, "--no-warnings", "-e", NEAR, pairs], check=True, capture_output=True, text=True)
    assert json.loads(done.stdout) == [near, near]
