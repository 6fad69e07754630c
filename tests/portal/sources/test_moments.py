from datetime import UTC

import pytest
from portal.formats.wrong_values import HintedError
from portal.sources.moments import read_moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2027-03-01 22:00", "2027-03-01T21:00"),
        ("2026-07-01 22:00", "2026-07-01T20:00"),
        ("2026-07-01 22:00 UTC", "2026-07-01T22:00"),
        ("2026-07-01 22:00 Europe/London", "2026-07-01T21:00"),
        ("2026-03-29 02:30 Europe/London", "2026-03-29T01:30"),  # Berlin's clocks leave it out, London's don't
        ("2026-10-25 02:30 +02:00", "2026-10-25T00:30"),
        ("2026-10-25 02:30 +01:00", "2026-10-25T01:30"),
        ("2026-10-25 02:30 -03:30", "2026-10-25T06:00"),
        ("2026-03-29 01:59", "2026-03-29T00:59"),
        ("2026-03-29 03:00", "2026-03-29T01:00"),
        ("2026-10-25 01:59", "2026-10-24T23:59"),
        ("2026-10-25 03:00", "2026-10-25T02:00"),
        ("2028-02-29 00:00", "2028-02-28T23:00"),
    ],
)
def test_a_time_is_berlins_unless_a_zone_stands_behind_it(written, moment):
    assert read_moment(written).astimezone(UTC).isoformat(timespec="minutes") == f"{moment}+00:00"


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("2026-03-29 02:30", "clocks go forward", "write 2026-03-29 01:30 or 2026-03-29 03:30"),
        (
            "2026-10-25 02:30",
            "there twice",
            "2026-10-25 02:30 +02:00 for the first time, 2026-10-25 02:30 +01:00 for the second",
        ),
        (
            "2026-11-01 01:30 America/New_York",
            "there twice",
            "2026-11-01 01:30 -04:00 for the first time, 2026-11-01 01:30 -05:00 for the second",
        ),
        ("2027-02-29 10:00", "there is no 2027-02-29 10:00", "write a time so"),
        ("2027-02-28 24:00", "there is no 2027-02-28 24:00", "write a time so"),
        ("2027-02-28", "is no time", "write a time so"),
        ("0001-01-01 00:00", "is no time", "write a time so"),
        ("2027-02-28 10:00 Europe/Bonn", "Europe/Bonn is no time zone", "write a time so"),
        ("2027-02-28 10:00 Europe", "Europe is no time zone", "write a time so"),
        ("2027-02-28 10:00 ../x", "../x is no time zone", "write a time so"),
        ("2027-02-28 10:00 +25:00", "+25:00 is no time zone", "write a time so"),
        (7, "7 is no time", "write a time so"),
        (None, "there is no time", "write a time so"),
    ],
)
def test_what_is_no_single_moment_is_refused_with_what_can_be_meant(written, message, hint):
    with pytest.raises(HintedError, match=message.replace("+", r"\+")) as error:
        read_moment(written)
    assert hint in error.value.hint
