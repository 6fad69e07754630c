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


def test_what_is_written_to_a_site_is_read_without_opening_it(write_site):
    folder = write_site({"index.html": "<h1>A</h1>"})
    site = Site(folder)
    assert site.pages["index.html"].title == "A"
    site.write("index.html", b"<h1>B</h1>")
    site.write("b/new.html", b"<h1>C</h1>")
    assert (folder / "b/new.html").read_bytes() == b"<h1>C</h1>"
    (folder / "index.html").unlink()
    assert {path: page.title for path, page in site.pages.items()} == {"b/new.html": "C", "index.html": "B"}


def test_pages_are_read_again_only_where_one_has_changed(write_site):
    site = Site(write_site({"index.html": "<h1>A</h1>", "a.css": "a"}))
    page = site.pages["index.html"]
    site.write("data.json", b"[]")
    site.rename("a.css", "b.css")
    assert site.pages["index.html"] is page and site.plain_files == ("b.css", "data.json", "index.html")
    site.rename("index.html", "start.html")
    assert list(site.pages) == ["start.html"]


def test_a_renamed_file_is_known_by_its_new_name_only(write_site):
    site = Site(write_site({"a.css": "a"}))
    assert (site.read("a.css"), site.plain_files) == ("a", ("a.css",))
    site.rename("a.css", "b.css")
    assert (site.files, site.plain_files, site.read("b.css")) == ({"b.css"}, ("b.css",), "a")
