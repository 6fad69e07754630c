"""The built pages by two checkers of HTML, which know the standard and its practice better than we do."""

from audit.markup import html_validate_faults, nu_faults


def test_the_nu_checker_finds_nothing(site):
    assert nu_faults(site.root) == []


def test_html_validate_finds_nothing(site):
    assert html_validate_faults(site.root) == []
