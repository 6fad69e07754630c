"""The portal with notices, built and opened at moments of one's choice."""

import shutil
from pathlib import Path

import pytest
from audit.serve import serve
from shared import make_once

NOTICES = Path(__file__).with_name("notices.yml")


@pytest.fixture(scope="session")
def noticed_site(project, build_project, tmp_path_factory) -> Path:
    """The portal with the notices of these tests."""

    def make(folder: Path) -> Path:
        for name in (".ci/search", "deploy", "docs", "hooks", "overrides"):
            shutil.copytree(project / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(project / "mkdocs.yml", folder)
        shutil.copy(NOTICES, folder / "docs/notices.yml")
        run = build_project(folder)
        assert run.returncode == 0, run.stdout
        return folder / "site"

    return make_once(tmp_path_factory, "notices", make)


@pytest.fixture(scope="session")
def address(noticed_site, serving):
    """The address at which the portal with notices is served under the shipped policy."""
    with serve(noticed_site, serving.headers) as address:
        yield address


@pytest.fixture
def open_at(chromium, open_page):
    """Return a function that opens a page at a moment, given as 2026-10-25T00:30:00Z; clocks of pages go on from it."""
    contexts = []

    def open_it(moment: str, path: str, width: int = 1280, zone: str = "Europe/Berlin", script: str = "", **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, timezone_id=zone, **options)
        contexts.append(context)
        context.clock.install(time=moment)
        context.clock.pause_at(moment)
        if script:
            context.add_init_script(script)
        return open_page(path, context=context)

    yield open_it
    for context in contexts:
        context.close()
