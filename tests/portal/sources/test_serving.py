from dataclasses import dataclass
from pathlib import Path

import pytest
from portal.__main__ import main
from portal.sources.serving import ServingError, headers_file, nginx_config, read_serving, redirects_file

SERVING = """\
headers: {X-One: "1", Cache-Control: no-cache}
files:
  - {match: 'assets/.+\\.[0-9a-f]{8}\\..+', headers: {Cache-Control: immutable}}
  - {match: '(?:.+/)?feed\\.xml', type: application/atom+xml}
types: {html: text/html; charset=utf-8, css: text/css}
redirects:
  - {from: /, mode: user, to: /user/}
  - {from: /old, mode: user, to: /user/}
  - {from: /old, to: /admin/}
"""


@pytest.fixture
def write_serving(tmp_path):
    def write(text=SERVING):
        (tmp_path / "serving.yml").write_text(text, "utf-8")
        return read_serving(tmp_path / "serving.yml")

    return write


@dataclass
class Location:
    """A location of an nginx configuration."""

    text: str

    def headers(self):
        return {line.split()[1] for line in self.text.splitlines() if line.strip().startswith("add_header")}


def location(config, start):
    return Location(config.partition(f"    location {start} {{")[2].partition("\n    }")[0])


def test_the_committed_configuration_is_what_the_description_says(project):
    made = nginx_config(read_serving(project / "deploy/serving.yml"))
    assert (project / "deploy/nginx.conf").read_text("utf-8") == made, "run make nginx"


def test_a_location_with_a_header_of_its_own_has_all_others_too(write_serving):
    config = nginx_config(write_serving())
    assert location(config, '~ "^/assets/.+\\.[0-9a-f]{8}\\..+$"').headers() == {"X-One", "Cache-Control"}
    assert location(config, '~ "^/(?:.+/)?feed\\.xml$"').headers() == set(), "it inherits them"


def test_a_site_at_the_root_sets_its_headers_for_requests_that_reach_no_location_too(write_serving):
    def headers(config):
        return {line.split()[1] for line in config.partition("\nlocation ")[0].splitlines() if "add_header" in line}

    assert headers(nginx_config(write_serving())) == {"X-One", "Cache-Control"}
    assert headers(nginx_config(write_serving(), "/help/")) == set(), "the host's own affair"


def test_an_old_address_leads_on_with_a_slash_at_its_end_too(write_serving):
    config = nginx_config(write_serving())
    assert location(config, "= /old/") == location(config, "= /old") and "return 301" in location(config, "= /old").text
    assert "location = // {" not in config


def test_an_address_without_a_slash_may_lead_to_the_one_with_it_and_not_on_from_there(write_serving):
    text = SERVING.replace("{from: /old, to: /admin/}", "{from: /user, to: /user/}")
    config = nginx_config(write_serving(text))
    assert "return 301 /user/" in location(config, "= /user").text and "location = /user/ {" not in config
    assert "/user/ /user/" not in redirects_file(write_serving(text), [])


def test_an_old_address_whose_lines_stand_apart_has_one_location_all_the_same(write_serving):
    more = "  - {from: /other, to: /user/}\n  - {from: /old/, mode: guest, to: /user/}\n"
    config = nginx_config(write_serving(SERVING.replace("  - {from: /old, to: /admin/}\n", more)))
    assert config.count("location = /old {") == config.count("location = /old/ {") == 1
    assert "guest" in location(config, "= /old/").text and "guest" not in location(config, "= /old").text


def test_every_header_is_sent_with_errors_too(project):
    config = nginx_config(read_serving(project / "deploy/serving.yml"))
    lines = [line for line in config.splitlines() if "add_header" in line]
    assert lines and all(line.endswith(" always;") for line in lines)


def test_the_site_may_stand_below_a_path(write_serving, tmp_path, capsys):
    write_serving()
    assert main(["nginx", "--url", "https://help.example/cloud-pbx", "--serving", str(tmp_path / "serving.yml")]) == 0
    config = capsys.readouterr().out
    assert "\nlocation /cloud-pbx/ {" in config and "location = /cloud-pbx/old {" in config
    assert "return 301 /cloud-pbx/admin/;" in config and "error_page 404 /cloud-pbx/404.html;" in config
    assert '~ "^/cloud-pbx/assets/' in config


def test_a_path_that_nginx_would_read_as_more_is_refused(write_serving, tmp_path, capsys):
    write_serving()
    url = "https://help.example/a;b{}/"
    assert main(["nginx", "--url", url, "--serving", str(tmp_path / "serving.yml")]) == 2
    assert capsys.readouterr().err.startswith("/a;b{}/ is no path for nginx")


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


def test_cdns_get_no_header_twice_since_they_join_the_values(write_serving):
    made = headers_file(write_serving(), ["index.html", "assets/a.0123abcd.css", "admin/feed.xml"], "/help/")
    assert made == (
        "/help/*\n  X-One: 1\n"
        "/help/admin/feed.xml\n  Content-Type: application/atom+xml\n"
        "/help/assets/a.0123abcd.css\n  Cache-Control: immutable\n"
    )


def test_cdns_get_the_redirects_and_the_missing_page_of_each_language_that_has_one(write_serving):
    lines = ["/ mode=user /user/ 301!", "/old mode=user /user/ 301", "/old/ mode=user /user/ 301"]
    lines += ["/old /admin/ 301", "/old/ /admin/ 301"]
    serving = write_serving()
    assert redirects_file(serving, ["index.html"]).splitlines() == lines
    assert redirects_file(serving, ["index.html", "en/404.html"]).splitlines() == [*lines, "/en/* /en/404.html 404"]


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
