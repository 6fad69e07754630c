import json

import pytest
from contexts import site_context
from portal.checks.search_indexes import check_indexes
from portal.problems.catalogue import in_words
from portal.site.site import Site

SITE = {
    "index.html": "<h1>Start</h1>",
    "user/help/index.html": "<h1>Help</h1>",
    "en/user/help/index.html": "<h1>Help</h1>",
    "admin/help/index.html": "<h1>Help</h1>",
    "old/index.html": "<meta http-equiv=refresh content='0; url=../user/help/'>",
    "draft/index.html": "<meta name=robots content=noindex>",
    "404.html": "<h1>Missing</h1>",
    "extra/index.html": "<h1>Nobody wrote this</h1>",
}
PAGES = ("de/index", "de/user/help", "en/user/help", "de/admin/help", "de/old", "de/draft")


@pytest.fixture
def problems(write_docs, write_site, tmp_path):
    def check(name, content):
        site = Site(write_site({**SITE, name: content}), tmp_path)
        docs = write_docs({f"{path}.md": "# Title" for path in PAGES})
        return [
            (one.code, str(one.location), in_words(one.message, "en"))
            for one in check_indexes(site, site_context(site, docs=docs))
        ]

    return check


@pytest.mark.parametrize(
    ("name", "address"),
    [("de", ""), ("de-user", "user/help/"), ("de-admin.1a2b3c4d", "admin/help/"), ("en-user", "en/user/help/")],
)
def test_a_page_in_the_data_of_its_language_and_view_is_fine(problems, name, address):
    assert problems(f"assets/search/{name}.json", json.dumps({"pages": [{"url": address}]})) == []


@pytest.mark.parametrize("address", ["gone/", "old/", "draft/", "404.html", "extra/", "../"])
def test_a_page_that_no_reader_may_find_is_told(problems, address):
    found = problems("assets/search/de.json", json.dumps({"pages": [{"url": address}]}))
    message = f"/{address} is no page that readers may find"
    assert found == [("search-index-wrong", "site/assets/search/de.json", message)]


@pytest.mark.parametrize(
    ("name", "address"), [("de", "user/help/"), ("de-user", "admin/help/"), ("en-user", "user/help/")]
)
def test_a_page_of_another_language_or_view_is_told(problems, name, address):
    [(code, _, message)] = problems(f"assets/search/{name}.json", json.dumps({"pages": [{"url": address}]}))
    assert (code, message) == ("search-index-wrong", f"/{address} is a page of another language or view")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"pages": [1]}', '{"pages": [{}]}', '{"pages": 1}'])
def test_what_is_no_data_of_the_search_is_told(problems, content):
    [(code, _, message)] = problems("assets/search/de.json", content)
    assert (code, message) == ("search-index-wrong", "this file is not what the search reads")


def test_other_json_is_no_data_of_the_search(problems):
    assert problems("facts.json", "[]") == []
