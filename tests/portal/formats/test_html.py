import pytest
from portal.formats.html import change_images, change_links

TEXTS = [
    "<!-- {} -->",
    "<!-- {}",
    "<script>'{}'</script>",
    "<STYLE>/* {} */</style>",
    "<textarea>{}</textarea>",
    "<title>{}</title>",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_looks_like_an_element_in_a_comment_or_in_text_stays(text):
    image, link = text.format("<img src='a.png'>"), text.format("<a href='b/'>c</a>")
    assert change_images(image, str.upper) == image
    assert change_links(link, lambda attributes, content: ("", "")) == link


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ('<img alt="a > b" src=a/b.png />', '<img alt="a > b" src=a/b.png x>'),
        ("<IMG src='a.png'><!-- <img> --><img>", "<img src='a.png' x><!-- <img> --><img x>"),
        ("<image href='a.svg'>", "<image href='a.svg'>"),
    ],
)
def test_an_image_is_changed_where_it_stands(html, changed):
    assert change_images(html, lambda attributes: f"{attributes} x") == changed


def test_a_link_is_changed_where_it_stands_and_another_stays_as_it_is_written():
    def change(attributes, content):
        return (f"{attributes} x", f"{content}!") if "own" in attributes else (attributes, content)

    html = '<abbr>A</abbr> <A HREF="a/">a</A > <a href="own/">b <b>c</b></a>'
    assert change_links(html, change) == '<abbr>A</abbr> <A HREF="a/">a</A > <a href="own/" x>b <b>c</b>!</a>'


@pytest.mark.parametrize("piece", ["<img ", "<!--", "<script>", "<img '", "<title", "<img /"])
def test_html_of_nothing_but_beginnings_is_read_to_its_end(piece):  # with a square in it, for minutes
    html = piece * (100_000 // len(piece))
    assert change_images(html, str.upper) == html
