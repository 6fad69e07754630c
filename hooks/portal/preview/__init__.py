"""The preview: serves the last good build, builds anew on every change, and shows each page its problems in a panel.

The build is a process of its own: no mistake in a page, mkdocs.yml, a template or a hook can end the preview, and changed
hooks are read anew. The panel is added to what is served, never to a file.
"""

import os

VARIABLE = "PORTAL_PREVIEW"  # set for the build of a preview
PREFIX = "/__preview__/"  # what the preview itself serves; no page of the site can lie there


def is_preview() -> bool:
    """Whether this is a preview's build: it shows problems and delivers its pages all the same."""
    return bool(os.environ.get(VARIABLE))
