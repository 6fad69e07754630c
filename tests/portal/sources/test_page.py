import pytest
from portal.sources.page import page_paths, parse_source, read_source


def test_a_page_has_front_matter_and_lines_with_their_numbers(write_docs):
    docs = write_docs({"de/a.md": "---\ntitle: A\n---\n# A\n"})
    source = read_source(docs, "de", "a.md")
    assert source.meta == {"title": "A"}
    assert [(line.text, line.number) for line in source.lines] == [("# A", 4)]


def test_an_included_passage_keeps_its_own_place(write_docs):
    docs = write_docs({"de/a.md": 'Vor\n{% include "shared/b.md" %}\nNach\n', "de/shared/b.md": "Passage\n"})
    source = read_source(docs, "de", "a.md")
    assert source.text == "Vor\nPassage\nNach"
    assert str(source.lines[1].location()) == "docs/de/shared/b.md:1:1"


def test_a_missing_passage_is_told_with_the_nearest(write_docs):
    docs = write_docs({"de/a.md": '{% include "shared/contct.md" %}\n', "de/shared/contact.md": ""})
    [problem] = read_source(docs, "de", "a.md").problems
    assert (problem.code, str(problem.location), problem.hint) == (
        "include-missing",
        "docs/de/a.md:1:13",
        "write shared/contact.md",
    )


def test_broken_front_matter_is_told_at_its_line(write_docs):
    docs = write_docs({"de/a.md": "---\ntitle: A\ntopic: [a\n---\n# A\n"})
    [problem] = read_source(docs, "de", "a.md").problems
    assert (problem.code, problem.location.file, problem.location.line >= 3) == (
        "front-matter-invalid",
        "docs/de/a.md",
        True,
    )


@pytest.mark.parametrize(
    ("front_matter", "line"),
    [
        ("title:\n", 2),
        ("title: [a, b]\n", 2),
        ("titel: A\n", 2),
        ("topic: {a: b}\n", 2),
        ("original: 123\n", 2),
        ("moved: false\n", 2),
        ("listed: true\n", 2),
        ("- a\n", 2),
    ],
)
def test_each_wrong_field_of_front_matter_is_told_at_its_line(write_docs, front_matter, line):
    [problem] = read_source(write_docs({"de/a.md": f"---\n{front_matter}---\n# A\n"}), "de", "a.md").problems
    assert (problem.code, problem.location.line) == ("front-matter-invalid", line)


@pytest.mark.parametrize("text", ["---\ntitle: A\n# A\n", "\n---\ntitle: A\n---\n# A\n", "---\ntitle: A\n...\n# A\n"])
def test_front_matter_without_beginning_or_end_is_told_and_never_published(write_docs, text):
    [problem] = read_source(write_docs({"de/a.md": text}), "de", "a.md").problems
    assert problem.code == "front-matter-invalid"


@pytest.mark.parametrize("path", ["/etc/passwd", "../../mkdocs.yml", "user/a.md", "shared/../a.md"])
def test_only_passages_can_be_included(write_docs, path):
    docs = write_docs({"de/a.md": f'{{% include "{path}" %}}\n', "mkdocs.yml": "x"})
    source = read_source(docs, "de", "a.md")
    assert [problem.code for problem in source.problems] == ["include-missing"] and source.text == ""


def test_an_include_within_a_list_keeps_its_indent(write_docs):
    docs = write_docs({"de/a.md": '1. A\n\n    {% include "shared/b.md" %}\n', "de/shared/b.md": "B\n\nC\n"})
    assert read_source(docs, "de", "a.md").text == "1. A\n\n    B\n\n    C"


def test_lines_are_counted_as_editors_count_them(write_docs):
    source = read_source(write_docs({"de/a.md": "A\u2028B\x0cC\nTODO\n"}), "de", "a.md")
    assert [line.number for line in source.lines] == [1, 2]


def test_a_page_in_another_encoding_is_a_problem_and_no_exception(write_docs):
    docs = write_docs({"de/a.md": "größer".encode("latin-1")})
    [problem] = read_source(docs, "de", "a.md").problems
    assert (problem.code, str(problem.location)) == ("page-unreadable", "docs/de/a.md")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(write_docs):
    docs = write_docs({"de/a.md": b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n# A\r\n"})
    source = read_source(docs, "de", "a.md")
    assert (source.meta, source.text) == ({"title": "A"}, "# A")


def test_shared_passages_are_no_pages(write_docs):
    assert page_paths(write_docs({"de/a.md": "", "de/shared/b.md": ""}), "de") == ["a.md"]


def test_the_column_of_a_passage_is_the_one_in_its_file(write_docs):
    docs = write_docs({"de/a.md": '!!! note\n\n    {% include "shared/s.md" %}\n', "de/shared/s.md": "One two\n"})
    line = read_source(docs, "de", "a.md").lines[-1]
    assert str(line.location(line.text.index("two"))) == "docs/de/shared/s.md:1:5"


PARTS = """\
---
title: "{{ a.b }}"
---
# Titel {#top}

1. Eins [a](b.md)
2. ![bild](x.png) und `[c](d.md) {#code}`

- [ ] **Punkt** {#item}

!!! tip

<!-- # Kein Titel [e](f.md) {{ c.d }}
- [ ] **Kein Punkt** {#none}
-->

| A | B |
| - | - |
| {{ e.f }} | `g|h` |
"""


def test_a_page_says_what_it_is_made_of_and_where_each_part_stands(write_docs):
    page = parse_source(write_docs({}), "de", "a.md", PARTS)
    text = page.markdown
    found = {
        "headings": [(one.value, one.location) for one in page.headings],
        "steps": [("", one.location) for one in page.steps],
        "bullets": [("", one.location) for one in page.bullets],
        "notes": [(one.value, one.location) for one in page.notes],
        "tables": [(one.value, one.location) for one in page.tables],
        "items": [(one.id, one.line.location()) for one in page.items],
        "links": [(one.address, text.location(*one.whole)) for one in page.links],
        "images": [(one.address, text.location(*one.whole)) for one in page.images],
        "ids": [(one.name, text.location(*one.whole)) for one in page.ids],
        "placeholders": [(one.key, one.location) for one in page.placeholders],
    }
    assert {kind: [(value, place.line, place.column) for value, place in parts] for kind, parts in found.items()} == {
        "headings": [(1, 4, 1)],
        "steps": [("", 6, 1), ("", 7, 1)],
        "bullets": [("", 9, 1)],
        "notes": [("tip", 11, 1)],
        "tables": [(2, 17, 1), (2, 18, 1), (2, 19, 1)],
        "items": [("item", 9, 1)],
        "links": [("b.md", 6, 9)],
        "images": [("x.png", 7, 4)],
        "ids": [("top", 4, 9), ("item", 9, 17)],
        "placeholders": [("a.b", 2, 9), ("e.f", 19, 3)],
    }


def test_a_passage_of_the_other_language_keeps_its_language(write_docs):
    text = 'Vor\n\n{% include "en/shared/b.md" %}\n'
    docs = write_docs({"de/a.md": text, "de/shared/b.md": "Deutsch\n", "en/shared/b.md": "English\n"})
    source = read_source(docs, "de", "a.md")
    assert source.text == "Vor\n\nEnglish"
    assert [source.language_at(line.file) for line in source.lines] == ["de", "de", "en"]
