from contexts import facts_context
from portal.checks.table import CHECKS

HISTORY = "# A\n\n## V {#history}\n\n| D | P | V |\n| --- | --- | --- |\n"


def codes(docs):
    """Return the codes of the errors that the checks find that compare pages with facts.yml and with each other."""
    context = facts_context(docs)
    compared = [check for check in CHECKS if check.scope in ("page", "pair", "project")]
    found = [problem for check in compared for problem in check.find(context)]
    return sorted(problem.code for problem in found if problem.severity == "error")


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
