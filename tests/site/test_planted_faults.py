"""The tests' own machinery: each kind of fault, planted in a page that has no other, is caught."""

import pytest
from audit.axe import axe_faults
from audit.controls import blank_controls, dead_controls
from audit.focus import focus_faults
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from audit.markup import html_validate_faults, nu_faults
from audit.printed import print_faults
from audit.serve import serve
from audit.watch import Watch

CLEAN = """\
<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>A page</title>
    <link rel="stylesheet" href="page.css">
    HEAD
  </head>
  <body>
    <nav aria-label="Pages"><a href="#content">To the content</a></nav>
    <main>
      <article id="content">
        <h1>A page</h1>
        <p>A sentence that stands on the page.</p>
        FAULT
      </article>
    </main>
  </body>
</html>
"""
CSS = """\
html { color: #222; background: #fff; font: 1rem/1.5 sans-serif; }
a { display: inline-block; padding: .25rem; }
@media print { nav, button, .skip { display: none; } }
"""
WIDE = "<table><tr><th>A</th><th>B</th></tr><tr><td>one</td><td>two</td></tr></table>"
ICON = '<button type="button" aria-label="Menu"><span class="icon"></span></button>'


@pytest.fixture
def plant(tmp_path, chromium, serving):
    """Return a function that opens a page with a fault in its body, head, style or script; others are the page's options."""
    folder, contexts, closing = tmp_path / "planted", [], []
    folder.mkdir()

    def open_it(fault="", head="", css="", script="", width=1280, **options):
        head += '<script src="page.js" defer></script>' if script else ""
        (folder / "index.html").write_text(CLEAN.replace("HEAD", head).replace("FAULT", fault))
        (folder / "page.css").write_text(CSS + css)
        (folder / "page.js").write_text(script)
        (folder / "favicon.ico").touch()
        server = serve(folder, serving.headers)
        address = server.__enter__()
        closing.append(server)
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.watch = Watch(context, address)
        page.goto(address)
        return page

    yield open_it
    for context in contexts:
        context.close()
    for server in closing:
        server.__exit__(None, None, None)


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


# ---- Markup: one run of each checker over all planted pages --------------------------------------------------------

NU = {
    "block": ("<p><div>A block in a paragraph</div></p>", "No “p” element in scope"),
    "id": ('<p id="content">The same id</p>', "Duplicate ID"),
    "image": ('<img src="favicon.ico">', "An “img” element must have an “alt” attribute"),
    "role": ('<button role="heading">Not what it says</button>', "Bad value “heading” for attribute “role”"),
    "nested": ('<button type="button">Open <a href="#content">this</a></button>', "must not appear as a descendant"),
    "old": ("<center>Old</center>", "The “center” element is obsolete"),
}
HTML_VALIDATE = {
    "open": ("<p>Not closed", "no-implicit-close"),
    "id": ('<p id="content">The same id</p>', "no-dup-id"),
    "style": ('<p style="color: red">Red</p>', "no-inline-style"),
    "type": ("<button>No type</button>", "no-implicit-button-type"),
    "label": ('<input type="text">', "input-missing-label"),
    "name": ('<button type="button"></button>', "text-content"),
    "image": ('<img src="favicon.ico">', "wcag/h37"),
    "heading": ("<h4>Three levels down</h4>", "heading-level"),
    "raw": ('<a href="#content">Tom & Jerry</a>', "no-raw-characters"),
}


@pytest.fixture(scope="module")
def check_markup(tmp_path_factory):
    """Return a function that gives the faults which ``checker`` finds, per planted page; each checker runs once."""
    checked = {}

    def check(checker, planted):
        if checker not in checked:
            folder = tmp_path_factory.mktemp("markup")
            for name, (fault, _) in {**planted, "clean": ("", "")}.items():
                text = CLEAN.replace("    HEAD\n", "").replace("        FAULT\n", fault)
                (folder / f"{name}.html").write_text(text, "utf-8")
            (folder / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect widht="1"/></svg>')
            checked[checker] = checker(folder)
        return lambda name: str([fault for fault in checked[checker] if fault.startswith(f"{name}:")])

    return check


@pytest.mark.parametrize("name", NU)
def test_the_nu_checker_catches(check_markup, name):
    assert NU[name][1] in check_markup(nu_faults, NU)(f"{name}.html")


def test_the_nu_checker_catches_a_broken_drawing(check_markup):
    assert "widht" in check_markup(nu_faults, NU)("drawing.svg")


@pytest.mark.parametrize("name", HTML_VALIDATE)
def test_html_validate_catches(check_markup, name):
    assert HTML_VALIDATE[name][1] in check_markup(html_validate_faults, HTML_VALIDATE)(f"{name}.html")


@pytest.mark.parametrize(("checker", "planted"), [(nu_faults, NU), (html_validate_faults, HTML_VALIDATE)])
def test_the_checkers_find_nothing_on_a_clean_page(check_markup, checker, planted):
    assert check_markup(checker, planted)("clean.html") == "[]"


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
    css = ".tight { width: 4.5em; height: 20px; font-size: 1rem; overflow: hidden; white-space: nowrap; line-height: 20px; }"
    page = plant('<p class="tight">Sentence</p>', css=css.replace("4.5em", "84px"))
    assert layout_faults(page) == []
    set_style(page, style)
    assert "cut by" in str(layout_faults(page))


def test_text_that_grows_upon_other_text_is_caught(plant):
    css = ".row { position: relative; height: 24px; } .row span { position: absolute; left: 0; } .row b { position: absolute; left: 80px; }"
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
    css = "button { border: 0; } .icon { display: block; width: 24px; height: 24px; background: #222; clip-path: circle(); }"
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


# ---- What a page asks for ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parts",
    [
        {"fault": "<script>document.title = 'run'</script>"},
        {"fault": '<p style="color: red">Red</p>'},
        {"fault": '<button type="button" onclick="this.remove()">Gone</button>'},
        {"fault": '<iframe src="page.css" title="A frame"></iframe>'},
        {"head": '<base href="/">'},
        {"script": "document.body.insertAdjacentHTML('beforeend', '<p style=color:red>Red</p>')"},
        {"script": "new Worker(URL.createObjectURL(new Blob(['1'])))"},
        {"script": "try { eval('1') } catch {}"},
    ],
    ids=["inline script", "inline style", "handler", "frame", "base", "style by script", "worker from text", "eval"],
)
def test_a_breach_of_the_policy_is_caught(plant, parts):
    page = plant(**parts)
    page.wait_for_load_state("networkidle")
    assert page.watch.refused


@pytest.mark.parametrize(
    "parts",
    [
        {"fault": '<img src="https://other.example/a.png" alt="">'},
        {"css": "body { background: url(https://other.example/a.png); }"},
        {"head": '<link rel="stylesheet" href="https://other.example/a.css">'},
        {"script": "fetch('https://other.example/a').catch(() => {})"},
        {"script": "navigator.sendBeacon('https://other.example/a')"},
    ],
    ids=["image", "image of a style", "style sheet", "fetch", "beacon"],
)
def test_a_wish_for_another_host_is_caught(plant, parts):
    page = plant(**parts)
    page.wait_for_load_state("networkidle")
    assert "other.example" in str(page.watch.faults())


def test_a_request_to_another_host_is_caught_where_no_policy_stops_it(chromium, tmp_path):
    (tmp_path / "index.html").write_text(CLEAN.replace("FAULT", '<img src="https://other.example/a.png" alt="">'))
    (tmp_path / "page.css").touch()
    with serve(tmp_path, headers={}) as address, chromium.new_context() as context:
        watch = Watch(context, address)
        context.new_page().goto(address)
        assert watch.foreign == ["https://other.example/a.png"]


def test_a_failed_request_and_an_error_of_a_script_are_caught(plant):
    page = plant('<img src="missing.png" alt="">', script="throw new Error('broken')")
    page.wait_for_load_state("networkidle")
    assert "missing.png" in str(page.watch.failed) and "broken" in str(page.watch.failed)
