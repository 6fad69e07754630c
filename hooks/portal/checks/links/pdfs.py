"""Links inside PDFs: they are held to the same rules as those of pages."""

from collections.abc import Iterable, Iterator

from portal.checks.links.addresses import Finding, check_address
from portal.checks.links.codes import LINK_ANCHOR_MISSING
from portal.checks.links.targets import Targets
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.pdfs import NOWHERE, Pdf
from portal.site.resolve import Resolver, Target

DEAD = Finding(
    LINK_ANCHOR_MISSING,
    lambda _: say("a link leads to a place that is not in this PDF"),
    say("make the PDF anew from its source, with that link mended"),
)


def check_pdfs(pdfs: Iterable[Pdf], locator: Locator, resolver: Resolver, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for each link of a PDF that fails, at its place in the page that the PDF is made from.

    What that page links to as well is told there.
    """
    for pdf in pdfs:
        path = pdf.path.removesuffix(".pdf") + "/index.html"  # the checklist's PDF lies beside its page
        page = targets.page(path) or BuiltPage(path, "")
        on_page = {_end(link.target, resolver(path, link.target, page.base)) for link in page.links}
        for number, address in dict.fromkeys(pdf.links):
            link, target = Link("a", address), resolver(pdf.path, address)
            finding = DEAD if address == NOWHERE else check_address(link, target)
            if finding is None and target.kind == "internal":
                finding = targets.check(page, link, target)
            if finding and _end(address, target) not in on_page:
                location, written = locator.pdf_link(pdf.path, page, address, target.path)
                if not locator.in_source(location) and (file := targets.file_of(pdf.path)):
                    location = Location(file)
                message = say("page {number} of the PDF: {problem}", number=number, problem=finding.message(written))
                hint = finding.hint_for(written)
                yield finding.code.problem(location, message, hint, pages=(pdf.path,), subject=finding.subject)


def _end(address: str, target: Target) -> tuple[str, str]:
    """Return where an address leads, the same for all ways to write it."""
    return (target.path, target.fragment) if target.kind == "internal" else (address, "")
