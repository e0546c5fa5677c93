"""Running many pieces of work side by side, each in a process of its own.

A process ends with its piece of work, so memory does not grow with their number; one that crashes, is killed or takes
too long fails alone. What the work is, is given from outside.
"""

import os
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from io import StringIO
from multiprocessing import connection, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

SECONDS: Final = 900
"""A council's site takes about ten seconds; one that takes so much longer never ends."""

CRASHED: Final = -1


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: its name and what it is called with."""

    name: str
    arguments: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a piece of work ended."""

    name: str
    code: int
    """What the work returned; CRASHED when it did not return."""
    told: str
    """All that it printed, and the reason if it crashed."""
    seconds: float


@dataclass(frozen=True, slots=True)
class _Running:
    job: Job
    process: BaseProcess
    replies: Connection
    begun: float


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_all(
    jobs: Sequence[Job],
    work: Callable[..., int],
    at_once: int,
    preload: Sequence[str] = (),
    seconds: float = SECONDS,
) -> Iterator[Ended]:
    """Run every job, so many at once, and give each as it ends; `work` is a function of a module, called in another process.

    `preload` names modules that each process finds loaded already, where the system can do that.
    """
    context = _context(preload)
    waiting = list(reversed(jobs))
    running: list[_Running] = []
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                running.append(_start(context, waiting.pop(), work))
            first = min(one.begun for one in running) + seconds - time.monotonic()
            connection.wait([one.replies for one in running], timeout=max(0.0, first))
            for one in [one for one in running if one.replies.poll() or _overdue(one, seconds)]:
                running.remove(one)
                yield _end(one, seconds)
    finally:
        for one in running:
            one.process.kill()


def _context(preload: Sequence[str]) -> BaseContext:
    """Start from a process that has loaded what all need, where the system can; else each starts from nothing."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def _start(context: BaseContext, job: Job, work: Callable[..., int]) -> _Running:
    replies, answers = context.Pipe(duplex=False)
    process = context.Process(target=_perform, args=(answers, work, job.arguments))  # type: ignore[attr-defined]  # every real context has it
    process.start()
    answers.close()
    return _Running(job, process, replies, time.monotonic())


def _perform(answers: Connection, work: Callable[..., int], arguments: tuple[object, ...]) -> None:
    """In the other process: do the work, and send back how it ended and what it printed."""
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            code = int(work(*arguments))
        except Exception as failure:  # noqa: BLE001  whatever it is, it is told, and the other councils go on
            said.write(f"The program made a mistake of its own: {_where(failure)}.\n")
            code = CRASHED
    with suppress(OSError):  # whoever asked may be gone
        answers.send((code, said.getvalue()))


def _where(failure: Exception) -> str:
    """Give the kind of a mistake and the line that made it, never its message, which could hold a value."""
    lines = traceback.extract_tb(failure.__traceback__)
    place = f", {Path(lines[-1].filename).name} line {lines[-1].lineno}" if lines else ""
    return f"{type(failure).__name__}{place}"


def _overdue(one: _Running, seconds: float) -> bool:
    return time.monotonic() - one.begun >= seconds


def _end(one: _Running, seconds: float) -> Ended:
    took = time.monotonic() - one.begun
    if not one.replies.poll():
        one.process.kill()
        one.process.join()
        return Ended(one.job.name, CRASHED, f"It had not ended after {seconds:.0f} seconds.\n", took)
    try:
        code, said = one.replies.recv()
    except EOFError:
        one.process.join()
        return Ended(
            one.job.name,
            CRASHED,
            f"Its process ended without an answer (exit code {one.process.exitcode}).\n",
            took,
        )
    one.process.join()
    one.replies.close()
    return Ended(one.job.name, code, said, took)
