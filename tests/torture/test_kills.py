"""A build that is killed at any moment is seen by no reader, and the next one needs no help."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

NEVER = {"next failed": 0, "not whole": 0, "left": 0, "reader torn": 0, "reader mixed": 0, "reader missing": 0}


def killed(run_program: Callable[..., str], council: Path, kills: int, how: str, seconds: float) -> dict[str, int]:
    printed = run_program("killed.py", str(council), str(council / "build" / "site"), str(kills), how, seconds=seconds)
    return dict(json.loads(printed))


def judge(seen: dict[str, int], kills: int) -> None:
    print(seen)
    assert {name: seen[name] for name in NEVER} == NEVER
    assert seen["killed"] == kills
    assert seen["reader whole"] > kills / 2


def test_a_reader_sees_only_whole_releases_while_builds_are_killed(council: Path, run_program: Callable[..., str]) -> None:
    judge(killed(run_program, council, 8, "stub", 120), 8)


def test_a_reader_sees_only_whole_releases_while_whole_builds_are_killed(council: Path, run_program: Callable[..., str]) -> None:
    judge(killed(run_program, council, 2, "whole", 120), 2)


@pytest.mark.torture
@pytest.mark.parametrize("how", ["stub", "whole"])
def test_two_hundred_kills(council: Path, run_program: Callable[..., str], how: str) -> None:
    judge(killed(run_program, council, 200, how, 7200), 200)
