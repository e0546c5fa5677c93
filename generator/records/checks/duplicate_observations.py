"""Rule: one value for each indicator, area, period and breakdown; equal and conflicting repeats are both refused."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.observation import Observation, Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each repeat, which names the first row."""
    yield from _repeats(records.observations)
    yield from _repeats(records.everywhere)


def _repeats(observations: tuple[Observation, ...]) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str, str], Observation] = {}
    for one in observations:
        first = seen.setdefault(one.key, one)
        if first is not one:
            yield _repeat(one, first)


def _repeat(one: Observation, first: Observation) -> Problem:
    where = f"row {first.place.row}" if one.place.file == first.place.file else str(first.place)
    same = (one.value, one.symbol, one.numerator, one.denominator) == (
        first.value,
        first.symbol,
        first.numerator,
        first.denominator,
    )
    if same:
        return Problem(
            one.place, "duplicate-observation", f"The row repeats {where}.", "Delete one of the two rows."
        )
    found = f"The row has the indicator, area, period and breakdown of {where}, with another value."
    return Problem(
        one.place, "duplicate-observation", found, "Find out which is right, and delete the other row."
    )
