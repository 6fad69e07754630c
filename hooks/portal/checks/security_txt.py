"""security.txt (RFC 9116): where somebody who found a weakness reports it, and until when that is valid."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

from portal.checks.context import FactsContext
from portal.languages import LANGUAGES
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts

SECURITY_EXPIRES = Code(
    "security-expires",
    why=say(
        "`security.txt` says where to report a vulnerability, and until when that is valid: until the `review_by` "
        "of `security.contact`, less than a year ahead (RFC 9116). It is a warning 60 days before, and an error "
        "from that day on."
    ),
    fix=say("Compare the address with its source, then set `checked` to today and `review_by` to a new day."),
    example=say("security.txt expires on {day}", day="2027-11-01"),
)

PATH = ".well-known/security.txt"  # section 3: below the host's root, nowhere else
CONTACT = "security.contact"  # the fact that carries the address; its review_by is the day on which the file expires
NOTICE = timedelta(days=60)
LONGEST = timedelta(days=365)  # section 2.5.5: less than a year is recommended


def security_txt(facts: Facts, site_url: str) -> str | None:
    """Return the file's text; None where no contact is known, or the site is not at the root of its host."""
    contact = facts.addresses.get(CONTACT)
    if not contact or not contact.review_by or urlsplit(site_url).path not in ("", "/"):
        return None
    fields = [
        f"Contact: {contact.value}",
        f"Expires: {contact.review_by.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
    ]
    if site_url.startswith("https://"):  # section 2.5.2: no other address is allowed
        fields.append(f"Canonical: {urljoin(site_url, PATH)}")
    return "\n".join(fields) + "\n"


def check_security(facts: Facts, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem where security.txt expires: an error when it has or never would, a warning 60 days before."""
    contact = facts.addresses.get(CONTACT)
    if not contact:
        return
    location, expires, today = context.locations[CONTACT], contact.review_by, context.today
    hint = say("compare it with its source, then set `checked` to today and a new `review_by` within a year")
    if not expires:
        yield SECURITY_EXPIRES.problem(location, say("{key} has no review_by", key=CONTACT), hint)
    elif expires <= today:
        yield SECURITY_EXPIRES.problem(location, say("security.txt expired on {day}", day=expires), hint)
    elif expires - today > LONGEST:
        message = say("security.txt expires on {day}, more than a year ahead", day=expires)
        yield SECURITY_EXPIRES.problem(location, message, hint)
    elif expires - today <= NOTICE:
        message = say("security.txt expires on {day}", day=expires)
        yield SECURITY_EXPIRES.problem(location, message, hint, severity="warning")
