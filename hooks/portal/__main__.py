"""The portal's rules on the command line, without MkDocs: portal COMMAND."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from portal.arguments import build_parser
from portal.checks.run import check_all, check_dates
from portal.confirmation import run_confirm
from portal.crash import DEBUG, guard, open_streams
from portal.problems import Problem
from portal.problems.catalogue import in_words, wanted_language
from portal.problems.messages import say
from portal.problems.reports import FORMATS, for_stream, github, write
from portal.publishing.nginx import nginx_config
from portal.publishing.offline import write_offline
from portal.sources import facts_file, notices_file, search_file, storyboard
from portal.sources.project import Project
from portal.sources.serving import ServingError, read_serving


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    open_streams()
    options = build_parser().parse_args(arguments)
    if options.debug:
        os.environ[DEBUG] = "1"
    return guard(lambda: COMMANDS[options.command](options), options.docs.parent if "docs" in options else Path.cwd())


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
    """Print the report, or write it to the file in the options. Raises OSError."""
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


def _build(options: argparse.Namespace) -> int:
    from portal.build import run_build  # noqa: PLC0415 - only this command needs MkDocs

    return run_build(options.docs, options.site_dir)


def _offline(options: argparse.Namespace) -> int:
    try:
        return write_offline(options.site, options.output)
    except OSError as error:
        print(f"can't write {error.filename}: {error.strerror}", file=sys.stderr)
        return 2


def _check_dates(options: argparse.Namespace) -> int:
    problems = check_dates(Project(options.docs), date.today())
    if problems:
        print(for_stream(problems, options.docs.parent, sys.stderr), file=sys.stderr)
    return int(bool(problems))


def _check_links(options: argparse.Namespace) -> int:
    from portal.network.answers import check_answers, is_offline, report  # noqa: PLC0415 - only this command needs ...
    from portal.network.ask import collect  # noqa: PLC0415 - ... the network and its library
    from portal.network.visit import RequestPolicy  # noqa: PLC0415 - the same

    file, language = Project(options.docs).facts_file, wanted_language(os.environ)
    problems, failure = list(file.problems), ""
    if facts := file.facts:
        addresses = {fact.value for fact in facts.addresses.values()}
        answers = collect(addresses, RequestPolicy(timeout=options.timeout, pause=options.pause))
        problems += check_answers(facts, answers, file.locations, date.today())
        problems += check_dates(Project(options.docs), date.today())
        if len(answers) < len(addresses):
            failure = say("stopped after {count} of {all} addresses", count=len(answers), all=len(addresses))
        elif is_offline(answers):
            problems, failure = [], say("no host was found, perhaps the network is down")
        elif options.report:
            try:
                write(report(answers), options.report)
            except OSError as error:
                failure = say("can't write {file}: {reason}", file=error.filename, reason=error.strerror)
    if problems:
        print(for_stream(problems, options.docs.parent, sys.stderr), file=sys.stderr)
    if failure:
        print(in_words(say("{failure}. The last report is kept", failure=failure), language), file=sys.stderr)
        return 2
    return int(bool(problems))


def _preview(options: argparse.Namespace) -> int:
    from portal.preview.run import run_preview  # noqa: PLC0415 - only this command needs the file watcher

    return run_preview(options.docs.parent)


def _schema(options: argparse.Namespace) -> int:
    file = {"facts": facts_file, "notices": notices_file, "search": search_file, "storyboard": storyboard}[options.of]
    print(file.json_schema(), end="")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from portal.explain import UnknownCodeError, explain, overview, reference  # noqa: PLC0415 - no other command needs it

    language = wanted_language(os.environ)
    if options.reference:
        print(reference(options.reference), end="")
        return 0
    try:
        print(explain(options.code, language) if options.code else overview(language))
    except UnknownCodeError as error:
        print(in_words(error.args[0], language), file=sys.stderr)
        return 2
    return 0


def _nginx(options: argparse.Namespace) -> int:
    try:
        print(nginx_config(read_serving(options.serving), urlsplit(options.url).path.rstrip("/") + "/"), end="")
    except ServingError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


# A new command has its arguments in portal.arguments and its function here.
COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "check-dates": _check_dates,
    "check-links": _check_links,
    "confirm": run_confirm,
    "preview": _preview,
    "schema": _schema,
    "nginx": _nginx,
    "offline": _offline,
    "explain": _explain,
}

if __name__ == "__main__":
    sys.exit(main())
