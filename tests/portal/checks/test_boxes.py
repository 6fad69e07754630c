import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.boxes import check_boxes
from portal.sources.page import parse_source


def told(write_docs, text):
    source = parse_source(write_docs({}), "de", "user/a.md", text)
    return [
        (one.location.line, one.location.column, one.code, one.hint)
        for one in check_boxes(source, facts_context(facts=NO_FACTS))
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("!! note\n\n    Text", 1, 1, "write !!! note"),
        ('!!!! tip "Tipp: A"\n\n    Text', 1, 1, 'write !!! tip "Tipp: A"'),
        ("!!!note\n\n    Text", 1, 1, "write !!! note"),
        ("!!! note A b\n\n    Text", 1, 10, 'write !!! note "Hinweis: A b"'),
        ("!!! achtung Nässe: innen\n\n    Text", 1, 13, 'write !!! achtung "Wichtig: Nässe: innen"'),
        ('!!! note "Hinweis: A\n\n    Text', 1, 10, 'write !!! note "Hinweis: A"'),
        ("- a\n\n    !!! note\n\n    Text", 3, 5, "indent"),
        ("!!! note\n   Text", 2, 1, "indent"),
        ("!!! note\n\n## A {#a}", 1, 1, "indent"),
        *(
            (f'!!! note "{title}"\n\n    Text', 1, 10, "write a title")
            for title in ("**", "** **", "&nbsp;", "–", "Hinweis:")
        ),
        ('??? tip "### {#a}"\n\n    Text', 1, 9, "write a title"),
        ('!!! note "Gut zu wissen"\n\n    Text', 1, 10, 'write !!! note "Hinweis: Gut zu wissen"'),
        ('!!! tip "Tool: A"\n\n    Text', 1, 9, 'write !!! tip "Tipp: Tool: A"'),
        ('!!! note "Note: A"\n\n    Text', 1, 10, 'write !!! note "Hinweis: A"'),
        ('!!! note "Wichtig: A"\n\n    Text', 1, 10, 'write !!! warning "Wichtig: A" or !!! note "Hinweis: A"'),
    ],
)
def test_a_box_in_another_form_is_told(write_docs, text, line, column, hint):
    [found] = told(write_docs, text)
    assert found[:3] == (line, column, "admonition-form")
    assert found[3].startswith(hint)


@pytest.mark.parametrize(
    ("kind", "meant"), [("hinweis", "note"), ("Achtung", "warning"), ("tipp", "tip"), ("waring", "warning")]
)
def test_a_kind_without_a_look_is_told_with_the_one_that_is_meant(write_docs, kind, meant):
    assert told(write_docs, f"!!! {kind}\n\n    Text") == [(1, 5, "admonition-kind", f"write !!! {meant}")]


def test_a_kind_that_is_like_none_is_told_with_all(write_docs):
    assert told(write_docs, "!!! xyz\n\n    Text") == [(1, 5, "admonition-kind", "write note or tip or warning")]


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n    Text",
        '!!! note "Hinweise zum Vertrag"\n\n    Text',
        '!!! warning "**Wichtiger** Hinweis"\n\n    Text',
        '??? note "Mehr anzeigen"\n\n    Text',
        '??? tip "### Tipp: A {#a}"\n\n    Text',
        '!!! note "Hinweis"\n\n    Text',
        '!!! tip "Tipp: „A“"\n\n    Text',
        "- a\n\n    !!! Warning\n\n        Text",
        "> !!! note\n>\n>     Text",
        "!!! Achtung, frisch gestrichen",
        "!!!",
        "Halt!!! note",
        "```\n!!! hinweis\n```",
        "<!-- !!! hinweis -->",
    ],
)
def test_other_text_is_not(write_docs, text):
    assert told(write_docs, text) == []
