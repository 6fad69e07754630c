"""The checklist without scripts, before they run, and on paper."""

import io
import re
import time
from urllib.parse import urljoin

import pypdfium2
import pytest
from audit.checklist import CHANGED, COPY, IDS, LANGUAGES, PAGE, RESET, STORED, WIDTHS, age, change_text, tick
from pypdf import PdfReader

# ---- Without scripts, and before they run --------------------------------------------------------------------------


@WIDTHS
@LANGUAGES
def test_without_javascript_the_printed_boxes_stay_and_nothing_dead_is_shown(open_page, language, width):
    page = open_page(PAGE[language], width, java_script_enabled=False)
    assert page.locator(".checklist > li > span.checklist__box:visible").count() == 8
    assert page.locator(".checklist-tools").bounding_box() is None  # no gap, either
    assert page.locator("article").locator("input, button, progress, dialog").locator("visible=true").count() == 0


def test_where_the_module_does_not_arrive_nothing_dead_is_shown(open_page, chromium):
    context = chromium.new_context()
    context.route("**/checklist.*.js", lambda route: route.abort())
    page = open_page(PAGE["de"], context=context)
    assert page.locator("article").locator("input, button, progress, dialog").locator("visible=true").count() == 0
    assert page.locator("span.checklist__box:visible").count() == 8
    context.close()


@WIDTHS
def test_nothing_moves_while_the_page_loads(open_page, width):
    page = open_page(PAGE["de"], width)
    tick(page, "requirements", "date")
    change_text(page.context, PAGE["de"], "sind erfüllt, auch", "sind erfüllt, und")
    page.context.route("**/checklist.*.js", lambda route: time.sleep(0.5) or route.continue_())  # a slow line
    page.reload()
    assert page.locator(".checklist__changed").is_visible()
    page.wait_for_load_state("networkidle")
    shift = page.evaluate("""new Promise(done => {
        let sum = 0;
        const inArticle = ({ node }) => node?.parentElement?.closest("article");
        const count = ({ value, sources }) => { sum += sources.some(inArticle) ? value : 0; };
        new PerformanceObserver(list => list.getEntries().forEach(count))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
    })""")
    assert shift < 0.01


@pytest.mark.parametrize("asset", [r"checklist\.\w{8}\.js", r"checklist-state\.\w{8}\.js"])
def test_only_the_checklist_loads_its_scripts(build, asset):
    pages = {str(path.relative_to(build[0])): path.read_text("utf-8") for path in build[0].rglob("*.html")}
    assert sorted(name for name, html in pages.items() if re.search(f'/{asset}"', html)) == [
        "admin/checklist/index.html",
        "en/admin/checklist/index.html",
    ]


# ---- Print ---------------------------------------------------------------------------------------------------------


def printed(page):
    return page.pdf(format="A4", print_background=False)


def pixels(pdf):
    """Return the first page as paper shows it."""
    return bytes(pypdfium2.PdfDocument(pdf)[0].render(scale=1).buffer)


@LANGUAGES
@pytest.mark.parametrize("script", [True, False], ids=["ticked", "no-script"])
def test_print_is_a_clean_sheet_of_at_most_two_pages(open_page, language, script):
    page = open_page(PAGE[language], color_scheme="dark", java_script_enabled=script)
    if script:
        tick(page, *IDS)
        age(page, language, "date")
    titles = page.locator(".checklist > li strong:first-child").all_inner_texts()
    reader = PdfReader(io.BytesIO(printed(page)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert len(reader.pages) <= 2
    assert len(titles) >= 9 and [title for title in titles if title not in text] == []
    unwanted = [COPY[language], RESET[language], STORED[language], CHANGED, page.locator(".views__switch").inner_text()]
    assert [words for words in unwanted if words in text] == []
    page.emulate_media(media="print")
    hidden = "nav, header a[hreflang], dialog, button, progress, .checklist-tools, .checklist__changed, [role=search]"
    assert page.locator(hidden).locator("visible=true").count() == 0
    assert page.locator(".checklist__box:visible").count() == 8


@LANGUAGES
def test_print_shows_the_address_of_every_link(open_page, language):
    page = open_page(PAGE[language])
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    hrefs = page.locator("article a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    addresses = [href if href.startswith("http") else urljoin(canonical, href) for href in hrefs]
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed(page))).pages)
    assert any(address.startswith("https://help.example/") for address in addresses)
    assert [address for address in addresses if f"({address})" not in "".join(text.split())] == []


def test_print_shows_the_ticks_as_they_stand(open_page):
    page = open_page(PAGE["de"])
    blank = pixels(printed(page))
    assert pixels(printed(page)) == blank
    tick(page, "requirements")
    assert pixels(printed(page)) != blank
