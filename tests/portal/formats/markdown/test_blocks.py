"""What a page is made of is what Python-Markdown makes of it: each document here is rendered, too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from portal.formats.markdown.blocks import read_blocks
from portal.publishing.code_blocks import CodeExtension
from portal.publishing.footnotes import FootnoteExtension
from selectolax.lexbor import LexborHTMLParser

EXTENSIONS = ["toc", "tables", "admonition", "attr_list", "md_in_html", "def_list", "abbr", "pymdownx.blocks.caption"]
EXTENSIONS += ["pymdownx.highlight", "pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", CodeExtension()]
CONFIGS = {"pymdownx.highlight": {"linenums_style": "pymdownx-inline"}}


def _indent(text, indent):
    return "\n".join(indent + line for line in text.split("\n"))


PIECES = [
    *("# a", "## b {#b}", "#c", "#", "####### x", "# h #", "\\# a", "text\n# h", "a\n===", "b\n---", "=== x", "a \\"),
    *(
        "22. November. Dann",
        "text\n22. x",
        "1. a",
        "2. b",
        "10. z",
        "1) x",
        "\\1. x",
        "1.  two\n\n    para",
        "**b**\n- x",
    ),
    *("- a", "* b", "+ c", "- \n  x", "- [ ] **x** {#i}", "---", "* * *", "___", "`code`"),
    *("> q", "> # h", "> 1. q", "> - q", ">", "> a\nb\n1. c", "!!! note", '!!! tip "T"', "!!! note end\n    - a"),
    *(
        "!!! note\n    # in\n    1. x",
        "<!-- c -->",
        "text <!-- c --> more",
        "[a]: x.md",
        "[a]: x.md 'T'",
        "[b]:\n  y.md",
    ),
    *(
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        "A | B\n--- | ---\n1 | 2",
        "| a |\n|---|\n| b |",
        "| a \\| b |\n|---|\n| `c|d` |",
    ),
    *("\t# t", "-\tx"),
    *("??? note", '???+ tip "T"', '??? "T"', "???", "??? note T", "Wirklich???", '??? note "# h"', "??? note\n    - a"),
    *(
        "A\n:   b",
        "A\nB\n: c\n:   d",
        "A\n\n:   b\n\n    c",
        ": x",
        "A\n:   # h\n    1. x",
        "A\n: x\ny",
        "A\n:   - x\n\n        y",
    ),
    *(
        "[^a]: x",
        "[^a]: # h\n\n    1. x",
        "[^b]:\n    x\n[^c]: y\n\n    [^d]: z",
        "t[^a]\n[^a]: - x",
        "[^a]: A\n    : b",
    ),
    *("*[A]: x", "*[A]:\n  x\n# h", "t\n*[A]: x\n- y", "*[]: x", "*[A]:"),
    *('=== "A"', '=== "A {#a}"', '===! "A"', "=== A", '=== "A"\n    1. x\n=== "B"\n    - y', '??? note\n    === "A"'),
    *(
        "```\n# x\n1. y\n```",
        "~~~\n- x\n\n!!! y\n~~~",
        "text\n```\n# x\n```\n- a",
        "- a\n    ```\n    # x\n    ```\n- b",
    ),
    *('```py title="# x" linenums="1" hl_lines="1 2"\n- y\n```', '```py foo="x"\n# b\n```', "```{.py #x}\n- y\n```"),
    *(
        "> ```\n> # x\n> ```",
        "> ```\n# x\n```",
        "```\n# x",
        "``` a b\n1. y\n```",
        "````\n```\n# x\n```\n````",
        "```\n> x\n```",
    ),
    *("!!! note\n    ```\n    # x\n    ```", "```\n    # x\n  1. y\n```", "> - a\n>     ```\n>     # x\n>     ```"),
]
# Python-Markdown knows these at the beginning of a line alone.
OUTER = [
    *("<!--\n## x\n\n1. y\n-->", "<div>\n## x\n\n1. a\n</div>"),
    *(
        "/// caption\n# x\n///",
        "| a |\n|---|\n| b |\n\n/// caption\nx\n\n- y\n///",
        "////caption | #i\n1. x\n///\n////",
    ),
    *("<p>\n# x</p>", '<div class="x" markdown>\n\n## x\n\n- [ ] y\n\n</div>'),
]
INDENTS = ["", "    ", "        ", " ", "  ", "            "]
PARTS = st.one_of(
    st.builds(_indent, st.sampled_from(PIECES), st.sampled_from(INDENTS)),
    st.sampled_from([f"\n{piece}\n" for piece in OUTER]),
)


def rendered(markdown):
    extensions = [*EXTENSIONS, FootnoteExtension()]
    tree = LexborHTMLParser(Markdown(extensions=extensions, extension_configs=CONFIGS).convert(markdown))
    return (
        [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")],
        len([node for node in tree.css("li") if node.parent.attributes.get("class") != "footnotes__list"]),
        [node.attributes["class"].split()[1] for node in tree.css(".admonition")],
        len(tree.css("table")) + len(tree.css("tr")),
        [(node.attributes.get("class") or "") for node in tree.css("details")],
        len(tree.css(".tabbed-set > label")),
        (len(tree.css("dt")), len(tree.css("dd")), len(tree.css("figcaption"))),
    )


def read(markdown):
    blocks = read_blocks(markdown.split("\n"))
    notes = [str(block.value).split()[0] for block in blocks if block.kind == "admonition"]
    return (
        [block.value for block in blocks if block.kind == "heading"],
        sum(block.kind in ("step", "bullet") for block in blocks),
        notes,
        sum(block.kind == "table" for block in blocks),
        [str(block.value).lower() for block in blocks if block.kind == "details"],
        sum(block.kind == "tab" for block in blocks),
        tuple(sum(block.kind == kind for block in blocks) for kind in ("term", "definition", "caption")),
    )


@pytest.mark.parametrize(
    ("markdown", "rows"),
    [
        ("a\nb\n\nc", [0, 3]),
        ("# T\na", [1]),
        ("- a\n- b", []),
        ("- a\n\n- b", []),
        ("- a\n\n    b", [2]),
        ("1. a\n\n    b\n\n2. c", [2]),
        ("> a\n>\n> b", [0, 2]),
        ('!!! note "T"\n\n    a\n\n    b', [2, 4]),
        ("| A |\n| --- |\n| b |", []),
        ("```\na\n```", []),
        ("    a", []),
        ("<!-- a -->", []),
        ("<div>\na\n</div>", []),
    ],
)
def test_paragraphs_are_told_from_items_code_and_comments(markdown, rows):
    assert [block.row for block in read_blocks(markdown.split("\n")) if block.kind == "paragraph"] == rows


@given(st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n"])), max_size=8))
def test_headings_items_notes_and_tables_are_those_that_are_rendered(pieces):
    markdown = "".join(part for piece in pieces for part in piece)
    assert read(markdown) == rendered(markdown)


@pytest.mark.parametrize(
    ("markdown", "steps"),
    [
        ("Das Upgrade ist am\n22. November.", 0),
        ("Das Upgrade ist am\n\n22. November.", 1),
        ("# Titel\n22. November.", 1),
        ("1. Am\n22. November.", 2),
        ("1. a\n\n    Am\n    22. November.", 1),
        ("1. a\n    1. b\n    2. c", 3),
        ("- a\n    1. b", 1),
        ("> 1. a", 1),
        ("1) a", 0),
        ("2024. war es so", 1),
    ],
)
def test_a_number_begins_a_step_where_a_list_can_begin(markdown, steps):
    assert [block.kind for block in read_blocks(markdown.split("\n"))].count("step") == steps


@given(st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n"])), max_size=8))
def test_every_block_stands_where_it_is_said_to(pieces):
    lines = "".join(part for piece in pieces for part in piece).split("\n")
    for block in read_blocks(lines):
        words = lines[block.row].expandtabs(4)[block.start :]
        underlined = (lines[block.row + 1] if block.row + 1 < len(lines) else "").strip(" >")[:1]
        signs = {
            "heading": "#",
            "bullet": "-*+",
            "step": "0123456789",
            "admonition": "!",
            "details": "?",
            "tab": "=",
            "table": words[:1],
            "code": words[:1],
            "paragraph": words[:1],
            "term": words[:1],
            "definition": ":",
            "footnote": "[",
            "abbreviation": "*",
            "caption": "/",
        }
        assert words[:1] in signs[block.kind] or (block.kind == "heading" and underlined in ("=", "-"))


@pytest.mark.parametrize(
    "piece",
    [
        "# a\n",
        "# a\n    b\n",
        "- a\n# b\n    c\n",
        "a\n---\n",
        "> ",
        "1. ",
        "> a\n",
        "!!! a\n",
        "!!! a\n    !!! b\n",
        "t\n[a]: b\n",
        "[a]:\n",
        "***\n",
        "    a\nb\n",
        "- a\n\n    b\n\n",
        "| a |\n|---|\n",
        *("[^a]: b\n", "[^a]: b\n\n    c\n\n", "*[A]: b\n", "*[\n", ": x\n", "A\n: x\n", "A\n\n: x\n\n"),
        *("/// caption\n", "/// caption\nx\n\n///\n\n", "///\n"),
        "<div>\n",
        "<!--",
        "```\n",
    ],
)
def test_a_page_of_nothing_but_beginnings_is_read_to_its_end(piece):  # with a square in it, for minutes
    assert all(block.row >= 0 for block in read_blocks((piece * (100_000 // len(piece))).split("\n")))
