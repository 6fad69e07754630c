from portal.sources.page import parse_source
from portal.sources.structure import parts

PAGE = """\
# Titel

## Teil {#part}

1. Eins [a](b.md#c)
2. Zwei ![bild](x.png)

- [ ] **Punkt** {#item}

!!! tip "Tipp"

| A | B |
| --- | --- |
| {{ x.y }} | <a href="d.md">d</a> |
"""


def test_a_page_is_made_of_its_parts(write_docs):
    found = [(part.kind, part.value) for part in parts(parse_source(write_docs({}), "de", "a.md", PAGE))]
    assert found == [
        ("heading", "level 1"),
        ("heading", "level 2"),
        ("id", "part"),
        ("step", "a numbered line"),
        ("link", "b.md#c"),
        ("step", "a numbered line"),
        ("image", "x.png"),
        ("item", "item"),
        ("admonition", "tip"),
        ("table", "2 cells"),
        ("table", "2 cells"),
        ("table", "2 cells"),
        ("link", "d.md"),
        ("placeholder", "x.y"),
    ]


def test_collapsible_notes_and_tabs_are_parts_and_what_is_in_them(write_docs):
    page = '??? note "Mehr"\n\n    1. Drei\n\n=== "Windows {#windows}"\n\n    [e](f.md)\n'
    found = [(part.kind, part.value, part.row) for part in parts(parse_source(write_docs({}), "de", "a.md", page))]
    assert found == [
        ("admonition", "note", 0),
        ("step", "a numbered line", 2),
        ("heading", "a tab", 4),
        ("id", "windows", 4),
        ("link", "f.md", 6),
    ]
