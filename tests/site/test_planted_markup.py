"""The checkers of HTML catch each kind of fault: one run of each checker over all planted pages."""

import pytest
from audit.markup import html_validate_faults, nu_faults
from audit.planted import CLEAN

NU = {
    "block": ("<p><div>A block in a paragraph</div></p>", "No “p” element in scope"),
    "id": ('<p id="content">The same id</p>', "Duplicate ID"),
    "image": ('<img src="favicon.ico">', "An “img” element must have an “alt” attribute"),
    "role": ('<button role="heading">Not what it says</button>', "Bad value “heading” for attribute “role”"),
    "nested": ('<button type="button">Open <a href="#content">this</a></button>', "must not appear as a descendant"),
    "old": ("<center>Old</center>", "The “center” element is obsolete"),
}
HTML_VALIDATE = {
    "open": ("<p>Not closed", "no-implicit-close"),
    "id": ('<p id="content">The same id</p>', "no-dup-id"),
    "style": ('<p style="color: red">Red</p>', "no-inline-style"),
    "type": ("<button>No type</button>", "no-implicit-button-type"),
    "label": ('<input type="text">', "input-missing-label"),
    "name": ('<button type="button"></button>', "text-content"),
    "image": ('<img src="favicon.ico">', "wcag/h37"),
    "heading": ("<h4>Three levels down</h4>", "heading-level"),
    "raw": ('<a href="#content">Tom & Jerry</a>', "no-raw-characters"),
}


@pytest.fixture(scope="module")
def check_markup(tmp_path_factory):
    """Return a function that gives the faults which ``checker`` finds, per planted page; each checker runs once."""
    checked = {}

    def check(checker, planted):
        if checker not in checked:
            folder = tmp_path_factory.mktemp("markup")
            for name, (fault, _) in {**planted, "clean": ("", "")}.items():
                text = CLEAN.replace("    HEAD\n", "").replace("        FAULT\n", fault)
                (folder / f"{name}.html").write_text(text, "utf-8")
            (folder / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect widht="1"/></svg>')
            checked[checker] = checker(folder)
        return lambda name: str([fault for fault in checked[checker] if fault.startswith(f"{name}:")])

    return check


@pytest.mark.parametrize("name", NU)
def test_the_nu_checker_catches(check_markup, name):
    assert NU[name][1] in check_markup(nu_faults, NU)(f"{name}.html")


def test_the_nu_checker_catches_a_broken_drawing(check_markup):
    assert "widht" in check_markup(nu_faults, NU)("drawing.svg")


@pytest.mark.parametrize("name", HTML_VALIDATE)
def test_html_validate_catches(check_markup, name):
    assert HTML_VALIDATE[name][1] in check_markup(html_validate_faults, HTML_VALIDATE)(f"{name}.html")


@pytest.mark.parametrize(("checker", "planted"), [(nu_faults, NU), (html_validate_faults, HTML_VALIDATE)])
def test_the_checkers_find_nothing_on_a_clean_page(check_markup, checker, planted):
    assert check_markup(checker, planted)("clean.html") == "[]"
