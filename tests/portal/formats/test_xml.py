import pytest
from portal.formats.xml import read_xml
from portal.problems.catalogue import in_words

FEED = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xlink">\n'
FEED += '  <link x:href=" /a/?b&amp;c "/>\n  <id>\n    /d/&amp;e\n  </id>\n</feed>'


def test_elements_have_names_attributes_and_text_without_namespaces_and_blanks():
    feed, link, id_ = read_xml(FEED, "feed.xml").elements
    assert (feed.name, feed.namespace) == ("feed", "http://www.w3.org/2005/Atom")
    assert (link.name, link.attributes) == ("link", {"href": "/a/?b&c"})
    assert (id_.name, id_.text) == ("id", "/d/&e")


def test_attributes_and_texts_have_their_places_as_they_are_written():
    file = read_xml(FEED, "feed.xml")
    _, link, id_ = file.elements
    location = file.attribute_location(link, "href")
    assert (str(location), location.length) == ("feed.xml:2:18", len("/a/?b&amp;c"))
    location = file.text_location(id_)
    assert (str(location), location.length) == ("feed.xml:4:5", len("/d/&amp;e"))


@pytest.mark.parametrize(
    ("text", "location", "elements"),
    [
        ("<a>\n<b>\n</a>", "x.xml:3:3", ["a", "b"]),
        ("", "x.xml:1:1", []),
        ("<a/>\n<b/>", "x.xml:2:1", ["a"]),
        ("<a>&nbsp;</a>", "x.xml:1:4", ["a"]),
    ],
)
def test_what_is_no_xml_is_told_where_it_ends_to_be_and_what_came_before_is_read(text, location, elements):
    file = read_xml(text, "x.xml")
    [problem] = file.problems
    assert (problem.code, str(problem.location)) == ("file-unreadable", location)
    assert [element.name for element in file.elements] == elements


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("", "no element found", "kein Element gefunden"),
        ("<a></b>", "mismatched tag", "passt nicht zum öffnenden"),
        ("<a &>", "not well-formed", "ungültiges Zeichen"),
        ("<a", "unclosed token", "nicht zu Ende"),
        ("<a>&b;</a>", "undefined entity", "unbekannte Entität"),
        ("<a b='' b=''/>", "duplicate attribute", "zweimal"),
        ("<a/><b/>", "junk after", "nach dem letzten Element"),
        ("<a:b/>", "unbound prefix", "ohne Namensraum"),
    ],
)
def test_why_a_file_is_no_xml_is_told_in_one_language(text, english, german):
    [problem] = read_xml(text, "a.svg").problems
    assert english in problem.message
    assert german in in_words(problem.message, "de")


ENTITIES = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))


def test_a_doctype_with_declarations_is_refused_and_not_expanded():
    drawing = read_xml(f'<!DOCTYPE svg [<!ENTITY e0 "x">{ENTITIES}]>\n<svg><text>&e9;</text></svg>', "a.svg")
    assert drawing.elements == [] and "DOCTYPE" in drawing.problems[0].message


def test_a_doctype_without_declarations_is_fine():
    assert read_xml('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>', "a.svg").problems == []
