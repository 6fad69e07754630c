"""The command line's commands and their arguments."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.languages import LANGUAGES
from portal.problems.reports import FORMATS

DESCRIPTION = "The portal's rules on the command line, without MkDocs."
EXIT_STATUS = "Exit status: 0 no problems or only warnings, 1 problems found, 2 the command can't be carried out."

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of ``portal COMMAND …``; it sets ``command`` to the command's name."""
    parser = argparse.ArgumentParser(prog="portal", description=DESCRIPTION, epilog=EXIT_STATUS)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_build(commands)
    _add_check(commands)
    _add_docs(commands.add_parser("check-dates", help="report the facts whose review is due"))
    _add_check_links(commands)
    _add_confirm(commands)
    _add_docs(commands.add_parser("preview", help="serve the site and rebuild it on every change"))
    schema = commands.add_parser(
        "schema", help="print the JSON Schema of facts.yml, notices.yml, search.yml or storyboard.yml"
    )
    files = ("facts", "notices", "search", "storyboard")
    schema.add_argument("of", nargs="?", choices=files, default="facts", help="the file; default: facts")
    _add_docs(schema)
    _add_nginx(commands)
    _add_offline(commands)
    _add_explain(commands)
    for command in commands.choices.values():
        command.add_argument(
            "--debug", action="store_true", help="print the traceback of an error that nobody expected"
        )
    return parser


def _add_build(commands: "_Commands") -> None:
    build = commands.add_parser("build", help="build the site with MkDocs, and check it")
    build.add_argument("--site-dir", type=Path, metavar="FOLDER", help="where to (default: mkdocs.yml's)")
    _add_docs(build)


def _add_check(commands: "_Commands") -> None:
    check = commands.add_parser("check", help="check a built site and its sources", epilog=EXIT_STATUS)
    check.add_argument("site", type=existing_folder, help="the folder with the built site")
    check.add_argument("--config", type=existing_file, help="mkdocs.yml (default: the one next to the docs, if any)")
    check.add_argument(
        "--templates", type=existing_folder, help="the folder with the templates (default: mkdocs.yml's)"
    )
    check.add_argument("--url", type=address, help="where the site is published (default: as the site says)")
    check.add_argument("--format", choices=FORMATS, default="text", help="the format of the report (default: text)")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report to FILE, and the text to stderr")
    _add_docs(check)


def _add_check_links(commands: "_Commands") -> None:
    links = commands.add_parser("check-links", help="check whether the addresses in facts.yml still answer")
    links.add_argument("--report", type=Path, metavar="FILE", help="write requests and answers to FILE, as JSON")
    links.add_argument("--timeout", type=seconds, default=20, help="seconds to wait for an answer (default: 20)")
    links.add_argument("--pause", type=seconds, default=1, help="seconds between requests to one host (default: 1)")
    _add_docs(links)


def _add_confirm(commands: "_Commands") -> None:
    confirm = commands.add_parser("confirm", help="confirm that a translation matches its original")
    confirm.add_argument("page", help="the page's path inside its language folder: admin/help")
    confirm.add_argument("--yes", action="store_true", help="do not ask")
    _add_docs(confirm)


def _add_nginx(commands: "_Commands") -> None:
    nginx = commands.add_parser("nginx", help="print nginx's configuration for the site")
    nginx.add_argument("--url", type=address, default="/", help="where the site is published (default: /)")
    nginx.add_argument("--serving", type=Path, default=Path("deploy/serving.yml"), help="the file of serving rules")


def _add_offline(commands: "_Commands") -> None:
    offline = commands.add_parser("offline", help="write a copy of a built site that opens from a folder, as a ZIP")
    offline.add_argument("site", type=existing_folder, help="the folder with the built site")
    offline.add_argument("output", type=Path, metavar="FILE", help="the ZIP to write")


def _add_explain(commands: "_Commands") -> None:
    explain = commands.add_parser("explain", help="explain the code of a problem: reason and fix")
    explain.add_argument("code", nargs="?", help="the code in brackets, such as link-text (default: list all codes)")
    explain.add_argument("--reference", choices=LANGUAGES, help="print the reference of all codes, in Markdown")


def _add_docs(command: argparse.ArgumentParser) -> None:
    text = "the folder with facts.yml, de/ and en/ (default: docs)"
    command.add_argument("--docs", type=existing_folder, default="docs", help=text)


def existing_file(text: str) -> Path:
    """Return the absolute path of an existing file. Raises ArgumentTypeError, as the others here do."""
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"{text} is not a file")
    return Path(text).resolve()


def existing_folder(text: str) -> Path:
    """Return the absolute path of an existing folder."""
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return Path(text).resolve()


def seconds(text: str) -> float:
    """Return a number of seconds between 0 and an hour."""
    number = float(text)  # argparse reports the ValueError
    if not 0 < number < 3600:
        raise argparse.ArgumentTypeError(f"{text} is not a number of seconds between 0 and an hour")
    return number


def address(text: str) -> str:
    """Return a full address or the path of one; anything else would be read as a path outside the site."""
    with suppress(ValueError):
        parts = urlsplit(text)
        if text.startswith("/") or (parts.scheme in ("http", "https") and parts.netloc):
            return text
    raise argparse.ArgumentTypeError(f"{text} is not an address: write https://host/ or /path/")
