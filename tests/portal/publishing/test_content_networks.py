import pytest
from portal.publishing.content_networks import headers_file, redirects_file
from portal.sources.serving import read_serving
from serving_rules import SERVING


@pytest.fixture
def write_serving(tmp_path):
    def write(text=SERVING):
        (tmp_path / "serving.yml").write_text(text, "utf-8")
        return read_serving(tmp_path / "serving.yml")

    return write


def test_cdns_get_no_header_twice_since_they_join_the_values(write_serving):
    made = headers_file(write_serving(), ["index.html", "assets/a.0123abcd.css", "admin/feed.xml"], "/help/")
    assert made == (
        "/help/*\n  X-One: 1\n"
        "/help/admin/feed.xml\n  Content-Type: application/atom+xml\n"
        "/help/assets/a.0123abcd.css\n  Cache-Control: immutable\n"
    )


def test_cdns_get_the_redirects_and_the_missing_page_of_each_language_that_has_one(write_serving):
    lines = ["/ mode=user /user/ 301!", "/old mode=user /user/ 301", "/old/ mode=user /user/ 301"]
    lines += ["/old /admin/ 301", "/old/ /admin/ 301"]
    serving = write_serving()
    assert redirects_file(serving, ["index.html"]).splitlines() == lines
    assert redirects_file(serving, ["index.html", "en/404.html"]).splitlines() == [*lines, "/en/* /en/404.html 404"]
