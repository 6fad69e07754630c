import pytest
from contexts import site_context
from portal.checks.redirects import check_redirects
from portal.site.site import Site

PAGES = {"index.html": "", "user/index.html": "", "en/user/index.html": "", "checklist.pdf": ""}


@pytest.fixture
def find(write_site, tmp_path):
    """Return a function that returns what is found with a description, deploy/serving.yml."""

    def check(description):
        (tmp_path / "deploy").mkdir(exist_ok=True)
        (tmp_path / "deploy/serving.yml").write_bytes(description)
        site = Site(write_site(PAGES), tmp_path)
        return list(check_redirects(site, site_context(site, docs=tmp_path / "docs")))

    return check


@pytest.fixture
def told(find):
    def check(*redirects):
        lines = "".join(f"  - {{{one}}}\n" for one in redirects)
        found = find(f"redirects:\n{lines}headers: {{}}\nfiles: []\ntypes: {{}}\n".encode())
        return [(problem.location.line, problem.location.column, problem.message, problem.hint) for problem in found]

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
    ("second", "message"),
    [
        ("from: /a/, to: /user/", "an earlier redirect from /a/ is always taken"),
        ("from: /b/, mode: user, to: /en/user/", "an earlier redirect from /b/ is taken for mode=user"),
    ],
)
def test_what_an_address_without_a_slash_answers_with_one_counts_too(told, second, message):
    found = told("from: /a, to: /user/", "from: /b, mode: user, to: /user/", second)
    line = 2 if "/a/" in second else 3
    assert found == [(4, 12, message, f"remove one; the first is in line {line}")]


def test_another_mode_is_another_redirect(told):
    assert told("from: /a, mode: user, to: /user/", "from: /a, mode: guest, to: /user/", "from: /a/, to: /user/") == []


def test_an_address_may_be_led_on_to_itself_with_a_slash(told):
    assert told("from: /user, to: /user/") == []


def test_an_address_without_a_slash_hides_the_page_with_one(told):
    assert told("from: /user, to: /en/user/") == [
        (2, 12, "this redirect hides the page /user/", "remove it, or the page")
    ]


@pytest.mark.parametrize("back", ["/a", "/a/"])
def test_a_circle_is_seen_with_and_without_a_slash(told, back):
    found = told("from: /a, to: /b/", f"from: /b/, to: {back}")
    assert [message for _, _, message, _ in found] == ["this redirect leads back to itself"] * 2


def test_one_that_leads_into_a_circle_of_others_is_told(told):
    found = told("from: /a/, to: /b/", "from: /b/, to: /c/", "from: /c/, to: /b/")
    assert [message for _, _, message, _ in found] == ["this redirect leads back to itself"] * 3


def test_a_chain_is_followed_to_its_end_however_long_it_is(told):
    chain = [f"from: /{number}/, to: /{number + 1}/" for number in range(40)]
    found = told(*chain, "from: /40/, to: /user/")
    assert {(message, hint) for _, _, message, hint in found} == {
        ("this redirect leads to another one", "write /user/")
    } and len(found) == 40


def test_every_mistake_in_a_description_is_told_at_its_place(find):
    text = "headers: {}\nfiles: []\ntypes: {}\ntypes: {}\nnginx: 1\n"
    text += "redirects:\n  - {from: old, to: /user/}\n  - {from: /x, to: y z}\n"
    found = find(text.encode())
    assert sorted((problem.code, problem.location.line, problem.location.column) for problem in found) == [
        ("serving-invalid", 4, 1),
        ("serving-invalid", 5, 1),
        ("serving-invalid", 7, 12),
        ("serving-invalid", 8, 20),
    ]


@pytest.mark.parametrize(
    ("content", "location", "message"),
    [
        (b"headers: {X: \xe4}", "deploy/serving.yml", "can't be read: it is not UTF-8 text"),
        (b"a: 1\nheaders: {", "deploy/serving.yml:2:10", "serving.yml: not valid YAML: "),
        (b"- x", "deploy/serving.yml:1:1", "serving.yml:  is not right: "),
        (b"headers: {}\nredirects: 1", "deploy/serving.yml:1:1", "serving.yml: files is not right: Field required"),
    ],
)
def test_a_description_that_cannot_be_used_is_told_at_its_place(find, content, location, message):
    problem, *_ = find(content)
    assert (problem.code, str(problem.location)) == ("serving-invalid", location) and message in problem.message
