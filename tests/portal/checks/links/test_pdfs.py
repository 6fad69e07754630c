from io import BytesIO

import pytest
from contexts import site_context
from pikepdf import Array, Dictionary, Name, Pdf
from portal.checks.links import check_links
from portal.site.locate import Locator
from portal.site.pdfs import read_pdfs
from portal.site.site import Site
from portal.sources.page import read_sources


def saved(pdf):
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def link(**goal):
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **goal)


def pdf_with(*addresses):
    with Pdf.new() as pdf:
        for address in addresses:
            pdf.add_blank_page().Annots = Array([link(A=Dictionary(S=Name.URI, URI=address))])
        return saved(pdf)


@pytest.fixture
def problems(write_docs, write_site, tmp_path):
    def check(pdf, docs=None, files=()):
        site = Site(write_site({"admin/checklist.pdf": pdf, "user/index.html": '<p id="a">', **dict(files)}), tmp_path)
        pdfs, _ = read_pdfs(site)
        locator = Locator(site, read_sources(write_docs(docs or {})), {})
        found = check_links(site, site_context(site, locator, "https://portal.example/", pdfs))
        return [(problem.code, str(problem.location), problem.message) for problem in found]

    return check


def test_links_of_a_pdf_that_lead_somewhere_are_fine(problems):
    assert problems(pdf_with("https://portal.example/user/#a", "https://other.example/", "mailto:a@b.example")) == []


def test_a_link_of_a_pdf_that_leads_nowhere_is_told_with_its_page(problems):
    assert problems(
        pdf_with("https://portal.example/user/", "https://portal.example/gone/", "http://other.example/")
    ) == [
        (
            "link-page-missing",
            "site/admin/checklist.pdf",
            "page 2 of the PDF: https://portal.example/gone/ does not exist",
        ),
        ("link-insecure", "site/admin/checklist.pdf", "page 3 of the PDF: http://other.example/ is not encrypted"),
    ]


def test_it_is_told_where_the_page_says_it_from_which_the_pdf_is_made(problems):
    docs = {"de/admin/checklist.md": "# A\n\n[B](../user/index.md#gone)\n"}
    [(code, location, _)] = problems(pdf_with("https://portal.example/user/#gone"), docs)
    assert (code, location) == ("link-anchor-missing", "docs/de/admin/checklist.md:3:5")


def test_what_the_page_of_the_pdf_says_as_well_is_told_there_alone(problems):
    docs = {"de/admin/checklist.md": "# A\n\n[B](webvieww2.md)\n"}
    pdf = pdf_with("https://portal.example/admin/checklist/webvieww2.md")
    found = problems(pdf, docs, {"admin/checklist/index.html": '<a href="webvieww2.md">B</a>'})
    assert [location for code, location, _ in found] == ["docs/de/admin/checklist.md:3:5"]


def test_a_pdf_that_lies_in_docs_is_told_there(write_docs, write_site, tmp_path):
    pdf = pdf_with("https://portal.example/gone/")
    docs = write_docs({"assets/book.pdf": pdf, "de/index.md": ""})
    site = Site(write_site({"assets/book.1a2b3c4d.pdf": pdf, "index.html": ""}), tmp_path)
    locator = Locator(site, read_sources(docs), {}, project=tmp_path)
    [problem] = check_links(site, site_context(site, locator, "https://portal.example/", read_pdfs(site)[0]))
    assert str(problem.location) == "docs/assets/book.pdf"


def pdf_of_two_pages():
    with Pdf.new() as pdf:
        pages = [pdf.add_blank_page(), pdf.add_blank_page()]
        pdf.Root.Dests = Dictionary(intro=Array([pages[0].obj, Name.Fit]))
        away = Dictionary(S=Name.GoToR, F="gone.pdf", D=Array([0, Name.Fit]))
        there = Dictionary(S=Name.GoToR, F="handbuch.pdf", D=Array([0, Name.Fit]))
        pages[1].Annots = Array([link(A=away), link(A=there)])
        return saved(pdf)


def test_a_pdf_that_leads_to_a_file_that_is_not_there_is_told(problems):
    found = problems(pdf_of_two_pages(), files={"admin/handbuch.pdf": pdf_with("https://other.example/")})
    message = "page 2 of the PDF: gone.pdf does not exist"
    assert found == [("link-asset-missing", "site/admin/checklist.pdf", message)]


@pytest.mark.parametrize(
    ("fragment", "there"),
    [
        ("#page=2", True),
        ("#page=2&zoom=50", True),
        ("#zoom=50", True),
        ("#intro", True),
        ("#nameddest=intro", True),
        ("#page=99", False),
        ("#page=0", False),
        ("#page=x", False),
        ("#nameddest=gone", False),
        ("#gone", False),
    ],
)
def test_a_link_into_a_pdf_leads_to_a_page_or_a_name_that_it_has(problems, fragment, there):
    page = f'<a href="/book.pdf{fragment}">Handbuch</a>'
    files = {"book.pdf": pdf_of_two_pages(), "gone.pdf": "", "handbuch.pdf": "", "index.html": page}
    found = problems(pdf_with("https://other.example/"), files=files)
    assert ([code for code, *_ in found if code == "link-anchor-missing"] == []) is there


@pytest.mark.parametrize(
    ("goal", "there"),
    [
        ({"A": Dictionary(S=Name.GoTo, D="intro")}, True),
        ({"A": Dictionary(S=Name.GoTo, D=Name.intro)}, True),
        ({"Dest": Name.intro}, True),
        ({"A": Dictionary(S=Name.Named, N=Name.NextPage)}, True),
        ({"A": Dictionary(S=Name.GoTo, D="gone")}, False),
        ({"Dest": Name.gone}, False),
        ({"Dest": Array([99, Name.Fit])}, False),
        ({}, False),
    ],
)
def test_a_link_to_a_place_in_the_pdf_itself_leads_somewhere(problems, goal, there):
    with Pdf.open(BytesIO(pdf_of_two_pages())) as pdf:
        pdf.pages[1].Annots = Array([link(**goal)])
        content = saved(pdf)
    message = "page 2 of the PDF: a link leads to a place that is not in this PDF"
    dead = [("link-anchor-missing", "site/admin/checklist.pdf", message)]
    assert problems(content) == ([] if there else dead)
