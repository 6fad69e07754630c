"""Shows the glossary of shared/terms.md on its page, and links the first mention of each term on the others."""

import posixpath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import add_extension, project_of, translated
from portal.publishing.terms import TermExtension
from portal.sources.glossary import PAGE, PASSAGE

EXTENSION = TermExtension()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, EXTENSION)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension the glossary of the page that is rendered next."""
    language, path = translated(page.file).locale, translated(page.file).norm_src_uri
    project = project_of(config)
    passage = f"{project.docs.name}/{language}/{PASSAGE}"
    EXTENSION.shows = any(line.file == passage for line in project.page(language, path).lines)
    has_page = project.find(language, PAGE) is not None
    EXTENSION.address = posixpath.relpath(PAGE, posixpath.dirname(path) or ".") if has_page else ""
    EXTENSION.terms = project.glossary(language)
    return markdown
