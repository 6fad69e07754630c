"""What administrators do with the checklist: tick, come back, clear and undo, and hand their progress on as a link."""

from selenium.webdriver.common.keys import Keys

PAGE = "admin/checklist/"
COUNT = {"de": "{} von 8 erledigt", "en": "{} of 8 done"}
RESET = {"de": "Alle Häkchen entfernen", "en": "Clear all ticks"}
UNDO = {"de": "Rückgängig machen", "en": "Undo"}
COPY = {"de": "Meinen Stand als Link kopieren", "en": "Copy my progress as a link"}
COPIED = {"de": "Link kopiert", "en": "Link copied"}
KEEP = {"de": "Meine Häkchen behalten", "en": "Keep my ticks"}
TAKE = {"de": "Stand übernehmen", "en": "Replace my ticks"}
TAKEN = {"de": "Stand aus dem Link übernommen", "en": "Progress taken from the link"}
ASK = {"de": "Stand der Checkliste aus dem Link übernehmen?", "en": "Use the checklist progress from the link?"}
OTHER_LANGUAGE = {"de": "English", "en": "Deutsch"}
OTHER = {"de": "en", "en": "de"}


def tick(reader, *items):
    """Press the titles of items."""
    for item in items:
        reader.click(reader.see(f"li#{item} label"))


def see_ticked(reader, *items):
    """Wait until these items, and no others, are ticked, and the count says so."""
    ticked = "[...document.querySelectorAll('.checklist > li:has(:checked)')].map((item) => item.id)"
    reader.wait(lambda: reader.ask(ticked) == list(items), f"ticks at {items}")
    reader.see(".checklist-count", reader.word(COUNT).format(len(items)))


def test_ticks_last_and_both_languages_share_them(reader):
    reader.open(PAGE)
    tick(reader, "requirements", "date")
    see_ticked(reader, "requirements", "date")
    reader.reload()
    see_ticked(reader, "requirements", "date")
    reader.press(OTHER_LANGUAGE)
    reader.language = OTHER[reader.language]
    reader.arrive(PAGE)
    tick(reader, "date")
    see_ticked(reader, "requirements")


def test_cleared_ticks_come_back_until_the_next_tick(reader):
    reader.open(PAGE)
    tick(reader, "requirements", "date")
    reader.press(RESET)
    see_ticked(reader)
    reader.press(UNDO)
    see_ticked(reader, "requirements", "date")
    reader.press(RESET)
    tick(reader, "functions")
    see_ticked(reader, "functions")
    assert reader.control(RESET).is_enabled()
    reader.reload()
    see_ticked(reader, "functions")


def test_the_keyboard_ticks_too(reader):
    reader.open(PAGE)
    tick(reader, "date")  # the focus is on its box now
    reader.type(Keys.SPACE)
    see_ticked(reader)
    reader.type(Keys.SPACE)
    see_ticked(reader, "date")


def test_the_copied_link_carries_the_progress(reader):
    reader.open(PAGE)
    tick(reader, "requirements", "date")
    reader.press(COPY)
    reader.see(".checklist-said", COPIED)
    reader.paste_into_search()
    link = reader.ask("document.querySelector('.search__query').value")
    assert link == f"{reader.ask('location.href')}#done=requirements,date"


def test_where_the_clipboard_is_closed_the_link_stands_selected(reader):
    reader.open(PAGE)
    reader.ask("delete Navigator.prototype.clipboard")
    tick(reader, "date")
    reader.press(COPY)
    reader.see("#checklist-link")
    assert reader.ask("document.activeElement.value") == f"{reader.ask('location.href')}#done=date"
    selected = "document.activeElement.selectionEnd - document.activeElement.selectionStart"
    assert reader.ask(selected) == reader.ask("document.activeElement.value.length")


def test_a_link_fills_an_empty_list_at_once(reader):
    reader.open(f"{PAGE}#done=requirements,date")
    see_ticked(reader, "requirements", "date")
    reader.see(".checklist-said", TAKEN)
    reader.arrive(PAGE)


def test_a_link_asks_before_it_replaces_ticks(reader):
    reader.open(PAGE)
    tick(reader, "functions")
    reader.open(f"{PAGE}#done=date")
    reader.see("dialog h2", ASK)
    reader.see_focus_on("dialog h2")
    reader.press(KEEP)
    reader.see_none("dialog")
    see_ticked(reader, "functions")

    reader.open(f"{PAGE}#done=date")
    reader.see("dialog")
    reader.type(Keys.ESCAPE)
    reader.see_none("dialog")
    see_ticked(reader, "functions")

    reader.open(f"{PAGE}#done=date")
    reader.press(TAKE)
    reader.see_none("dialog")
    see_ticked(reader, "date")
    reader.see_in_view(".checklist-more")
    reader.press(UNDO)
    see_ticked(reader, "functions")
