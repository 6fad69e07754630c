import pytest
from portal.checks.links.nearby import closest, respell


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("user/aftr", "user/after"),
        ("usr/help", "user/help"),
        ("user/after/help", "user/help"),
        ("user/ueber", None),
        ("user/kontakt", None),
        ("user/step-4", None),
        ("elsewhere/help", None),
    ],
)
def test_the_last_parts_of_paths_are_compared_and_folders_decide_between_equals(wanted, near):
    names = ["user/after", "user/before", "user/help", "admin/help", "user/step-1", "user/step-2", "index"]
    assert closest(wanted, names) == near


def test_between_equals_decides_the_folder_of_who_asks():
    assert closest("elsewhere/help", ["user/help", "admin/help"], "admin") == "admin/help"


@pytest.mark.parametrize(
    ("words", "wrong", "right", "written"),
    [
        ("../../assets/Logo.svg", "assets/Logo.svg", "assets/logo.svg", "../../assets/logo.svg"),
        ("Help.md#x", "de/user/Help.md", "de/user/help.md", "help.md#x"),
        ("../Help/", "user/Help/", "user/help/", "../help/"),
        ("/base/user/Help/?a#x", "user/Help/", "user/help/", "/base/user/help/?a#x"),
        ("a%20B.png", "user/a B.png", "user/a b.png", "a%20b.png"),
        ("logo.svg", "user/logo.svg", "assets/logo.svg", "../assets/logo.svg"),
        ("{{ a.b }}", "user/logo.svg", "assets/logo.svg", ""),
        ("", "user/logo.svg", "assets/logo.svg", ""),
    ],
)
def test_an_address_is_written_anew_as_it_was_written(words, wrong, right, written):
    assert respell(words, wrong, right) == written
