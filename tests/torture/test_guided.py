"""Fuzzing led by what the parsers do: nothing but results and refusals, within seconds, over every parser.

GUIDED_SECONDS says how long `make torture` goes on: an hour, unless told otherwise.
"""

import json
import os
from collections.abc import Callable

import pytest

from tests.torture.guided import Parser, changed


def judge(printed: str) -> None:
    found = json.loads(printed)
    inputs = sum(one["inputs"] for one in found.values())
    print(f"{inputs} inputs over {len(found)} parsers, slowest {max(one['slowest'] for one in found.values())} s")
    assert len(found) > 30
    assert all(one["inputs"] and one["steps"] > 5 for one in found.values())


def test_every_parser_has_its_turn_and_none_fails(run_program: Callable[..., str]) -> None:
    judge(run_program("guided.py", "3", seconds=300))


@pytest.mark.torture
def test_an_hour_over_all_parsers(run_program: Callable[..., str]) -> None:
    seconds = os.environ.get("GUIDED_SECONDS", "3600")
    judge(run_program("guided.py", seconds, seconds=2 * float(seconds) + 600))


def test_an_input_that_reaches_something_new_is_kept_and_a_failure_is_told() -> None:
    from generator.records.numbers import parse_number

    def read(content: bytes) -> None:
        if len(content) > 3:
            raise ZeroDivisionError
        parse_number(content.decode())

    parser = Parser("numbers", read, ())
    parser.try_one(b"1")
    parser.try_one(b"1")
    parser.try_one(b"5%")
    parser.try_one(b"12345")
    assert parser.kept == [b"1", b"5%"]
    assert list(parser.failures.values()) == [b"12345"]


def test_the_same_chance_makes_the_same_changes() -> None:
    import random

    made = [changed(b"id,title\na,b\n", [b"x"], random.Random(3)) for _ in range(2)]
    assert made[0] == made[1] != b"id,title\na,b\n"
