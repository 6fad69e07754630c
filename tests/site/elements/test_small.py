"""Keys, icons, highlights and lists of tasks."""


def test_keys_have_the_names_of_the_language(sample, english_sample):
    assert sample().locator("kbd.keys").all_inner_texts() == ["Strg+Umschalt+F4", "Eingabe"]
    assert english_sample().locator("kbd.keys").all_inner_texts() == ["Ctrl+Shift+F4", "Enter"]


def test_icons_are_drawn_within_the_page_and_named_or_hidden(sample):
    page = sample()
    icons = page.locator("article .icon")
    assert icons.locator("svg").count() == 4
    assert icons.evaluate_all("all => all.map(one => [one.ariaHidden, one.role, one.ariaLabel, one.title])") == [
        ["true", None, None, ""],
        ["true", None, None, ""],
        [None, "img", "Windows", ""],
        ["true", None, None, ""],
    ]
    assert page.get_by_role("heading", name="Tasten, Symbole, Aufgaben", exact=True).count() == 1
    assert page.locator("article").get_by_role("link", name="Hilfe und Kontakt", exact=True).count() >= 1


def test_boxes_of_tasks_are_no_controls_and_have_names(sample, english_sample):
    for open_page, names in ((sample, ["offen", "erledigt"]), (english_sample, ["to do", "done"])):
        page = open_page()
        assert page.locator("article").get_by_role("checkbox").count() == 0
        boxes = page.locator(".tasks").get_by_role("img")
        assert boxes.evaluate_all("all => all.map(one => one.ariaLabel)") == names
        assert page.locator(".checklist").count() == 0


def test_done_and_open_differ_in_forced_colours_too(sample):
    page = sample(forced_colors="active")
    shapes = page.locator(".tasks__box").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before').content)"
    )
    assert shapes == ["none", '""']


def test_what_is_marked_is_a_mark(sample):
    assert sample().locator("article mark").inner_text() == "das Markierte"
