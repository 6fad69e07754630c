"""A page that has everything which few pages have, built and opened: each kind of element has a file of tests here."""

import shutil
from pathlib import Path

import pytest
from audit.serve import serve
from shared import make_once

SAMPLE = Path(__file__).parent
PAGE = "user/elements/"


@pytest.fixture(scope="session")
def sample_site(project, build_project, tmp_path_factory) -> Path:
    """The portal with the sample page in both languages, whose build finds nothing."""

    def make(folder: Path) -> Path:
        for name in (".ci/search", "deploy", "docs", "hooks", "overrides"):
            shutil.copytree(project / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        config = (project / "mkdocs.yml").read_text("utf-8")
        (folder / "mkdocs.yml").write_text(
            config.replace("      - user/help.md\n", "      - user/help.md\n      - user/elements.md\n"), "utf-8"
        )
        for language in ("de", "en"):
            shutil.copy(SAMPLE / f"{language}.md", folder / f"docs/{language}/user/elements.md")
        run = build_project(folder)
        assert run.returncode == 0, run.stdout
        return folder / "site"

    return make_once(tmp_path_factory, "elements", make)


@pytest.fixture(scope="session")
def address(sample_site, serving):
    """The address at which the sample is served under the shipped policy; ``open_page`` opens it there."""
    with serve(sample_site, serving.headers) as address:
        yield address


@pytest.fixture
def sample(open_page):
    """Return a function that opens the sample page."""
    return lambda fragment="", **options: open_page(PAGE + fragment, **options)


@pytest.fixture
def english_sample(open_page):
    """Return a function that opens the English sample page."""
    return lambda fragment="", **options: open_page(f"en/{PAGE}{fragment}", **options)
