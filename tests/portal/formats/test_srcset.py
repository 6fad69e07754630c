import pytest
from portal.formats.srcset import srcset_addresses


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png 1x,b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png 2x", ["a.png", "b.png"]),
        ("a.png,b.png 2x", ["a.png,b.png"]),
        ("/assets/box,1.svg 2x", ["/assets/box,1.svg"]),
        ("box,1x,2.svg 640w, c.svg", ["box,1x,2.svg", "c.svg"]),
        (",, a.png,,, ,b.png,", ["a.png", "b.png"]),
        ("a.png 1x (x, y) z,b.png", ["a.png", "b.png"]),
        ("a.png (x, b.png", ["a.png"]),
        ("\n\ta.png\n\t1x\n\t,\f\rb.png", ["a.png", "b.png"]),
        ("a\u00a0b.png 1x", ["a\u00a0b.png"]),
        ("data:image/png;base64,AAAA 1x, b.png", ["data:image/png;base64,AAAA", "b.png"]),
        ("", []),
        (" , ", []),
    ],
)
def test_the_addresses_are_those_that_browsers_read(value, addresses):
    assert [value[start:end] for start, end in srcset_addresses(value)] == addresses


def test_a_part_of_a_text_is_read_to_its_end_only():
    text = 'srcset="a.png (1x, b.png" c.png'
    assert [text[start:end] for start, end in srcset_addresses(text, 8, 24)] == ["a.png"]


@pytest.mark.parametrize("piece", ["a,", ",", "a (", "a 1x,", "(", ")"])
def test_a_value_of_mere_beginnings_is_read_to_its_end(piece):
    value = piece * 200_000
    assert all(value[start:end] for start, end in srcset_addresses(value))
