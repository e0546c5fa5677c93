"""Processes that draw while the rest of a build goes on. Nothing here knows what is drawn."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import ceil
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from types import TracebackType
from typing import Final, Self, TypeVar

from generator.release.charts.cache import ChartCache

FEWEST_FOR_WORKERS: Final = 24
"""Starting a process costs about as much as drawing ten charts."""
CHUNKS_A_WORKER: Final = 4

One = TypeVar("One")
Made = TypeVar("Made")


class Workers:
    """So many processes, started when there is enough to do for them, and ended with the block that they are used in."""

    def __init__(self, number: int) -> None:
        """Start nothing yet."""
        self._number = number
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Begin the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None) -> None:
        """End the processes; what was not begun is left."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, make: Callable[[One], Made], each: Sequence[One]) -> Iterator[Made]:
        """Begin to make something of each in processes, and give it in order; a few are made here, when they are asked for."""
        if self._number <= 1 or (len(each) < FEWEST_FOR_WORKERS and self._pool is None):
            return map(make, each)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._number, mp_context=get_context("spawn"), initializer=_live_and_die_with_parent)
        return self._pool.map(make, each, chunksize=ceil(len(each) / (self._number * CHUNKS_A_WORKER)) or 1)


def begin_kept(
    make: Callable[[One], str], wanted: Mapping[str, One], names: Mapping[str, str], pool: Workers, cache: ChartCache
) -> Callable[[], dict[str, str]]:
    """Begin to make what the cache does not have; what is given back waits for it, and gives every text by its key.

    `names` says for each key under which name the cache keeps its text.
    """
    kept = {key: cache.read(names[key]) for key in wanted}
    missing = [key for key, text in kept.items() if text is None]
    made = pool.begin(make, [wanted[key] for key in missing])

    def finish() -> dict[str, str]:
        for key, text in zip(missing, made, strict=True):
            cache.write(names[key], text)
            kept[key] = text
        return {key: text for key, text in kept.items() if text is not None}

    return finish


def _live_and_die_with_parent() -> None:
    """In a process that draws: leave an interrupt to the parent, and end when the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
