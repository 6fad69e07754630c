"""Makes the checklist's PDF and checklist.json from the page: one of each per language, next to the page."""

import os
import subprocess
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_types import add_extension, portal_page, project_of, translated, words_of
from pikepdf import Pdf
from portal.checks.checklist import CHECKLIST_ITEM, PATH, check_checklist
from portal.checks.context import Context
from portal.preview import is_preview
from portal.problems import Location
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import report_problems
from portal.publishing.checklist.content import Checklist, ChecklistPdfError
from portal.publishing.checklist.markdown import ChecklistExtension
from portal.publishing.checklist.page import read_checklist
from portal.publishing.checklist.pdf import render_pdf
from portal.publishing.checklist.words import PdfWords, describe_link, read_words
from portal.sources.page import Source

_MadeFrom = tuple[Checklist, PdfWords, str, Path, datetime]
_made: dict[str, tuple[_MadeFrom, bytes]] = {}  # by language: the PDF's input, and the PDF


_extension = ChecklistExtension()


@event_priority(-101)  # after static-i18n (-100) has chosen the language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension for checklist items, and take the words for the boxes of tasks."""
    config.extra["tasks"] = words_of(config)["tasks"]
    add_extension(config, _extension)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Make boxes of this page, which is rendered next, those of the checklist or of a list of tasks."""
    _extension.tasks = None if translated(page.file).norm_src_uri == PATH else config.extra["tasks"]


@event_priority(-101)  # after static-i18n (-100), which copies every file and can't copy a generated one
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the PDF and JSON as files, so that MkDocs resolves links to them."""
    page = next((page for page in files.documentation_pages() if translated(page).norm_src_uri == PATH), None)
    if page:
        for suffix in (".pdf", ".json"):
            file = File.generated(config, page.src_uri.replace(".md", suffix), content=b"")
            file.dest_uri = page.dest_uri.replace("/index.html", suffix)
            translated(file).norm_src_uri = PATH.replace(".md", suffix)
            files.append(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make both from the page's content, which is now rendered but not yet written."""
    for file in files.documentation_pages():
        if translated(file).norm_src_uri == PATH:
            page, language = portal_page(file.page), translated(file).locale
            source, content = project_of(config).page(language, PATH), page.content or ""
            try:
                checklist = read_checklist(content, language, page.canonical_url or "")
                pdf, document = _make(checklist, page, source, config), checklist.to_json()
                page.content = describe_link(content, read_words(page.meta.get("pdf")), len(pdf))
            except ChecklistPdfError as error:
                _report(error, source, config)
                pdf, document = _blank(), "{}"
            files.src_uris[file.src_uri.replace(".md", ".pdf")].content_bytes = pdf
            files.src_uris[file.src_uri.replace(".md", ".json")].content_string = document
    return env


def _make(checklist: Checklist, page: Page, source: Source, config: MkDocsConfig) -> bytes:
    """Return the PDF; under `mkdocs serve` it is only rebuilt when its input has changed."""
    docs = Path(config.docs_dir)
    made_from = (
        checklist,
        read_words(page.meta.get("pdf")),
        config.site_name,
        docs / "assets" / "fonts",
        _content_date(docs, source),
    )
    made = _made.get(source.language)
    if not made or made[0] != made_from:
        _made[source.language] = (made_from, render_pdf(*made_from))
    return _made[source.language][1]


def _report(error: ChecklistPdfError, source: Source, config: MkDocsConfig) -> None:
    """Report why the PDF could not be made, unless check_checklist does, and abort the build."""
    if list(check_checklist(source, Context(project_of(config), date.today()))):
        return
    lines = [line for line in (*source.head, *source.lines) if error.words and error.words in line.text]
    start = lines[0].text.index(error.words) if lines else 0
    location = lines[0].location(start, start + len(error.words)) if lines else Location(source.file)
    problem = CHECKLIST_ITEM.problem(location, error.message, error.hint)
    report_problems([problem], Path(config.docs_dir).parent)
    if not is_preview():
        raise Abort(in_wanted_words(say("The checklist's PDF was not made; the last good site is untouched.")))


def _blank() -> bytes:
    """Return a PDF with an empty page, as a placeholder in the preview and in builds that will fail anyway."""
    buffer = BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(buffer)
    return buffer.getvalue()


def _content_date(docs: Path, source: Source) -> datetime:
    """Return SOURCE_DATE_EPOCH, else the date of the last commit to the sources, else that of the newest source file.

    The sources are the page, the passages that it includes, and the facts.
    """
    names = sorted({source.file, *(line.file for line in source.lines), f"{docs.name}/facts.yml"})
    paths = [docs.parent / name for name in names]
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(docs.parent, names)
    epoch = epoch or str(max(path.stat().st_mtime for path in paths if path.exists()))
    try:
        return datetime.fromtimestamp(int(float(epoch)), UTC)
    except (ValueError, OverflowError) as error:
        message = say("SOURCE_DATE_EPOCH is not a number of seconds: {value}", value=epoch)
        raise ChecklistPdfError(message) from error


def _last_commit(folder: Path, names: list[str]) -> str:
    command = ["git", "log", "-1", "--format=%ct", "--", *names]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # Git is not installed
        return ""
