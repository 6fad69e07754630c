"""Names stay on one line on pages, and what is not running text stays as it is."""

import pytest
from portal.publishing.whole_names import keep_whole
from portal.sources.whole_names import WholeNames

NAMES = WholeNames(names=("Cloud PBX", "Cloud PBX 2.0", "E-Mail"), before=("Version",), units=("KB",))


def kept(text):
    before, after = keep_whole(f"<title>E-Mail</title><body>{text}", NAMES.pattern).split("<body>")
    assert before == "<title>E-Mail</title>"
    return after


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Mit Cloud PBX 2.0.", "Cloud PBX 2.0"),
        ("Mit Cloud\nPBX 2.0.", "Cloud\nPBX 2.0"),
        ("<b>E-Mail</b>-Text", "E-Mail"),
        ("ab Version 42.6, neu", "Version 42.6"),
        ("PDF, 56 KB", "56 KB"),
    ],
)
def test_a_name_is_kept_whole(text, whole):
    assert kept(text) == text.replace(whole, f'<span class="whole">{whole}</span>')


@pytest.mark.parametrize(
    "text",
    [
        '<a href="#E-Mail" title="Cloud PBX 2.0">x</a>',
        "<code>E-Mail</code>",
        "<pre><b>x</b> Version 42.6</pre>",
        "<script>'E-Mail'</script>",
        "<!-- E-Mail -->",
        "<svg><text>E-Mail</text></svg>",
        "Kurz-E-Mai und 56 Kunden",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(text):
    assert kept(text) == text


def test_without_names_a_page_stays_as_it_is():
    assert keep_whole("<body>E-Mail", WholeNames().pattern) == "<body>E-Mail"
