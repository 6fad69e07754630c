import pytest
from portal.redirects import check_redirects
from portal.site import Site

PAGES = {"index.html": "", "user/index.html": "", "en/user/index.html": "", "checklist.pdf": ""}


@pytest.fixture
def told(write_site, tmp_path):
    def check(*redirects):
        file = tmp_path / "serving.yml"
        file.write_text("redirects:\n" + "".join(f"  - {{{one}}}\n" for one in redirects), "utf-8")
        site = Site(write_site(PAGES), tmp_path)
        found = check_redirects(site, file, "deploy/serving.yml")
        return [(problem.place.line, problem.place.column, problem.message, problem.hint) for problem in found]

    return check


def test_redirects_that_lead_to_pages_and_files_at_once_are_fine(told):
    assert told("from: /, mode: user, to: /user/", "from: /old, to: /user/", "from: /a.pdf, to: /checklist.pdf") == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [("/userr/", "write /user/"), ("/user", "write /user/"), ("/en/usr/", "write /en/user/"), ("/zzz/", "")],
)
def test_one_that_leads_nowhere_is_told_at_its_target_with_the_nearest_page(told, target, hint):
    message = f"this redirect ends at {target}, which does not exist"
    assert told(f"from: /old/, to: {target}") == [(2, 23, message, hint)]


def test_one_that_leads_to_another_is_mended_with_the_end(told):
    assert told("from: /a/, to: /b/", "from: /b/, to: /user/") == [
        (2, 21, "this redirect leads to another one", "write /user/")
    ]


def test_a_circle_is_told_of_each_in_it(told):
    found = told("from: /a/, to: /b/", "from: /b/, to: /a/", "from: /c/, to: /c/")
    assert [message for _, _, message, _ in found] == ["this redirect leads back to itself"] * 3


def test_one_from_a_page_that_asks_for_no_mode_hides_the_page(told):
    assert told("from: /user/, to: /en/user/") == [
        (2, 12, "this redirect hides the page /user/", "remove it, or the page")
    ]


def test_one_that_an_earlier_one_forestalls_is_told(told):
    assert told("from: /a/, to: /user/", "from: /a/, mode: user, to: /user/") == [
        (3, 12, "an earlier redirect from /a/ is always taken", "remove one; the first is in line 2")
    ]


@pytest.mark.parametrize(
    "text", ["", "- x", "redirects: 1", "redirects: [1, {from: 1, to: /}]", "a: [", "redirects: {}"]
)
def test_what_is_no_list_of_redirects_is_no_business_of_this_check(write_site, tmp_path, text):
    (tmp_path / "serving.yml").write_text(text, "utf-8")
    assert list(check_redirects(Site(write_site(PAGES)), tmp_path / "serving.yml", "serving.yml")) == []
