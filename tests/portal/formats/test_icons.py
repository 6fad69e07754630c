import pytest
from portal.formats.icons import find_icon, icon_names, theme_icons


@pytest.mark.parametrize("name", ["material-cog", "material-cog-outline", "fontawesome-brands-windows", "simple-apple"])
def test_an_icon_is_found_by_its_name(name):
    assert find_icon(name, theme_icons())
    assert name in set(icon_names(theme_icons()))


@pytest.mark.parametrize("name", ["material-cgo", "material", "logo", "fontawesome-windows"])
def test_what_is_no_icon_is_not_found(name):
    assert find_icon(name, theme_icons()) is None


def test_own_icons_come_first(tmp_path):
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal/two-parts.svg").write_text("<svg/>")
    assert find_icon("portal-two-parts", [tmp_path, *theme_icons()]) == tmp_path / "portal/two-parts.svg"
    assert list(icon_names([tmp_path])) == ["portal-two-parts"]
