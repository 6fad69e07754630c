import hashlib
import re
from urllib.parse import quote

import pytest
from portal.publishing.fingerprint import FingerprintError, fingerprint
from portal.site.site import Site

FONT = b"wOF2"


def name(path, content):
    stem, _, ending = path.rpartition(".")
    digest = hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()[:8]
    return f"{stem}.{digest}.{ending}"


FONT_NAME = name("assets/fonts/a.woff2", FONT)


def assets(files):
    return [path for path in files if path.startswith("assets/")]


def test_the_name_of_an_asset_gets_the_hash_of_its_content(write_site):
    files = {"assets/fonts/a.woff2": FONT}
    site = write_site(files)
    assert fingerprint(Site(site), assets(files)) == {"assets/fonts/a.woff2": FONT_NAME}
    assert (site / FONT_NAME).read_bytes() == FONT and not (site / "assets/fonts/a.woff2").exists()


def test_changed_content_renames_the_asset_and_assets_that_reference_it(write_site):
    def names(content):
        files = {
            "assets/js/main.js": 'import { a } from "./deep.js";\n',
            "assets/js/deep.js": 'export { a } from "./deeper.js";\n',
            "assets/js/deeper.js": content,
        }
        return fingerprint(Site(write_site(files)), assets(files))

    first, same, other = names("1"), names("1"), names("2")
    assert first == same
    assert all(first[path] != other[path] for path in first)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("assets/css/a.css", '@font-face { src: url("../fonts/a.woff2") format("woff2"); }'),
        ("assets/css/a.css", "@font-face { src: url(../fonts/a.woff2?x#y); }"),
        ("assets/css/a.css", "a { background: url( '/fonts/../assets/fonts/a.woff2' ); }"),
        ("assets/css/a.css", "a { background: image-set('b.png' 1x,'../fonts/a.woff2' 2x); }"),
        ("assets/js/a.js", 'import "../fonts/a.woff2";'),
        ("assets/js/a.js", "import x, { y } from '../fonts/a.woff2';"),
        ("assets/js/a.js", 'const x = await import("../fonts/a.woff2");'),
        ("assets/js/a.js", 'new Worker(new URL("../fonts/a.woff2", import.meta.url));'),
        ("index.html", '<link rel="preload" href="assets/fonts/a.woff2" crossorigin>'),
        ("index.html", "<script src=assets/fonts/a.woff2></script>"),
        ("user/index.html", '<img srcset="x.png 1x, ../assets/fonts/a.woff2 2x">'),
        ("user/index.html", '<video poster="../assets/fonts/a.woff2"></video>'),
        ("user/index.html", '<script type="application/json">{"font":"../assets/fonts/a.woff2"}</script>'),
        ("404.html", '<link href="/assets/fonts/a.woff2">'),
        ("user/index.html", '<meta property="og:image" content="https://help.example/assets/fonts/a.woff2">'),
        ("app.webmanifest", '{"icons": [{"src": "assets/fonts/a.woff2"}]}'),
    ],
)
def test_a_reference_is_renamed_and_nothing_else_changes(write_site, path, text):
    files = {"assets/fonts/a.woff2": FONT, path: text}
    site = write_site(files)
    new = fingerprint(Site(site), assets(files), "https://help.example/")
    changed = text.replace("a.woff2", FONT_NAME.rpartition("/")[2])
    assert (site / new.get(path, path)).read_text("utf-8") == changed


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("user/index.html", '<a href="assets/fonts/a.woff2">'),  # another file: user/assets/…
        ("index.html", '<a href="https://other.example/assets/fonts/a.woff2">'),
        ("index.html", '<a href="my-assets/fonts/a.woff2">'),
        ("index.html", "<code>assets/fonts/a.woff2</code>"),
        ("index.html", '<a href="assets/fonts/b.woff2">'),
        ("assets/js/a.js", 'fetch(new URL("../../search.json", base)); const from = "a.woff2";'),
    ],
)
def test_lookalikes_of_references_are_not_changed(write_site, path, text):
    files = {"assets/fonts/a.woff2": FONT, path: text}
    site = write_site(files)
    new = fingerprint(Site(site), assets(files), "https://help.example/")
    assert (site / new.get(path, path)).read_text("utf-8") == text


def test_absolute_references_include_the_base_path(write_site):
    text = '<link href="/help/assets/a.css"><link href="/assets/a.css"><i content="https://help.example/help/assets/a.css">'
    site = write_site({"assets/a.css": "", "404.html": text})
    new = fingerprint(Site(site), ["assets/a.css"], "https://help.example/help/")["assets/a.css"]
    expected = text.replace("/help/assets/a.css", f"/help/{new}")
    assert (site / "404.html").read_text("utf-8") == expected != text


def test_spaces_umlauts_and_binary_content_are_handled(write_site):
    page = b'<img src="assets/Gr%C3%BC%C3%9Fe%20a.png">' + b"\xff"
    site = write_site({"assets/Grüße a.png": b"png", "index.html": page})
    new = fingerprint(Site(site), ["assets/Grüße a.png"])["assets/Grüße a.png"]
    assert new == name("assets/Grüße a.png", b"png")
    assert (site / "index.html").read_bytes() == page.replace(
        b"%20a.png", b"%20a." + new.split(".")[-2].encode() + b".png"
    )


@pytest.mark.parametrize(
    ("asset", "path", "text"),
    [
        ("assets/a,1.svg", "user/index.html", '<img srcset="x.png, ../assets/‹a,1.svg›, y.png 2x">'),
        ("assets/a(1).svg", "index.html", '<img src="assets/‹a(1).svg›">'),
        ("assets/a&b;.svg", "index.html", '<img src="assets/‹a&amp;b;.svg›">'),
        ("assets/a.svg", "index.html", "<p style=\"a: url(assets/‹a.svg›),url('assets/‹a.svg›')\">"),
        ("assets/a.svg", "index.html", '<p style="a: url(&quot;/assets/‹a.svg›&quot;)">'),
        ("assets/a.svg", "index.html", '<img srcset="b.png,assets/b.svg 2x"><img src="assets/‹a.svg›">'),
        ("assets/a b.svg", "assets/a.css", "a { b: url('‹a b.svg›') url(‹a\\ b.svg›) }"),
        ("assets/a(1).svg", "assets/a.css", "a { b: url('‹a(1).svg›') }"),
        ("assets/a.svg", "assets/a.css", "a::after { content: 'a.svg'; b: src('‹a.svg›') }"),
    ],
)
def test_a_reference_ends_where_its_grammar_says(write_site, asset, path, text):
    files = {asset: "x", path: re.sub("[‹›]", "", text)}
    site = write_site(files)
    new = fingerprint(Site(site), assets(files))
    name = quote(new[asset].rpartition("/")[2])
    assert (site / new.get(path, path)).read_text("utf-8") == re.sub("‹.*?›", lambda _: name, text)


def test_circular_references_are_reported_by_name(write_site):
    files = {"assets/a.js": 'import "./b.js";', "assets/b.js": 'import "./a.js";'}
    with pytest.raises(FingerprintError, match=r"assets/a\.js → assets/b\.js|assets/b\.js → assets/a\.js"):
        fingerprint(Site(write_site(files)), assets(files))
