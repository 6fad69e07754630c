import pytest
from portal.site.site import Site


def test_a_site_knows_its_pages_and_its_files(write_site):
    site = Site(write_site({"index.html": "<p>A", "b/c.css": ""}))
    assert (set(site.pages), site.files) == ({"index.html"}, {"index.html", "b/c.css"})


def test_a_site_inside_the_project_is_named_from_there(write_site, tmp_path):
    assert Site(write_site({"index.html": ""}), tmp_path).label == "site"


def test_a_file_is_found_whatever_its_case(write_site):
    assert Site(write_site({"Bild.PNG": ""})).by_folded_name["bild.png"] == "Bild.PNG"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="http://127.0.0.1:8000/">', "http://127.0.0.1:8000/"),
        ('<link rel="canonical" href="https://help.example/a">', "https://help.example/a/"),
        ('<link rel="canonical" href="https://help.example/a/index.html?b#c">', "https://help.example/a/"),
        ('<link rel="canonical" href="/a/">', "/"),
        ('<link rel="canonical" href="http://[">', "/"),
        ('<link rel="canonical" href="https://help.example/de/"><meta http-equiv="refresh" content="0;url=de/">', "/"),
        ("", "/"),
    ],
)
def test_a_site_says_where_it_is_published_by_the_canonical_address_of_its_start(write_site, head, address):
    assert Site(write_site({"index.html": f"<head>{head}"})).address == address


def test_a_site_without_a_start_does_not_say_where_it_is_published(write_site):
    assert Site(write_site({"a.html": ""})).address == "/"
