"""Blocks of code: colours, titles, line numbers, the button that copies, and the box that scrolls."""

import pytest

CODE = """def status(name):  # [x](y.md)
    return f"{name}: 42" if name else None  # eine Zeile so lang, dass sie scrollen muss"""
RECORD = """const write = navigator.clipboard.writeText.bind(navigator.clipboard);
navigator.clipboard.writeText = (text) => { window.copied = text; return write(text); };"""
BLOCK_CLIPBOARD = (
    """Object.defineProperty(navigator, "clipboard", {value: {writeText: () => Promise.reject(new Error())}})"""
)


@pytest.mark.parametrize(
    ("language", "name", "reply"), [("de", "Code kopieren", "Kopiert"), ("en", "Copy code", "Copied")]
)
def test_a_button_copies_the_code_without_its_numbers_and_says_so(sample, english_sample, language, name, reply):
    page = (sample if language == "de" else english_sample)(permissions=["clipboard-write"])
    page.evaluate(RECORD)
    first = page.locator(".highlight").first
    button = first.get_by_role("button")
    assert button.inner_text() == name
    assert button.get_attribute("aria-label").startswith(f"{name}: ")
    button.focus()
    page.keyboard.press("Enter")
    first.get_by_role("status").get_by_text(reply).wait_for()
    copied = page.evaluate("window.copied")
    assert copied == page.locator(".highlight code").first.evaluate("one => one.textContent.trimEnd()")
    assert language == "en" or copied == CODE
    page.locator(".highlight").nth(1).get_by_role("button", name=name, exact=True).click()
    page.locator(".highlight").nth(1).get_by_role("status").get_by_text(reply).wait_for()
    assert first.get_by_role("status").inner_text() == ""


def test_where_the_clipboard_is_refused_the_code_is_selected(sample):
    page = sample()
    page.evaluate(BLOCK_CLIPBOARD)
    page.locator(".highlight").first.get_by_role("button").click()
    page.get_by_text("Nicht kopiert, aber markiert").wait_for()
    assert page.evaluate("getSelection().toString().trimEnd()") == CODE


def test_the_button_moves_nothing_when_it_arrives(sample):
    tops = [
        page.locator(".highlight > pre").evaluate_all(
            "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
        )
        for page in (_without_button(sample), sample())
    ]
    assert tops[0] == tops[1]


def _without_button(sample):
    page = sample()
    page.locator(".code-copy").evaluate_all("all => all.forEach(one => one.remove())")
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_numbers_and_colours_need_no_script(sample, scripts):
    page = sample(java_script_enabled=scripts)
    number = page.locator("[data-linenos]").nth(1)
    assert number.evaluate("one => getComputedStyle(one, '::before').content") == '"2 "'
    assert page.locator(".highlight .filename").inner_text() == "Beispiel: status.py"
    colours = page.locator(".highlight code :is(.k, .nf, .c1, .n)").evaluate_all(
        "all => all.map(one => getComputedStyle(one).color)"
    )
    assert len(set(colours)) == 4
    assert page.get_by_role("button", name="Code kopieren").count() == (4 if scripts else 0)


def test_code_scrolls_in_a_region_named_after_its_title(sample):
    page = sample(width=320)
    region = page.get_by_role("region", name="Beispiel: status.py")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert page.locator(".highlight > pre").last.get_attribute("tabindex") is None  # it fits


def test_a_block_within_a_list_or_a_quote_stands_there(sample):
    page = sample()
    assert page.locator("ol > li > .highlight").count() == 2
    assert page.locator("blockquote > .highlight .gi").inner_text() == "+ two"
    assert page.locator(".prose p .highlight").count() == 0


def test_lines_are_marked_without_colour_too(sample):
    page = sample(forced_colors="active")
    assert page.locator(".hll").first.evaluate("one => getComputedStyle(one).borderLeftWidth") == "3px"


def test_paper_has_the_whole_code_and_no_button(sample):
    page = sample(width=320)
    page.emulate_media(media="print")
    assert page.locator(".code-copy").filter(visible=True).count() == 0
    assert page.locator(".highlight > pre").first.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_only_pages_with_code_load_its_script(sample_site):
    def scripts(path):
        html = (sample_site / path / "index.html").read_text("utf-8")
        return [name for name in ("code", "scrolling") if f"javascripts/{name}." in html]

    assert scripts("user/elements") == scripts("en/user/elements") == ["code", "scrolling"]
    assert scripts("user/notice") == ["scrolling"]
    assert scripts("user") == scripts("admin/checklist") == []
