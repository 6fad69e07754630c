import pytest
from portal.css import css_addresses


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ("a{b:url(../x.png)}", ["../x.png"]),
        ("a{b:URL( 'x y.png' )}", ["x y.png"]),
        ('@import "a.css"; @import url(b.css) print;', ["a.css", "b.css"]),
        ('a{b:image-set("x.png" 1x, "y.avif" type("image/avif"))}', ["x.png", "y.avif"]),
        ("a{b:image-set(url(x.png) 1x)}", ["x.png"]),
        ("a{b:url(\"data:image/svg+xml,<svg xmlns='x'>\")}", ["data:image/svg+xml,<svg xmlns='x'>"]),
        ("/* url(x.png) */ a{} /* url(y.png)", []),
        ("a{b:url(x y)} c{d:url()}", []),
    ],
)
def test_the_addresses_of_a_stylesheet(css, addresses):
    assert list(css_addresses(css)) == addresses
