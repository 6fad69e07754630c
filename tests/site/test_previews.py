"""What other programs show of the site: pictures beside shared links, icons for home screens, the manifests."""

import json
from io import BytesIO
from urllib.parse import urljoin

import pytest
from PIL import Image
from portal.languages import LANGUAGES
from selectolax.lexbor import LexborHTMLParser

LARGEST = 80_000  # bytes
VIEWS = {"user/": "user", "admin/": "admin"}
# W3C Web Application Manifest, section 1: what each member may be.
STRINGS = ("name", "short_name", "description", "id", "start_url", "scope", "background_color", "theme_color")
DISPLAYS = ("fullscreen", "standalone", "minimal-ui", "browser")
PURPOSES = ("any", "maskable", "monochrome")


@pytest.fixture(scope="session")
def pages(site):
    """Each page of the site that readers share, parsed, by its path."""
    return {
        path: LexborHTMLParser(page.html)
        for path, page in site.pages.items()
        if page.head.refresh is None and not path.endswith("404.html")
    }


def properties(page):
    metas = page.css("meta[property^='og:image']")
    return {meta.attributes["property"]: meta.attributes["content"] for meta in metas}


def path_of(page, address):
    """Return the path in the site of an absolute address, by the address of the page itself."""
    home = page.css_first("link[hreflang='x-default']").attributes["href"]
    root = urljoin(home, "/")
    assert address.startswith(root)
    return address.removeprefix(root)


def test_each_page_has_a_picture_of_its_view_and_language_at_an_absolute_address(site, pages):
    for path, page in pages.items():
        found = properties(page)
        image = path_of(page, found["og:image"])
        view = next((name for folder, name in VIEWS.items() if path.removeprefix("en/").startswith(folder)), "start")
        language = page.css_first("html").attributes["lang"]
        assert image.startswith(f"assets/pictures/{view}-{language}.") and image in site.files, path
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert found["og:image:type"] == "image/png" and found["og:image:alt"]


def test_the_pictures_are_as_large_as_said_and_light(site):
    pictures = {path: site.read_bytes(path) for path in site.files if path.startswith("assets/pictures/")}
    assert len(pictures) == 3 * len(LANGUAGES)
    assert len(set(pictures.values())) == len(pictures)
    for data in pictures.values():
        assert Image.open(BytesIO(data)).size == (1200, 630) and len(data) <= LARGEST


def test_the_text_of_a_picture_is_in_the_language_of_its_page(pages):
    texts = {}
    for page in pages.values():
        texts.setdefault(page.css_first("html").attributes["lang"], set()).add(properties(page)["og:image:alt"])
    assert [len(texts[language]) for language in LANGUAGES] == [3, 3]
    assert texts["de"].isdisjoint(texts["en"])


def test_each_page_has_a_touch_icon(site, pages):
    for path, page in pages.items():
        icon = urljoin(f"/{path}", page.css_first("link[rel=apple-touch-icon]").attributes["href"])[1:]
        picture = Image.open(BytesIO(site.read_bytes(icon)))
        assert picture.size == (180, 180) and picture.convert("RGBA").getextrema()[3] == (255, 255), path


@pytest.mark.parametrize(("language", "path"), [("de", "site.webmanifest"), ("en", "en/site.webmanifest")])
def test_the_manifest_of_a_language_is_valid_and_each_of_its_pages_has_it(site, pages, language, path):
    fields = json.loads(site.read_bytes(path))
    assert all(isinstance(fields[name], str) and fields[name] for name in STRINGS)
    assert fields["lang"] == language and fields["dir"] == "ltr" and fields["display"] in DISPLAYS
    start = urljoin(f"/{path}", fields["start_url"])
    assert start == urljoin(f"/{path}", fields["scope"]) == {"de": "/", "en": "/en/"}[language]
    sides = set()
    for icon in fields["icons"]:
        picture = Image.open(BytesIO(site.read_bytes(urljoin(f"/{path}", icon["src"])[1:])))
        assert icon["type"] == "image/png" and icon["purpose"] in PURPOSES
        assert icon["sizes"] == "x".join(map(str, picture.size))
        sides.add(picture.size)
    assert sides == {(192, 192), (512, 512)}
    for address, page in pages.items():
        if page.css_first("html").attributes["lang"] == language:
            assert urljoin(f"/{address}", page.css_first("link[rel=manifest]").attributes["href"]) == f"/{path}"


def test_the_names_of_the_manifests_are_those_of_the_site(site, pages):
    for path, start in (("site.webmanifest", "index.html"), ("en/site.webmanifest", "en/index.html")):
        assert json.loads(site.read_bytes(path))["name"] == pages[start].css_first("title").text()
