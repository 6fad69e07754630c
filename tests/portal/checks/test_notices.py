from datetime import date

import pytest
from contexts import facts_context
from portal.checks.facts import check_unused
from portal.checks.notices import check_expired
from portal.checks.other_texts import check_other_texts

NOTICE = """\
notices:
  - id: one
    from: 2026-11-20 22:00
    until: 2026-11-21 00:00
    views: [user]
    severity: note
    text:
      de: Das Portal wird in dieser Nacht gewartet.
      en: The portal is under maintenance, see [help]({{ link.home }}).
"""


def context(write_docs, text=NOTICE, **options):
    return facts_context(write_docs({"notices.yml": text}), **options)


@pytest.mark.parametrize(("today", "count"), [(date(2026, 11, 21), 0), (date(2026, 11, 22), 1)])
def test_a_notice_is_expired_from_the_day_after_its_end(write_docs, today, count):
    known = context(write_docs, today=today)
    found = list(check_expired(known.facts, known))
    assert [str(one.location) for one in found] == ["docs/notices.yml:4:12"] * count
    assert all(one.severity == "warning" for one in found)


def test_a_fact_that_a_notice_names_is_used(write_docs, tmp_path):
    known = context(write_docs, templates=tmp_path)
    assert "no page uses link.home" not in [one.message for one in check_unused(known.project, known)]
    known = context(write_docs, NOTICE.replace("{{ link.home }}", "#"), templates=tmp_path)
    assert "no page uses link.home" in [one.message for one in check_unused(known.project, known)]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("See [help]({{ link.hom }}).", "fact-unknown"),
        ("See [help]({{ link.home }.", "placeholder-malformed"),
        ("See [help](https://other.test/).", "address-literal"),
        ("You need version 23.9.26 of the client.", "fact-literal"),
        ("Das Portal wird in dieser Nacht gewartet.", "language-slip"),
        ("Lorem ipsum is the text for this one.", "placeholder-text"),
    ],
)
def test_the_text_of_a_notice_is_checked_as_that_of_a_page(write_docs, wrong, code):
    known = context(write_docs, NOTICE[: NOTICE.index("en: ")] + f'en: "{wrong}"\n')
    found = list(check_other_texts(known.project, known))
    assert code in {one.code for one in found}
    assert {(one.location.file, one.location.line) for one in found} == {("docs/notices.yml", 9)}


def test_a_right_text_has_no_problem(write_docs):
    known = context(write_docs)
    assert list(check_other_texts(known.project, known)) == []
