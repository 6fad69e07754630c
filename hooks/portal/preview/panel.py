"""The panel: the problems of the current page, and how many there are elsewhere."""

from collections.abc import Collection, Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote

from portal.languages import Language
from portal.preview import PREFIX
from portal.preview.build import Outcome
from portal.problems.catalogue import in_words
from portal.problems.messages import say
from portal.problems.reports.json_document import Entry

HEAD = (
    f'<link rel="stylesheet" href="{PREFIX}panel.css">'
    f'<script type="module" src="{PREFIX}panel.js?build={{build}}"></script>'
)


def render(
    outcome: Outcome, page: str, files: Collection[str], root: Path, language: Language, *, is_built: bool = True
) -> str:
    """Return the panel of a page as HTML, or an empty string if there are no problems at all.

    ``page`` is its site path, ``files`` are its source files, relative to the folder ``root``. ``is_built`` means that
    there is a page to show, from this build or an earlier one.
    """
    here = [problem for problem in outcome.problems if page in problem["pages"] or problem["file"] in files]
    rest = [problem for problem in outcome.problems if problem not in here]
    parts = []
    if not outcome.delivered:
        heading = say("The build failed") if outcome.failures else say("The site could not be built")
        heading = say("{failure}; this is the last good page", failure=heading) if is_built else heading
        parts.append(f"<p><strong>{_words(heading, language)}</strong></p>")
    if outcome.failures:
        summary = _words(say("Complete output of the build"), language)
        items = "".join(f"<li>{_item(failure, root, language)}</li>" for failure in outcome.failures)
        output = f"<details><summary>{summary}</summary><pre>{escape(outcome.output)}</pre></details>"
        parts.append(f"<ul>{items}</ul>{output}")
    if here:
        parts.append(_list(_count(len(here), "here"), here, root, language, is_open=True))
    if rest:
        parts.append(_list(_count(len(rest), "elsewhere"), rest, root, language, is_open=not outcome.delivered))
    if not parts:
        return ""
    name = _words(say("Problems of the preview"), language)
    return (
        f'<section class="preview-panel" lang="{language}" aria-label="{name}" tabindex="0">{"".join(parts)}</section>'
    )


def empty_page(language: Language) -> str:
    """Return the page to show before the first successful build."""
    words = _words(say("Nothing has been built yet"), language)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{words}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"></head><body><main><h1>{words}</h1></main>'
        "</body></html>"
    )


def inject(html: str, panel: str, build: int) -> str:
    """Return a page of build number ``build`` with the panel and the script that reloads it."""
    ours = HEAD.format(build=build)
    head, end, rest = html.partition("</head>")
    html = f"{head}{ours}{end}{rest}" if end else f"{ours}{html}"
    before, end, after = html.rpartition("</body>")
    return f"{before}{panel}{end}{after}" if end else f"{html}{panel}"


def editor_link(root: Path, problem: Entry) -> str:
    """Return the URL that opens the location in VS Code (see "Opening VS Code with URLs" in its docs).

    It is vscode://file/PATH:LINE:COLUMN, or an empty string for files outside the project: the built site may be gone
    by then.
    """
    path = root / problem["file"]
    if not problem["file"] or not path.is_relative_to(root):
        return ""
    return (
        f"vscode://file/{quote(path.as_posix().lstrip('/'), safe='/:')}:{max(1, problem['line'])}:{problem['column']}"
    )


def _list(heading: str, problems: Iterable[Entry], root: Path, language: Language, is_open: bool) -> str:
    items = "".join(f"<li>{_item(problem, root, language)}</li>" for problem in problems)
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{_words(heading, language)}</summary><ol>{items}</ol></details>"


def _item(problem: Entry, root: Path, language: Language) -> str:
    location = f"{problem['file']}:{problem['line']}:{problem['column']}" if problem["line"] else problem["file"]
    hint = _words(say("hint: {hint}", hint=problem["hint"]), language) if problem["hint"] else ""
    hint = f"<br>{hint}" if hint else ""
    link = editor_link(root, problem)
    location = f'<a href="{escape(link)}">{escape(location)}</a>' if link else escape(location)
    return f"<strong>{escape(problem['code'])}</strong> {escape(problem['message'])}<br>{location}{hint}"


def _count(number: int, where: str) -> str:
    if where == "here":
        return say("1 problem on this page") if number == 1 else say("{count} problems on this page", count=number)
    return say("1 problem elsewhere") if number == 1 else say("{count} problems elsewhere", count=number)


def _words(message: str, language: Language) -> str:
    return escape(in_words(message, language))
