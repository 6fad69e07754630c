from portal.problems.messages import either, say

GERMAN = {"there is no page {path}": "eine Seite {path} gibt es nicht", "write {words}": "schreiben Sie {words}"}


def test_a_message_is_its_english_text():
    assert say("there is no page {path}", path="a.md") == "there is no page a.md"


def test_a_message_is_translated_by_a_catalogue():
    assert say("there is no page {path}", path="a.md").in_words_of(GERMAN) == "eine Seite a.md gibt es nicht"


def test_a_message_within_a_message_is_translated_too():
    message = say("write {words}", words=say("there is no page {path}", path="a.md"))
    assert message.in_words_of(GERMAN) == "schreiben Sie eine Seite a.md gibt es nicht"


def test_a_message_without_translation_stays_english():
    assert say("remove it").in_words_of(GERMAN) == "remove it"


def test_choices_are_joined_by_a_translatable_or():
    words = say("write {words}", words=either(["a", "b", "c"]))
    assert words == "write a or b or c"
    assert words.in_words_of({"{one} or {other}": "{one} oder {other}"}) == "write a oder b oder c"
