import io
import zipfile

from portal.publishing.offline import offline_zip
from portal.site.site import Site

HEAD = '<link rel="canonical" href="https://help.example/"><link rel="stylesheet" href="assets/a.css">'


def unpacked(write_site, files):
    pages = {"index.html": f"<html><head>{HEAD}</head><body></body></html>", "assets/a.css": "", "a/b/index.html": ""}
    archive = zipfile.ZipFile(io.BytesIO(offline_zip(Site(write_site(pages | files)))))
    return {name.removeprefix("cloud-pbx-help/"): archive.read(name).decode() for name in archive.namelist()}


def test_links_name_the_file_that_they_lead_to(write_site):
    html = (
        '<a href="../b/#x">1</a><a href="/a/b/">2</a><a href="https://help.example/">3</a><a href="#y">4</a>'
        '<a href="https://x.example/">5</a><a href="../../facts.json">6</a><a href="./">7</a>'
    )
    page = unpacked(write_site, {"a/c/index.html": html, "facts.json": "{}"})["a/c/index.html"]
    for address in (
        *("../b/index.html#x", "../b/index.html", "../../index.html", "#y", "https://x.example/"),
        *("https://help.example/facts.json", "index.html"),
    ):
        assert f'href="{address}"' in page


def test_what_needs_scripts_a_server_or_the_web_is_left_out(write_site):
    html = '<script src="x.js"></script><form><input></form><template><p>T</p></template><noscript><p>N</p></noscript>'
    files = unpacked(write_site, {"a/c/index.html": html, "404.html": "", "x.js": "", "llms.txt": "", "_headers": ""})
    assert files.keys() == {"index.html", "assets/a.css", "a/b/index.html", "a/c/index.html"}
    assert "<body><p>N</p></body>" in files["a/c/index.html"]
    assert 'rel="canonical" href="https://help.example/"' in files["index.html"]


def test_redirects_lead_to_files_and_the_first_page_is_named(write_site):
    moved = '<meta http-equiv="refresh" content="0; url=../b/#x">'
    files = unpacked(write_site, {"a/c/index.html": moved, "offline/index.html": "<p>Offline"})
    assert 'content="0; url=../b/index.html#x"' in files["a/c/index.html"]
    assert 'url=offline/index.html"' in files["START.html"]


def test_the_same_site_gives_the_same_bytes(write_site):
    site = Site(write_site({"index.html": HEAD}))
    assert offline_zip(site) == offline_zip(site)
