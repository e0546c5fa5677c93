"""Asks each source's address whether it is still there: the only command besides `diff` that goes to other hosts.

Politely: it says who asks, it asks for no more than the head of a page where that is enough, and one host is asked
one question at a time with a rest between. A host that turns programs away has not lost its page, so that is no
finding; silence and faults are asked about a second time before they are.
"""

import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from urllib.parse import urlsplit

from generator import __version__

PATIENCE = 20.0
"""Seconds to wait for an answer."""
REST = 1.0
"""Seconds between two questions to one host."""
HOSTS_AT_ONCE = 4
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
UNABLE = frozenset({HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})
"""Answers to a question for the head alone that a host may mean of the question and not of the page."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How patiently and how often to ask."""

    patience: float = PATIENCE
    rest: float = REST


def dead(addresses: Iterable[str], manner: Manner | None = None) -> Mapping[str, str]:
    """The addresses at which nothing is found, each with what became of the question, in words."""
    manner = manner or Manner()
    by_host: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    opener = urllib.request.build_opener()
    opener.addheaders = [("User-Agent", f"transparency-generator/{__version__} (checks once a night that its sources are there)")]
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda listed: _of_one_host(opener, listed, manner), by_host.values())
        return {address: words for found in answers for address, words in found.items()}


def _of_one_host(opener: urllib.request.OpenerDirector, addresses: list[str], manner: Manner) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for at, address in enumerate(addresses):
        if at:
            time.sleep(manner.rest)
        words, certain = _asked(opener, address, manner)
        if words and not certain:
            time.sleep(manner.rest)
            words, _ = _asked(opener, address, manner)
        if words:
            found[address] = words
    return found


def _asked(opener: urllib.request.OpenerDirector, address: str, manner: Manner) -> tuple[str, bool]:
    """What is wrong with an address, empty for nothing, and whether a second question is needless."""
    status = HTTPStatus.NOT_FOUND
    for method in ("HEAD", "GET"):
        try:
            with opener.open(urllib.request.Request(address, method=method), timeout=manner.patience):  # noqa: S310  records admit http and https alone
                return "", True
        except urllib.error.HTTPError as answer:
            answer.close()
            status = HTTPStatus(answer.code) if answer.code in set(HTTPStatus) else HTTPStatus.BAD_GATEWAY
            if status not in UNABLE:
                break
        except (OSError, HTTPException, ValueError) as failure:
            return _words_for(failure), False
    if status in GONE:
        return f"the host says that the page is not there ({status.value})", True
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"the host has a fault of its own ({status.value})", False
    return "", True


def _words_for(failure: BaseException) -> str:
    """Why no answer came, without what the failure itself says."""
    reason = failure.reason if isinstance(failure, urllib.error.URLError) else failure
    if isinstance(reason, ssl.SSLError):
        return "the host cannot show that it is itself (its certificate)"
    if isinstance(reason, TimeoutError):
        return "the host did not answer in time"
    if isinstance(reason, ConnectionError):
        return "the host turned the connection away"
    return "the host could not be reached"
