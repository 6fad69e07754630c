"""The frame around every page: nothing inline, nothing of the theme, its languages, and the error pages."""

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

import pytest
from portal.languages import LANGUAGES, language_of, published_path
from portal.site.resolve import Resolver
from portal.site.site import FINGERPRINT, Site
from portal.sources.last_check import last_checked
from portal.sources.project import Project
from selectolax.lexbor import LexborHTMLParser

ERROR_PAGES = {language: published_path(language, "index.md") + "404.html" for language in LANGUAGES}
OTHER = {"de": "en", "en": "de"}
MISSING = {"de": "Diese Seite gibt es nicht", "en": "This page does not exist"}
OWN_SHEET = "stylesheets/notices.css"  # only pages with a notice load it
NAMES = {"Cloud PBX"}  # the same in both languages


def trees(site):
    """Return the pages that readers stay on: what redirects has no frame."""
    found = {path: LexborHTMLParser(page.html) for path, page in site.pages.items()}
    return {path: tree for path, tree in found.items() if not tree.css("meta[http-equiv=refresh]")}


def written(site):
    return {path: tree for path, tree in trees(site).items() if path not in ERROR_PAGES.values()}


def test_no_page_has_an_inline_script_style_or_handler(site):
    for path, tree in trees(site).items():
        assert tree.css("style, [style], script:not([src])") == [], path
        names = {name for element in tree.css("*") for name in element.attributes}
        assert not [name for name in names if name.startswith("on")], path
        assert tree.css('[href^="javascript:"]') == [], path


def test_nothing_is_left_of_the_theme(site, project):
    assert [path for path, page in site.pages.items() if re.search(r'["\s](md-|__)', page.html)] == []
    ours = {f"assets/{path.relative_to(project / 'docs/assets')}" for path in (project / "docs/assets").rglob("*.*")}
    expected = {path for path in ours if not path.endswith(".css")} | {
        "assets/stylesheets/site.css",
        f"assets/{OWN_SHEET}",
    }
    made = {
        f"assets/search/{name}.json"
        for language in ("de", "en")
        for name in (language, f"{language}-user", f"{language}-admin")
    }
    made |= {
        f"assets/pictures/{view}-{language}.png" for view in ("start", "user", "admin") for language in ("de", "en")
    }
    made |= {f"assets/images/{name}.png" for name in ("touch-icon", "icon-192", "icon-512")}
    published = {path for path in site.files if path.startswith("assets/") and not path.endswith((".br", ".gz"))}
    assert {FINGERPRINT.sub("", path) for path in published} == expected | made | {"assets/javascripts/minisearch.js"}


def test_the_stylesheet_holds_all_its_parts(site, project):
    joined = FINGERPRINT.sub("", next(site.root.glob("assets/stylesheets/site.*.css")).read_text("utf-8"))
    sheets = set((project / "docs/assets/stylesheets").glob("*.css")) - {project / "docs/assets" / OWN_SHEET}
    parts = [path.read_text("utf-8") for path in sheets]
    assert len(parts) > 1 and all(part in joined for part in parts)


def test_each_page_names_its_translations_and_they_name_it(site):
    for path, tree in written(site).items():
        canonical = tree.css_first("link[rel=canonical]").attributes["href"]
        found = {link.attributes["hreflang"]: link.attributes["href"] for link in tree.css("link[hreflang]")}
        german = path.removeprefix("en/").removesuffix("index.html")
        assert found == {
            "de": f"https://help.example/{german}",
            "en": f"https://help.example/en/{german}",
            "x-default": f"https://help.example/{german}",
        }
        assert canonical == found[tree.css_first("html").attributes["lang"]]


def test_each_page_says_what_to_show_where_it_is_shared(site):
    for path, tree in written(site).items():
        shared = {meta.attributes["property"]: meta.attributes["content"] for meta in tree.css("meta[property]")}
        assert shared["og:url"] == tree.css_first("link[rel=canonical]").attributes["href"]
        assert shared["og:description"] == tree.css_first("meta[name=description]").attributes["content"]
        assert shared["og:title"] and tree.css_first("title").text().startswith(shared["og:title"]), path
        assert shared["og:locale"][:2] == tree.css_first("html").attributes["lang"]


LANDMARKS = {
    "de": {
        "Ansicht",
        "Seiten dieser Ansicht",
        "Ablauf des Upgrades",
        "Sie sind hier",
        "Auf dieser Seite",
        "Zurück und weiter",
        "Rechtliches und Übersicht",
    },
    "en": {
        "View",
        "Pages of this view",
        "Stages of the upgrade",
        "You are here",
        "On this page",
        "Back and next",
        "Legal notices and site map",
    },
}
CONTROLS = {
    "de": {
        "Suchen",
        "Kurzanleitung als Video, ohne Ton",
        "Alle Treffer anzeigen",
        "Darstellung",
        "Menü",
        "Zum Inhalt",
        "Checkliste",
        "Dauer schätzen",
        "Version prüfen",
    },
    "en": {
        "Search",
        "Short guide as a video, without sound",
        "Show all results",
        "Appearance",
        "Menu",
        "Skip to content",
        "Checklist",
        "Estimate the duration",
        "Check a version",
    },
}
COPY_LINK = {"de": "Link zu „", "en": "Copy link to “"}


def test_landmarks_and_controls_are_named_in_the_language_of_the_page(site):
    found = {language: set() for language in LANGUAGES}
    for path, tree in trees(site).items():
        language = tree.css_first("html").attributes["lang"]
        navs = tree.css("nav")
        names = [nav.attributes["aria-label"] for nav in navs if "aria-label" in nav.attributes]
        named_by = [nav.attributes["aria-labelledby"] for nav in navs if "aria-labelledby" in nav.attributes]
        names += [tree.css_first(f"#{name}").text() for name in named_by]
        assert len(names) == len(navs) == len(set(names)) and set(names) <= LANDMARKS[language], path
        others = {element.attributes["aria-label"] for element in tree.css("[aria-label]:not(nav, .copy-link)")}
        links = [link.attributes["aria-label"] for link in tree.css(".copy-link")]
        assert all(name.startswith(COPY_LINK[language]) for name in links) and len(set(links)) == len(links), path
        assert others <= CONTROLS[language], path
        found[language] |= {*names, *others}
    assert found == {language: LANDMARKS[language] | CONTROLS[language] for language in LANGUAGES}


def test_the_frame_of_english_pages_tells_which_links_lead_to_german_pages(site):
    for path, tree in trees(site).items():
        links = [link for link in tree.css("header a, footer a") if link.attributes["href"].startswith("https://")]
        assert links, path
        german = tree.css_first("html").attributes["lang"] == "de"
        assert all(link.attributes.get("hreflang") == (None if german else "de") for link in links), path


def test_links_that_leave_the_portal_say_so_and_name_another_language(site):
    words = {"de": {"externer Link"}, "en": {"external link", "in German"}}
    for path, tree in written(site).items():
        language = tree.css_first("html").attributes["lang"]
        for link in tree.css("a[href]"):
            names = (link.attributes.get("aria-describedby") or "").split()
            said = {tree.css_first(f"#{name}").text() for name in names}
            assert said == (words[language] if link.attributes["href"].startswith("https://") else set()), path
        assert "(in German)" not in tree.css_first("body").text()


@pytest.mark.parametrize(("language", "root"), [("de", ""), ("en", "en/")])
def test_the_start_page_has_one_name_in_the_path_and_in_the_site_map(site, language, root):
    tree = LexborHTMLParser(site.pages[f"{root}sitemap/index.html"].html)
    start = tree.css_first(".path a")
    [listed] = [link for link in tree.css("article a") if link.attributes["href"] == start.attributes["href"]]
    assert listed.text() == start.text() == {"de": "Startseite", "en": "Home"}[language]


def test_images_keep_their_place_while_they_load(site):
    for path, tree in trees(site).items():
        for image in tree.css("img"):
            assert {"width", "height", "alt"} <= set(image.attributes), path


def test_what_the_product_names_in_german_is_marked_as_german_on_english_pages(site):
    """Bold words that stand on the German page, too, are its buttons and menus; labels of lists end with a colon."""
    found = 0
    for path, tree in written(site).items():
        if path.startswith("en/"):
            german = LexborHTMLParser(site.pages[path.removeprefix("en/")].html).css("article strong")
            words = {bold.text() for bold in german if not bold.text().endswith(":")} - NAMES
            for bold in tree.css("article strong"):
                if bold.text() in words:
                    found += 1
                    assert bold.attributes.get("lang") == "de", f"{path}: {bold.text()}"
    assert found > 20


@pytest.fixture(scope="module")
def below(build_for):
    """The site as it is built for an address with a path."""
    return Site(build_for("https://help.example/cloud-pbx/")[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_page_speaks_its_language_first_and_offers_both(below, language):
    tree = LexborHTMLParser(below.pages[ERROR_PAGES[language]].html)
    assert tree.css_first("html").attributes["lang"] == language
    assert tree.css_first("title").text() == f"{MISSING[language]} – {MISSING[OTHER[language]]}"
    assert [part.attributes["lang"] for part in tree.css("article div[lang]")] == [language, OTHER[language]]
    assert [heading.text() for heading in tree.css("h1")] == [MISSING[language]]
    assert tree.css_first(".search").attributes["data-language"] == language
    assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert tree.css("link[hreflang], link[rel=canonical], meta[property]") == []
    offered = [link.attributes["href"] for link in tree.css("article div[lang] > ul a")]
    roots = ["/cloud-pbx/" + published_path(each, "index.md") for each in (language, OTHER[language])]
    assert offered == [root + rest for root in roots for rest in ("", "user/", "admin/")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_page_holds_at_any_depth_below_the_address_of_the_site(below, language):
    page = below.pages[ERROR_PAGES[language]]
    targets = [link.target for link in page.links if not urlsplit(link.target).scheme and link.target[0] != "#"]
    assert len(targets) > 10
    for target in targets:
        assert target.startswith("/cloud-pbx/"), target
        path = urljoin("/cloud-pbx/no/such/page", target).removeprefix("/cloud-pbx/")
        assert Resolver()("index.html", path).path in below.files, target


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_page_shows_its_own_language_larger_than_the_other(open_page, language, width):
    page = open_page(ERROR_PAGES[language], width)
    sizes = page.locator("article :is(h1, h2)").evaluate_all(
        "all => all.map((heading) => parseFloat(getComputedStyle(heading).fontSize))"
    )
    assert sizes[0] > 1.2 * sizes[1]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_page_offers_the_search_below_its_first_words(open_page, language, width):
    page = open_page(ERROR_PAGES[language], width)
    field = page.get_by_role("article").get_by_role("searchbox")
    assert field.is_visible() and page.locator("[role=search], .search-open").count() == 1
    field.fill("WebView2")
    hits = page.locator(".search__results a")
    hits.first.wait_for()
    addresses = hits.evaluate_all("all => all.map(link => link.pathname)")
    assert f"/{published_path(language, 'admin/webview2.md')}" in addresses


def test_the_search_of_an_error_page_leads_to_a_page_of_its_language(open_page, address):
    page = open_page("en/404.html")
    page.get_by_role("searchbox").fill("WebView2")
    page.locator(".search__results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"{address}en/(user|admin)/"))
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_tells_at_its_foot_when_it_was_last_checked(site, language):
    words = {"de": ("Zuletzt geprüft am", "%d.%m.%Y"), "en": ("Last checked on", "%-d %B %Y")}[language]
    for path, page in site.pages.items():
        if language_of(path) != language:
            continue
        tree = LexborHTMLParser(page.html)
        if path in ERROR_PAGES.values() or not tree.css("article"):  # a redirect has none
            assert not tree.css(".checked")
            continue
        [line] = tree.css("main > article + .checked")
        day = date.fromisoformat(line.css_first("time").attributes["datetime"])
        assert line.text() == f"{words[0]} {day.strftime(words[1])}", path


def test_the_day_of_the_build_does_not_count(site, project):
    docs = Project.around(project / "docs")
    for source in (one for one in docs.sources if not one.meta.get("moved")):
        expected = last_checked(docs, source).isoformat()
        assert f'<time datetime="{expected}">' in site.pages[source.site_path].html, source.file
