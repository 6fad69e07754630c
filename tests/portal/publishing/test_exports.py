import json
from datetime import date

import rnc2rng
from conftest import FACTS
from lxml import etree
from portal.formats.markdown.text import Line
from portal.publishing.exports import atom_feed, facts_json
from portal.sources.facts_file import read_facts
from portal.sources.history import Entry

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed():
    line = Line("| 22.11.2026 | Android | 23.9.26 |", "docs/de/admin/versions.md", 9)
    entries = [Entry(date(2026, 11, 22), "Android", "android.minimum", "23.9.26", line)]
    url = "https://help.example/admin/versions/"
    return etree.fromstring(atom_feed(entries, "Client-Versionen <neu>", "Hilfe", url, url + "feed.xml", "de").encode())


def test_the_feed_is_valid_against_the_schema_of_rfc_4287(project):
    grammar = rnc2rng.dumps(rnc2rng.load(str(project / "tests/portal/atom.rnc")))
    schema = etree.RelaxNG(etree.fromstring(grammar.encode()))
    document = feed()
    assert schema.validate(document), schema.error_log
    document.remove(document.find("a:id", ATOM))
    assert not schema.validate(document)


def test_the_feed_has_the_entries_of_the_page():
    document = feed()
    assert document.findtext("a:title", namespaces=ATOM) == "Client-Versionen <neu>"
    assert document.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert document.findtext("a:entry/a:title", namespaces=ATOM) == "Android 23.9.26"
    assert document.findtext("a:entry/a:updated", namespaces=ATOM).startswith("2026-11-22T00:00:00")
    assert document.findtext("a:entry/a:summary", namespaces=ATOM) == "22.11.2026 · Android · 23.9.26"


def test_the_facts_are_exported_as_json(project):
    document = json.loads(facts_json(read_facts(project / "docs/facts.yml").facts))
    assert document["schema"] == 2
    assert set(document["versions"]) == {"android.minimum", "ios.minimum", "windows.minimum", "macos.minimum"}
    assert document["thresholds"]["windows.webview2"]["value"] == "42.6"
    assert document["durations"]["rule"] == "examples, not a formula"
    examples = [(one["workplaces"], one["minutes"]) for one in document["durations"]["examples"]]
    assert examples == [(50, 5), (600, 30), (1200, 60)]


def test_each_fact_says_where_it_comes_from_and_when_it_is_compared_again(write_docs):
    text = FACTS.replace("checked: 2026-11-22}", "checked: 2026-11-22, review_by: 2027-05-22}", 1)
    document = json.loads(facts_json(read_facts(write_docs({"facts.yml": text}) / "facts.yml").facts))
    assert document["versions"]["android.minimum"] == {
        "value": "23.9.26",
        "family": "old client",
        "source": "help page",
        "checked": "2026-11-22",
        "review_by": "2027-05-22",
    }
    origin = {"source": "help page", "checked": "2026-11-22", "review_by": None}
    assert document["thresholds"]["windows.webview2"] == {"value": "42.6", "family": "new client"} | origin
    assert document["durations"]["examples"] == [{"workplaces": 1200, "minutes": 60} | origin]
