"""Publishes what servers and their visitors read: _headers and _redirects for CDNs, and security.txt (RFC 9116)."""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from portal.checks.security_txt import PATH, security_txt
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import tell
from portal.sources.serving import FILE, Serving, ServingError, headers_file, read_serving, redirects_file

_description: Serving


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the description, and stop before the build where it can't be used."""
    global _description
    try:
        _description = read_serving(Path(config.config_file_path).parent / FILE)
    except ServingError as error:
        tell(error.problems, Path(config.docs_dir).parent)
        raise Abort(in_wanted_words(say("Nothing was built; the last good site is untouched.")))
    return config


@event_priority(-101)  # after static-i18n (-100), and after fingerprint_assets, which stands before it in mkdocs.yml
def on_post_build(config: MkDocsConfig) -> None:
    """Write them, now that every file has its name. Dot folders in docs/ are none of MkDocs' business."""
    if config.plugins["i18n"].building:
        return
    site, prefix = Path(config.site_dir), urlsplit(config.site_url).path or "/"
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    (site / "_headers").write_text(headers_file(_description, paths, prefix), "utf-8")
    (site / "_redirects").write_text(redirects_file(_description, paths, prefix), "utf-8")
    facts = config.extra["project"].facts_file.facts
    if facts and (text := security_txt(facts, config.site_url)):
        (site / PATH).parent.mkdir(exist_ok=True)
        (site / PATH).write_text(text, "utf-8")
