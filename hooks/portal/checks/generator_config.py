"""What the build needs of mkdocs.yml: the hooks, the plugin for languages, the templates. Others need none."""

import re
from collections.abc import Iterator
from pathlib import Path

from portal.formats.yaml import Document
from portal.formats.yaml import Path as Steps
from portal.languages import LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.sources.project import Project

CONFIG_INCOMPLETE = Code(
    "config-incomplete",
    why=say(
        "The build stands on the hooks in `hooks/`, on the plugin mkdocs-static-i18n with the portal's languages, and"
        " on the templates in `overrides/`. Without one of them there are no pages, or wrong ones."
    ),
    fix=say("Write what the message names into `mkdocs.yml`, or bring the file back from Git."),
    example=say("{file} is missing under {key}", file="hooks/fill_pages.py", key="hooks"),
)
EVENT = re.compile(rb"^def on_[a-z_]+\(", re.MULTILINE)


def check_generator(project: Project) -> Iterator[Problem]:
    """Yield a problem for each part of mkdocs.yml that MkDocs does not ask for, but the build needs."""
    document, _ = project.config
    if not project.config_file or not document or not isinstance(document.data, dict) or "INHERIT" in document.data:
        return  # what can't be read is reported with the nav, and another file may have what is missing here
    yield from _check_hooks(document, project.config_file)
    yield from _check_languages(document, project.config_file.name)
    if not document.at(("theme", "custom_dir")):
        hint = say("write custom_dir: overrides")
        yield _problem(document, ("theme",), project.config_file.name, say("theme has no custom_dir"), hint)


def _check_hooks(document: Document, config_file: Path) -> Iterator[Problem]:
    listed = document.at(("hooks",))
    names = {str(name) for name in listed} if isinstance(listed, list) else set()
    root = config_file.parent
    if not names:
        message = say("there are no hooks, which make the pages and check them")
        yield _problem(document, ("hooks",), config_file.name, message, say("bring these lines back from Git"))
        return
    known = {(root / name).resolve() for name in names}
    for path in sorted((root / "hooks").glob("*.py")):
        if path.resolve() not in known and EVENT.search(path.read_bytes()):
            name = path.relative_to(root).as_posix()
            message = say("{file} is missing under {key}", file=name, key="hooks")
            hint = say("write a line `- {name}`", name=name)
            yield _problem(document, ("hooks",), config_file.name, message, hint)


def _check_languages(document: Document, name: str) -> Iterator[Problem]:
    path = _plugin(document)
    languages = document.at((*path, "languages")) if path else None
    if not path or not isinstance(languages, list):
        message = say("the plugin i18n with its languages is missing under {key}", key="plugins")
        yield _problem(document, ("plugins",), name, message, say("bring these lines back from Git"))
        return
    locales = [one.get("locale") if isinstance(one, dict) else one for one in languages]
    for index, locale in enumerate(locales):
        if locale not in LANGUAGES:
            message = say("{language} is not a language of the portal", language=locale)
            hint = say("its languages are in hooks/portal/languages.py: {languages}", languages=", ".join(LANGUAGES))
            yield _problem(document, (*path, "languages", index), name, message, hint)
    for language in LANGUAGES:
        if language not in locales:
            message = say("{file} is missing under {key}", file=f"locale: {language}", key="languages")
            yield _problem(document, (*path, "languages"), name, message, say("bring these lines back from Git"))


def _plugin(document: Document) -> Steps:
    """Return where the options of the plugin i18n are: plugins are a mapping, or a list of mappings."""
    plugins = document.at(("plugins",))
    if isinstance(plugins, dict) and "i18n" in plugins:
        return ("plugins", "i18n")
    entries = plugins if isinstance(plugins, list) else []
    steps = [
        ("plugins", row, "i18n") for row, entry in enumerate(entries) if isinstance(entry, dict) and "i18n" in entry
    ]
    return steps[0] if steps else ()


def _problem(document: Document, path: Steps, name: str, message: Message, hint: Message) -> Problem:
    location = document.keys.get(path) or document.location(path)
    return CONFIG_INCOMPLETE.problem(location if path in document.values else Location(name), message, hint)
