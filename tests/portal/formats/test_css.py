import pytest
from portal.formats.css import css_addresses


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
        ("a{b:url(/*x*/a.png)}", ["/*x*/a.png"]),
        ("a{b:url(a\\ b.png)} c{d:url('\\41 \\'.png')}", ["a b.png", "A'.png"]),
        ("a{b:src('x.png')} c{d:-webkit-image-set('y.png' 1x)}", ["x.png", "y.png"]),
        ("a{b:image-set(linear-gradient(red, blue) 1x, 'x.png' 2x, type('y.png'))}", ["x.png"]),
        ("a{content: 'url(x.png)'} c{d:myurl(y.png) 'z.png'}", []),
        ("@import /* the rest */ 'a.css' layer('b.css'); @charset 'c.css';", ["a.css"]),
        ("@namespace svg url(http://www.w3.org/2000/svg); a{b:url(x.png)}", ["x.png"]),
        ("a{b:url('x\n.png)} c{d:url(y.png)}", ["y.png"]),
    ],
)
def test_the_addresses_of_a_stylesheet(css, addresses):
    assert list(css_addresses(css)) == addresses
