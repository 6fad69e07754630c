"""Visiting: one address on the network, with its tries, its redirects and the cookies that they set.

urllib3 asks, since it reads Retry-After and notices a body that is cut short; lychee (0.24) takes both for an answer.
"""

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from http.cookiejar import CookieJar
from time import monotonic, sleep
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin
from urllib.request import Request

import urllib3
from urllib3.exceptions import HTTPError, InvalidHeader
from urllib3.util import Retry, parse_url

AGENT = "Cloud PBX help portal, check of links (its address is in no page: ask the editors)"
PERMANENT = (301, 308)  # RFC 9110, 15.4.2 and 15.4.9: whoever links is to use the new address from now on
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (429, 500, 502, 503, 504)  # may answer otherwise in a moment
FINAL = ("", "unknown host", "certificate")  # what asking again would not change, or not in a moment
LONGEST_CHAIN = 20  # WHATWG Fetch, "HTTP-redirect fetch": browsers give up there
PIECE = 2**16
# Of a body, that much is read: enough to know that the page is there. To learn whether a film of a gigabyte is whole
# would cost its host and us more than the answer is worth.
ENOUGH = 2**20


@dataclass(frozen=True)
class Manners:
    """How to ask: seconds to wait for a whole answer and between requests to a host, and how often to try again."""

    timeout: float = 20
    pause: float = 1
    retries: int = 3
    backoff: float = 2  # seconds before the first further try; doubles
    longest_wait: int = 60  # seconds, whatever Retry-After asks for
    deadline: float = 300  # seconds for an address with tries, waits and redirects: four tries, a minute between them


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address. ``status`` is None where no whole answer came; ``failure`` then says why."""

    address: str
    status: int | None
    failure: str  # "", or a key of portal.network.answers.REASONS
    chain: tuple[str, ...]  # where redirects led
    moved_to: str  # the address that permanent redirects lead to, as far as they do, or ""
    asked_at: str  # ISO 8601, UTC
    detail: str = ""  # what a library said of the failure

    def to_json(self) -> dict[str, Any]:
        """Return the answer as it stands in the report."""
        return asdict(self)


class _Reply(NamedTuple):
    status: int | None
    failure: str = ""
    location: str = ""
    wait: float | None = None  # seconds that the server asks for
    detail: str = ""


class Visit:
    """Asks for one address until it is answered, gives up, or its time is over."""

    def __init__(self, address: str, pool: urllib3.PoolManager, manners: Manners) -> None:
        self._address, self._pool, self._manners = address, pool, manners
        self._ends, self._cookies = monotonic() + manners.deadline, CookieJar()
        self._chain: list[str] = []
        self._moved_to = ""

    def answer(self) -> Answer:
        """Ask, follow redirects as a browser does, and return what came of it."""
        here, permanent = self._address, True
        seen: set[tuple[str, str]] = set()
        # A server that sets a cookie and sends readers to the same address is no circle: the next time they have it.
        while (step := (here, self._cookie(here))) not in seen:
            if len(seen) > LONGEST_CHAIN:
                return self.failed("far")
            seen.add(step)
            reply = self._ask(here)
            if reply.status not in REDIRECTS:
                return self._told(reply.status, reply.failure, reply.detail)
            try:
                here = _follow(here, reply.location)
            except ValueError as error:
                return self.failed("astray", str(error))
            permanent = permanent and reply.status in PERMANENT
            self._chain.append(here)
            if permanent:
                self._moved_to = here if here != self._address else ""
        return self.failed("loop")

    def failed(self, failure: str, detail: str = "") -> Answer:
        """Return the answer for an address that gave none."""
        return self._told(None, failure, detail)

    def _told(self, status: int | None, failure: str, detail: str) -> Answer:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Answer(self._address, status, failure, tuple(self._chain), self._moved_to, now, detail)

    def _ask(self, here: str) -> _Reply:
        """Ask for an address, again where another answer may come in a moment."""
        for attempt in range(self._manners.retries + 1):
            sleep(self._manners.pause)
            reply = self._request(here)
            wait = self._manners.backoff * 2**attempt if reply.wait is None else reply.wait
            wait = min(wait, self._manners.longest_wait)
            is_last = attempt == self._manners.retries or monotonic() + wait >= self._ends
            if is_last or (reply.status not in PASSING and reply.failure in FINAL):
                break
            sleep(wait)
        return reply

    def _request(self, here: str) -> _Reply:
        ends = min(monotonic() + self._manners.timeout, self._ends)
        headers = {"User-Agent": AGENT, "Accept": "*/*"}
        if cookie := self._cookie(here):
            headers["Cookie"] = cookie
        try:
            reply = self._pool.request(
                "GET",
                here,
                headers=headers,
                timeout=self._manners.timeout,
                redirect=False,
                retries=False,
                preload_content=False,
            )
            try:
                request = Request(here)  # noqa: S310 - nothing is opened: it holds cookies
                self._cookies.extract_cookies(reply, request)  # type: ignore[arg-type]  # asks only for reply.info()
                failure = _read(reply, ends) if reply.status < 300 else ""
                status = None if failure else reply.status
                return _Reply(status, failure, reply.headers.get("Location", ""), _wait(reply))
            finally:
                reply.close()
        except (HTTPError, HTTPException, OSError, ValueError) as error:  # ValueError: a malformed address or header
            return _Reply(None, _failure(error), detail=str(error))

    def _cookie(self, here: str) -> str:
        request = Request(here)  # noqa: S310 - nothing is opened: it holds cookies
        self._cookies.add_cookie_header(request)
        return request.get_header("Cookie", "")


def _follow(here: str, location: str) -> str:
    """Return the address that a redirect from ``here`` names. Raises ValueError where no browser could follow it."""
    with suppress(UnicodeError):  # HTTP libraries read headers as Latin-1; browsers, and those who write them, as UTF-8
        location = location.encode("latin-1").decode("utf-8")
    url = parse_url(urljoin(here, location.strip()))
    if not location.strip() or url.scheme not in ("http", "https") or not url.host:
        raise ValueError(f"redirect to {location!r}")
    fragment = urldefrag(here).fragment  # RFC 9110, 10.2.2: it is inherited
    return url.url if url.fragment or not fragment else f"{url.url}#{fragment}"


def _read(reply: urllib3.BaseHTTPResponse, ends: float) -> str:
    """Read a body and drop it, piece by piece as it comes; return what is wrong with it. Raises HTTPError."""
    read = 0
    while read < ENOUGH and (piece := reply.read1(PIECE, decode_content=False)):
        read += len(piece)
        if monotonic() > ends:
            return "timeout"
    return ""


def _wait(reply: urllib3.BaseHTTPResponse) -> float | None:
    """Return the seconds that Retry-After asks for, or None where it says nothing that can be read."""
    with suppress(InvalidHeader, ValueError, OverflowError):
        return Retry().get_retry_after(reply)
    return None


def _failure(error: Exception) -> str:
    kinds = {
        urllib3.exceptions.NameResolutionError: "unknown host",
        urllib3.exceptions.NewConnectionError: "refused",  # before the timeout, which it counts as
        urllib3.exceptions.TimeoutError: "timeout",
        urllib3.exceptions.SSLError: "certificate",
        urllib3.exceptions.ProtocolError: "cut short",
    }
    return next((name for kind, name in kinds.items() if isinstance(error, kind)), "other")
