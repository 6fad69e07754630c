from pathlib import Path

import pytest
from portal.__main__ import main
from portal.sources.serving import ServingError, read_serving
from serving_rules import SERVING


@pytest.fixture
def write_serving(tmp_path):
    def write(text=SERVING):
        (tmp_path / "serving.yml").write_text(text, "utf-8")
        return read_serving(tmp_path / "serving.yml")

    return write


def test_a_file_has_the_headers_and_the_type_of_its_kind(write_serving):
    serving = write_serving()
    html = {"X-One": "1", "Cache-Control": "no-cache", "Content-Type": "text/html; charset=utf-8"}
    assert serving.headers_of("user/index.html") == html
    assert serving.headers_of("assets/a.0123abcd.css") == html | {
        "Cache-Control": "immutable",
        "Content-Type": "text/css",
    }
    assert serving.headers_of("admin/feed.xml")["Content-Type"] == "application/atom+xml"
    assert serving.headers_of("a.bin")["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("to: /user/", "to: //evil.example/"),
        ("to: /user/", "to: https://evil.example/"),
        ("to: /user/", "to: /$arg_next"),
        ("mode: user", 'mode: "user) { return 301 /x; }"'),
        ('X-One: "1"', "X-One: 'a\"; deny all; #'"),
        ('X-One: "1"', "X-One: $http_cookie"),
        ('X-One: "1"', 'X-One: "1\\n  Set-Cookie: a=b"'),
        ('X-One: "1"', '"X One": "1"'),
        ("match: 'assets/", "match: '(assets/"),
        ("redirects:", "redirect:"),
    ],
)
def test_what_would_break_out_of_the_made_files_is_refused_by_name(write_serving, good, bad):
    assert good in SERVING
    with pytest.raises(ServingError, match=r"serving\.yml: (headers|files|redirects)") as refused:
        write_serving(SERVING.replace(good, bad, 1))
    line = SERVING[: SERVING.index(good)].count("\n") + 1 if good != "redirects:" else 1  # what is missing has none
    location = refused.value.problems[0].location
    assert (location.file, location.line) == ("deploy/serving.yml", line)


def test_a_description_that_cannot_be_read_is_one_clear_error(write_serving, tmp_path, capsys):
    with pytest.raises(ServingError, match="not valid YAML"):
        write_serving("headers: {")
    assert main(["nginx", "--serving", str(tmp_path / "gone.yml")]) == 2
    assert capsys.readouterr().err == f"{Path(tmp_path / 'gone.yml')} can't be read: No such file or directory\n"
