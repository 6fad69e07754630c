"""Makes the checklist's PDF: one per language, beside the page, with the page's words."""

import os
import subprocess
from datetime import datetime, timezone
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from portal.checklist import PATH, read_checklist
from portal.checklist_markdown import ChecklistExtension
from portal.checklist_pdf import ChecklistPdfError, render_pdf


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Teach Markdown the checklist's items. This event repeats per language; the extension is added once."""
    if not any(isinstance(extension, ChecklistExtension) for extension in config.markdown_extensions):
        config.markdown_extensions.append(ChecklistExtension())
    return config


@event_priority(-101)  # after static-i18n (-100), which copies every file and can't copy a generated one
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Announce the PDF, so that MkDocs resolves links to it."""
    for page in files.documentation_pages():
        if page.norm_src_uri == PATH:
            pdf = File.generated(config, page.src_uri.replace(".md", ".pdf"), content=b"")
            pdf.dest_uri = page.dest_uri.replace("/index.html", ".pdf")
            pdf.norm_src_uri = PATH.replace(".md", ".pdf")
            files.append(pdf)
            break
    return files


def on_env(env, config: MkDocsConfig, files: Files):
    """Lay the PDF out from the page's content, which is rendered by now and not yet written."""
    for page in files.documentation_pages():
        if page.norm_src_uri == PATH:
            checklist = read_checklist(page.page.content, page.locale, page.page.canonical_url)
            fonts = Path(config.docs_dir) / "assets" / "fonts"
            try:
                pdf = render_pdf(checklist, fonts, _content_date(Path(page.abs_src_path)))
            except ChecklistPdfError as error:
                raise Abort(f"error[checklist-pdf]: {error}\n  --> {page.src_uri}") from error
            files.get_file_from_path(page.src_uri.replace(".md", ".pdf")).content_bytes = pdf
    return env


def _content_date(source: Path) -> datetime:
    """Return the date of the content: SOURCE_DATE_EPOCH, else the last commit of the page, else its file's date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(source) or source.stat().st_mtime
    return datetime.fromtimestamp(int(float(epoch)), timezone.utc)


def _last_commit(source: Path) -> str:
    command = ["git", "log", "-1", "--format=%ct", "--", source.name]
    try:
        return subprocess.run(command, cwd=source.parent, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # no Git here
        return ""
