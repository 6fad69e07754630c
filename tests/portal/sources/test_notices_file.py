import json

import jsonschema
import pytest
import yaml
from portal.problems.catalogue import in_words
from portal.sources.notices_file import json_schema, read_notices, texts_of

NOTICES = """\
notices:
  - id: one
    from: 2027-03-01 22:00
    until: 2027-03-02 00:00
    views: [user, admin]
    severity: note
    text:
      de: Das Portal wird gewartet.
      en: The portal is under maintenance.
"""


def read(write_docs, text):
    return read_notices(write_docs({"notices.yml": text}))


def test_notices_are_read_with_their_places(write_docs):
    file = read(write_docs, NOTICES)
    assert file.problems == ()
    [notice] = file.notices
    assert (notice.id, notice.upcoming, notice.text["en"]) == ("one", False, "The portal is under maintenance.")
    assert notice.shown_from == notice.begins
    assert [(text.language, str(text.lines[0].location(4))) for text in texts_of(file)] == [
        ("de", "docs/notices.yml:8:15"),
        ("en", "docs/notices.yml:9:15"),
    ]


@pytest.mark.parametrize(
    ("begins", "shown"),
    [
        ("2027-03-01 22:00", "2027-02-28T00:00:00+01:00"),
        ("2026-03-30 01:00", "2026-03-29T00:00:00+01:00"),  # clocks change within the day before
        ("2027-03-01 23:30 UTC", "2027-03-01T00:00:00+01:00"),  # already 2 March in Berlin
    ],
)
def test_a_notice_is_announced_from_the_begin_of_the_day_before_in_berlin(write_docs, begins, shown):
    text = NOTICES.replace("2027-03-01 22:00", begins).replace("2027-03-02", "2027-03-05")
    [notice] = read(write_docs, text.replace("    text:", "    upcoming: true\n    text:")).notices
    assert notice.shown_from.isoformat() == shown


def test_a_notice_whose_text_changes_has_another_version(write_docs):
    [one], [same], [other] = (
        read(write_docs, text).notices for text in (NOTICES, NOTICES, NOTICES.replace("The portal", "This portal"))
    )
    assert one.version == same.version != other.version


@pytest.mark.parametrize(
    ("right", "wrong", "code", "location", "message", "hint"),
    [
        ("id: one", "id: One 1", "notice-invalid", "2:9", "not of the right form", "small letters"),
        ("id: one", "id:", "notice-invalid", "2:8", "notices.0.id is empty", ""),
        ("from: 2027-03-01 22:00", "from: soon", "notice-time", "3:11", "soon is no time", "write a time so"),
        ("until: 2027-03-02 00:00", "until: 2027-03-01 22:00", "notice-time", "4:12", "ends before it begins", "later"),
        ("[user, admin]", "[user, admn]", "notice-invalid", "5:19", "'user' or 'admin'", ""),
        ("[user, admin]", "[]", "notice-invalid", "5:12", "list of views is empty", "user or admin"),
        ("severity: note", "severity: bad", "notice-invalid", "6:15", "'note'", ""),
        ("severity: note", "severty: note", "notice-invalid", "6:5", "severty is not a field", "severity"),
        (
            "      en: The portal is under maintenance.\n",
            "",
            "notice-invalid",
            "8:7",
            "no text in the language en",
            "en",
        ),
        ("en: The", "fr: The", "notice-invalid", "9:7", "fr is not a field", ""),
        ("en: The portal is under maintenance.", "en:", "notice-invalid", "9:10", "text.en is empty", ""),
        ("notices:\n", "notices: {}\nmore:\n", "notice-invalid", "1:10", "valid list", ""),
        ("- id", "- [id", "notice-invalid", "2:5", "never closed", ""),
    ],
)
def test_each_mistake_is_told_at_its_place(write_docs, right, wrong, code, location, message, hint):
    assert right in NOTICES
    file = read(write_docs, NOTICES.replace(right, wrong, 1))
    assert file.notices == ()
    told = [one for one in file.problems if message in one.message and str(one.location).endswith(f":{location}")]
    assert [one.code for one in told] == [code], file.problems
    assert hint in told[0].hint
    assert "pydantic" not in str(file.problems)


@pytest.mark.parametrize("text", ["", "notices: []\n", "# nothing\n"])
def test_a_file_without_notices_is_right(write_docs, text):
    file = read(write_docs, text)
    assert (file.notices, file.problems) == ((), ())


def test_without_the_file_there_are_no_notices(tmp_path):
    assert read_notices(tmp_path).problems == ()


def test_a_file_that_is_not_utf8_is_a_problem(write_docs):
    file = read_notices(write_docs({"notices.yml": "größe".encode("latin-1")}))
    assert [one.code for one in file.problems] == ["notice-invalid"]


def test_two_notices_with_one_id_are_told(write_docs):
    [problem] = read(write_docs, NOTICES + NOTICES.partition("\n")[2]).problems
    assert (str(problem.location), problem.hint.endswith("line 2")) == ("docs/notices.yml:10:9", True)


def test_a_mistake_is_told_in_german(write_docs):
    [problem] = read(write_docs, NOTICES.replace("2027-03-01 22:00", "2026-03-29 02:30")).problems
    assert in_words(problem.message, "de") == "2026-03-29 02:30 gibt es nicht: Die Uhren werden vorgestellt"


def test_the_committed_schema_is_the_one_of_the_models(project):
    assert (project / "docs/notices.schema.json").read_text("utf-8") == json_schema(), "run: make schema"


def test_the_form_in_the_file_and_in_the_guide_is_right_and_fits_the_schema(project, write_docs):
    shipped = (project / "docs/notices.yml").read_text("utf-8")
    assert shipped.startswith("# yaml-language-server: $schema=notices.schema.json\n")
    assert read(write_docs, shipped).notices == ()
    form = "".join(
        line[2:] for line in shipped[shipped.index("# notices:") :].splitlines(True) if line.startswith("# ")
    )
    guides = [(project / f"hooks/{name}").read_text("utf-8") for name in ("NOTICES.md", "NOTICES.de.md")]
    examples = [guide.partition("```yaml\n")[2].partition("   ```")[0] for guide in guides]
    for text in (form.partition("The file itself")[0], *(one.replace("\n   ", "\n")[3:] for one in examples)):
        file = read(write_docs, text)
        assert file.problems == () and len(file.notices) == 1
        jsonschema.validate(yaml.safe_load(text), json.loads(json_schema()))
    hours = {(file.notices[0].until - file.notices[0].begins).total_seconds() / 3600}
    assert hours == {2}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text.replace("en:", "fr:")), json.loads(json_schema()))
