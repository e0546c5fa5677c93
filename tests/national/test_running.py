"""Many pieces of work side by side: one that fails, in whatever way, fails alone."""

from pathlib import Path

import pytest

from generator.national.running import CRASHED, Ended, Job, run_all
from tests.national.work import perform


@pytest.fixture
def ended(tmp_path: Path) -> dict[str, Ended]:
    """Run one job of each kind, two at once."""
    kinds = ("raises", "one", "dies", "hangs", "complains", "two")
    jobs = [Job(kind, (kind, tmp_path)) for kind in kinds]
    return {one.name: one for one in run_all(jobs, perform, at_once=2, seconds=8)}


def test_failures_are_told_and_stop_nothing(ended: dict[str, Ended], tmp_path: Path) -> None:
    assert {name: one.code for name, one in ended.items()} == {
        "raises": CRASHED, "one": 0, "dies": CRASHED, "hangs": CRASHED, "complains": 4, "two": 0,
    }  # fmt: skip
    assert ended["one"].told == "one begins\n"
    assert ended["complains"].told == "complains begins\nnot so\n"
    assert ended["dies"].told == "Its process ended without an answer (exit code 9).\n"
    assert ended["hangs"].told == "It had not ended after 8 seconds.\n"
    assert ended["raises"].told.startswith("raises begins\nThe program made a mistake of its own: ValueError, work.py line ")
    assert "children" not in ended["raises"].told
    processes = {path.name.partition("-")[2] for path in tmp_path.iterdir()}
    assert len(processes) == 6, "each job has a process of its own, so that memory does not grow"


def lines(ended: Ended) -> str:
    assert ended.code == 0, ended.told
    return ended.told.splitlines()[1]


def test_memory_stays_the_same_however_many_pieces_of_work_there_are(tmp_path: Path) -> None:
    jobs = [Job(f"leaks-{number}", (f"leaks-{number}", tmp_path)) for number in range(8)]
    peaks = [int(lines(one)) for one in run_all(jobs, perform, at_once=1)]
    assert len(peaks) == 8
    assert max(peaks) - min(peaks) < 20_000, "kilobytes; each piece leaves 30,000 behind"


def test_no_more_pieces_of_work_run_at_once_than_is_asked_for(tmp_path: Path) -> None:
    jobs = [Job(f"waits-{number}", (f"waits-{number}", tmp_path)) for number in range(6)]
    spans = [tuple(map(float, lines(one).split())) for one in run_all(jobs, perform, at_once=2)]
    at_once = [sum(began <= moment < ended for began, ended in spans) for moment, _ in spans]
    assert len(spans) == 6
    assert max(at_once) <= 2
