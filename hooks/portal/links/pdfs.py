"""Links inside PDFs: they are held to the same rules as those of pages."""

from collections.abc import Iterable, Iterator

from portal.links.addresses import check_address
from portal.links.resolve import Resolver
from portal.links.targets import Targets
from portal.locate import Locator
from portal.messages import say
from portal.pages import BuiltPage, Link
from portal.pdfs import Pdf
from portal.problems import Problem


def check_pdfs(pdfs: Iterable[Pdf], locator: Locator, resolver: Resolver, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for each link of a PDF that fails, at its place in the page that the PDF is made from."""
    for pdf in pdfs:
        page = BuiltPage(pdf.path.removesuffix(".pdf") + "/index.html", "")  # the checklist's PDF lies beside its page
        for number, address in dict.fromkeys(pdf.links):
            link, target = Link("a", address), resolver(pdf.path, address)
            finding = check_address(link, target)
            if finding is None and target.kind == "internal":
                finding = targets.check(page, link, target)
            if finding:
                place, written = locator.pdf_link(pdf.path, page, address, target.path)
                message = say("page {number} of the PDF: {problem}", number=number, problem=finding.message(written))
                yield Problem(
                    finding.code, place, message, finding.hint_for(written), "error", (pdf.path,), finding.subject
                )
