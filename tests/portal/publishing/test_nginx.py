from dataclasses import dataclass

import pytest
from portal.__main__ import main
from portal.publishing.content_networks import redirects_file
from portal.publishing.nginx import nginx_config
from portal.sources.serving import read_serving
from serving_rules import SERVING


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
