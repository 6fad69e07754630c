"""The portal's rules on the command line, without MkDocs: portal COMMAND.

Exit status: 0 nothing found but warnings, 1 problems found, 2 the command can't be carried out.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import urlsplit

from portal.arguments import address, existing_file, existing_folder, seconds
from portal.checks.run import check_all, check_dates
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Problem
from portal.problems.catalogue import in_words, wanted_language
from portal.problems.messages import say
from portal.problems.reports import FORMATS, for_stream, github, write
from portal.publishing.nginx import nginx_config
from portal.sources.facts_file import json_schema
from portal.sources.freshness import confirm, content_hash, obstacles, original_diff
from portal.sources.page import page_paths, read_source
from portal.sources.project import Project
from portal.sources.serving import ServingError, read_serving


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(
            errors="backslashreplace"
        )  # as stderr: a terminal that lacks a letter is no reason to fail
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    head, _, status = __doc__.strip().partition("\n\n")
    parser = argparse.ArgumentParser(prog="portal", description=head, epilog=status)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check a built site and its sources", epilog=status)
    check.add_argument("site", type=existing_folder, help="the folder with the built site")
    check.add_argument(
        "--config", type=existing_file, help="mkdocs.yml (default: the one beside the docs, if there is one)"
    )
    check.add_argument(
        "--templates", type=existing_folder, help="the folder with the templates (default: as mkdocs.yml says)"
    )
    check.add_argument("--url", type=address, help="where the site is published (default: as it says itself)")
    check.add_argument("--format", choices=FORMATS, default="text", help="the format of the report (default: text)")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report to FILE, and the text to stderr")
    dates = commands.add_parser("check-dates", help="find the facts whose review is due")
    links = commands.add_parser("check-links", help="ask the addresses of facts.yml whether they still answer")
    links.add_argument("--report", type=Path, metavar="FILE", help="write what was asked and answered to FILE, as JSON")
    links.add_argument("--timeout", type=seconds, default=20, help="seconds to wait for an answer (default: 20)")
    links.add_argument("--pause", type=seconds, default=1, help="seconds between requests to one host (default: 1)")
    confirming = commands.add_parser("confirm", help="say that a translation fits its original")
    confirming.add_argument("page", help="the page's path inside its language folder: admin/help")
    confirming.add_argument("--yes", action="store_true", help="do not ask")
    preview = commands.add_parser("preview", help="serve the site, and build it anew on every change")
    schema = commands.add_parser("schema", help="print the JSON Schema of facts.yml")
    _add_nginx(commands)
    for command, run in (
        (check, _check),
        (dates, _check_dates),
        (confirming, _confirm),
        (schema, _schema),
        (preview, _preview),
        (links, _check_links),
    ):
        docs = "the folder with facts.yml, de/ and en/ (default: docs)"
        command.add_argument("--docs", type=existing_folder, default="docs", help=docs)
        command.set_defaults(run=run)
    return parser


def _add_nginx(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    nginx = commands.add_parser("nginx", help="print nginx's configuration for the site")
    nginx.add_argument("--url", type=address, default="/", help="where the site is published (default: /)")
    nginx.add_argument(
        "--serving", type=Path, default=Path("deploy/serving.yml"), help="the description of the serving"
    )
    nginx.set_defaults(run=_nginx)


def _check(options: argparse.Namespace) -> int:
    project = Project.around(options.docs, options.config, options.templates)
    result = check_all(options.site, project, options.url)
    root = options.docs.parent
    try:
        _report(result.problems, root, options)
    except OSError as error:
        print(f"can't write {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    if not result.failed and (options.format == "text" or options.output):
        print("\n".join(f"{count:>6} {in_words(what, wanted_language(os.environ))}" for what, count in result.checked))
    return int(result.failed)


def _report(problems: Sequence[Problem], root: Path, options: argparse.Namespace) -> None:
    """Print and write what was asked for. Raises OSError."""
    if problems and (options.format == "text" or options.output):
        print(for_stream(problems, root, sys.stderr), file=sys.stderr)
    language = wanted_language(os.environ)
    report = FORMATS[options.format](problems, root, language)
    if options.format == "github":
        summary = github.summarize(problems, root, language)
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with open(path, "a", encoding="utf-8") as file:
                file.write(summary)
        else:
            report += f"\n{summary}"
    if options.output:
        write(report, options.output)
    elif options.format != "text":
        print(report)


def _check_dates(options: argparse.Namespace) -> int:
    problems = check_dates(Project(options.docs), date.today())
    if problems:
        print(for_stream(problems, options.docs.parent, sys.stderr), file=sys.stderr)
    return int(bool(problems))


def _check_links(options: argparse.Namespace) -> int:
    from portal.network.answers import check_answers, is_offline, report  # noqa: PLC0415 - no other command needs ...
    from portal.network.ask import collect  # noqa: PLC0415 - ... the network, or its library
    from portal.network.visit import Manners  # noqa: PLC0415

    file, language = Project(options.docs).facts_file, wanted_language(os.environ)
    problems, failure = list(file.problems), ""
    if facts := file.facts:
        addresses = {fact.value for fact in facts.addresses.values()}
        answers = collect(addresses, Manners(timeout=options.timeout, pause=options.pause))
        problems += check_answers(facts, answers, file.locations, date.today())
        problems += check_dates(Project(options.docs), date.today())
        if len(answers) < len(addresses):
            failure = say("ended after {count} of {all} addresses", count=len(answers), all=len(addresses))
        elif is_offline(answers):
            problems, failure = [], say("no host can be found, perhaps for want of a network")
        elif options.report:
            try:
                write(report(answers), options.report)
            except OSError as error:
                failure = say("can't write {file}: {reason}", file=error.filename, reason=error.strerror)
    if problems:
        print(for_stream(problems, options.docs.parent, sys.stderr), file=sys.stderr)
    if failure:
        print(in_words(say("{failure}. The last report stays", failure=failure), language), file=sys.stderr)
        return 2
    return int(bool(problems))


def _agrees(question: str) -> bool:
    """Ask, and return whether the answer is yes. Where nobody can answer, it is no."""
    try:
        return input(question).lower() in ("y", "yes", "j", "ja")
    except EOFError:
        print("\nNobody can answer here; once you have compared the two, add --yes", file=sys.stderr)
        return False


def _confirm(options: argparse.Namespace) -> int:
    path = options.page.removesuffix(".md") + ".md"
    docs = options.docs
    translations = [
        read_source(docs, language, path)
        for language in LANGUAGES
        if language != DEFAULT and path in page_paths(docs, language)
    ]
    if not translations or path not in page_paths(docs, DEFAULT):
        print(f"{path} is not a page of both languages", file=sys.stderr)
        return 2
    for translation in translations:
        original = read_source(docs, DEFAULT, path)
        if problems := obstacles(docs, translation, original):
            print(for_stream(problems, docs.parent, sys.stderr), file=sys.stderr)
            return 1
        print(
            original_diff(docs, translation)
            or f"Git has no older version to compare with; read {original.file} and {translation.file}."
        )
        question = f"Does {translation.file} say the same as {original.file}? [y/N] "
        if not options.yes and not _agrees(question):
            return 1
        confirm(docs, translation, original)
        print(f"{translation.file} is confirmed against {content_hash(original)}")
    return 0


def _preview(options: argparse.Namespace) -> int:
    from portal.preview.run import run_preview  # noqa: PLC0415 - nothing else needs what watches files

    return run_preview(options.docs.parent)


def _schema(options: argparse.Namespace) -> int:
    print(json_schema(), end="")
    return 0


def _nginx(options: argparse.Namespace) -> int:
    try:
        print(nginx_config(read_serving(options.serving), urlsplit(options.url).path.rstrip("/") + "/"), end="")
    except ServingError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
