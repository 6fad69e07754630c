"""Publishes _headers and _redirects for CDNs, security.txt (RFC 9116) and robots.txt (RFC 9309)."""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_types import address_of, i18n_of, project_of, site_of
from portal.checks.security_txt import PATH, security_txt
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import report_problems
from portal.publishing.content_networks import headers_file, redirects_file
from portal.publishing.robots import PATH as ROBOTS
from portal.publishing.robots import robots_txt
from portal.sources.serving import FILE, Serving, ServingError, read_serving


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read deploy/serving.yml once, and abort the build if it is invalid."""
    if i18n_of(config).building:
        return config
    try:
        config.extra["serving"] = read_serving(Path(config.config_file_path).parent / FILE)
    except ServingError as error:
        report_problems(error.problems, Path(config.docs_dir).parent)
        raise Abort(in_wanted_words(say("Nothing was built; the last good site is untouched."))) from error
    return config


@event_priority(-101)  # after static-i18n (-100), and after fingerprint_assets, which precedes it in mkdocs.yml
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, now that every asset has its final name. MkDocs ignores dot folders in docs/."""
    if i18n_of(config).building:
        return
    site, prefix = site_of(config), urlsplit(address_of(config)).path or "/"
    serving: Serving = config.extra["serving"]
    made = {
        "_headers": headers_file(serving, site.files, prefix),
        "_redirects": redirects_file(serving, site.files, prefix),
    }
    facts = project_of(config).facts_file.facts
    if facts and (text := security_txt(facts, address_of(config))):
        made[PATH] = text
    if text := robots_txt(address_of(config)):
        made[ROBOTS] = text
    for path, text in made.items():
        site.write(path, text.encode("utf-8"))
