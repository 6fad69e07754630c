import re

import pytest
from portal.sources.number_words import NUMBER_WORDS, number_of, words_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("sechshundert", 600),
        ("zwölfhundert", 1200),
        ("Eintausendzweihundert", 1200),
        ("fünfundzwanzig", 25),
        ("six hundred", 600),
        ("twelve hundred", 1200),
        ("one thousand two hundred", 1200),
        ("one hundred and fifty", 150),
        ("twenty-five", 25),
    ],
)
def test_a_number_in_words_counts_what_it_says(words, number):
    assert re.fullmatch(NUMBER_WORDS, words) and number_of(words) == number


@pytest.mark.parametrize("words", ["Hundertschaft", "oneness", "Vierte"])
def test_a_word_that_begins_with_a_number_is_none(words):
    assert not re.fullmatch(NUMBER_WORDS, words)


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [(9, "de", "neun"), (12, "en", "twelve"), (13, "de", "13"), (1, "de", "eins"), (0, "en", "0")],
)
def test_small_numbers_are_written_in_words(number, language, words):
    assert words_of(number, language) == words
