"""No false positives on realistic texts, no false negatives on planted errors. Each file has one case per line.

Separated by tabs, clean.tsv has language and text; faults.tsv language, code, the words that the report points at, and
text. ↵ stands for a line break. All checks of a page look at each case, as it is written and as it is built; and at the
slips that the overview of elements shows editors.
"""

import re
from pathlib import Path

import pytest
from contexts import facts_context, site_context
from markdown import Markdown
from mkdocs.config import load_config
from portal.checks.leftovers import check_leftovers
from portal.checks.links import check_links
from portal.checks.links.texts import LINK_TEXT
from portal.checks.literals import ADDRESS_LITERAL
from portal.checks.table import CHECKS
from portal.formats.icons import theme_icons
from portal.publishing.code_blocks import CodeExtension
from portal.publishing.footnotes import FootnoteExtension
from portal.publishing.icons import IconExtension
from portal.site.locate import Locator
from portal.site.site import Site
from portal.sources.facts_file import read_facts
from portal.sources.page import parse_source
from portal.sources.project import Project

CORPUS = Path(__file__).parents[1] / "corpus"
OF_A_PAGE = [check for check in CHECKS if check.scope in ("source", "page")]


def cases(name):
    lines = (CORPUS / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="session")
def facts(project):
    return read_facts(project / "docs/facts.yml").facts


@pytest.fixture(scope="session")
def terms(project):
    return Project(project / "docs").terms


@pytest.fixture(scope="session")
def markdown(project):
    config = load_config(str(project / "mkdocs.yml"))
    own = [FootnoteExtension(), CodeExtension(), IconExtension(theme_icons())]  # hooks add these
    return Markdown(extensions=[*config.markdown_extensions, *own], extension_configs=config.mdx_configs)


@pytest.fixture
def told(project, facts, terms, markdown, write_site, monkeypatch):
    """Return a function that publishes a text and returns what is reported: each code, with the words it points at."""

    def find(language, text):
        page = f"# Titel\n\n{text}\n".replace("↵", "\n")
        source = parse_source(project / "docs", language, "user/case.md", page)
        monkeypatch.setattr(Project, "sources", (source,))
        monkeypatch.setattr(Project, "terms", terms)  # one reading for all cases
        context = facts_context(project / "docs", facts=facts)
        html = markdown.reset().convert(source.text)
        site = Site(write_site({source.site_path: f"<body><main><article>{html}</article></main>"}))
        found = [problem for check in OF_A_PAGE for problem in check.find(context)]
        built = site_context(site, Locator(site, [source], facts.values), facts=facts)
        found += check_leftovers(site, built)
        # The other pages are not here, so that links fail; literal addresses are tested elsewhere.
        found += (problem for problem in check_links(site, built) if problem.code == LINK_TEXT)
        return [(one.code, _words(source, one.location)) for one in found if one.code != ADDRESS_LITERAL]

    return find


def _words(source, location):
    line = next(line.text for line in source.lines if line.number == location.line)
    return line[location.column - 1 : location.column - 1 + location.length]


def test_the_corpus_is_large():
    assert len(set(cases("clean.tsv"))) >= 1000
    assert len(set(cases("faults.tsv"))) >= 400


@pytest.mark.parametrize(("language", "text"), cases("clean.tsv"))
def test_a_realistic_text_is_not_reported(told, language, text):
    assert told(language, text) == []


@pytest.mark.parametrize(("language", "code", "words", "text"), cases("faults.tsv"))
def test_a_planted_error_is_reported_where_it_stands(told, language, code, words, text):
    assert (code, words) in told(language, text)


# The overview of elements: a list item is a slip, what is wrong with it, and the code in brackets.
GUIDES = {"de": "ELEMENTS.de.md", "en": "ELEMENTS.md"}
SLIP = re.compile(r"^- (`+) ?(.+?) ?(?<!`)\1(?!`).*?\(`([a-z-]+)`\)$", re.MULTILINE | re.DOTALL)


def guide(language):
    return (Path(__file__).parents[2] / "hooks" / GUIDES[language]).read_text("utf-8")


SLIPS = [(language, code, slip) for language in GUIDES for _, slip, code in SLIP.findall(guide(language))]


def test_both_overviews_show_the_same_elements():
    assert [code for language, code, _ in SLIPS if language == "de"] == [
        code for language, code, _ in SLIPS if language == "en"
    ]
    for language in GUIDES:
        assert guide(language).count("\n- `") == sum(one == language for one, *_ in SLIPS) >= 25


@pytest.mark.parametrize(("language", "code", "text"), SLIPS)
def test_a_slip_that_editors_are_warned_of_is_reported(told, language, code, text):
    assert code in {found for found, _ in told(language, text)}
