"""Facts as rows of whole-number inequalities, and the cheap exact steps before any solver; no solver here.

A row says low <= sum of weight x count <= high, all in Python integers, so nothing is lost to floating
point. A ratio `value` at d decimals, with half a unit h = 10^-d / 2, is linear even when both counts are
hidden: (value - h) x denominator <= scale x numerator <= (value + h) x denominator, multiplied through to
integers.

Before solving: counts that are already settled leave the rows; every row is divided by the common divisor
of its weights, and its ends are rounded inwards (a Chvatal-Gomory step: an even sum cannot be 7); each row
is used to tighten the bounds of its counts until nothing moves (bound propagation); rows that can no longer
fail go.
"""

import math
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from generator.disclosure.intruder.facts import Facts, Ratio

Bound = int | None
"""The end of a range; None where there is no end."""

VISITS = 200
"""How often one row may tighten its counts: two orders that chase each other upwards would never stop."""


class Contradiction(Exception):
    """No table of whole numbers makes every fact true."""


class Row(NamedTuple):
    """low <= sum of weight x count <= high, over the counts in `columns`."""

    columns: tuple[int, ...]
    weights: tuple[int, ...]
    low: Bound
    high: Bound


@dataclass(slots=True)
class System:
    """Counts by number, each within a range, and the rows that tie them."""

    names: tuple[str, ...]
    low: list[Bound]
    high: list[Bound]
    rows: list[Row] = field(default_factory=list)
    settled: bool = True
    """Whether propagation came to rest, so that no row can tighten anything further."""


def system(facts: Facts) -> System:
    """Write facts as a system of rows, tightened; raises Contradiction when that already shows one."""
    names = (*facts.cells, *(implied.id for implied in facts.implied))
    number = {name: position for position, name in enumerate(names)}
    limits = [facts.limits(name) for name in facts.cells]
    lows: list[Bound] = [low for low, _ in limits]
    highs: list[Bound] = [high for _, high in limits]
    unknown: list[Bound] = [None] * len(facts.implied)
    made = System(names, lows + unknown, highs + unknown)
    for ratio in facts.ratios:
        bottom = number[ratio.denominator]
        made.low[bottom] = max(1, made.low[bottom] or 0)
    for column, (low, high) in enumerate(zip(made.low, made.high, strict=True)):
        _refuse_empty(low, high, names[column])
    made.rows = [
        _row(((number[name], weight) for name, weight in terms), low, high)
        for terms, low, high in _terms(facts)
    ]
    simplify(made)
    return made


_Terms = list[tuple[str, int]]


def _terms(facts: Facts) -> Iterable[tuple[_Terms, Bound, Bound]]:
    for total in facts.sums:
        yield [(total.total, 1), *((part, -1) for part in total.parts)], 0, 0
    for implied in facts.implied:
        yield [(implied.id, -1), (implied.minus[0], 1), *((name, -1) for name in implied.minus[1:])], 0, 0
    for order in facts.orders:
        yield [(order.greater, 1), (order.lesser, -1)], int(order.strict), None
    for ratio in facts.ratios:
        low, high = ratio.limits()
        yield _ratio_terms(ratio, low), 0, None
        yield _ratio_terms(ratio, high), None, 0


def _ratio_terms(ratio: Ratio, limit: Fraction) -> _Terms:
    multiple = math.lcm(ratio.scale.denominator, limit.denominator)
    return [(ratio.numerator, int(ratio.scale * multiple)), (ratio.denominator, -int(limit * multiple))]


def _row(terms: Iterable[tuple[int, int]], low: Bound, high: Bound) -> Row:
    """One row, with the weights of a count that is named twice added up, in a standard form."""
    weights: dict[int, int] = {}
    for column, weight in terms:
        weights[column] = weights.get(column, 0) + weight
    kept = sorted((column, weight) for column, weight in weights.items() if weight)
    if kept and kept[0][1] < 0:
        kept = [(column, -weight) for column, weight in kept]
        low, high = (None if high is None else -high), (None if low is None else -low)
    divisor = math.gcd(*(weight for _, weight in kept)) or 1
    low = None if low is None else -(-low // divisor)
    high = None if high is None else high // divisor
    _refuse_empty(low, high)
    return Row(tuple(column for column, _ in kept), tuple(weight // divisor for _, weight in kept), low, high)


def _refuse_empty(low: Bound, high: Bound, name: str = "") -> None:
    if low is not None and high is not None and low > high:
        raise Contradiction(name)


def simplify(made: System) -> None:
    """Tighten the bounds and shorten the rows, in turn, until neither changes anything."""
    before: list[Row] | None = None
    while before != made.rows:
        before = made.rows
        made.rows = _shortened(made)
        made.settled = propagate(made.low, made.high, made.rows)


def _shortened(made: System) -> list[Row]:
    """Rows without their settled counts, none that cannot fail, each set of counts and weights once."""
    merged: dict[tuple[tuple[int, ...], tuple[int, ...]], Row] = {}
    for row in made.rows:
        settled = 0
        loose = []
        for column, weight in zip(row.columns, row.weights, strict=True):
            low = made.low[column]
            if low is not None and low == made.high[column]:
                settled += weight * low
            else:
                loose.append((column, weight))
        low = None if row.low is None else row.low - settled
        high = None if row.high is None else row.high - settled
        short = _row(loose, low, high)
        if _cannot_fail(short, made):
            continue
        key = (short.columns, short.weights)
        other = merged.get(key, short)
        merged[key] = Row(*key, _higher(short.low, other.low), _lower(short.high, other.high))
        _refuse_empty(merged[key].low, merged[key].high)
    return list(merged.values())


def _cannot_fail(row: Row, made: System) -> bool:
    if not row.columns:
        if (row.low or 0) > 0 or (row.high or 0) < 0:
            raise Contradiction
        return True
    least, endless_down = _reach(row, made.low, made.high)
    greatest, endless_up = _reach(row, made.high, made.low)
    return (row.low is None or (not endless_down and least >= row.low)) and (
        row.high is None or (not endless_up and greatest <= row.high)
    )


def _higher(one: Bound, other: Bound) -> Bound:
    return other if one is None else one if other is None else max(one, other)


def _lower(one: Bound, other: Bound) -> Bound:
    return other if one is None else one if other is None else min(one, other)


def _reach(row: Row, rising: Sequence[Bound], falling: Sequence[Bound]) -> tuple[int, int]:
    """The end of a row's sum (the finite part, and how many counts have no end) for one choice of ends."""
    finite = endless = 0
    for column, weight in zip(row.columns, row.weights, strict=True):
        end = rising[column] if weight > 0 else falling[column]
        if end is None:
            endless += 1
        else:
            finite += weight * end
    return finite, endless


def propagate(low: list[Bound], high: list[Bound], rows: Sequence[Row]) -> bool:
    """Tighten the bounds in place by every row; say whether it came to rest; raises Contradiction."""
    rows_of: dict[int, list[int]] = {}
    for position, row in enumerate(rows):
        for column in row.columns:
            rows_of.setdefault(column, []).append(position)
    waiting = deque(range(len(rows)))
    queued = [True] * len(rows)
    visits = [0] * len(rows)
    at_rest = True
    while waiting:
        position = waiting.popleft()
        queued[position] = False
        visits[position] += 1
        if visits[position] > VISITS:
            at_rest = False
            continue
        for column in tighten(rows[position], low, high):
            for neighbour in rows_of[column]:
                if not queued[neighbour]:
                    queued[neighbour] = True
                    waiting.append(neighbour)
    return at_rest


def tighten(row: Row, low: list[Bound], high: list[Bound]) -> list[int]:
    """Tighten the bounds of a row's counts in place; the counts whose bounds moved; raises Contradiction."""
    least, endless_down = _reach(row, low, high)
    greatest, endless_up = _reach(row, high, low)
    moved = []
    for column, weight in zip(row.columns, row.weights, strict=True):
        bottom, top = (low[column], high[column]) if weight > 0 else (high[column], low[column])
        others_down = endless_down - (bottom is None)
        others_up = endless_up - (top is None)
        new_top = None
        if row.high is not None and not others_down:
            new_top = row.high - least + (0 if bottom is None else weight * bottom)
        new_bottom = None
        if row.low is not None and not others_up:
            new_bottom = row.low - greatest + (0 if top is None else weight * top)
        if _narrow(column, weight, (new_bottom, new_top), low, high):
            moved.append(column)
    return moved


def _narrow(
    column: int, weight: int, share: tuple[Bound, Bound], low: list[Bound], high: list[Bound]
) -> bool:
    """Apply share[0] <= weight x count <= share[1]; say whether a bound moved; raises Contradiction."""
    bottom, top = share if weight > 0 else (share[1], share[0])
    old = low[column], high[column]
    if bottom is not None:
        low[column] = _higher(old[0], -(-bottom // weight))
    if top is not None:
        high[column] = _lower(old[1], top // weight)
    if (low[column], high[column]) == old:
        return False
    _refuse_empty(low[column], high[column])
    return True
