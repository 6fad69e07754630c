import pytest
from portal.formats.attribute_values import addresses_in


@pytest.mark.parametrize(
    ("attribute", "value", "expected"),
    [
        ("href", "a b.md", ["a b.md"]),
        ("ping", " /a  /b ", ["/a", "/b"]),
        ("srcset", "a,1.png 1x, b.png", ["a,1.png", "b.png"]),
        ("imagesrcset", "{{ link.home }}a.png 1x", ["{{ link.home }}a.png"]),
        ("style", "b: url(a.png)", ["a.png"]),
        ("style", "b: image-set(&#x22;a.png&#34; 1x)", ["a.png"]),
        ("title", "url(a.png)", []),
    ],
)
def test_each_address_is_found_where_it_stands(attribute, value, expected):
    text = f'="{value}" url(z.png)'
    found = list(addresses_in(attribute, text, 2, 2 + len(value)))
    assert [address for address, _, _ in found] == expected
    assert [text[start:end] for _, start, end in found] == expected
