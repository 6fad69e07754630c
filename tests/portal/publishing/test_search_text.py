import pytest
from portal.publishing.search_text import Section, read_text


def read(html, menu=""):
    return read_text(f"<body><nav class=path><ol>{menu}</ol></nav><article>{html}</article>")


def texts(html):
    return [(section.id, section.heading, section.text) for section in read(html).sections]


def test_a_page_is_its_title_its_place_and_its_sections():
    menu = "<li><a href=/>Start</a><li><a href=/admin/>Admin view</a><li>Prepare<li><a aria-current=page>Duration</a>"
    page = read("<h1>How long</h1><p>Lead.</p><h2 id=a>One</h2><p>First</p><h3 id=b>Two</h3><p>Second</p>", menu)
    assert (page.title, page.path, page.is_mostly_links) == ("How long", ("Admin view", "Prepare"), False)
    assert page.sections == (Section("", "", "Lead."), Section("a", "One", "First"), Section("b", "Two", "Second"))


def test_without_a_heading_the_title_is_that_of_the_menu():
    assert read("<p>Text</p>", "<li>Start<li>Page").title == "Page"
    assert read_text("<p>Text").sections == (Section("", "", "Text"),)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One Two"),
        ("<p>Work<b>place</b>s <a href=x>are</a><sup>2</sup></p>", "Workplaces are2"),
        ("<table><tr><th>A<td>B</table>", "A B"),
        ("<p>line<br>end</p>", "line end"),
        ("<dl><dt>Term<dd>Meaning</dl>", "Term Meaning"),
        ("<p>30\u00a0Minu\u00adten, E\u2011Mail</p>", "30 Minuten, E-Mail"),
        ("<pre><code>a  b\nc</code></pre>", "a b c"),
        ("<div hidden=until-found>Shown when found</div>", "Shown when found"),
    ],
)
def test_text_is_in_reading_order_with_blanks_between_blocks(html, text):
    assert texts(html) == [("", "", text)]


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>no",
        "<template><p>no</p></template>",
        "<dialog open><p>no</p></dialog>",
        "<noscript>no</noscript>",
        "<form><label>no</label></form>",
        "<button>no</button>",
        "<p role=status>no",
        "<p data-search-exclude>no",
        "<span aria-hidden=true>no</span>",
        "<svg><text>no</text></svg>",
        "<script>no</script><style>no</style>",
        "<sup><a role=doc-noteref href=#f>no</a></sup>",
    ],
)
def test_what_readers_do_not_see_or_scripts_need_is_left_out(html):
    assert texts(f"<p>yes</p>{html}") == [("", "", "yes")]


def test_items_of_a_checklist_are_sections():
    html = "<ul class=checklist><li id=a><p><strong>One</strong></p><p>First</p><li id=b><p><strong>Two</strong></ul>"
    assert texts(html) == [("a", "One", "First"), ("b", "Two", "")]
    assert texts("<ul><li id=a><strong>One</strong> first</ul>") == [("", "", "One first")]


def test_a_heading_that_names_a_language_begins_no_section():
    html = "<h2 id=a>Text</h2><div lang=de><h3 id=deutsch lang=de>Deutsch</h3><p>Hallo</div>"
    assert texts(html) == [("a", "Text", "Hallo")]


@pytest.mark.parametrize(
    ("html", "mostly"),
    [
        ("<p><a href=x>three words here</a> and two</p>", True),
        ("<p><a href=x>two words</a> and two</p>", False),
        ("<h2 id=a><a href=x>Three words here</a></h2><p>and two</p>", True),
        ("<p><a id=x>no link at all</a></p>", False),
    ],
)
def test_a_page_with_most_words_in_links_says_so(html, mostly):
    assert read(html).is_mostly_links is mostly
