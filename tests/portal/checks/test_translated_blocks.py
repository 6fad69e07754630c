import pytest
from contexts import on_pair
from portal.checks.translated_blocks import check_blocks, check_fields
from portal.sources.page import read_sources


def compare(write_docs, check, original, translation, passages=()):
    files = {f"{language}/shared/{name}.md": text for language in ("de", "en") for name, text in passages}
    docs = write_docs({"de/admin/a.md": original, "en/admin/a.md": translation, **files})
    sources = {(one.language, one.path): one for one in read_sources(docs)}
    return on_pair(check, sources["de", "admin/a.md"], sources["en", "admin/a.md"])


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        ("- a\n- b\n", "- a\n", "list items of this section: 1, in the original: 2"),
        ("a\n\nb\n", "a\n", "paragraphs of this section: 1, in the original: 2"),
        ("a\n", "a\n\nb\n", "paragraphs of this section: 2, in the original: 1"),
        ("!!! note\n\n    a\n\n    b\n", "!!! note\n\n    a\n", "paragraphs of this section: 1, in the original: 2"),
    ],
)
def test_a_missing_item_or_paragraph_is_told_at_its_section(write_docs, original, translation, message):
    head = "# A\n\na\n\n## B\n\n"
    [problem] = compare(write_docs, check_blocks, head + original, head + translation)
    assert (problem.code, problem.message) == ("translation-block", message)
    assert (str(problem.location), problem.hint) == ("docs/en/admin/a.md:5:1", "compare with docs/de/admin/a.md:5:1")


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("a\nb\n", "a b c.\n"),
        ("- a\n- b\n", "- a\n\n- b\n"),
        ("- a\n  b\n", "- a b\n"),
        ("a\n\n<!-- b -->\n", "a\n"),
        ("a\n\n```\nb\n```\n", "a\n\n```\nb\nc\n```\n"),
        ("1. a\n2. b\n", "1. a\n"),  # a check of its own
        ("## A\n\na\n\nb\n", "### A\n\na\n"),
        ("", ""),
        ("# A\n", "# A\n"),
    ],
)
def test_blocks_that_are_the_same_to_readers_are_fine(write_docs, original, translation):
    assert compare(write_docs, check_blocks, original, translation) == []


def test_a_passage_that_one_language_includes_is_told_once(write_docs):
    passages = [("c", "C.\n\nD.\n")]
    [problem] = compare(write_docs, check_blocks, '# A\n\n{% include "shared/c.md" %}\n', "# A\n", passages)
    assert (problem.code, problem.message) == ("translation-include", "the original includes shared/c.md")
    [problem] = compare(write_docs, check_blocks, "# A\n\nB\n", '# A\n\nB\n\n{% include "shared/c.md" %}\n', passages)
    assert (problem.message, str(problem.location)) == (
        "the original does not include shared/c.md",
        "docs/en/admin/a.md:5:1",
    )


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        (
            "description: Alles neu",
            "title: T",
            "the original has a description in its front matter, this page has none",
        ),
        (
            "title: T",
            "title: T\ndescription: X",
            "the translation has a description in its front matter, this page has none",
        ),
        (
            "description: Was sich für Sie ändert",
            "description: Was sich für Sie ändert",
            "description is the same as in the original",
        ),
    ],
)
def test_a_missing_or_copied_field_is_told(write_docs, original, translation, message):
    problems = compare(write_docs, check_fields, f"---\n{original}\n---\n# A\n", f"---\n{translation}\n---\n# A\n")
    assert message in [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("title: Microsoft WebView2\ndescription: Alles", "title: Microsoft WebView2\ndescription: All"),
        ("title: Kurz", "topic: help"),
        ("topic: help", "original: '0123456789ab'"),
    ],
)
def test_fields_that_are_translated_or_names_are_fine(write_docs, original, translation):
    assert compare(write_docs, check_fields, f"---\n{original}\n---\n# A\n", f"---\n{translation}\n---\n# A\n") == []
