import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.site.resolve import Resolver, Target, address_of, file_at

PAGE = "en/user/help/index.html"


def internal(path, fragment="", scheme=""):
    return Target("internal", path, fragment, scheme)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../after/", internal("en/user/after/index.html")),
        ("../after/#a%C3%BC", internal("en/user/after/index.html", "aü")),
        ("#a", internal(PAGE, "a")),
        ("?q=1#a", internal(PAGE, "a")),
        ("", internal("en/user/help/index.html")),
        ("./", internal(PAGE)),
        ("../../../", internal("index.html")),
        ("../../../../../x.png", internal("x.png")),  # browsers stop at the top of the host
        ("/user/", internal("user/index.html")),
        ("a%20b.png", internal("en/user/help/a b.png")),
        ("https://portal.example/user/#a", internal("user/index.html", "a", "https")),
        ("HTTP://Portal.Example/user/", internal("user/index.html", "", "http")),
        ("https://portal.example", internal("index.html", "", "https")),
        ("//portal.example/user/", internal("user/index.html")),
        ("https://other.example/user/", Target("web", scheme="https")),
        ("mailto:a@b.example", Target("scheme", scheme="mailto")),
        ("https://[a/", Target("invalid")),
        ("https:///a", Target("invalid", scheme="https")),
        ("https://a:b/", Target("invalid")),
    ],
)
def test_an_address_resolves_as_a_browser_resolves_it(address, target):
    assert Resolver("https://portal.example/")(PAGE, address) == target


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/help/user/", "user/index.html"),
        ("/help", "index.html"),
        ("/helpdesk/", "outside/helpdesk/index.html"),
        ("/user/", "outside/user/index.html"),
        ("https://portal.example/help/user/", "user/index.html"),
        ("../", "en/user/index.html"),
    ],
)
def test_a_site_below_a_path_begins_there(address, path):
    assert Resolver("https://portal.example/help/")(PAGE, address).path == path


def test_another_site_of_the_same_host_is_elsewhere():
    assert Resolver("https://portal.example/help/")(PAGE, "https://portal.example/shop/").kind == "web"


def test_a_base_element_moves_relative_addresses():
    assert Resolver()(PAGE, "a.png", base="/assets/").path == "assets/a.png"


def test_the_address_of_a_page_is_its_folder():
    assert [address_of(path) for path in ("index.html", "a/index.html", "404.html", "b.pdf")] == [
        "/",
        "/a/",
        "/404.html",
        "/b.pdf",
    ]


@given(st.text(alphabet=st.sampled_from("./#?%:@[]\\ aü0") | st.characters(), max_size=40))
def test_no_address_makes_it_fail(address):
    target = Resolver("https://portal.example/help/")(PAGE, address)
    assert (target.path != "") == (target.kind == "internal") or "%" in address


@pytest.mark.parametrize("path", ["index.html", "user/help/index.html", "404.html", "assets/a.png"])
def test_an_address_and_its_file_lead_to_each_other(path):
    assert file_at(address_of(path)[1:]) == path
