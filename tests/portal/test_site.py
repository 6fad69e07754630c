from portal.site import Site


def test_a_site_knows_its_pages_and_its_files(write_site):
    site = Site(write_site({"index.html": "<p>A", "b/c.css": ""}))
    assert (set(site.pages), site.files) == ({"index.html"}, {"index.html", "b/c.css"})


def test_a_site_inside_the_project_is_named_from_there(write_site, tmp_path):
    assert Site(write_site({"index.html": ""}), tmp_path).label == "site"


def test_a_file_is_found_whatever_its_case(write_site):
    assert Site(write_site({"Bild.PNG": ""})).by_folded_name["bild.png"] == "Bild.PNG"
