import pytest
from portal.site import Site


def page(write_site, html):
    return Site(write_site({"index.html": html})).pages["index.html"]


def test_links_are_read_from_every_element_that_has_an_address(write_site):
    html = '<a href="a/">a</a><img src="b.png" srcset="c.png 1x, d.png 2x"><script src="e.js"></script><video poster="f.png">'
    assert {link.target for link in page(write_site, html).links} == {"a/", "b.png", "c.png", "d.png", "e.js", "f.png"}


@pytest.mark.parametrize("tag", ["blockquote", "q", "ins", "del"])
def test_the_source_of_a_quotation_or_a_change_is_a_link_that_nothing_loads(write_site, tag):
    [link] = page(write_site, f'<{tag} cite="a/">a</{tag}>').links
    assert (link.target, link.loads) == ("a/", False)


def test_what_a_browser_loads_by_itself_is_told_from_what_a_reader_chooses(write_site):
    html = '<link rel="stylesheet" href="a.css"><link rel="canonical" href="/"><a href="b/">b</a><img src="c.png">'
    assert [link.target for link in page(write_site, html).links if link.loads] == ["a.css", "c.png"]


def test_the_text_is_what_readers_see_or_hear(write_site):
    html = '<title>T</title><meta name="description" content="D"><script>no()</script><p>Ein <b>Wort</b></p><img alt="Bild">'
    text = page(write_site, html).text
    assert all(words in " ".join(text.split()) for words in ("T", "D", "Ein Wort", "Bild")) and "no()" not in text


def test_words_of_neighbouring_blocks_do_not_run_together(write_site):
    assert "23.9.2642.6" not in page(write_site, "<table><tr><td>23.9.26</td><td>42.6</td></table>").text
    assert "12" not in page(write_site, "<p>1</p><p>2</p>").text


def test_ids_and_old_anchor_names_are_targets(write_site):
    assert page(write_site, '<h2 id="a">A</h2><a name="b"></a>').ids == {"a", "b"}
