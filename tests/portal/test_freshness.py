import subprocess

import pytest
from portal.freshness import check_fresh, confirm, content_hash, original_diff
from portal.sources import read_source


@pytest.fixture
def pair(write_docs):
    def read(original="# Titel\n\nText.\n", translation="---\ntitle: A\n---\n# Title\n\nText.\n"):
        docs = write_docs({"de/a.md": original, "en/a.md": translation})
        return docs, read_source(docs, "de", "a.md"), read_source(docs, "en", "a.md")

    return read


def test_a_translation_that_nobody_confirmed_is_a_warning(pair):
    _, original, translation = pair()
    [problem] = check_fresh(original, translation)
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
    assert check_fresh(original, confirmed) == []
    assert (confirmed.text.strip(), confirmed.meta.get("title")) == ("# Title", source.meta.get("title"))


def test_a_change_of_the_original_makes_it_stale_at_its_line(pair):
    docs, original, translation = pair()
    confirm(docs, translation, original)
    (docs / "de/a.md").write_text("# Titel\n\nAnderer Text.\n", "utf-8")
    [problem] = check_fresh(read_source(docs, "de", "a.md"), read_source(docs, "en", "a.md"))
    assert str(problem.place) == "docs/en/a.md:2:1"
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
