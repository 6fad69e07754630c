"""The generator's configuration, as far as the checks need it: where mkdocs.yml says that the templates are."""

from pathlib import Path

from portal.formats.yaml import read_yaml
from portal.problems import Code
from portal.problems.messages import say

NAV_INVALID = Code(
    "nav-invalid",
    why=say(
        "`mkdocs.yml` is not valid YAML; or an entry of its `nav` is not a page, has a title of its own, which both"
        " languages would show, or is outside its view's section."
    ),
    fix=say(
        "Correct the line that is shown. The entry of a page is `- user/help.md`; its title is the page's heading."
    ),
    example=say("not valid YAML: {reason}", reason=say("a colon can't stand here")),
)

NAME = "mkdocs.yml"


def config_beside(docs: Path) -> Path | None:
    """Return the mkdocs.yml beside the folder ``docs``, or None where there is none: another generator needs none."""
    path = docs.parent / NAME
    return path if path.is_file() else None


def templates_of(config_file: Path) -> Path | None:
    """Return the folder that ``theme.custom_dir`` names, relative to the file; None where it names none that is there.

    The check of the navigation reports what is wrong with the file.
    """
    text = config_file.read_text("utf-8", errors="replace")
    document, _ = read_yaml(text, config_file.name, NAV_INVALID)
    theme = document.data.get("theme") if document and isinstance(document.data, dict) else None
    name = theme.get("custom_dir") if isinstance(theme, dict) else None
    folder = config_file.parent / name if isinstance(name, str) else None
    return folder if folder and folder.is_dir() else None
