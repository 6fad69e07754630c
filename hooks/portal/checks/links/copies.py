"""Links of pages' copies in Markdown, and of llms.txt: they are full addresses, and lead where those of pages do."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from portal.checks.links.addresses import check_address
from portal.checks.links.targets import Targets
from portal.formats.markdown.links import read_links
from portal.formats.markdown.text import Line, MarkdownText
from portal.formats.markdown.written_links import SourceLink
from portal.problems import Problem
from portal.site.copies import is_copy, page_of
from portal.site.links import Link
from portal.site.page import BuiltPage
from portal.site.resolve import Resolver
from portal.site.site import Site


def check_copies(site: Site, resolver: Resolver, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for each link of a copy that fails, at its place there.

    What the page of the copy links to as well is reported there.
    """
    for path in sorted(filter(is_copy, site.files)):
        page = targets.page(page_of(path)) or BuiltPage(path, "")
        on_page = {_end(resolver, page.path, link.target) for link in page.links}
        for written in _links(site, path):
            target = resolver(path, written.address)
            finding = check_address(Link("a", written.address), target)
            if finding is None and target.kind == "internal":
                # Without its scheme: a page would have to name the file instead of the address, a copy must not.
                finding = targets.check(page, Link("a", written.address), replace(target, scheme=""))
            if finding and _end(resolver, path, written.address) not in on_page:
                location = written.line.location(written.start, written.end)
                yield finding.code.problem(
                    location,
                    finding.message(written.address),
                    finding.hint_for(written.address),
                    subject=finding.subject,
                )


def _links(site: Site, path: str) -> list[SourceLink]:
    file = f"{site.label}/{path}"
    lines = [Line(text, file, number) for number, text in enumerate(site.read(path).split("\n"), 1)]
    return read_links(MarkdownText(lines))


def _end(resolver: Resolver, path: str, address: str) -> tuple[str, str]:
    target = resolver(path, address)
    # Copies encode what Markdown could not hold, such as brackets.
    return (target.path, target.fragment) if target.kind == "internal" else (unquote(address), "")
