"""Whole tables that make every published fact true: what the hidden counts could have been.

Two sets of records that differ only so must build the same site, byte for byte. Which tables are wanted is
said by the facts: to keep a cell where a policy would hide it anyway, give that cell its own range first.
"""

import numpy as np

from generator.disclosure.intruder.components import Component, components
from generator.disclosure.intruder.facts import Facts
from generator.disclosure.intruder.linear import Bound, Contradiction, System, system
from generator.disclosure.intruder.search import Search
from generator.disclosure.intruder.solver import Table

BEYOND = 6
"""How far past what was seen a count without an upper end is taken, to see it differ."""


def witness_tables(facts: Facts, count: int) -> list[dict[str, int]]:
    """Up to `count` different tables (a number for every cell) that keep to the facts; none if they clash."""
    try:
        made = system(facts)
        tied = list(components(made))
        pools = [_pool(component, count) for component in tied]
    except Contradiction:
        return []
    free = set(range(len(made.names))) - {column for component in tied for column in component.columns}
    found: list[dict[str, int]] = []
    for turn in range(max([count, *(len(pool) for pool in pools)])):
        values = {column: _free_value(made, column, turn, count) for column in free}
        for component, pool in zip(tied, pools, strict=True):
            # From both ends of the pool in turn: the least tables are found first and the greatest last.
            table = pool[(turn // 2 if turn % 2 == 0 else -1 - turn // 2) % len(pool)]
            values |= dict(zip(component.columns, (int(value) for value in table), strict=True))
        named = {name: values[column] for column, name in enumerate(made.names) if name in facts.cells}
        if named not in found:
            found.append(named)
        if len(found) >= count:
            break
    return found


def _free_value(made: System, column: int, turn: int, count: int) -> int:
    """A value of a count that no row ties: its ends first, then what lies between."""
    low, high = made.low[column], made.high[column]
    if low is None:
        low = -BEYOND if high is None else high - BEYOND
    top = low + max(BEYOND, count - 1) if high is None else high
    return low + (turn * (top - low) if turn < 2 else turn - 1) % (top - low + 1)


def _pool(component: Component, count: int) -> list[Table]:
    """Different tables of one component: those that reach the ends of its ranges, and more if too few."""
    pool: list[Table] = []
    places = list(range(len(component.columns)))
    search = Search(_bounded(component), pool)
    search.settle(places)
    for place in places:
        if len(_different(pool)) >= count:
            break
        search.count_values(place, count)
    return _different(pool)


def _different(pool: list[Table]) -> list[Table]:
    return list({table.tobytes(): table for table in pool}.values())


def _bounded(component: Component) -> Component:
    """The component with an upper end wherever it has none, near what some table needs."""
    pool: list[Table] = []
    Search(component, pool).settle([])
    first = pool[0] if pool else np.zeros(len(component.columns), dtype=np.int64)
    lows: list[Bound] = [
        _or(low, int(value) - BEYOND) for low, value in zip(component.low, first, strict=True)
    ]
    highs: list[Bound] = [
        _or(high, int(value) + BEYOND) for high, value in zip(component.high, first, strict=True)
    ]
    return component._replace(low=tuple(lows), high=tuple(highs))


def _or(bound: Bound, otherwise: int) -> int:
    return otherwise if bound is None else bound
