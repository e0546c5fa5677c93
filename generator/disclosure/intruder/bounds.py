"""The exact whole-number range of every count that is asked about, over all components.

For each count: the least and greatest value that some table of whole numbers allows while every published
fact holds, and how many values are left in between where that could be too few. A component that was
attacked before with the same numbers is not attacked again, so that a suppressor may ask after every cell
that it hides.
"""

from functools import lru_cache
from typing import NamedTuple

from generator.disclosure.intruder.components import Component, components
from generator.disclosure.intruder.facts import Facts
from generator.disclosure.intruder.linear import Bound, system
from generator.disclosure.intruder.search import Search

REMEMBERED_COMPONENTS = 4096


class Range(NamedTuple):
    """What a count can be: its ends (None: no end), and how many values, counted only as far as matters."""

    low: Bound
    high: Bound
    values: int | None


class _Question(NamedTuple):
    """What is asked of one component: which positions, and whose values are to be counted if few."""

    asked: tuple[int, ...]
    counted: frozenset[int]
    threshold: int
    keep: int


def ranges(facts: Facts) -> dict[str, Range]:
    """The exact range of every hidden cell and implied count; raises Contradiction when there is no table."""
    made = system(facts)
    asked = frozenset(facts.asked())
    implied = {implied.id for implied in facts.implied}
    found = [Range(low, high, _width(low, high)) for low, high in zip(made.low, made.high, strict=True)]
    for component in components(made):
        if component.is_exact(settled=made.settled):
            continue
        question = _Question(
            tuple(place for place, column in enumerate(component.columns) if made.names[column] in asked),
            frozenset(
                place for place, column in enumerate(component.columns) if made.names[column] not in implied
            ),
            facts.threshold,
            facts.keep,
        )
        for place, answer in _explore(component, question):
            found[component.columns[place]] = answer
    return {name: answer for name, answer in zip(made.names, found, strict=True) if name in asked}


def forget() -> None:
    """Forget the components attacked so far, so that a benchmark measures work and not memory."""
    _explore.cache_clear()


@lru_cache(maxsize=REMEMBERED_COMPONENTS)
def _explore(component: Component, question: _Question) -> tuple[tuple[int, Range], ...]:
    search = Search(component)
    search.settle(list(question.asked))
    answers = []
    for place in question.asked:
        low, high = search.range(place)
        values = _width(low, high)
        is_small = high is not None and high <= question.threshold
        if place in question.counted and is_small and values is not None and values >= question.keep:
            values = search.count_values(place, question.keep)
        answers.append((place, Range(low, high, values)))
    return tuple(answers)


def _width(low: Bound, high: Bound) -> int | None:
    return None if low is None or high is None else high - low + 1
