import pytest
from portal.site.links import links_of
from selectolax.lexbor import LexborHTMLParser


def links(html):
    return list(links_of(LexborHTMLParser(html)))


@pytest.mark.parametrize(
    ("html", "targets"),
    [
        ('<img srcset="/box,1.svg 2x, b.png">', ["/box,1.svg", "b.png"]),
        ('<link rel="preload" imagesrcset="a,b.png 1x,c.png 2x">', ["a,b.png", "c.png"]),
        ("<p style=\"background: image-set('a.png' 1x, url(b.png) 2x)\">", ["a.png", "b.png"]),
        ("<p style='background: url(&quot;a.png&quot;)'>", ["a.png"]),
        ("<style>@import 'a.css'; /* url(b.png) */ p { c: 'd.png' }</style>", ["a.css"]),
        ('<script>import "./a.js"; new Worker("b.js")</script>', ["./a.js", "b.js"]),
        ('<a href=" a/ " ping="/p /q">A</a>', ["a/", "/p", "/q"]),
        ('<button formaction="/send">A</button>', ["/send"]),
        ('<meta property="og:image" content=" /a.png ">', ["/a.png"]),
    ],
)
def test_every_address_of_a_page_is_found(html, targets):
    assert [link.target for link in links(html) if link.target] == targets


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<a href="/"> A <b>B</b>\nC</a>', "A B C"),
        ('<a href="/" aria-label="D">A</a>', "D"),
        ('<b id="x">E</b><a href="/" aria-labelledby="x gone" aria-label="D">A</a>', "E"),
        ('<a href="/"><img alt="F"></a>', "F"),
        ('<a href="/"><svg><title>G</title></svg></a>', "G"),
        ('<a href="/" title="H"></a>', "H"),
        ('<a href="/"></a>', ""),
    ],
)
def test_a_link_is_called_what_a_screen_reader_calls_it(html, name):
    [link] = links(html)
    assert link.name == name


@pytest.mark.parametrize(
    ("html", "loads"),
    [
        ('<a href="/">A</a>', False),
        ('<q cite="/">A</q>', False),
        ('<form action="/"></form>', False),
        ('<link rel="canonical" href="/">', False),
        ('<link rel="alternate stylesheet" href="/a.css">', True),
        ('<img src="/a.png">', True),
        ('<p style="a: url(/a.png)">', True),
    ],
)
def test_what_browsers_fetch_by_themselves_is_told_from_what_readers_choose(html, loads):
    [link] = links(html)
    assert link.loads is loads
