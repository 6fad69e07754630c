"""The preview: serves the last good build, rebuilds on every change, and shows each page's problems in a panel.

The build runs in a separate process, so that no mistake in a page, mkdocs.yml, a template or a hook can end the
preview, and changed hooks are reloaded. The panel is added to responses, never to files.

A preview build delivers pages in spite of errors. The build process marks itself as one by calling ``begin``, which
only the preview and `mkdocs serve` do. An environment variable would not be safe: one left over in a shell would let a
site with errors be published.
"""

import threading

PREFIX = "/__preview__/"  # the preview's own URLs; no page of the site can have one

_began = threading.Event()  # never cleared again


def begin() -> None:
    """Mark this process as building for the preview."""
    _began.set()


def is_preview() -> bool:
    """Whether this process builds for the preview, which delivers pages in spite of problems."""
    return _began.is_set()
