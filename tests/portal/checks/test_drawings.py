import pytest
from contexts import facts_context
from portal.checks.drawing_words import check_drawing_words
from portal.checks.drawings import check_drawing_files, check_drawings, check_shown, check_stale
from portal.checks.facts import check_unused
from portal.checks.other_texts import check_other_texts

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80">
  <text class="button" x="1" y="2">{{ upgrade }}</text>
</svg>
"""
FILES = {
    "drawings/banner.svg": SVG,
    "drawings/de.yml": "upgrade: Cloud PBX upgraden\n",
    "drawings/en.yml": "upgrade: upgrade Cloud PBX\n",
    "de/user/a.md": "# A\n\n1. Klicken Sie auf **Cloud PBX upgraden**.\n\n![Das Banner.](drawing:banner)\n",
    "en/user/a.md": "# A\n\n1. Click **Cloud PBX upgraden**{lang=de}.\n\n![The banner.](drawing:banner)\n",
}


def found(write_docs, **changed):
    """Return code and place of everything that the checks of drawings find; names of files have _ for / and no end."""
    known = facts_context(write_docs(FILES | {_file(key): text for key, text in changed.items()}))
    project = known.project
    pages = [problem for source in project.sources for problem in check_shown(source, known)]
    others = (
        check(project, known) for check in (check_drawing_files, check_drawings, check_drawing_words, check_stale)
    )
    return [f"{one.code} {one.location}" for one in (*pages, *(problem for each in others for problem in each))]


def _file(key):
    folder, _, name = key.rpartition("_")
    ending = "md" if folder.startswith(("de", "en")) else "yml" if name in ("de", "en") else "svg"
    return f"{folder.replace('_', '/')}/{name}.{ending}"


def test_a_drawing_whose_words_stand_bold_in_a_step_has_no_problem(write_docs):
    assert found(write_docs) == []


@pytest.mark.parametrize(
    "page",
    [
        "1. Klicken Sie auf Cloud PBX upgraden.",
        "1. Klicken Sie auf **Cloud PBX upgrade**.",
        "Klicken Sie auf **Cloud PBX upgraden**.",
        "1. Klicken Sie.\n\n## **Cloud PBX upgraden**",
    ],
)
def test_a_button_that_no_step_has_in_bold_makes_the_drawing_stale(write_docs, page):
    text = f"# A\n\n{page}\n\n![Das Banner.](drawing:banner)\n"
    assert found(write_docs, de_user_a=text) == ["drawing-stale docs/drawings/banner.svg:2:36"]


def test_a_step_of_a_passage_counts(write_docs):
    text = '# A\n\n{% include "shared/step.md" %}\n\n![Das Banner.](drawing:banner)\n'
    step = "1. Klicken Sie auf **Cloud PBX upgraden**.\n"
    assert found(write_docs, de_user_a=text, de_shared_step=step) == []


def test_a_message_needs_no_step_but_its_words(write_docs):
    svg = SVG.replace('"button"', '"name"')
    text = "# A\n\n„Cloud PBX upgraden“\n\n![Das Banner.](drawing:banner)\n"
    assert found(write_docs, drawings_banner=svg, de_user_a=text) == []
    stale = found(write_docs, drawings_banner=svg, de_user_a=text.replace("upgraden", "ändern"))
    assert stale == ["drawing-stale docs/drawings/banner.svg:2:34"]


def test_words_that_are_no_names_of_the_product_need_not_be_on_the_page(write_docs):
    svg = SVG.replace(' class="button"', "")
    assert found(write_docs, drawings_banner=svg, de_user_a="# A\n\n![Das Banner.](drawing:banner)\n") == []


def test_a_drawing_in_a_tab_or_an_item_may_be_indented(write_docs):
    text = "# A\n\n1. Klicken Sie auf **Cloud PBX upgraden**.\n\n    ![Das Banner.](drawing:banner)\n\n2. Weiter.\n"
    assert found(write_docs, de_user_a=text) == []


@pytest.mark.parametrize("around", ["Hier: {}", "{} hier", "Text\n{}", "{}\nText", "{}{{ .big }}"])
def test_a_drawing_within_a_paragraph_is_reported(write_docs, around):
    text = FILES["de/user/a.md"].replace("![Das Banner.](drawing:banner)", around.format("![Das B.](drawing:banner)"))
    assert [one.split()[0] for one in found(write_docs, de_user_a=text)] == ["drawing-form"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"drawings_other": SVG}, ["drawing-unused docs/drawings/other.svg"]),
        ({"drawings_banner": SVG.replace("320", "321")}, ["drawing-size docs/drawings/banner.svg:1:50"]),
        ({"drawings_banner": SVG + " " * 12_000}, ["drawing-size docs/drawings/banner.svg"]),
        ({"drawings_banner": SVG.replace("{{ upgrade }}", "42")}, ["drawing-word docs/drawings/de.yml:1:10"] * 2),
        ({"drawings_banner": SVG.replace("{{ upgrade }}", "Upgrade")}, ["drawing-word docs/drawings/banner.svg:2:36"]),
        ({"drawings_banner": SVG.replace("upgrade }}", "x }}")}, ["drawing-word docs/drawings/banner.svg:2:36"]),
        ({"drawings_en": "{}"}, ["drawing-word docs/drawings/de.yml:1:10"]),
        ({"drawings_en": "- a\n"}, ["drawing-invalid docs/drawings/en.yml:1:1"]),
        ({"de_user_a": FILES["de/user/a.md"].replace("Das Banner.", "")}, ["drawing-text docs/de/user/a.md:5:5"]),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told_once(write_docs, changed, expected):
    assert [one.replace("en.yml:1:10", "de.yml:1:10") for one in found(write_docs, **changed)] == expected


def test_a_fact_that_only_a_word_of_a_drawing_names_is_used(write_docs, tmp_path):
    words = FILES["drawings/en.yml"].replace("PBX", "PBX {{ windows.webview2 }}")
    known = facts_context(write_docs(FILES | {"drawings/en.yml": words}), templates=tmp_path)
    unused = [problem.message for problem in check_unused(known.project, known)]
    assert "no page uses android.minimum" in unused
    assert "no page uses windows.webview2" not in unused


@pytest.mark.parametrize(
    ("word", "code"),
    [("Lorem ipsum", "placeholder-text"), ("{{ windows.webvew2 }}", "fact-unknown"), ("from 42.6", "fact-literal")],
)
def test_the_words_of_a_drawing_are_checked_as_those_of_a_page(write_docs, word, code):
    known = facts_context(write_docs(FILES | {"drawings/en.yml": f'upgrade: "{word}"\n'}))
    problems = list(check_other_texts(known.project, known))
    assert code in {problem.code for problem in problems}
    assert {(problem.location.file, problem.location.line) for problem in problems} == {("docs/drawings/en.yml", 1)}


def test_a_fact_may_stand_in_a_drawing(write_docs):
    svg = SVG.replace("</svg>", '<text x="1" y="9">{{ windows.webview2 }}</text></svg>')
    assert found(write_docs, drawings_banner=svg) == []
