"""The preview: serves the last good build, builds anew on every change, and shows each page its problems in a panel.

The build is a process of its own: no mistake in a page, mkdocs.yml, a template or a hook can end the preview, and
changed hooks are read anew. The panel is added to what is served, never to a file.

A preview's build delivers pages with faults. That it is one it learns by a call in its own process (``begin``), which
only the preview and `mkdocs serve` make. No variable of the environment says so: one that was left over in somebody's
shell would let a site with faults be published.
"""

import threading

PREFIX = "/__preview__/"  # what the preview itself serves; no page of the site can lie there

_began = threading.Event()  # set once, and never again cleared


def begin() -> None:
    """Say that what this process builds is for a preview."""
    _began.set()


def is_preview() -> bool:
    """Whether this is a preview's build: it shows problems and delivers its pages all the same."""
    return _began.is_set()
