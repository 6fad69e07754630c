"""The chart of the durations and the estimator, as readers meet them."""

import io
import re

import pytest
from audit.axe import axe_faults, light_and_dark
from audit.layout import TEXT_TWICE, layout_faults, set_style
from portal.languages import LANGUAGES, published_path
from pypdf import PdfReader

PATH = "admin/duration.md"
BUTTON = {"de": "Dauer schätzen", "en": "Estimate the duration"}
LABEL = {"de": "Anzahl Ihrer Arbeitsplätze", "en": "Number of your workplaces"}
HELP = {"de": "Hilfe und Kontakt", "en": "Help and contact"}
ANSWERS = {
    "de": {
        "600": "600 Arbeitsplätze: ca. 30 Minuten. Das ist eines der Beispiele.",
        "1.200": "1.200 Arbeitsplätze: ca. 60 Minuten.",
        "314": "314 Arbeitsplätze: zwischen 5 und 30 Minuten, etwa 17. Das ist eine Schätzung auf der geraden Linie",
        "1100": "1.100 Arbeitsplätze: zwischen 30 und 60 Minuten, etwa 55.",
        "49": "Für weniger als 50 Arbeitsplätze ist nichts bekannt. Das kleinste Beispiel: 50 Arbeitsplätze, ca. 5",
        "1201": "Für mehr als 1.200 Arbeitsplätze ist nichts bekannt. Das größte Beispiel: 1.200 Arbeitsplätze, ca. 60",
    },
    "en": {
        "600": "600 workplaces: approx. 30 minutes. This is one of the examples.",
        "1,200": "1,200 workplaces: approx. 60 minutes.",
        "314": "314 workplaces: between 5 and 30 minutes, about 17. This is an estimate on the straight line",
        "1100": "1,100 workplaces: between 30 and 60 minutes, about 55.",
        "49": "Nothing is known for fewer than 50 workplaces. The smallest example: 50 workplaces, approx. 5",
        "1201": "Nothing is known for more than 1,200 workplaces. The largest example: 1,200 workplaces, approx. 60",
    },
}
FAULTS = {
    "de": {
        "": "Geben Sie die Anzahl",
        "0": "Für null Arbeitsplätze",
        "-5": "kleiner als null",
        "12,5": "ohne Nachkommastellen",
        "viele": "Das ist keine Zahl",
        "1000000000": "sehr groß",
    },
    "en": {
        "": "Enter the number",
        "0": "With no workplaces",
        "-5": "below zero",
        "12.5": "without decimals",
        "many": "not a number",
        "1000000000": "very large",
    },
}
BOXES = (
    "all => all.map(one => (({left, right, top, bottom}) => ({left, right, top, bottom}))(one.getBoundingClientRect()))"
)


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def page(open_page, language):
    page = open_page(published_path(language, PATH))
    page.locator(".estimator[data-ready]").wait_for()
    return page


def ask(page, language, typed):
    page.get_by_label(LABEL[language]).fill(typed)
    page.get_by_role("button", name=BUTTON[language]).click()


def test_the_estimator_answers_from_the_examples_and_refuses_beyond_them(page, language):
    form = page.locator(".estimator")
    for typed, answer in ANSWERS[language].items():
        ask(page, language, typed)
        form.get_by_role("status").filter(has_text=answer).wait_for()
        assert form.get_by_role("link", name=HELP[language]).is_visible() == (typed in ("49", "1201"))
        assert page.get_by_label(LABEL[language]).get_attribute("aria-invalid") is None


def test_what_is_no_number_of_workplaces_is_said_at_the_field(page, language):
    field = page.get_by_label(LABEL[language])
    for typed, said in FAULTS[language].items():
        ask(page, language, "600")
        page.locator(".calc__result").filter(has_text="600").wait_for()
        ask(page, language, typed)
        error = page.locator(".calc__error").filter(has_text=said)
        error.wait_for()
        assert field.get_attribute("aria-invalid") == "true"
        assert field.get_attribute("aria-describedby").split()[0] == error.get_attribute("id")
        assert field.evaluate("field => field === document.activeElement")
        assert page.locator(".calc__result").text_content() == ""
    ask(page, language, "600")
    page.locator(".calc__result").filter(has_text="600").wait_for()
    assert field.get_attribute("aria-invalid") is None and page.locator(".calc__error").text_content() == ""


def test_keys_alone_are_enough_and_the_same_answer_is_said_again(page, language):
    page.get_by_label(LABEL[language]).focus()
    page.keyboard.type("600")
    page.keyboard.press("Enter")
    result = page.locator(".calc__result")
    result.filter(has_text="30").wait_for()
    before = result.text_content()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "submit"
    page.keyboard.press("Space")
    result.filter(has_text=re.compile("\u00a0$")).wait_for()
    assert result.text_content() == before + "\u00a0"


def test_nothing_is_stored_or_sent(page, language):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    before = page.url, page.evaluate(kept)
    ask(page, language, "600")
    page.locator(".calc__result").filter(has_text="600").wait_for()
    assert [name.partition(".")[0] for name in asked] == ["announce"]
    assert (page.url, page.evaluate(kept)) == before


def test_after_back_field_and_answer_belong_together(page, language):
    ask(page, language, "600")
    page.locator(".calc__result").filter(has_text="600").wait_for()
    page.get_by_role("navigation").get_by_role("link", name=HELP[language]).first.click()
    page.go_back()
    page.locator(".estimator[data-ready]").wait_for()
    field, result = page.get_by_label(LABEL[language]).input_value(), page.locator(".calc__result").text_content()
    assert (field, bool(result)) in (("", False), ("600", True))


# Answers differ in words from language to language, and words in their layout alone, which is read in all.
EACH_ANSWER = {("de", 320), ("en", 1280)}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_and_layout_find_nothing_in_any_state(page, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    for typed in ("600", "314", "1201", *FAULTS[language]):
        ask(page, language, typed)
        page.locator(".calc__error, .calc__result").filter(has_text=re.compile(r"\S")).first.wait_for()
        assert layout_faults(page) == [], typed
        if (language, width) in EACH_ANSWER:  # which changes nothing but the form
            assert axe_faults(page, ".estimator") == [], typed
    assert light_and_dark(page, "article") == []
    if width == 1280:  # narrower, the frame's own words need more
        set_style(page, TEXT_TWICE)
        assert layout_faults(page) == []


def test_without_javascript_there_are_the_table_the_chart_and_a_sentence(open_page, language):
    page = open_page(published_path(language, PATH), java_script_enabled=False)
    assert page.locator(".estimator").is_hidden() and page.locator(".calc-without").is_visible()
    assert page.locator("article table").is_visible() and page.locator(".chart svg").is_visible()


def test_with_javascript_the_sentence_for_those_without_is_gone(page):
    assert page.locator(".calc-without").is_hidden()


def test_the_chart_has_a_name_and_says_what_it_shows(page, language):
    chart = page.get_by_role("img", name={"de": "Beispiele für die Dauer", "en": "Examples of how long"}[language])
    described = page.locator(f"#{chart.get_attribute('aria-describedby')}").text_content()
    cells = page.locator("article table").first.locator("td").all_inner_texts()
    numbers = [cell.split()[0] if cell[0].isdigit() else cell.split()[1] for cell in cells]
    assert (
        len(numbers) == 6 and [number for number in numbers if number not in described.replace(":", "").split()] == []
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_words_of_the_chart_keep_their_size_and_lie_on_nothing(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    texts = page.locator(".chart text")
    assert {text.evaluate("text => getComputedStyle(text).fontSize") for text in texts.all()} == {"15px"}
    boxes = texts.evaluate_all(BOXES)
    points = page.locator(".chart circle").evaluate_all(BOXES)
    assert len(boxes) == 8 and len(points) == 3
    for place, box in enumerate(boxes):
        assert box["left"] >= 0 and box["right"] <= width
        assert not any(overlap(box, other) for other in (*boxes[place + 1 :], *points))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_shapes_of_the_chart_stand_out(page, scheme):
    page.emulate_media(color_scheme=scheme)
    paper = luminance(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    words = {luminance(one.evaluate("one => getComputedStyle(one).fill")) for one in page.locator(".chart text").all()}
    shapes = {luminance(page.locator(".chart__line").first.evaluate("one => getComputedStyle(one).stroke"))}
    assert min(contrast(one, paper) for one in words) >= 4.5  # WCAG 2.2, 1.4.3
    assert min(contrast(one, paper) for one in shapes) >= 3  # 1.4.11


def luminance(colour):
    """Return the relative luminance of rgb(…), as WCAG 2.2 defines it."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def overlap(one, two):
    across = one["left"] < two["right"] and two["left"] < one["right"]
    return across and one["top"] < two["bottom"] and two["top"] < one["bottom"]


def test_a_contrast_mode_and_paper_show_the_chart(page):
    stroke = "line => getComputedStyle(line).stroke"
    line = page.locator(".chart__line").first
    page.emulate_media(forced_colors="active", color_scheme="dark")
    text = page.locator(".chart text").first.evaluate("text => getComputedStyle(text).fill")
    assert line.evaluate(stroke) == text == page.evaluate("getComputedStyle(document.body).color")
    page.emulate_media(media="print", forced_colors="none")
    assert line.evaluate(stroke) == "rgb(0, 0, 0)" and line.is_visible()
    assert page.locator(".estimator").is_hidden()
    paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(paper.pages) <= 2


def test_only_the_page_with_the_estimator_loads_its_script(site):
    with_script = {path for path, page in site.pages.items() if "/duration." in page.html}
    assert with_script == {f"{published_path(one, PATH)}index.html" for one in LANGUAGES}
