from portal.checks.consistency import check_consistency
from portal.sources.facts_file import read_facts
from portal.sources.page import read_sources

HISTORY = "# A\n\n## V {#history}\n\n| D | P | V |\n| --- | --- | --- |\n"


def codes(docs):
    facts = read_facts(docs / "facts.yml").facts
    return sorted(
        problem.code for problem in check_consistency(read_sources(docs), facts) if problem.severity == "error"
    )


def test_every_kind_of_disagreement_is_told_once(write_docs):
    text = "Android 23.9.25, neuer Client {{ android.minimum }}.\n"
    assert codes(write_docs({"de/a.md": text, "en/a.md": "The old client.\n"})) == [
        "translation-placeholder",
        "version-differs",
        "version-differs",
        "version-family",
        "version-unknown",
    ]


def test_old_versions_may_stand_in_the_history_and_nowhere_else(write_docs):
    german = "| 22.11.2026 | Android | 23.9.26 |\n"
    german += "| 22.11.2026 | Windows (WebView2) | 42.6 |\n| 1.1.2026 | Android | 22.1.1 |\n"
    english = german.replace("22.11.2026", "22 November 2026").replace("1.1.2026", "1 January 2026")
    docs = write_docs({"de/admin/versions.md": HISTORY + german, "en/admin/versions.md": HISTORY + english})
    assert codes(docs) == []
    (docs / "de/user").mkdir()
    (docs / "de/user/a.md").write_text("Android 22.1.1 und 23.9.26\n", "utf-8")
    assert codes(docs) == ["fact-literal", "translation-missing", "version-unknown"]
