"""Requests one address on the network, with retries, redirects and the cookies that they set.

urllib3 honours Retry-After and notices truncated bodies; lychee (0.24) does neither.
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
PERMANENT = (301, 308)  # RFC 9110, 15.4.2 and 15.4.9: links should use the new address from now on
REDIRECTS = (301, 302, 303, 307, 308)
TEMPORARY = (429, 500, 502, 503, 504)  # may answer differently in a moment
FINAL = ("", "unknown host", "certificate")  # outcomes that retrying would not change soon
LONGEST_CHAIN = 20  # WHATWG Fetch, "HTTP-redirect fetch": browsers give up after that
PIECE = 2**16
# Bytes of a body that are read: enough to know that the page exists. Downloading a whole video would cost its host and
# us more than the answer is worth.
ENOUGH = 2**20


@dataclass(frozen=True)
class RequestPolicy:
    """How to make requests: seconds to wait for a complete answer and between requests to a host, and retries."""

    timeout: float = 20
    pause: float = 1
    retries: int = 3
    backoff: float = 2  # seconds before the first retry; doubles
    longest_wait: int = 60  # seconds, whatever Retry-After says
    deadline: float = 300  # seconds per address, with redirects and waits: four tries a minute apart


@dataclass(frozen=True)
class Answer:
    """The result for an address. ``status`` is None without a complete answer; ``failure`` then says why."""

    address: str
    status: int | None
    failure: str  # "", or a key of portal.network.answers.REASONS
    chain: tuple[str, ...]  # the targets of redirects
    moved_to: str  # the last target of an unbroken series of permanent redirects, or ""
    asked_at: str  # ISO 8601, UTC
    detail: str = ""  # the message of a library about the failure

    def to_json(self) -> dict[str, Any]:
        """Return the answer in the form of the report."""
        return asdict(self)


class _Reply(NamedTuple):
    status: int | None
    failure: str = ""
    location: str = ""
    wait: float | None = None  # seconds, from Retry-After
    detail: str = ""


class Visit:
    """Requests one address until it answers, retries are exhausted, or the deadline has passed."""

    def __init__(self, address: str, pool: urllib3.PoolManager, policy: RequestPolicy) -> None:
        self._address, self._pool, self._policy = address, pool, policy
        self._ends, self._cookies = monotonic() + policy.deadline, CookieJar()
        self._chain: list[str] = []
        self._moved_to = ""

    def answer(self) -> Answer:
        """Request the address, follow redirects as a browser does, and return the result."""
        here, permanent = self._address, True
        seen: set[tuple[str, str]] = set()
        # A redirect to the same address that sets a cookie is not a circle: the next request carries the cookie.
        while (step := (here, self._cookie(here))) not in seen:
            if len(seen) > LONGEST_CHAIN:
                return self.failed("far")
            seen.add(step)
            reply = self._request_with_retries(here)
            if reply.status not in REDIRECTS:
                return self._result(reply.status, reply.failure, reply.detail)
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
        """Return the answer for an address that could not be requested."""
        return self._result(None, failure, detail)

    def _result(self, status: int | None, failure: str, detail: str) -> Answer:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Answer(self._address, status, failure, tuple(self._chain), self._moved_to, now, detail)

    def _request_with_retries(self, here: str) -> _Reply:
        """Request an address, with retries while the failure may be temporary."""
        for attempt in range(self._policy.retries + 1):
            sleep(self._policy.pause)
            reply = self._request(here)
            wait = self._policy.backoff * 2**attempt if reply.wait is None else reply.wait
            wait = min(wait, self._policy.longest_wait)
            is_last = attempt == self._policy.retries or monotonic() + wait >= self._ends
            if is_last or (reply.status not in TEMPORARY and reply.failure in FINAL):
                break
            sleep(wait)
        return reply

    def _request(self, here: str) -> _Reply:
        ends = min(monotonic() + self._policy.timeout, self._ends)
        headers = {"User-Agent": AGENT, "Accept": "*/*"}
        if cookie := self._cookie(here):
            headers["Cookie"] = cookie
        try:
            reply = self._pool.request(
                "GET",
                here,
                headers=headers,
                timeout=self._policy.timeout,
                redirect=False,
                retries=False,
                preload_content=False,
            )
            try:
                request = Request(here)  # noqa: S310 - not opened, only used for its cookies
                self._cookies.extract_cookies(reply, request)  # type: ignore[arg-type]  # asks only for reply.info()
                failure = _read(reply, ends) if reply.status < 300 else ""
                status = None if failure else reply.status
                return _Reply(status, failure, reply.headers.get("Location", ""), _wait(reply))
            finally:
                reply.close()
        except (HTTPError, HTTPException, OSError, ValueError) as error:  # ValueError: a malformed address or header
            return _Reply(None, _failure(error), detail=str(error))

    def _cookie(self, here: str) -> str:
        request = Request(here)  # noqa: S310 - not opened, only used for its cookies
        self._cookies.add_cookie_header(request)
        return request.get_header("Cookie", "")


def _follow(here: str, location: str) -> str:
    """Return the target of a redirect from ``here``. Raises ValueError if no browser could follow it."""
    with suppress(UnicodeError):  # HTTP libraries decode headers as Latin-1; browsers and servers use UTF-8
        location = location.encode("latin-1").decode("utf-8")
    url = parse_url(urljoin(here, location.strip()))
    if not location.strip() or url.scheme not in ("http", "https") or not url.host:
        raise ValueError(f"redirect to {location!r}")
    fragment = urldefrag(here).fragment  # RFC 9110, 10.2.2: it is inherited
    return url.url if url.fragment or not fragment else f"{url.url}#{fragment}"


def _read(reply: urllib3.BaseHTTPResponse, ends: float) -> str:
    """Read and discard a body in pieces; return its failure, or "". Raises HTTPError."""
    read = 0
    while read < ENOUGH and (piece := reply.read1(PIECE, decode_content=False)):
        read += len(piece)
        if monotonic() > ends:
            return "timeout"
    return ""


def _wait(reply: urllib3.BaseHTTPResponse) -> float | None:
    """Return the seconds in Retry-After, or None if it is missing or invalid."""
    with suppress(InvalidHeader, ValueError, OverflowError):
        return Retry().get_retry_after(reply)
    return None


def _failure(error: Exception) -> str:
    kinds = {
        urllib3.exceptions.NameResolutionError: "unknown host",
        urllib3.exceptions.NewConnectionError: "refused",  # before TimeoutError, its base class
        urllib3.exceptions.TimeoutError: "timeout",
        urllib3.exceptions.SSLError: "certificate",
        urllib3.exceptions.ProtocolError: "cut short",
    }
    return next((name for kind, name in kinds.items() if isinstance(error, kind)), "other")
