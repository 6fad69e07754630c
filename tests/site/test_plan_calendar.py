"""The calendar file of a plan, read by PyPI's icalendar and npm's ical.js: all-day events, whatever the day."""

import json
import re
import subprocess
from datetime import date, timedelta

import pytest
from audit.plan import CALENDAR, LANGUAGES, MAKE, NOON, PAGE, READ, make
from icalendar import Calendar

STEPS = ["notification", "announce", "replies", "clients", "upgrade", "morning"]
LINE = 75  # octets (RFC 5545, 3.1)
READER = """
import { readFileSync } from "node:fs";
import ICAL from "MODULE";
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
const read = (event) => ({ uid: event.uid, summary: event.summary, description: event.description,
  start: event.startDate.toString(), end: event.endDate.toString(), isDate: event.startDate.isDate,
  sequence: event.sequence, alarms: event.component.getAllSubcomponents("valarm").length });
const events = calendar.getAllSubcomponents("vevent").map((one) => read(new ICAL.Event(one)));
console.log(JSON.stringify({ method: calendar.getFirstPropertyValue("method"), events }));
"""


@pytest.fixture
def export(open_page, chromium):
    """Return a function that makes a plan and returns its calendar file, as bytes, and its name."""
    contexts = []

    def export(language="de", day="2026-12-05", now=NOON, fragment="", **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        context.clock.set_fixed_time(now)
        page = open_page(PAGE[language] + fragment, context=context)
        if fragment == "#start=now":
            page.get_by_label(READ[language]).check()
            page.get_by_role("button", name=MAKE[language]).click()
        else:
            make(page, language, day)
        with page.expect_download() as download:
            page.get_by_role("button", name=CALENDAR[language]).click()
        return download.value.path().read_bytes(), download.value.suggested_filename

    yield export
    for context in contexts:
        context.close()


@pytest.fixture
def read_with_ical_js(project):
    """Return a function that reads a calendar file with ical.js."""
    module = project / ".ci/node_modules/ical.js/dist/ical.js"
    node = project / ".venv/bin/node"

    def read(content):
        command = [node, "--input-type=module", "--eval", READER.replace("MODULE", module.as_uri())]
        return json.loads(subprocess.run(command, input=content, capture_output=True, check=True).stdout)

    return read


def events(content):
    """The events of a calendar file by the names of their steps."""
    return {re.search(r"-([a-z]+)@", event["UID"])[1]: event for event in Calendar.from_ical(content).walk("VEVENT")}


@LANGUAGES
def test_the_file_holds_each_step_as_an_all_day_event(export, language, read_with_ical_js):
    content, name = export(language)
    assert name == {"de": "Upgrade-Plan.ics", "en": "upgrade-plan.ics"}[language]
    calendar = Calendar.from_ical(content)
    assert (calendar["VERSION"], calendar["METHOD"], calendar.errors) == ("2.0", "PUBLISH", [])
    found = events(content)
    assert list(found) == STEPS
    starts = {step: event.decoded("DTSTART") for step, event in found.items()}
    assert starts == {
        "notification": date(2026, 11, 28),
        "announce": date(2026, 11, 28),
        "replies": date(2026, 12, 2),
        "clients": date(2026, 12, 4),
        "upgrade": date(2026, 12, 4),
        "morning": date(2026, 12, 5),
    }
    for step, event in found.items():
        length = event.decoded("DTEND") - starts[step]
        assert length == timedelta(2 if step == "upgrade" else 1)
        assert event["TRANSP"] == "TRANSPARENT" and event.errors == []
        assert event["DTSTAMP"].dt.isoformat() == "2026-11-20T12:00:00+00:00"
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(hours=-15))
    theirs = read_with_ical_js(content)
    assert theirs["method"] == "PUBLISH"
    for (step, event), other in zip(found.items(), theirs["events"], strict=True):
        assert other["isDate"] and other["alarms"] == 1
        assert other["start"] == starts[step].isoformat() and other["end"] == event.decoded("DTEND").isoformat()
        assert (other["uid"], other["summary"]) == (event["UID"], event["SUMMARY"])
        assert other["description"] == event["DESCRIPTION"]


@LANGUAGES
def test_the_events_say_what_the_page_says(export, language):
    found = events(export(language)[0])
    assert (
        found["upgrade"]["SUMMARY"]
        == {
            "de": "Cloud PBX 2.0: Das Upgrade läuft",
            "en": "Cloud PBX 2.0: The upgrade runs",
        }[language]
    )
    assert found["replies"]["DESCRIPTION"].endswith(
        {
            "de": "ob sie Konferenzen mit dem Konferenz Outlook® Add-In planen.",
            "en": "whether they plan conferences with the Konferenz Outlook® Add-In.",
        }[language]
    )
    assert all(str(event["URL"]).endswith(f"{PAGE[language]}#date=2026-12-05") for event in found.values())


@LANGUAGES
def test_lines_end_with_crlf_and_are_folded_between_characters(export, language):
    content, _ = export(language)
    assert content.endswith(b"\r\n") and content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) == LINE  # longer ones are folded, and no shorter than they have to be
    for line in lines:
        line.decode("utf-8")  # no character is cut


def test_commas_and_semicolons_are_escaped(export):
    unfolded = export()[0].replace(b"\r\n ", b"").decode()
    for line in unfolded.split("\r\n"):
        name, _, value = line.partition(":")
        if name in ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME"):
            assert re.search(r"(?<!\\)[,;]", value) is None


@pytest.mark.parametrize("day", ["2027-01-01", "2027-03-01", "2027-03-28", "2027-10-31", "2028-02-29", "2028-03-01"])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"])
def test_no_zone_and_no_change_of_clocks_moves_a_day(export, read_with_ical_js, day, zone):
    content, _ = export(day=day, now="2026-11-26T12:00:00Z", timezone_id=zone)
    wanted = date.fromisoformat(day)
    found = events(content)
    assert found["morning"].decoded("DTSTART") == wanted
    assert found["upgrade"].decoded("DTSTART") == wanted - timedelta(1)
    assert found["upgrade"].decoded("DTEND") == wanted + timedelta(1)
    assert found["announce"].decoded("DTSTART") == wanted - timedelta(7)
    assert read_with_ical_js(content)["events"][-1]["start"] == day


def test_a_second_import_updates_the_events_of_the_plan(export):
    first = events(export()[0])
    later = events(export(day="2026-12-12", now="2026-11-21T09:00:00", fragment="#date=2026-12-05")[0])
    for step in STEPS:
        assert first[step]["UID"] == later[step]["UID"]
        assert first[step]["SEQUENCE"] < later[step]["SEQUENCE"]
    assert later["morning"].decoded("DTSTART") == date(2026, 12, 12)
    kept = events(export(now="2026-11-22T09:00:00", fragment="#date=2026-12-12&plan=2026-12-05", day="2026-12-12")[0])
    assert kept["morning"]["UID"] == first["morning"]["UID"]


def test_plans_of_two_dates_are_two_plans(export):
    uids = {str(event["UID"]) for day in ("2026-12-05", "2026-12-12") for event in events(export(day=day)[0]).values()}
    assert len(uids) == 2 * len(STEPS)


def test_a_start_at_once_has_its_steps_today_and_no_reminders(export, read_with_ical_js):
    content, _ = export(fragment="#start=now")
    found = events(content)
    assert list(found) == ["notification", "announce", "clients", "upgrade", "after"]
    assert {event.decoded("DTSTART") for event in found.values()} == {date(2026, 11, 20)}
    assert {event.decoded("DTEND") for event in found.values()} == {date(2026, 11, 21)}
    assert [one["alarms"] for one in read_with_ical_js(content)["events"]] == [0] * 5
