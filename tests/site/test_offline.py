"""The copy of the real site that opens from a folder, unpacked and opened from file://."""

import zipfile

import pytest
from portal.__main__ import main
from portal.site.resolve import Resolver
from portal.site.site import Site

FIRST = {"START.html": "Diese Hilfe ohne Internet", "en/offline/index.html": "This help without the internet"}


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("offline")
    assert main(["offline", str(site.root), str(folder / "offline.zip")]) == 0
    zipfile.ZipFile(folder / "offline.zip").extractall(folder)
    return folder / "cloud-pbx-help"


@pytest.fixture
def open_file(chromium, unpacked):
    """Return a function that opens a page of the copy; a request that fails or leaves the folder fails the test."""
    context, faults = chromium.new_context(viewport={"width": 1280, "height": 900}), []
    context.on("requestfailed", lambda request: faults.append(request.url))
    context.on("request", lambda request: request.url.startswith("file:") or faults.append(request.url))
    context.on("console", lambda message: message.type == "error" and faults.append(message.text))

    def open_it(path):
        page = context.new_page()
        page.goto(f"{unpacked.as_uri()}/{path}")
        return page

    yield open_it
    context.close()
    assert faults == []


@pytest.mark.parametrize("path", FIRST)
def test_the_first_page_says_what_is_missing(open_file, path):
    page = open_file(path)
    page.get_by_role("heading", name=FIRST[path]).wait_for()
    assert not page.get_by_role("searchbox").count() and not page.locator("button").count()
    family = "getComputedStyle(document.querySelector('h1')).fontFamily"
    assert "Atkinson" in page.evaluate(family) and page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(({status}) => status === 'loaded'))")


def test_readers_go_from_page_to_page_and_to_the_other_language(open_file):
    page = open_file("START.html")
    page.locator("article").get_by_role("link", name="Seitenübersicht").click()
    page.locator("article").get_by_role("link", name="Dauer und Termin").first.click()
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="Duration and date of the upgrade").wait_for()
    assert page.url.endswith("/en/admin/duration/index.html")
    page.locator("article").get_by_role("link", name="Help and contact").first.click()
    page.get_by_role("heading", name="Help and contact").wait_for()


def test_every_link_of_the_copy_leads_to_a_file_and_a_place_of_it(unpacked):
    copy = Site(unpacked)
    resolver, wrong = Resolver(), []
    for page in copy.pages.values():
        for link in page.links:
            target = resolver(page.path, link.target)
            there = target.path in copy.files and (
                target.path not in copy.pages or copy.pages[target.path].has(target.fragment)
            )
            if target.kind == "internal" and not there:
                wrong.append((page.path, link.target))
    assert len(copy.pages) > 50 and wrong == []


def test_a_file_that_cannot_be_written_is_told(site, tmp_path, capsys):
    assert main(["offline", str(site.root), str(tmp_path / "missing/offline.zip")]) == 2
    assert "can't write" in capsys.readouterr().err
