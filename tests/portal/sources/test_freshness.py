import subprocess

import pytest
from contexts import on_pair
from portal.__main__ import main
from portal.checks.stale_translations import check_fresh
from portal.sources.freshness import confirm, content_hash, original_diff
from portal.sources.page import read_source


@pytest.fixture
def pair(write_docs):
    def read(original="# Titel\n\nText.\n", translation="---\ntitle: A\n---\n# Title\n\nText.\n"):
        docs = write_docs({"de/a.md": original, "en/a.md": translation})
        return docs, read_source(docs, "de", "a.md"), read_source(docs, "en", "a.md")

    return read


def test_a_translation_that_nobody_confirmed_is_a_warning(pair):
    _, original, translation = pair()
    [problem] = on_pair(check_fresh, original, translation)
    assert (problem.code, problem.severity, problem.hint) == (
        "translation-stale",
        "warning",
        "compare the two, then run `make confirm PAGE=a`",
    )


@pytest.mark.parametrize(
    "translation",
    ["# Title\n", "---\ntitle: A\n---\n# Title\n", '---\ntitle: A\noriginal: "000000000000"\n---\n# Title\n'],
)
def test_confirming_makes_it_fresh_and_changes_nothing_else(pair, translation):
    docs, original, source = pair(translation=translation)
    confirm(docs, source, original)
    confirmed = read_source(docs, "en", "a.md")
    assert on_pair(check_fresh, original, confirmed) == []
    assert (confirmed.text.strip(), confirmed.meta.get("title")) == ("# Title", source.meta.get("title"))


KEPT = [
    ("# Title\n", '---\nNEW\n---\n\n# Title\n'),
    ("# Title", '---\nNEW\n---\n\n# Title'),
    ("\ufeff# Title\r\n", '\ufeff---\r\nNEW\r\n---\r\n\r\n# Title\r\n'),
    ("---  \ntitle: A\n--- \t\n# T\n", "---  \nNEW\ntitle: A\n--- \t\n# T\n"),
    ("\ufeff---\ntitle: A\n---\n# T\n", "\ufeff---\nNEW\ntitle: A\n---\n# T\n"),
    ("\ufeff--- \r\ntitle: A\r\noriginal: OLD\r\n---\r\n# T", "\ufeff--- \r\ntitle: A\r\nNEW\r\n---\r\n# T"),
    ("---\rtitle: A\r---\r# T\r", "---\rNEW\rtitle: A\r---\r# T\r"),
    ("---\ntitle: A\n---\n# T\r\n\n mixed \r", "---\nNEW\ntitle: A\n---\n# T\r\n\n mixed \r"),
    ("---\noriginal: OLD # by hand\ntitle: A\n---\n# T\n", "---\nNEW # by hand\ntitle: A\n---\n# T\n"),
    ("---\noriginal: 000000000000\n---\n# T\n", "---\nNEW\n---\n# T\n"),
    ("---\noriginal:\ntitle: A\n---\n# T\n", "---\nNEW\ntitle: A\n---\n# T\n"),
    ("---\noriginal: >-\n  000000000000\ntitle: A\n---\n# T\n", "---\nNEW\ntitle: A\n---\n# T\n"),
    ("---\n# one\n  title: A\n---\n# T\n", "---\n# one\n  NEW\n  title: A\n---\n# T\n"),
    ("---\n{title: A}\n---\n# T\n", "---\n{NEW, title: A}\n---\n# T\n"),
    ("---\n{title: A, original: OLD}\n---\n# T\n", "---\n{title: A, NEW}\n---\n# T\n"),
    ('---\ntitle: "a\\noriginal: b"\n---\noriginal: c\n', '---\nNEW\ntitle: "a\\noriginal: b"\n---\noriginal: c\n'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), KEPT)
def test_confirming_twice_writes_one_line_and_leaves_every_other_byte(write_docs, before, after):
    docs = write_docs({"de/a.md": "# Titel\n", "en/a.md": before.replace("OLD", '"000000000000"').encode()})
    for _ in range(2):
        original = read_source(docs, "de", "a.md")
        confirm(docs, read_source(docs, "en", "a.md"), original)
        expected = after.replace("NEW", f'original: "{content_hash(original)}"')
        assert (docs / "en/a.md").read_bytes() == expected.encode()
        assert on_pair(check_fresh, original, read_source(docs, "en", "a.md")) == []


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("# Titel\n", "# Caf\u00e9\n".encode("latin-1"), "page-unreadable"),
        ("# Gr\u00fc\u00dfe\n".encode("latin-1"), "# Title\n", "page-unreadable"),
        ("# Titel\n", "---\ntitle: A\n# Title\n", "front-matter-invalid"),
        ("# Titel\n", "---\n---\n# Title\n", "front-matter-invalid"),
        ("# Titel\n", "---\n- a\n---\n# Title\n", "front-matter-invalid"),
        ("# Titel\n", "---\ntitle: [\n---\n# Title\n", "front-matter-invalid"),
        ("# Titel\n", "---\ntitel: A\noriginal: 1\n---\n# Title\n", "front-matter-invalid"),
        ("# Titel\n", "title: A\n\n# Title\n", "front-matter-invalid"),
        ("---\ntitle:\n---\n# Titel\n", "# Title\n", "front-matter-invalid"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(write_docs, capsys, original, translation, code):
    docs = write_docs({"de/a.md": original, "en/a.md": translation})
    before = (docs / "en/a.md").read_bytes()
    assert main(["confirm", "a", "--docs", str(docs), "--yes"]) == 1
    assert f"error[{code}]" in capsys.readouterr().err and (docs / "en/a.md").read_bytes() == before


def test_a_change_of_the_original_makes_it_stale_at_its_line(pair):
    docs, original, translation = pair()
    confirm(docs, translation, original)
    (docs / "de/a.md").write_text("# Titel\n\nAnderer Text.\n", "utf-8")
    [problem] = on_pair(check_fresh, read_source(docs, "de", "a.md"), read_source(docs, "en", "a.md"))
    assert str(problem.location) == "docs/en/a.md:2:1"
    assert "has changed" in problem.message


def test_a_change_of_an_included_passage_counts_and_space_at_line_ends_does_not(write_docs):
    docs = write_docs({"de/a.md": '{% include "shared/s.md" %}\n', "de/shared/s.md": "Eins\n"})
    before = content_hash(read_source(docs, "de", "a.md"))
    (docs / "de/shared/s.md").write_text("Eins  \n", "utf-8")
    assert content_hash(read_source(docs, "de", "a.md")) == before
    (docs / "de/shared/s.md").write_text("Zwei\n", "utf-8")
    assert content_hash(read_source(docs, "de", "a.md")) != before


def test_the_diff_of_the_original_since_the_confirmation_is_shown_where_git_can_tell(pair):
    docs, original, translation = pair()
    confirm(docs, translation, original)
    git = ["git", "-C", str(docs.parent), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)
    (docs / "de/a.md").write_text("# Titel\n\nAnderer Text.\n", "utf-8")
    diff = original_diff(docs, read_source(docs, "en", "a.md"))
    assert "-Text." in diff and "+Anderer Text." in diff


def test_without_git_there_is_no_diff_and_no_error(pair):
    docs, _, translation = pair()
    assert original_diff(docs, translation) == ""


@pytest.mark.parametrize("key", ["title", "description"])
def test_a_change_of_what_the_front_matter_shows_makes_it_stale(pair, key):
    before, after = (pair(original=f"---\n{key}: {words}\n---\n# Titel\n")[1] for words in ("Alt", "Neu"))
    assert content_hash(before) != content_hash(after)


def test_a_passage_of_another_language_does_not_count(write_docs):
    files = {"de/a.md": 'Text\n\n{% include "en/shared/s.md" %}\n', "en/shared/s.md": "One\n"}
    before = content_hash(read_source(write_docs(files), "de", "a.md"))
    assert content_hash(read_source(write_docs(files | {"en/shared/s.md": "Two\n"}), "de", "a.md")) == before
