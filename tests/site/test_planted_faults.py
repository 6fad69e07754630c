"""The tests' own machinery: each kind of fault, planted in a page that has no other, is caught."""

import pytest
from audit.axe import axe_faults
from audit.controls import blank_controls, dead_controls
from audit.focus import focus_faults
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from audit.printed import print_faults

WIDE = "<table><tr><th>A</th><th>B</th></tr><tr><td>one</td><td>two</td></tr></table>"
ICON = '<button type="button" aria-label="Menu"><span class="icon"></span></button>'


def test_a_clean_page_has_no_fault_in_the_browser(plant):
    page = plant()
    assert axe_faults(page) + focus_faults(page) + dead_controls(page) + print_faults(page) == []
    for width, style in ((320, ""), (640, ""), (1280, TEXT_TWICE), (320, TEXT_SPACING)):
        page.set_viewport_size({"width": width, "height": 900})
        set_style(page, style)
        assert layout_faults(page) == []
    assert page.watch.faults() == []


# ---- What axe calls wrong or cannot decide -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "fault", "css"),
    [
        ("image-alt", '<img src="favicon.ico">', ""),
        ("color-contrast", '<p class="pale">Hardly to be read</p>', ".pale { color: #999; }"),
        ("label", '<input type="text">', ""),
        ("button-name", '<button type="button"></button>', ""),
        ("link-name", '<a href="#content"></a>', ""),
        ("heading-order", "<h4>Three levels down</h4>", ""),
        ("aria-valid-attr-value", '<p role="checkbox" aria-checked="perhaps" tabindex="0">Item</p>', ""),
        ("tabindex", '<a href="#content" tabindex="3">First</a>', ""),
        ("list", "<ul><p>No item</p></ul>", ""),
        (
            "target-size",
            '<button class="small">a</button><button class="small">b</button>',
            ".small { all: unset; font-size: 8px; }",
        ),
        ("valid-lang", '<p lang="deutsch-xx-none">Was?</p>', ""),
    ],
)
def test_axe_catches(plant, rule, fault, css):
    assert any(f"axe violations: {rule}:" in fault for fault in axe_faults(plant(fault, css=css)))


def test_what_axe_cannot_decide_is_a_fault(plant):
    css = ".shaded { background: linear-gradient(#fff, #000); }"
    assert "axe incomplete: color-contrast" in str(axe_faults(plant('<p class="shaded">On a gradient</p>', css=css)))


def test_axe_looks_at_the_part_that_it_is_given(plant):
    page = plant('<img src="favicon.ico">')
    assert axe_faults(page, "nav") == []


# ---- Layout --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "fault", "css"),
    [
        ("reaches beyond the screen", '<p class="wide">Wide</p>', ".wide { width: 30rem; }"),
        (
            "no named region",
            f'<div class="scroll">{WIDE}</div>',
            ".scroll { overflow-x: auto; } table { width: 40rem; }",
        ),
        (
            "no named region",
            '<div class="scroll" role="region" aria-label="Text" tabindex="0"><p>Text</p></div>',
            ".scroll { overflow-x: auto; } p { width: 40rem; }",
        ),
    ],
)
def test_a_page_wider_than_320_pixels_is_caught(plant, said, fault, css):
    assert said in str(layout_faults(plant(fault, css=css, width=320)))


def test_a_table_that_scrolls_in_a_named_region_is_none(plant):
    region = f'<div class="scroll" role="region" aria-label="Versions" tabindex="0">{WIDE}</div>'
    assert layout_faults(plant(region, css=".scroll { overflow-x: auto; } table { width: 40rem; }", width=320)) == []


@pytest.mark.parametrize("style", [TEXT_SPACING, TEXT_TWICE], ids=["text spacing", "text twice as large"])
def test_text_that_has_no_room_to_grow_is_caught(plant, style):
    css = ".tight { width: 4.5em; height: 20px; font-size: 1rem; "
    css += "overflow: hidden; white-space: nowrap; line-height: 20px; }"
    page = plant('<p class="tight">Sentence</p>', css=css.replace("4.5em", "84px"))
    assert layout_faults(page) == []
    set_style(page, style)
    assert "cut by" in str(layout_faults(page))


def test_text_that_grows_upon_other_text_is_caught(plant):
    css = ".row { position: relative; height: 24px; } .row span { position: absolute; left: 0; } "
    css += ".row b { position: absolute; left: 80px; }"
    page = plant('<p class="row"><span>Sentence</span> <b>Another</b></p>', css=css)
    assert layout_faults(page) == []
    set_style(page, TEXT_TWICE)
    assert "lies upon" in str(layout_faults(page))


def test_text_beyond_the_left_edge_is_caught(plant):
    assert "beyond the left edge" in str(
        layout_faults(plant('<p class="out">Out</p>', css=".out { margin-left: -2rem; }"))
    )


# ---- Keyboard ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "fault", "css", "script"),
    [
        ("no visible focus", "", "a:focus { outline: none; }", ""),
        (
            "focus off the screen",
            '<a href="#content" class="off">Off</a>',
            ".off { position: fixed; left: -9999px; }",
            "",
        ),
        (
            "focus hidden behind",
            '<p class="over"></p>',
            ".over { position: fixed; inset: 0; margin: 0; background: #fff; }",
            "",
        ),
        (
            "focus trapped",
            "<button type='button'>In</button>",
            "",
            "document.querySelector('button').addEventListener('keydown', event => event.preventDefault())",
        ),
        (
            "Tab never reaches",
            "<button type='button'>In</button>",
            "",
            "document.querySelector('button').onfocus = event => event.target.blur()",
        ),
    ],
)
def test_a_walk_by_keyboard_catches(plant, said, fault, css, script):
    assert said in str(focus_faults(plant(fault, css=css, script=script)))


# ---- Forced colours, no JavaScript ---------------------------------------------------------------------------------


def test_an_icon_that_vanishes_in_forced_colours_is_caught(plant):
    css = "button { border: 0; } .icon { display: block; width: 24px; height: 24px; "
    css += "background: #222; clip-path: circle(); }"
    assert blank_controls(plant(ICON, css=css)) == []
    assert "nothing to see" in str(blank_controls(plant(ICON, css=css, forced_colors="active")))


@pytest.mark.parametrize("fault", ["<button type='button'>Open</button>", "<a>Open</a>", '<input aria-label="Search">'])
def test_a_control_that_needs_a_script_that_never_runs_is_caught(plant, fault):
    assert "needs JavaScript" in str(dead_controls(plant(fault, java_script_enabled=False)))


# ---- Print ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "fault", "css"),
    [
        (
            "not printed: Only on screens",
            "<p class='screen'>Only on screens</p>",
            "@media print { .screen { display: none; } }",
        ),
        ("not printed: Folded", "<details><summary>More</summary><p>Folded away</p></details>", ""),
        (
            "on paper: reaches beyond",
            "<p class='wide'>A line that does not fit on a sheet</p>",
            ".wide { position: absolute; left: 600px; width: 500px; }",
        ),
        (
            "paper needs it not",
            "<button type='button'>Copy</button>",
            "@media print { button { display: block !important; } }",
        ),
    ],
)
def test_printing_catches(plant, said, fault, css):
    page = plant(fault, css=css)
    assert said in str(print_faults(page))
    assert said in str(print_faults(page))  # the page is left as it was
