"""The codes of all problems. Each has a section in CONTRIBUTING.md; an exception may name one."""

CODES = frozenset(
    """
    facts-invalid facts-unreadable fact-unknown fact-unused fact-overdue fact-literal
    front-matter-invalid page-unreadable page-missing page-misplaced page-unpublished nav-invalid nav-missing nav-duplicate nav-omitted
    include-missing placeholder-malformed checklist-item
    link-page-missing link-asset-missing link-anchor-missing link-invalid request-external
    version-unknown version-family version-platform version-differs duration-mismatch
    history-invalid history-order history-missing history-stale
    translation-missing translation-heading translation-id translation-item translation-item-missing translation-step
    translation-admonition translation-table translation-placeholder translation-link translation-image translation-stale
    placeholder-text language-slip pdf-unreadable exception-invalid exception-unused
    """.split()
)
