import pytest
from portal.preview.run import _is_written


@pytest.mark.parametrize(
    "path", ["docs/de/a.md", "docs/facts.yml", "hooks/portal/a.py", "overrides/a.html", "mkdocs.yml"]
)
def test_what_the_build_reads_is_watched(tmp_path, path):
    assert _is_written(tmp_path / path, tmp_path)


@pytest.mark.parametrize(
    "path",
    ["docs/.a.md.swp", "docs/a.md~", "docs/4913", "hooks/__pycache__/a.pyc", "site/a.html", "README.md", ".git/x"],
)
def test_what_it_does_not_read_is_not(tmp_path, path):
    assert not _is_written(tmp_path / path, tmp_path)
