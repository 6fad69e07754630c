"""The configuration: mkdocs.yml has known keys only, and a name in every language for each section of its nav."""

from collections.abc import Iterator
from pathlib import Path

from portal.checks.context import Context
from portal.formats.yaml import Document
from portal.languages import DEFAULT
from portal.problems import Code, Problem, nearest
from portal.problems.messages import say
from portal.sources.project import Project

CONFIG_KEY = Code(
    "config-key",
    why=say("MkDocs passes over a key that it does not know, so what the line should do is not done."),
    fix=say("Write the name that the hint gives, or remove the line. Values of your own belong below `extra:`."),
    example=say("{key} is not a key of {file}", key="copyrigth", file="mkdocs.yml"),
)
NAV_UNTRANSLATED = Code(
    "nav-untranslated",
    why=say("The menus of other languages would show the German name of the section."),
    fix=say("Add the name to `nav_translations` in `mkdocs.yml`."),
    example=say("the section {name} has no name in {language}", name="Danach", language="en"),
)

# What MkDocs 1.6 knows (mkdocs.config.defaults).
KEYS = frozenset(Path(__file__).with_name("config_keys.txt").read_text("utf-8").split())


def check_config(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each unknown key of mkdocs.yml, and each section that a language has no name for."""
    if project.config_file is None:
        return
    file = project.config_file
    document, _problems = project.config
    if document is None or not isinstance(document.data, dict):
        return  # reported with the nav
    for path, location in document.keys.items():
        if len(path) == 1 and path[0] not in KEYS:
            near = nearest(str(path[0]), KEYS)
            hint = say("did you mean {word}?", word=near) if near else ""
            yield CONFIG_KEY.problem(location, say("{key} is not a key of {file}", key=path[0], file=file.name), hint)
    for language, names in _translations(document):
        for path, location in document.keys.items():
            name = path[-1]
            if path[0] == "nav" and len(path) > 1 and isinstance(document.at(path), list) and name not in names:
                message = say("the section {name} has no name in {language}", name=name, language=language)
                hint = say("add a line `{name}: …` to nav_translations of {language}", name=name, language=language)
                yield NAV_UNTRANSLATED.problem(location, message, hint)


def _translations(document: Document) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each language but the default one with the names of sections that mkdocs-static-i18n translates into it."""
    for path in document.values:
        if len(path) == 5 and path[0] == "plugins" and path[2:4] == ("i18n", "languages"):
            language = document.at(path)
            if isinstance(language, dict) and language.get("locale") != DEFAULT:
                names = language.get("nav_translations")
                yield str(language.get("locale")), frozenset(map(str, names if isinstance(names, dict) else ()))
