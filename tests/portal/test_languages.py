import pytest
from portal.languages import format_number, language_of, published_path


@pytest.mark.parametrize(
    ("language", "path", "published"),
    [
        ("de", "index.md", ""),
        ("en", "index.md", "en/"),
        ("de", "admin/help.md", "admin/help/"),
        ("en", "user/index.md", "en/user/"),
    ],
)
def test_german_is_published_at_the_root_and_english_below_en(language, path, published):
    assert published_path(language, path) == published


def test_a_site_path_determines_its_language():
    assert [language_of(path) for path in ("index.html", "en/index.html", "enter/index.html")] == ["de", "en", "de"]


def test_thousands_separators_depend_on_the_language():
    assert [format_number(number, language) for number in (600, 1200) for language in ("de", "en")] == [
        "600",
        "600",
        "1.200",
        "1,200",
    ]
