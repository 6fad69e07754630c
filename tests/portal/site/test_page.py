import pytest
from portal.site.site import Site


def page(write_site, html):
    return Site(write_site({"index.html": html})).pages["index.html"]


def test_links_are_read_from_every_element_that_has_an_address(write_site):
    html = '<a href="a/">a</a><img src="b.png" srcset="c.png 1x, d.png 2x"><script src="e.js"></script>'
    html += '<video poster="f.png">'
    assert {link.target for link in page(write_site, html).links} == {"a/", "b.png", "c.png", "d.png", "e.js", "f.png"}


def test_what_a_browser_loads_by_itself_is_told_from_what_a_reader_chooses(write_site):
    html = '<link rel="stylesheet" href="a.css"><link rel="canonical" href="/"><a href="b/">b</a><img src="c.png">'
    assert [link.target for link in page(write_site, html).links if link.loads] == ["a.css", "c.png"]


def test_the_text_is_what_readers_see_or_hear(write_site):
    html = '<title>T</title><meta name="description" content="D"><script>no()</script>'
    html += '<p>Ein <b>Wort</b></p><img alt="Bild">'
    text = page(write_site, html).text
    assert all(words in " ".join(text.split()) for words in ("T", "D", "Ein Wort", "Bild")) and "no()" not in text


def test_words_of_neighbouring_blocks_do_not_run_together(write_site):
    assert "23.9.2642.6" not in page(write_site, "<table><tr><td>23.9.26</td><td>42.6</td></table>").text
    assert "12" not in page(write_site, "<p>1</p><p>2</p>").text


def test_ids_and_old_anchor_names_are_targets(write_site):
    assert page(write_site, '<h2 id="a">A</h2><a name="b"></a>').ids == {"a", "b"}


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ("a{b:url(c.png)}", ["c.png"]),
        ("a{b:url( c.png )}", ["c.png"]),
        ("a{b:url('c (1).png')}", ["c (1).png"]),
        ('a{b:url("c.png")} @import "d.css";', ["c.png", "d.css"]),
        ("a{b:url()}", []),
    ],
)
def test_the_addresses_of_a_style_are_read_as_browsers_read_them(write_site, css, addresses):
    assert [link.target for link in page(write_site, f"<style>{css}</style>").links] == addresses


@pytest.mark.parametrize("piece", ["url(", "url( ", "<h1>", "<h1 ", "<!--", "@import ", '<p style="url('])
def test_a_page_of_nothing_but_beginnings_is_read_to_its_end(write_site, piece):  # with a square in it, for minutes
    read = page(write_site, "<style>" * piece.startswith("url") + piece * (80_000 // len(piece)))
    assert read.title == "" and all(link.tag == "style" for link in read.links)


def test_images_are_those_that_browsers_show(write_site):
    html = "<!-- <img src=a.png> --><script>'<img src=b.png>'</script><IMG src=' c.png ' width=1 height=2><img>"
    assert page(write_site, html).images == (("c.png", True), ("", False))
