from portal.publishing.robots import robots_txt


def test_programs_may_visit_every_page_and_find_the_sitemap():
    text = "User-agent: *\nAllow: /\n\nSitemap: https://help.example/sitemap.xml\n"
    assert robots_txt("https://help.example/") == robots_txt("https://help.example") == text


def test_below_a_path_the_file_is_that_of_the_host():
    assert robots_txt("https://help.example/help/") is None
