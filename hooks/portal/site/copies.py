"""Which files of a site are copies of pages in Markdown, or list them."""

LIST = "llms.txt"  # llmstxt.org


def copy_of(page: str) -> str:
    """Return where the copy of a page is published: ``admin/book/index.md`` beside ``admin/book/index.html``."""
    return page.removesuffix(".html") + ".md"


def page_of(path: str) -> str:
    """Return the page that a copy is of, which need not be there."""
    return path.removesuffix(".md") + ".html"


def is_copy(path: str) -> bool:
    """Whether a file of the site is such a copy, or the list of them."""
    return path == LIST or f"/{path}".endswith("/index.md")
