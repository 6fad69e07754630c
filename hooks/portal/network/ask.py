"""Requests addresses on the network politely: one request at a time per host, with pauses in between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import urllib3

from portal.network.visit import Answer, RequestPolicy, Visit

WORKERS = 8
DEFAULT = RequestPolicy()


def ask_all(addresses: Iterable[str], policy: RequestPolicy = DEFAULT) -> Iterator[Answer]:
    """Request each address, and yield each answer as it arrives. Nothing is cached.

    The threads are daemons, so that Ctrl-C need not wait for a server that never finishes.
    """
    addresses = list(dict.fromkeys(addresses))
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[_host(address)].append(address)
    hosts: SimpleQueue[list[str]] = SimpleQueue()
    for group in by_host.values():
        hosts.put(group)
    answers: SimpleQueue[Answer] = SimpleQueue()
    with urllib3.PoolManager() as pool:
        for _ in range(min(WORKERS, len(by_host))):
            Thread(target=_ask_hosts, args=(hosts, answers, pool, policy), daemon=True).start()
        for _ in addresses:
            yield _next(answers)


def collect(addresses: Iterable[str], policy: RequestPolicy = DEFAULT) -> list[Answer]:
    """Request each address, and return the answers; after Ctrl-C, those received so far."""
    answers = []
    with suppress(KeyboardInterrupt):
        for answer in ask_all(addresses, policy):
            answers.append(answer)  # one by one, so that Ctrl-C keeps them
    return answers


def _host(address: str) -> str:
    with suppress(ValueError):  # an invalid address has no host, and still gets its answer
        return urlsplit(address).netloc.lower()
    return ""


def _next(answers: SimpleQueue[Answer]) -> Answer:
    while True:
        with suppress(Empty):
            return answers.get(timeout=1)  # in steps, so that Windows delivers Ctrl-C


def _ask_hosts(
    hosts: SimpleQueue[list[str]], answers: SimpleQueue[Answer], pool: urllib3.PoolManager, policy: RequestPolicy
) -> None:
    """Request the addresses of one host after another, until none is left."""
    with suppress(Empty):
        while True:
            unknown = None
            for address in hosts.get_nowait():
                answer = replace(unknown, address=address) if unknown else _ask(address, pool, policy)
                if answer.failure == "unknown host" and not answer.chain:  # do not look up the same host again
                    unknown = answer
                answers.put(answer)


def _ask(address: str, pool: urllib3.PoolManager, policy: RequestPolicy) -> Answer:
    """Request an address, and give up at its deadline.

    Headers that arrive byte by byte and silent name servers can't be cancelled: their threads are abandoned.
    """
    visit = Visit(address, pool, policy)
    found: SimpleQueue[Answer] = SimpleQueue()

    def ask() -> None:
        try:
            found.put(visit.answer())
        except Exception as error:  # keep the other answers, whatever a server replies
            found.put(visit.failed("other", repr(error)))

    Thread(target=ask, daemon=True).start()
    try:
        return found.get(timeout=policy.deadline)
    except Empty:
        return visit.failed("timeout")
