from datetime import UTC, datetime

import pytest
import rnc2rng
from lxml import etree
from portal.publishing.notices import notices_feed, show
from portal.sources.notices import Notice

ATOM = {"a": "http://www.w3.org/2005/Atom"}
WORDS = {
    "severity": {"note": "Note"},
    "same_day": "{day} {begins}-{until} {zone}",
    "days": "{day} {begins} - {last_day} {until} {zone}",
    "clocks_change": "{day} {begins} {zone} - {last_day} {until} {last_zone}",
    "zones": {"CET": "winter", "CEST": "summer"},
}
PAGE = {
    "title": "Notices <all>",
    "address": "https://help.example/en/notices/",
    "feed": "https://help.example/en/notices/feed.xml",
    "language": "en",
    "author": "Help",
}
CHANGED = datetime(2026, 11, 22, 10, tzinfo=UTC)


def shown(text="Text", begins="2027-03-01 22:00", until="2027-03-01 23:00", language="en"):
    fields = {"id": "one", "from": begins, "until": until, "views": ["user"], "severity": "note"}
    notice = Notice.model_validate(fields | {"text": {"de": text, "en": text}})
    return show(notice, {"link.home": "https://help.example/?a&b"}, language, WORDS)


@pytest.mark.parametrize(
    ("begins", "until", "span"),
    [
        ("2027-03-01 22:00", "2027-03-01 23:00", "1 March 2027 22:00-23:00 winter"),
        ("2027-03-01 22:00", "2027-03-02 00:00", "1 March 2027 22:00-24:00 winter"),
        ("2027-03-01 22:00", "2027-03-02 01:00", "1 March 2027 22:00 - 2 March 2027 01:00 winter"),
        ("2027-03-01 22:00", "2027-03-03 00:00", "1 March 2027 22:00 - 3 March 2027 00:00 winter"),
        ("2026-03-29 01:30", "2026-03-29 03:30", "29 March 2026 01:30 winter - 29 March 2026 03:30 summer"),
        (
            "2026-10-25 02:30 +02:00",
            "2026-10-25 02:30 +01:00",
            "25 October 2026 02:30 summer - 25 October 2026 02:30 winter",
        ),
        ("2026-07-01 22:00 UTC", "2026-07-01 23:00 UTC", "2 July 2026 00:00-01:00 summer"),
    ],
)
def test_the_time_is_that_of_berlin_and_names_both_times_where_clocks_change(begins, until, span):
    assert shown(begins=begins, until=until).span == span


def test_moments_are_written_as_scripts_read_them():
    notice = shown(begins="2026-10-25 02:30 +02:00")
    assert (notice.begins, notice.shown_from) == ("2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('**bold** "quoted"', "<p><strong>bold</strong> “quoted”</p>"),
        ("[home]({{ link.home }})", '<p><a href="https://help.example/?a&amp;b">home</a></p>'),
        ("**Buchen**{lang=de}", '<p><strong lang="de">Buchen</strong></p>'),
        ("# no heading", "<p># no heading</p>"),
        ("- no list", "<p>- no list</p>"),
        (
            "<b>R&D</b> <script>alert(1)</script>",
            "<p>&lt;b&gt;R&amp;D&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>",
        ),
    ],
)
def test_the_text_is_markdown_within_a_paragraph_and_never_html(text, html):
    assert shown(text).html == html


@pytest.mark.parametrize("notices", [[], [shown()]], ids=["none", "one"])
def test_the_feed_is_valid_and_dated_by_its_source_even_if_it_is_empty(project, notices):
    grammar = rnc2rng.dumps(rnc2rng.load(str(project / "tests/portal/atom.rnc")))
    schema = etree.RelaxNG(etree.fromstring(grammar.encode()))
    document = etree.fromstring(notices_feed(notices, WORDS, PAGE, CHANGED).encode())
    assert schema.validate(document), schema.error_log
    assert {node.text for node in document.iterfind(".//a:updated", ATOM)} == {"2026-11-22T10:00:00+00:00"}
    ids = [node.text for node in document.iterfind("a:entry/a:id", ATOM)]
    assert ids == [f"{PAGE['address']}#notice-one" for _ in notices]
