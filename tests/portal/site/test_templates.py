import pytest
from portal.site.templates import TemplateLinks


def find(text, target, resolved="", name=None, path="overrides/main.html"):
    found = TemplateLinks({path: text}).find(target, resolved, name)
    return found and f"{found[0].line}:{found[0].column} {found[1]}"


@pytest.mark.parametrize(
    ("text", "target", "resolved", "location"),
    [
        ('<a href="/gone/">', "/gone/", "gone/index.html", "1:10 /gone/"),
        ("{{ 'assets/a.png' | url }}", "../../assets/a.png", "assets/a.png", "1:5 assets/a.png"),
        ("{{ config.site_url }}assets/a.png", "https://a.example/assets/a.png", "assets/a.png", "1:22 assets/a.png"),
        ("{{ (root ~ name ~ '/') }}{% set names = ('gone',) %}", "../gone/", "en/gone/index.html", "1:43 gone"),
        ("{{ (page.url ~ 'feed.xml') | url }}", "../versions/feed.xml", "admin/versions/feed.xml", "1:17 feed.xml"),
        ('<img srcset="a.png 1x, b.png 2x">', "b.png", "b.png", "1:24 b.png"),
        ('{# "/gone/" #}\n<a href="/gone/">', "/gone/", "gone/index.html", "2:10 /gone/"),
        ("<p>It is gone</p>", "gone", "gone", None),
    ],
)
def test_an_address_is_found_in_a_template_as_it_is_written_there(text, target, resolved, location):
    assert find(text, target, resolved) == location


@pytest.mark.parametrize("behind", ["", "  # the mark", "\n"])
def test_a_setting_is_found_with_or_without_a_comment_behind_it(behind):
    assert find(f"theme:\n  favicon: a/b.svg{behind}", "../a/b.svg", "a/b.svg", path="mkdocs.yml") == "2:12 a/b.svg"


def test_of_two_links_to_the_same_page_the_one_with_the_text_is_meant():
    text = '<a href="/a/">A page</a> <a href="/a/">hier</a>'
    assert find(text, "/a/", "a/index.html", "hier") == "1:35 /a/"
    assert find(text, "/a/", "a/index.html", "there") is None


def test_stylesheets_and_scripts_write_no_page():
    assert find('"/gone/"', "/gone/", path="docs/assets/a.js") is None
