"""Links, images and ids of a page are those that Python-Markdown makes of it."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from portal.formats.markdown.text import Line
from portal.sources.page import Source
from portal.sources.structure import parts
from selectolax.lexbor import LexborHTMLParser

EXTENSIONS = ["tables", "fenced_code", "admonition", "attr_list", "md_in_html"]
PIECES = [
    *(
        "[x](a.md)",
        "[x [1] y](b.md 'T')",
        "[x][a]",
        "[a][]",
        "[a]",
        "[x][none]",
        "<https://c.example/>",
        "[x](<d e.md>)",
    ),
    *("![i](a.png)", "![i [1]](b.png)", "![i][img]", "![img]", "[![i](a.png)](a.md)", "![i](c.png){#one .x}"),
    *(
        "`[x](a.md)`",
        "<!-- [x](a.md) -->",
        "\\[x](a.md)",
        "**b**{.big #two}",
        "text {#three} more",
        '<b id="four">x</b>',
    ),
    *('<a href="e.md">x</a>', '<img src="d.png" alt="">', "**[x](a.md)**"),
]
BLOCKS = [
    "{}",
    "- {}",
    "1. {}",
    "> {}",
    "!!! note\n\n    {}",
    "## H {{.a #five}}\n\n{}",
    "| {} | b |\n| --- | --- |\n| c | d |",
]
BLOCKS += ["```\n{}\n```", "Text\n\n        {}", "<!--\n{}\n\n[x](y.md)\n-->"]
DEFINITIONS = "\n\n[a]: a.md\n[img]: ../i.png 'T'\n"


@example([("{}", ["![i][img]", "[a][]"])])
@example([("{}", ["![img]", "[a]"])])
@example([("{}", ["![img]", "[a][]"])])
@given(
    st.lists(st.tuples(st.sampled_from(BLOCKS), st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)), max_size=4)
)
def test_links_images_and_ids_are_those_that_are_rendered(blocks):
    markdown = "\n\nText\n\n".join(block.format(" ".join(pieces)) for block, pieces in blocks) + DEFINITIONS
    tree = LexborHTMLParser(Markdown(extensions=EXTENSIONS).convert(markdown))
    lines = tuple(Line(text, "docs/de/a.md", number) for number, text in enumerate(markdown.split("\n"), 1))
    found = parts(Source("de", "a.md", "docs/de/a.md", {}, (), lines))
    values = {kind: sorted(part.value for part in found if part.kind == kind) for kind in ("link", "image", "id")}
    assert values == {
        "link": sorted(node.attributes["href"].replace(" ", "") for node in tree.css("a[href]")),
        "image": sorted(node.attributes["src"] for node in tree.css("img")),
        "id": sorted(node.attributes["id"] for node in tree.css("[id]")),
    }
