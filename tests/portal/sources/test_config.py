import pytest
from portal.sources.config import config_beside, templates_of


@pytest.fixture
def config(tmp_path):
    (tmp_path / "mine").mkdir()

    def write(text):
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
        return tmp_path / "mkdocs.yml"

    return write


def test_the_configuration_lies_beside_the_pages_if_anywhere(config, tmp_path):
    assert config_beside(tmp_path / "docs") is None
    written = config("")
    assert config_beside(tmp_path / "docs") == written


def test_the_templates_are_where_the_configuration_says(config, tmp_path):
    written = "site_url: !ENV [SITE_URL, x]\nhooks: !!python/name:os.sep\ntheme:\n  custom_dir: mine\n"
    assert templates_of(config(written)) == tmp_path / "mine"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        "theme: material",
        "theme: {name: x}",
        "theme: {custom_dir: gone}",
        "theme: {custom_dir: [",
        "a: !ENV",
        "theme: {custom_dir: !ENV TEMPLATES}",
    ],
)
def test_where_it_names_none_that_can_be_found_they_are_unknown(config, text):
    assert templates_of(config(text)) is None
