import pytest
from portal.checks.links.addresses import check_address
from portal.site.links import Link
from portal.site.resolve import Resolver


def found(address, tag="a"):
    finding = check_address(Link(tag, address), Resolver("https://portal.example/")("index.html", address))
    return finding and finding.code


@pytest.mark.parametrize(
    "address",
    [
        "mailto:help@portal.example",
        "mailto:a@portal.example,b@portal.example?subject=x",
        "mailto:?to=a@portal.example",
        "mailto:a%40portal.example",
        "tel:+49-228-1810",
        "tel:+49(228)1810;ext=5",
        "tel:7042;phone-context=portal.example",
        "https://other.example/",
        "HTTPS://other.example/",
    ],
)
def test_addresses_of_the_right_form_are_fine(address):
    assert found(address) is None


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("mailto:", "link-invalid"),
        ("mailto:help", "link-invalid"),
        ("mailto:a@b.example, c", "link-invalid"),
        ("tel:", "link-invalid"),
        ("tel:0228 1810", "link-invalid"),
        ("tel:+", "link-invalid"),
        ("javascript:alert(1)", "link-invalid"),
        ("JavaScript:alert(1)", "link-invalid"),
        ("data:text/html,x", "link-invalid"),
        ("file:///c:/x", "link-invalid"),
        ("c:\\portal\\x.md", "link-invalid"),
        ("http://other.example/", "link-insecure"),
        ("//other.example/", "link-insecure"),
        ("\\\\other.example\\share", "link-insecure"),
    ],
)
def test_others_are_told(address, code):
    assert found(address) == code


@pytest.mark.parametrize(
    ("address", "told"), [("C:\\Users\\x\\bild.png", True), ("file:///c:/x.pdf", True), ("javascript:x", False)]
)
def test_a_file_of_the_editors_computer_is_to_be_put_where_the_site_takes_it_from(address, told):
    finding = check_address(Link("a", address), Resolver("/")("index.html", address))
    assert finding.hint == ("put the file below docs/assets/ and name it from the page" if told else "")


def test_an_image_may_stand_in_its_address_and_a_page_may_not():
    assert (found("data:image/png;base64,", "img"), found("data:text/html,", "a")) == (None, "link-invalid")
