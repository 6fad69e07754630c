"""Asking: whether addresses on the network answer, politely: one request at a time per host, with a pause between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import urllib3

from portal.network.visit import Answer, Manners, Visit

WORKERS = 8
DEFAULT = Manners()


def ask_all(addresses: Iterable[str], manners: Manners = DEFAULT) -> Iterator[Answer]:
    """Ask for each address, and yield each answer as it comes. Nothing is kept: a failure can't be cached.

    The threads are daemons: who stops listening, for Ctrl-C, need not wait for a server that never ends.
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
            Thread(target=_ask_hosts, args=(hosts, answers, pool, manners), daemon=True).start()
        for _ in addresses:
            yield _next(answers)


def collect(addresses: Iterable[str], manners: Manners = DEFAULT) -> list[Answer]:
    """Ask for each address, and return the answers; after Ctrl-C those that there are."""
    answers = []
    with suppress(KeyboardInterrupt):
        for answer in ask_all(addresses, manners):
            answers.append(answer)  # one by one, so that they are there after Ctrl-C
    return answers


def _host(address: str) -> str:
    with suppress(ValueError):  # what is no address has no host, and gets its answer all the same
        return urlsplit(address).netloc.lower()
    return ""


def _next(answers: SimpleQueue[Answer]) -> Answer:
    while True:
        with suppress(Empty):
            return answers.get(timeout=1)  # in steps, so that Windows delivers Ctrl-C


def _ask_hosts(
    hosts: SimpleQueue[list[str]], answers: SimpleQueue[Answer], pool: urllib3.PoolManager, manners: Manners
) -> None:
    """Ask host after host, as long as there are any."""
    with suppress(Empty):
        while True:
            unknown = None
            for address in hosts.get_nowait():
                answer = replace(unknown, address=address) if unknown else _ask(address, pool, manners)
                if answer.failure == "unknown host" and not answer.chain:  # no name server needs to be asked again
                    unknown = answer
                answers.put(answer)


def _ask(address: str, pool: urllib3.PoolManager, manners: Manners) -> Answer:
    """Ask for an address, and stop listening at its deadline.

    A head that comes byte by byte, or a name server that is silent, can't be called off: its thread is left behind.
    """
    visit = Visit(address, pool, manners)
    found: SimpleQueue[Answer] = SimpleQueue()

    def ask() -> None:
        try:
            found.put(visit.answer())
        except Exception as error:  # whatever a server made of it, the other answers are not lost
            found.put(visit.failed("other", repr(error)))

    Thread(target=ask, daemon=True).start()
    try:
        return found.get(timeout=manners.deadline)
    except Empty:
        return visit.failed("timeout")
