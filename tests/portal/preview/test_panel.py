from pathlib import PurePosixPath, PureWindowsPath

from portal.preview.build import Outcome
from portal.preview.panel import editor_link, inject, render

ROOT = PurePosixPath("/home/a b/portal")


def problem(file="docs/de/user/help.md", line=3, pages=(), **more):
    shape = {
        "code": "link-text",
        "severity": "error",
        "message": "m",
        "hint": "",
        "column": 9,
        "length": 1,
        "subject": "",
    }
    return {**shape, "file": file, "line": line, "pages": list(pages), **more}


def panel(*problems, page="user/help/index.html", files=("docs/de/user/help.md",), is_built=True, **outcome):
    return render(Outcome(problems, **outcome), page, files, ROOT, "en", is_built=is_built)


def test_there_is_no_panel_without_problems():
    assert panel() == ""


def test_the_problems_of_the_page_come_first_and_all_are_counted():
    html = panel(problem(), problem(file="docs/de/admin/a.md"), problem(file="docs/de/admin/b.md"))
    assert "1 problem on this page" in html and "2 problems elsewhere" in html
    assert html.index("docs/de/user/help.md:3:9") < html.index("elsewhere") < html.index("docs/de/admin/a.md:3:9")


def test_problems_of_passages_and_templates_are_shown_on_the_affected_pages():
    assert "1 problem on this page" in panel(problem(file="overrides/main.html", pages=["user/help/index.html"]))
    assert "1 problem on this page" in panel(problem(file="docs/de/shared/a.md"), files=["docs/de/shared/a.md"])


def test_the_location_links_to_the_editor():
    assert editor_link(ROOT, problem()) == "vscode://file/home/a%20b/portal/docs/de/user/help.md:3:9"
    assert (
        editor_link(PureWindowsPath("C:\\portal"), problem(line=0))
        == "vscode://file/C:/portal/docs/de/user/help.md:1:9"
    )


def test_text_from_editors_is_escaped():
    html = panel(problem(message="<script>", hint="<b>", file="a<i>.md", pages=["user/help/index.html"]))
    assert "<script" not in html and "<b>" not in html and "<i>" not in html


def test_files_of_the_temporary_site_have_no_editor_link():
    html = panel(problem(file="/else/portal-preview-x/site.new/a.css"), problem(file=""))
    assert "/else/portal-preview-x/site.new/a.css:3:9" in html and "vscode:" not in html


def test_a_failed_build_shows_its_reason_and_collapsed_output():
    failed = {"failures": (problem(file="hooks/a.py", message="<no>"),), "output": "<all>", "delivered": False}
    html = panel(**failed)
    assert "The build failed; this is the last good page" in html
    assert "&lt;no&gt;" in html and "vscode://file/home/a%20b/portal/hooks/a.py:3:9" in html
    assert "<details><summary>Complete output of the build</summary><pre>&lt;all&gt;</pre>" in html


def test_the_last_good_page_is_not_mentioned_before_the_first_build():
    failed = panel(failures=(problem(),), delivered=False, is_built=False)
    assert "The build failed" in failed and "last good page" not in failed
    stopped = panel(problem(), delivered=False, is_built=False)
    assert "The site could not be built" in stopped and "last good page" not in stopped


def test_the_last_good_page_is_labelled_when_the_sources_have_errors():
    assert "last good page" in panel(problem(), delivered=False)


def test_the_panel_is_translated():
    assert "1 Problem auf dieser Seite" in render(Outcome((problem(),)), "x", ["docs/de/user/help.md"], ROOT, "de")


def test_the_panel_is_injected_into_any_html_without_inline_code():
    whole = inject("<head><title>T</title></head><body><p>A</p></body>", "<section>P</section>", 7)
    assert whole.index("panel.css") < whole.index("</head>") and "<section>P</section></body>" in whole
    assert 'src="/__preview__/panel.js?build=7"></script>' in whole
    assert "P" in inject("broken", "P", 1)
