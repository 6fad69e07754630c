"""What readers come for is at most two clicks from the start page, and the start page is the choice between views."""

import pytest

ROOT = {"de": "", "en": "en/"}
# The question, the links that a reader follows, by their destination, and the words on the screen that answer it.
JOURNEYS = {
    "how do I sign in": (["user/after/"], {"de": "Neu anmelden", "en": "Sign in again"}),
    "what does my notice mean": (["user/notice/"], {"de": "Update nötig", "en": "update needed"}),
    "book for Saturday": (["admin/duration/", "admin/book/"], {"de": "Schritt 3", "en": "Step 3"}),
    "book at once": (["admin/book/"], {"de": "zu sofort", "en": "zu sofort"}),
    "announce": (["admin/announce/"], {"de": "Texte zum Kopieren", "en": "Texts to copy"}),
    "how long does it take": (["user/", "admin/duration/"], {"de": "Beispiele für die Dauer", "en": "Examples"}),
}


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("language", ROOT)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_question_is_answered_within_two_clicks(open_page, address, journey, language, width):
    clicks, answer = JOURNEYS[journey]
    assert len(clicks) <= 2
    page = open_page(ROOT[language], width)
    for path in clicks:
        destination = f"{address}{ROOT[language]}{path}"
        links = page.locator("a:visible")
        index = links.evaluate_all(
            "(links, to) => links.findIndex(link => link.href.split('#')[0] === to)", destination
        )
        assert index >= 0, f"no visible link to {destination}"
        links.nth(index).click()
        page.wait_for_url(f"{destination}**")
    assert page.locator("article").get_by_text(answer[language]).filter(visible=True).count()


@pytest.mark.parametrize("language", ROOT)
def test_both_cards_are_in_sight_on_a_phone_and_nothing_else_offers_the_choice(open_page, language):
    page = open_page(ROOT[language], 390)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator(".choice").evaluate_all("all => all.every(card => card.getBoundingClientRect().bottom <= 844)")
    assert page.locator("header .views a, header a[data-view]").count() == 0


@pytest.mark.parametrize(("language", "words"), [("de", "Hinweis Client"), ("en", "notice client")])
def test_the_search_finds_the_page_on_notices(open_page, language, words):
    page = open_page(f"{ROOT[language]}user/")
    page.get_by_role("searchbox").fill(words)
    page.locator(".search__results a").first.wait_for()
    hits = page.locator(".search__results a").evaluate_all("all => all.map(link => link.pathname)")
    assert f"/{ROOT[language]}user/notice/" in hits
