"""Notices as pages and feeds show them: their text as HTML, their time in words, the moments for the script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from feedgenerator import Atom1Feed
from markdown import Markdown

from portal.languages import Language
from portal.publishing.checklist.words import format_date
from portal.publishing.typography import TypographyExtension
from portal.sources.moments import BERLIN
from portal.sources.notices import Notice
from portal.sources.placeholders import Values, fill
from portal.views import View

PAGE = "notices.md"  # the page that lists all notices
BLOCKS = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
INLINE = ("html", "image_link", "image_reference", "short_image_ref")  # what a notice does not have


@dataclass(frozen=True)
class ShownNotice:
    """A notice in the words of a language. Moments are written as scripts read them: 2026-10-25T00:30:00Z."""

    id: str
    version: str
    views: tuple[View, ...]
    severity: str
    html: str
    span: str  # from when to when, as Berlin's clocks show it
    shown_from: str
    begins: str
    until: str


def show(notice: Notice, values: Values, language: Language, words: Mapping[str, Any]) -> ShownNotice:
    """Return a notice as pages of a language show it. ``words`` are those of templates about notices."""
    html = _markdown(language).convert(fill(notice.text[language], values, language))
    moments = (_for_scripts(moment) for moment in (notice.shown_from, notice.begins, notice.until))
    span = _span(notice.begins, notice.until, language, words)
    return ShownNotice(notice.id, notice.version, notice.views, notice.severity, html, span, *moments)


class _Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator comes without types
    """An Atom feed that was last changed when its source was, even if it is empty."""

    def latest_post_date(self) -> datetime:
        changed: datetime = self.feed["changed"]
        return changed


def notices_feed(
    notices: Iterable[ShownNotice], words: Mapping[str, Any], page: Mapping[str, str], changed: datetime
) -> str:
    """Return the notices as an Atom feed (RFC 4287); an entry's id is its address on the page, which never changes.

    ``page`` has the title, address and language of the page of all notices, the address of the feed, and the author.
    ``changed`` is when the notices were last changed: what they say of the future is no date of a feed.
    """
    feed = _Feed(
        title=page["title"],
        link=page["address"],
        description=None,
        language=page["language"],
        feed_url=page["feed"],
        author_name=page["author"],
        changed=changed,
    )
    for notice in notices:
        address = f"{page['address']}#notice-{notice.id}"
        feed.add_item(
            title=f"{words['severity'][notice.severity]}: {notice.span}",
            link=address,
            unique_id=address,
            description=notice.html,
            pubdate=changed,
            updateddate=changed,
        )
    text: str = feed.writeString("utf-8")
    return text


def _markdown(language: Language) -> Markdown:
    """Return a parser for what stands within a paragraph: no headings, lists, HTML or images."""
    parser = Markdown(extensions=["attr_list", TypographyExtension(language)])
    for name in BLOCKS:
        parser.parser.blockprocessors.deregister(name)
    for name in INLINE:
        parser.inlinePatterns.deregister(name)
    parser.preprocessors.deregister("html_block")
    return parser


def _for_scripts(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _span(begins: datetime, until: datetime, language: Language, words: Mapping[str, Any]) -> str:
    first, last = begins.astimezone(BERLIN), until.astimezone(BERLIN)
    ends_at_midnight = last.time() == time() and last.date() == first.date() + timedelta(days=1)
    if first.tzname() != last.tzname():
        template = words["clocks_change"]
    elif first.date() == last.date() or ends_at_midnight:
        template = words["same_day"]
    else:
        template = words["days"]
    return str(
        template.format(
            day=format_date(first.date(), language),
            begins=f"{first:%H:%M}",
            zone=words["zones"][first.tzname()],
            last_day=format_date(last.date(), language),
            until="24:00" if template == words["same_day"] and ends_at_midnight else f"{last:%H:%M}",
            last_zone=words["zones"][last.tzname()],
        )
    )
