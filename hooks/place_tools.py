"""Places tools for readers where a page has their placeholder: the chart, the estimator, the video and others."""

from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_types import portal_page, project_of, translated
from portal.languages import LANGUAGES, Language, format_number, published_path
from portal.planning.chart import FLOOR, START, lines_of, points_of
from portal.planning.client_check import clients_of, series_of
from portal.planning.estimator import examples_of, examples_text
from portal.sources.facts import Facts
from portal.sources.placeholders import TOOLS
from portal.views import View

WEBVIEW2 = {"user": "user/after.md#webview2", "admin": "admin/webview2.md"}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Replace each marker, which fill_pages has put in place of the placeholder, by its tool."""
    facts = project_of(config).facts_file.facts
    for file in files.documentation_pages():
        page, language = portal_page(file.page), translated(file).locale
        for name, marker in TOOLS.items():
            if facts and marker in (page.content or ""):
                template = env.get_template(f"partials/tools/{name.removeprefix('tool.')}.html")
                tool = template.render(_values(facts, language, page.view or "admin"), page=page, base_url="")
                page.content = (page.content or "").replace(marker, tool)
    return env


def _values(facts: Facts, language: Language, view: View) -> dict[str, Any]:
    """Return what the templates of the tools know."""
    examples = examples_of(facts)
    points = points_of(examples)
    path, _, fragment = WEBVIEW2[view].partition("#")
    return {
        "language": language,
        "languages": sorted(LANGUAGES, key=lambda other: other != language),
        "view": view,
        "number": partial(format_number, language=language),
        "examples_text": examples_text(examples),
        "points": points,
        "lines": lines_of(points),
        "start": START,
        "floor": FLOOR,
        "clients": clients_of(facts),
        "series": series_of(facts),
        "help": published_path(language, f"{view}/help.md"),
        "webview2": published_path(language, path) + (f"#{fragment}" if fragment else ""),
    }
