"""Crossings: only the switches lead from the user view into the admin view, and from one language into another."""

from collections.abc import Iterable
from functools import cache

from portal.checks.links.addresses import Finding
from portal.languages import DEFAULT, Language, language_of
from portal.problems import Code
from portal.problems.messages import say
from portal.site.links import Link
from portal.site.site import Site
from portal.views import View, view_of

LINK_VIEW = Code(
    "link-view",
    why=say(
        "Readers would change from the user view to the administrator view without noticing. Only the view switch "
        "at the top does that."
    ),
    fix=say(
        "Say it in this view too, or ask readers to use the switch. Mark a switch within the text: "
        "`[…](../admin/index.md){{data-view=admin}}`."
    ),
    example=say("{link} leads from the user view into the administrator view", link="../admin/checklist.md"),
)
LINK_LANGUAGE = Code(
    "link-language",
    why=say("Readers would change the language without noticing. Only the language switch at the top does that."),
    fix=say(
        "Link to the page in the same language, or ask readers to use the switch. Mark a switch within the text "
        "with `{{hreflang=en}}`."
    ),
    example=say("{link} leads into another language ({language})", link="../../en/user/help.md", language="en"),
)

NOT_FOUND = "404.html"  # serves every reader whose page is missing, so it leads to both languages and both views


def check_crossing(page: str, link: Link, target: str) -> Finding | None:
    """Return what is wrong with a link of ``page`` to the page ``target`` (both site paths), or None.

    A switch of the view carries ``data-view``; one of the language carries ``hreflang`` with the language it leads to.
    """
    if link.tag not in ("a", "area") or page.endswith(NOT_FOUND):
        return None
    (from_language, from_view), (to_language, to_view) = where_of(page), where_of(target)
    if to_language not in (from_language, link.hreflang):
        return leads_abroad(to_language)
    if (from_view, to_view) == ("user", "admin") and not link.switches:
        return Finding(
            LINK_VIEW,
            lambda words: say("{link} leads from the user view into the administrator view", link=words),
            say("say it in the user view too; only the view switch crosses"),
        )
    return None


def pages_allowed(site: Site, page: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Return which pages of ``site`` a link in ``page`` may lead to, of those at ``paths``."""
    link = Link("a", "")
    return tuple(path for path in paths if path in site.pages and not check_crossing(page, link, path))


def leads_abroad(language: Language, instead: str = "") -> Finding:
    """Return what is wrong with a link into another language; ``instead`` is the link to the page in the own one."""
    return Finding(
        LINK_LANGUAGE,
        lambda words: say("{link} leads into another language ({language})", link=words, language=language),
        say("write {link}", link=instead)
        if instead
        else say("link to the page of the same language; only the language switch crosses"),
    )


@cache
def where_of(path: str) -> tuple[Language, View | None]:
    """Return the language and the view of a page, by its site path."""
    language = language_of(path)
    return language, view_of(path if language == DEFAULT else path.removeprefix(f"{language}/"))
