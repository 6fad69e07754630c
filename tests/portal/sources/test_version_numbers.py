import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.sources.version_numbers import find_short_dates, find_versions

KNOWN = ("23.9.26", "23.9.31", "22.9.33", "42.6")


def found(text):
    return [version.number for version in find_versions(text, KNOWN)]


small = st.integers(1, 99)
SENTENCES = [
    "Update auf {}.",
    "Android-Client {} oder neuer",
    "ab Version {}",
    "Version {}, dann weiter",
    "({})",
    "| Windows | {} |",
    "from version {} on",
]


@given(st.tuples(small, small, small), st.sampled_from(SENTENCES))
def test_three_numbers_with_dots_are_a_version_wherever_they_stand(parts, sentence):
    number = ".".join(map(str, parts))
    assert found(sentence.format(number)) == [number]


@given(st.integers(42, 99), st.integers(0, 99))
def test_two_numbers_are_a_version_where_the_words_say_so(major, minor):
    assert found(f"Der Windows-Client ab Version {major}.{minor} braucht es.") == [f"{major}.{minor}"]


@given(
    st.dates(min_value=__import__("datetime").date(1990, 1, 1)),
    st.sampled_from(["{0.day}.{0.month}.{0.year}", "{0:%d.%m.%Y}", "{0.day}. {0.month}. {0.year}"]),
)
def test_a_date_is_no_version(day, form):
    assert found(f"Wartung am {form.format(day)}, 16:00 bis 22:00 Uhr") == []


@given(st.ip_addresses(v=4), st.sampled_from(["{}", "{}/24", "{}:5060", "Gateway {}.", "({})"]))
def test_an_ip_address_is_no_version(address, form):
    assert found(form.format(address)) == []
    assert ipaddress.ip_address(str(address))


@given(
    st.integers(0, 9999),
    st.integers(0, 99),
    st.sampled_from(["{}.{:02} €", "€ {}.{:02}", "{},{:02} EUR", "{}.{:02} Euro", "$ {}.{:02}", "£{}.{:02}"]),
)
def test_a_price_is_no_version(whole, cents, form):
    assert found("Das Paket kostet " + form.format(whole, cents) + " im Monat.") == []


@given(
    st.integers(100, 999),
    st.integers(100, 999),
    st.integers(1000, 9999),
    st.sampled_from(["0800.{}.{}.{}", "+49 228.{}.{}.{}", "Tel. 0{}.{}.{}", "0228/{}.{}.{}"]),
)
def test_a_phone_number_is_no_version(one, two, three, form):
    assert found("Rufen Sie an: " + form.format(one, two, three)) == []


@given(
    st.integers(1, 19),
    st.integers(1, 19),
    st.integers(1, 19),
    st.sampled_from(
        ["Abschnitt {}.{}.{}", "section {}.{}.{}", "Kapitel {}.{}", "§ {}.{}", "Tabelle {}.{}", "figure {}.{}"]
    ),
)
def test_a_section_number_is_no_version(one, two, three, form):
    assert found("Siehe " + form.format(one, two, three) + " im Handbuch.") == []


@given(
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["{}.{:02} Uhr", "um {}.{:02}", "{}:{:02} Uhr", "{}.{:02} pm", "at {}.{:02}"]),
)
def test_a_time_is_no_version(hour, minute, form):
    assert found("Es beginnt " + form.format(hour, minute)) == []


@given(st.integers(1000, 99_999_999))
def test_thousands_are_no_version(number):
    assert found(f"{number:,} calls".replace(",", ".")) == []


@given(st.text())
def test_any_text_is_read_without_an_error(text):
    assert all(text[version.start : version.end] == version.number for version in find_versions(text, KNOWN))


@pytest.mark.parametrize(
    "text", ["Cloud PBX 2.0", "das neue Cloud\u00a0PBX 2.0", "Cloud-PBX-2.0-Client", "**Cloud PBX 2.0**"]
)
def test_the_product_is_no_version(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["42.7: neu", "v42.8", "Android/42.9", "Version:23.9.97", "23.9.99/23.9.98", "client 23.9.99.exe"]
)
def test_a_version_is_found_whatever_stands_beside_it(text):
    assert found(text)


def test_another_number_of_the_product_is_one():
    assert found("Cloud PBX 2.0.1 und Version 2.1") == ["2.0.1", "2.1"]


@pytest.mark.parametrize("text", ["Android bis 23.9.26", "ab 23.9.26", "Stand des Clients: 23.9.26", "since 23.9.26"])
def test_a_known_version_is_one_even_where_it_looks_like_a_date(text):
    assert found(text) == ["23.9.26"]


@pytest.mark.parametrize(
    "text", ["am 23.9.26", "Update am 23.9.26", "Mittwoch, 23.9.26", "bis zum 23.9.26", "23.9.26, 18 Uhr"]
)
def test_a_date_in_the_form_of_a_known_version_is_none(text):
    assert found(text) == []
    assert [date.number for date in find_short_dates(text, KNOWN)] == ["23.9.26"]
