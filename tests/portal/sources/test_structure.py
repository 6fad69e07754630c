from portal.sources.page import parse_source
from portal.sources.structure import parts

PAGE = """\
# Titel

## Teil {#part}

1. Eins [a](b.md#c)
2. Zwei ![bild](x.png)

- [ ] **Punkt** {#item}

!!! tip "Tipp"

??? note "Mehr"

    1. Drei

=== "Windows {#windows}"

    [e](f.md)

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
        ("admonition", "note"),
        ("step", "a numbered line"),
        ("heading", "a tab"),
        ("id", "windows"),
        ("link", "f.md"),
        ("table", "2 cells"),
        ("table", "2 cells"),
        ("table", "2 cells"),
        ("link", "d.md"),
        ("placeholder", "x.y"),
    ]
