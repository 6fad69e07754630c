"""The texts that administrators copy for their users: copied, mailed, in both languages."""

from urllib.parse import parse_qs, urlsplit

import pytest
from portal.languages import LANGUAGES, published_path

COPY = {"de": "Text kopieren", "en": "Copy text"}
MAIL = {"de": "Als E-Mail öffnen", "en": "Open as email"}
COPIED = {"de": "Text kopiert", "en": "Text copied"}
OTHER = {"de": "English", "en": "Deutsch"}
SITE = "https://help.example/"  # as the tests build it
PARAGRAPHS = "quote => [...quote.children].map(({ innerText }) => innerText.replace(/\\s+/g, ' ').trim())"
LONGEST_MAILTO = 2000  # some e-mail programs on Windows take no more


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def announcement(open_page, language):
    return open_page(published_path(language, "admin/announce.md"))


def shown(page):
    return page.locator("article blockquote").filter(visible=True)


def test_a_button_copies_the_text_with_the_whole_address_of_the_user_page(announcement, language):
    announcement.context.grant_permissions(["clipboard-write"])
    announcement.get_by_role("button", name=COPY[language]).first.click()
    announcement.get_by_text(COPIED[language], exact=True).wait_for()
    announcement.locator("h1").evaluate("title => title.after(document.createElement('textarea'))")
    announcement.locator("textarea").press("Control+V")  # the policy forbids scripts to read the clipboard
    copied = announcement.locator("textarea").input_value()
    assert copied.split("\n\n") == shown(announcement).first.evaluate(PARAGRAPHS)
    assert f" {SITE}{published_path(language, 'user/index.md')}\n" in copied
    assert not set("\u00a0\u2011") & set(copied)


def test_where_the_clipboard_is_closed_the_text_is_selected(announcement, language):
    announcement.evaluate("Navigator.prototype.__defineGetter__('clipboard', () => undefined)")
    announcement.get_by_role("button", name=COPY[language]).nth(1).click()
    status = announcement.locator(".copying [role=status]").filter(has_text=".")
    assert {"de": "markiert", "en": "selected"}[language] in status.text_content()
    selected = announcement.evaluate("getSelection().toString()")
    assert selected.split() == shown(announcement).nth(1).inner_text().split()


def test_a_link_opens_the_email_program_with_subject_and_text(announcement, language):
    links = announcement.get_by_role("link", name=MAIL[language])
    quotes = [paragraphs for quote in shown(announcement).all() if ":" in (paragraphs := quote.evaluate(PARAGRAPHS))[0]]
    assert links.count() == len(quotes) == 3  # all but the one for the chat
    for link, (subject, *body) in zip(links.all(), quotes, strict=True):
        address = link.get_attribute("href")
        assert address.isascii() and " " not in address and len(address) < LONGEST_MAILTO
        parts = urlsplit(address)
        fields = parse_qs(parts.query)
        assert (parts.scheme, parts.path) == ("mailto", "")
        assert fields["subject"] == [subject.split(": ", 1)[1]]
        assert fields["body"] == ["\r\n\r\n".join(body)]


def test_each_text_is_there_in_both_languages_its_own_first(site, open_page, language):
    page = open_page(published_path(language, "admin/announce.md"))
    before = shown(page).all_inner_texts()
    page.get_by_role("tab", name=OTHER[language], exact=True).first.click()
    after = shown(page).all_inner_texts()
    assert len(before) == len(after) == 4 and not set(before) & set(after)
    other = "en" if language == "de" else "de"
    assert {quote.evaluate("quote => quote.closest('[lang]').lang") for quote in shown(page).all()} == {other}
    assert {tools.get_attribute("lang") for tools in page.locator(".copying").all()} == {language}
    assert f"{SITE}{published_path(other, 'user/index.md')}" in after[0]
    theirs = open_page(published_path(other, "admin/announce.md"))
    assert shown(theirs).all_inner_texts() == after


def test_without_javascript_the_texts_are_there_to_select(open_page, language):
    page = open_page(published_path(language, "admin/announce.md"), java_script_enabled=False)
    assert shown(page).count() == 8 and page.locator(".copying").count() == 0


def test_only_pages_with_texts_to_copy_load_the_script(site):
    with_script = {path for path, page in site.pages.items() if "/copy." in page.html}
    pages = ("admin/announce.md", "admin/plan.md")
    assert with_script == {f"{published_path(one, path)}index.html" for one in LANGUAGES for path in pages}
