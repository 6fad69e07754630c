"""Asking: whether addresses on the network answer, politely: one request at a time per host, with a pause between.

urllib3 asks, since it repeats by Retry-After and notices a body that is cut short; lychee (0.24) takes both for an answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from time import sleep
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.util import Retry, Timeout

AGENT = "Cloud PBX help portal, check of links (its address is in no page: ask the editors)"
PERMANENT = (301, 308)  # RFC 9110, 15.4.2 and 15.4.9: whoever links is to use the new address from now on
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (429, 500, 502, 503, 504)  # may answer otherwise in a moment
LONGEST_CHAIN = 10
WORKERS = 8


@dataclass(frozen=True)
class Manners:
    """How to ask: seconds to wait for an answer and between requests to a host, and how often to try again."""

    timeout: float = 20
    pause: float = 1
    retries: int = 3
    backoff: float = 2  # seconds before the first further try; doubles
    longest_wait: int = 60  # seconds, whatever Retry-After asks for


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address. ``status`` is None where no whole answer came; ``failure`` then says why."""

    address: str
    status: int | None
    failure: str  # "", "unknown host", "refused", "timeout", "loop", "cut short", "certificate", "other"
    chain: tuple[str, ...]  # where redirects led
    moved_to: str  # the address that permanent redirects lead to, as far as they do, or ""
    asked_at: str  # ISO 8601, UTC

    def to_json(self) -> dict:
        """Return the answer as it stands in the report."""
        return asdict(self)


def ask_all(addresses: Iterable[str], manners: Manners = Manners()) -> list[Answer]:
    """Ask for each address, and return the answers in the same order. Nothing is kept: a failure can't be cached."""
    addresses = list(dict.fromkeys(addresses))
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[urlsplit(address).netloc].append(address)
    with (
        urllib3.PoolManager(headers={"User-Agent": AGENT, "Accept": "*/*"}) as pool,
        ThreadPoolExecutor(WORKERS) as hosts,
    ):
        found = hosts.map(lambda group: [_ask(address, pool, manners) for address in group], by_host.values())
        answers = {answer.address: answer for group in found for answer in group}
    return [answers[address] for address in addresses]


def _ask(address: str, pool: urllib3.PoolManager, manners: Manners) -> Answer:
    chain, moved_to, status, failure, here, permanent = [], "", None, "", address, True
    while True:
        status, failure, location = _request(here, pool, manners)
        if status not in REDIRECTS or not location:
            break
        here, permanent = urljoin(here, location), permanent and status in PERMANENT
        if here in (address, *chain) or len(chain) == LONGEST_CHAIN:
            status, failure = None, "loop"
            break
        chain.append(here)
        moved_to = here if permanent else moved_to
    return Answer(address, status, failure, tuple(chain), moved_to, datetime.now(UTC).isoformat(timespec="seconds"))


def _request(address: str, pool: urllib3.PoolManager, manners: Manners) -> tuple[int | None, str, str]:
    """Return status, failure and the address that a redirect names."""
    again = Retry(
        total=manners.retries,
        redirect=False,
        status_forcelist=PASSING,
        raise_on_status=False,
        backoff_factor=manners.backoff,
        backoff_max=manners.longest_wait,
        retry_after_max=manners.longest_wait,
    )
    sleep(manners.pause)
    try:
        reply = pool.request("GET", address, redirect=False, retries=again, timeout=Timeout(manners.timeout))
        return reply.status, "", reply.headers.get("Location", "")
    except urllib3.exceptions.HTTPError as error:
        return None, _failure(error), ""


def _failure(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    kinds = {
        urllib3.exceptions.NameResolutionError: "unknown host",
        urllib3.exceptions.NewConnectionError: "refused",  # before the timeout, which it counts as
        urllib3.exceptions.TimeoutError: "timeout",
        urllib3.exceptions.SSLError: "certificate",
        urllib3.exceptions.ProtocolError: "cut short",
    }
    return next((name for kind, name in kinds.items() if isinstance(reason, kind)), "other")
