"""Links: every internal address of the built site leads where it says, and no page makes a browser ask another host."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from portal.checks.context import SiteContext
from portal.checks.links.addresses import LINK_INSECURE, LINK_INVALID, Finding, check_address
from portal.checks.links.codes import (
    LINK_ANCHOR_MISSING,
    LINK_ASSET_MISSING,
    LINK_CASE,
    LINK_PAGE_MISSING,
    REDIRECT_BROKEN,
    REQUEST_EXTERNAL,
)
from portal.checks.links.copies import check_copies
from portal.checks.links.crossings import LINK_LANGUAGE, LINK_VIEW, check_crossing, where_of
from portal.checks.links.files import check_files
from portal.checks.links.orphans import PAGE_UNREACHABLE, check_orphans
from portal.checks.links.pdfs import check_pdfs
from portal.checks.links.targets import Targets
from portal.checks.links.texts import LINK_TEXT, check_text
from portal.checks.literals import ADDRESS_LITERAL
from portal.formats.xml import FILE_UNREADABLE
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.pdfs import Pdf
from portal.site.resolve import Resolver, Target, address_of, below
from portal.site.site import Site

ID_DUPLICATE = Code(
    "id-duplicate",
    why=say("A link finds only the first element with an id, and screen readers confuse them."),
    fix=say("Give each element an id of its own."),
    example=say("more than one element has the id {id}", id="changes"),
)

LINK_CODES = (
    LINK_PAGE_MISSING,
    LINK_ASSET_MISSING,
    LINK_ANCHOR_MISSING,
    LINK_CASE,
    LINK_INVALID,
    LINK_INSECURE,
    LINK_TEXT,
    LINK_VIEW,
    LINK_LANGUAGE,
    ADDRESS_LITERAL,
    FILE_UNREADABLE,
    ID_DUPLICATE,
    PAGE_UNREACHABLE,
    REDIRECT_BROKEN,
    REQUEST_EXTERNAL,
)
# Faults that other links to the same address need not have: the text is a link's own, and so is what marks a switch.
OF_ONE_LINK = (LINK_TEXT, LINK_VIEW, LINK_LANGUAGE)
# Their hints say what a page may write: the way from its file to another's.
WRITTEN_FOR_A_PAGE = (LINK_PAGE_MISSING,)


def check_links(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each link that fails, misleads or asks another host: of pages, copies, files and PDFs.

    A fault that is in no source, but in what a template writes into every page, is reported once, with the pages.
    """
    locator, resolver, pdfs = context.locator, context.resolver, context.pdfs
    checker = _Checker(site, locator, resolver, pdfs)
    yield from report_once((problem for page in site.pages.values() for problem in checker.check(page)), locator)
    yield from check_orphans(site, checker.reached, locator)
    yield from check_files(site, locator, resolver, pdfs)
    yield from check_pdfs(pdfs, locator, resolver, checker.targets)
    yield from check_copies(site, resolver, checker.targets)


class _Checker:
    """Checks the links of pages one by one, and remembers which page leads to which."""

    def __init__(self, site: Site, locator: Locator, resolver: Resolver, pdfs: Iterable[Pdf]) -> None:
        self._site, self._locator, self._resolve = site, locator, resolver
        self.targets = Targets(site, locator, resolver, pdfs)
        # Where the links lead that are known to be sound: menus repeat on every page.
        self._sound: dict[tuple[object, ...], str] = {}
        self.reached: dict[str, set[str]] = {}

    def check(self, page: BuiltPage) -> Iterator[Problem]:
        """Yield the problems of a page's links, ids and redirect."""
        by_fault: dict[tuple[str, Location, str], Problem] = {}
        for _, problem in sorted(self._of_links(page), key=lambda one: not one[0]):
            by_fault.setdefault((problem.code, problem.location, problem.message), problem)
        yield from by_fault.values()
        yield from (problem for _, problem in self._check_redirect(page))
        for name in page.repeated_ids:
            yield self._repeated(page, name)

    def _of_links(self, page: BuiltPage) -> Iterator[tuple[bool, Problem]]:
        """Yield the problems of a page's links, and of each whether its link is the one that is written at its place.

        Else it is of one that leads to the same: a template's, whose text and address say less of what is meant there.
        """
        reached, known, where = self.reached.setdefault(page.path, set()), set(), where_of(page.path)
        for link in page.links:
            alike = (*below(page.path, link.target), link.tag, link.rel, link.name, link.hreflang, link.switches, where)
            if alike in self._sound and not page.base:
                reached.add(self._sound[alike])
            elif not _is_checked_elsewhere(link):
                target = self._resolve(page.path, link.target, page.base)
                leads = target.path if link.tag in ("a", "area") else ""
                reached.add(leads)
                findings = list(self._findings(page, link, target))
                if not findings and not link.target.startswith(("#", "?")):
                    self._sound[alike] = leads
                for finding in findings:
                    fault = (finding.code, link.tag, link.target, link.name if finding.code in OF_ONE_LINK else None)
                    if fault not in known:  # the places of an address are those of all links to it
                        known.add(fault)
                        yield from self._problems(page, link, target, finding)

    def _check_redirect(self, page: BuiltPage) -> Iterator[tuple[bool, Problem]]:
        if page.head.refresh is not None:
            target = self._resolve(page.path, page.head.refresh, page.base)
            self.reached[page.path].add(target.path)
            if finding := self.targets.check_redirect(page, target):
                yield from self._problems(page, Link("meta", page.head.refresh), target, finding)

    def _findings(self, page: BuiltPage, link: Link, target: Target) -> Iterator[Finding]:
        if wrong := check_address(link, target):
            yield wrong
        elif target.kind == "internal":
            if missing := self.targets.check(page, link, target):
                yield missing
            elif target.path in self._site.pages and (crossing := check_crossing(page.path, link, target.path)):
                yield crossing
        if text := check_text(link):
            yield text

    def _problems(
        self, page: BuiltPage, link: Link, target: Target, finding: Finding
    ) -> Iterator[tuple[bool, Problem]]:
        by_name, at_text = finding.code in OF_ONE_LINK, finding.code == LINK_TEXT
        for location, words in self._locator.link(page, link, target.path, by_name=by_name, at_text=at_text):
            written = words if self._locator.in_source(location) or not target.path else address_of(target.path)
            hint = self._hint(page, link, location, finding, written)
            message, pages = finding.message(written), (page.path,)
            problem = finding.code.problem(location, message, hint, pages=pages, subject=finding.subject)
            yield unescape(words) == link.target, problem

    def _hint(self, page: BuiltPage, link: Link, location: Location, finding: Finding, written: str) -> str:
        """Return the hint of a finding, where it is right at the place of the report."""
        hint = finding.hint_for(written)
        if hint and (self._locator.in_page(location) or finding.code not in WRITTEN_FOR_A_PAGE):
            return hint
        name = posixpath.basename(re.split("[?#]", link.target)[0].rstrip("/"))
        elsewhere = not self._locator.in_source(location) and not self._locator.writes(page, name)
        return say("no page writes this; look for it in the templates and mkdocs.yml") if elsewhere else ""

    def _repeated(self, page: BuiltPage, name: str) -> Problem:
        location = self._locator.id(page, name)
        hint = say("give each its own; a link finds only the first")
        return ID_DUPLICATE.problem(
            location, say("more than one element has the id {id}", id=name), hint, pages=(page.path,)
        )


def _is_checked_elsewhere(link: Link) -> bool:
    """Whether another check reports a link: an unknown placeholder, or what portal.checks.seo looks at."""
    return "{{" in link.target or (
        link.tag == "link" and not link.loads and bool(link.hreflang or link.rel == "canonical")
    )


def report_once(problems: Iterable[Problem], locator: Locator) -> Iterator[Problem]:
    """Yield problems in pages as they are, and those of what writes into many pages once, with all of these."""
    by_fault: dict[tuple[str, str, Location | None], list[Problem]] = defaultdict(list)
    for problem in problems:
        if locator.in_page(problem.location):
            yield problem
        else:
            location = problem.location if locator.in_source(problem.location) else None
            by_fault[problem.code, problem.message, location].append(problem)
    for same in by_fault.values():
        pages = dict.fromkeys(page for problem in same for page in problem.pages)
        hints = {problem.hint for problem in same}
        hint = hints.pop() if len(hints) == 1 else ""
        yield replace(same[0], hint=hint, pages=tuple(pages))
