import pytest
from portal.slips import find_placeholder_text


@pytest.mark.parametrize(
    "text", ["Lorem ipsum", "lorem\nipsum", "Dolor sit amet", "TODO: Kontakt", "(TBD)", "FIXME", "xxx", "Tel. XXXX"]
)
def test_placeholder_text_is_found(text):
    assert len(list(find_placeholder_text(text))) == 1


@pytest.mark.parametrize("text", ["Methode", "todo list", "Extra xx", "Kontaktieren Sie uns", "Maxxx"])
def test_words_for_readers_are_not(text):
    assert list(find_placeholder_text(text)) == []
