"""The intruder against plain enumeration of every table: each range, and each verdict, must be the same.

The enumeration shares nothing with the intruder but the types of facts: it tries every number in every cell.
A thousand tables are tried in every run; set INTRUDER_TABLES to try more.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

import pytest

from generator.disclosure.intruder import Cell, Facts, Implied, Order, Ratio, Sum, attack

TABLES = int(os.environ.get("INTRUDER_TABLES", "1000"))
BATCHES = 20
STEPS = 4000
"""Tables that need more steps to enumerate are passed over."""
THRESHOLD = 5


class TooMany(Exception):
    """The table has too many solutions to enumerate in a test."""


@dataclass
class Draft:
    """A true table, and the sums that tie it."""

    counts: dict[str, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def add_total(self, total: str, parts: list[str]) -> None:
        """Add a total of counts that are there already."""
        self.counts.setdefault(total, sum(self.counts[part] for part in parts))
        self.sums.append(Sum(total, tuple(parts)))


def one_way(chance: random.Random) -> Draft:
    """Parts, subtotals and a total: a hierarchy."""
    draft = Draft()
    for group in range(chance.randint(1, 3)):
        parts = [f"{group}{part}" for part in range(chance.randint(1, 4))]
        draft.counts |= {part: chance.randint(0, 7) for part in parts}
        draft.add_total(f"{group}T", parts)
    draft.add_total("T", [name for name in draft.counts if name.endswith("T")])
    return draft


def cross_table(chance: random.Random, ways: int) -> Draft:
    """A table of two or three ways with all its margins."""
    draft = Draft()
    sizes = [chance.randint(2, 4 if ways == 2 else 3) for _ in range(ways)]
    labels = [[str(label) for label in range(size)] for size in sizes]
    for cell in product(*labels):
        draft.counts["".join(cell)] = chance.choice((0, 1, 1, 2, 3, 4, 6, 9))
    for way in range(ways):
        others = [[*labels[other], "T"] if other < way else labels[other] for other in range(ways)]
        others[way] = ["T"]
        for margin in product(*others):
            parts = ["".join((*margin[:way], label, *margin[way + 1 :])) for label in labels[way]]
            draft.add_total("".join(margin), parts)
    return draft


def year_to_date(chance: random.Random) -> Draft:
    """Months and running totals."""
    draft = Draft()
    for month in range(chance.randint(2, 6)):
        draft.counts[f"m{month}"] = chance.randint(0, 6)
        draft.add_total(f"y{month}", [f"m{month}", *([f"y{month - 1}"] if month else [])])
    return draft


def rates(chance: random.Random) -> Draft:
    """Groups with a base and the cases among it, and both totals: for percentages of hidden bases."""
    draft = Draft()
    groups = range(chance.choice((2, 3, 3, 3)))
    for group in groups:
        draft.counts[f"base{group}"] = chance.randint(3, 24)
        draft.counts[f"case{group}"] = chance.randint(1, draft.counts[f"base{group}"])
    for kind in ("base", "case"):
        draft.add_total(f"{kind}T", [f"{kind}{group}" for group in groups])
    return draft


def ratios(chance: random.Random, counts: dict[str, int]) -> Iterator[Ratio]:
    """Percentages, rates and means between two counts, at times with a typing error."""
    pairs = [(f"case{group}", f"base{group}") for group in "012T" if f"base{group}" in counts]
    names = list(counts)
    if not pairs:
        pairs = [(chance.choice(names), chance.choice(names)) for _ in range(chance.choice((0, 0, 1, 2, 3)))]
    for top, bottom in pairs:
        if not counts[bottom]:
            continue
        scale, decimals = chance.choice((1, 10, 100, 100, 1000)), chance.choice((0, 0, 1, 2))
        unit = Fraction(1, 10**decimals)
        value = round(Fraction(scale * counts[top], counts[bottom]) / unit) * unit
        yield Ratio(top, bottom, value + (chance.random() < 0.03), decimals, Fraction(scale))


def orders(chance: random.Random, counts: dict[str, int]) -> Iterator[Order]:
    """True orders between any two counts."""
    for _ in range(chance.choice((0, 0, 1, 2))):
        one, other = chance.sample(list(counts), 2)
        if counts[one] >= counts[other]:
            yield Order(one, other, strict=counts[one] > counts[other] and chance.random() < 0.5)


def cell(chance: random.Random, count: int, *, is_hidden: bool, zeros_shown: bool) -> Cell:
    """One way to print a count."""
    if not is_hidden:
        return Cell.shown(count)
    kind = chance.random()
    if kind < 0.8 and (count or not zeros_shown):
        return Cell.confidential(high=count + chance.randint(0, 8))
    if kind < 0.9:
        base = chance.choice((2, 3, 5, 10))
        return Cell.rounded((count + base // 2) // base * base, base)
    return Cell.within(max(0, count - chance.randint(0, 3)), count + chance.randint(0, 4))


def random_facts(seed: int) -> Facts:
    """Facts about a small random table, most of them true."""
    chance = random.Random(seed)
    kind = seed % 6
    draft = (
        (one_way, year_to_date, rates)[kind](chance)
        if kind < 3
        else cross_table(chance, 3 if kind == 5 else 2)
    )
    zeros_shown = chance.random() < 0.7
    hidden_share = 1 if kind == 2 else chance.choice((0.3, 0.5, 0.8))
    margin_share = 0 if kind == 2 else chance.choice((0.0, 0.2, hidden_share))
    cells = {
        name: cell(
            chance,
            count,
            is_hidden=chance.random() < (margin_share if "T" in name or "y" in name else hidden_share),
            zeros_shown=zeros_shown,
        )
        for name, count in draft.counts.items()
    }
    names = list(draft.counts)
    implied = tuple(
        Implied(f"implied {place}", tuple(chance.sample(names, 2))) for place in range(chance.randint(0, 2))
    )
    tied = kind == 2 or chance.random() < 0.5
    return Facts(
        cells,
        tuple(draft.sums),
        tuple(ratios(chance, draft.counts)) if tied else (),
        tuple(orders(chance, draft.counts)) if tied else (),
        implied,
        THRESHOLD,
        zeros_shown,
        chance.choice((2, 3, 3, 4)),
    )


def every_table(facts: Facts) -> list[dict[str, int]]:
    """Every table that keeps to the facts, by trying every number; raises TooMany."""
    found: list[dict[str, int]] = []
    waiting: list[dict[str, int]] = [{}]
    for _ in range(STEPS):
        if not waiting:
            return found
        table = waiting.pop()
        if not is_possible(facts, table):
            continue
        name, values = next_cell(facts, table)
        if name is None:
            if is_true(facts, table):
                found.append(table)
        else:
            waiting += [{**table, name: value} for value in values]
    raise TooMany


def next_cell(facts: Facts, table: dict[str, int]) -> tuple[str | None, list[int]]:
    """A cell that the table lacks and what it could be: one number where a sum leaves no choice."""
    for total in facts.sums:
        missing = [name for name in (total.total, *total.parts) if name not in table]
        if len(missing) == 1:
            parts = sum(table.get(part, 0) for part in total.parts)
            value = parts if missing[0] == total.total else table[total.total] - parts
            return missing[0], [value] if is_allowed(facts, missing[0], value) else []
    spans = {}
    for name in facts.cells:
        if name not in table:
            low, high = facts.limits(name)
            assert high is not None
            spans[name] = range(low, high + 1)
    if not spans:
        return None, []
    shortest = min(spans, key=lambda name: len(spans[name]))
    return shortest, list(spans[shortest])


def is_possible(facts: Facts, table: dict[str, int]) -> bool:
    """Whether the printed ratios between the numbers tried so far are right."""
    for ratio in facts.ratios:
        if ratio.numerator in table and ratio.denominator in table:
            bottom = table[ratio.denominator]
            half = Fraction(1, 2 * 10**ratio.decimals)
            if not bottom or abs(ratio.scale * table[ratio.numerator] / bottom - ratio.value) > half:
                return False
    return True


def is_true(facts: Facts, table: dict[str, int]) -> bool:
    """Whether a full table, whose ratios were checked on the way, has the printed sums and orders."""
    adds_up = all(table[total.total] == sum(table[part] for part in total.parts) for total in facts.sums)
    return adds_up and all(
        table[order.greater] > table[order.lesser] - (not order.strict) for order in facts.orders
    )


def is_allowed(facts: Facts, name: str, value: int) -> bool:
    """Whether the cell alone could be this number."""
    low, high = facts.limits(name)
    return low <= value and (high is None or value <= high)


def expected(facts: Facts, tables: list[dict[str, int]]) -> dict[str, tuple[int | None, int | None, str]]:
    """The range and verdict of every hidden cell and implied count, by their definitions."""
    answers: dict[str, tuple[int | None, int | None, str]] = {}
    implied = {one.id: one.minus for one in facts.implied}
    for name in facts.asked():
        if not tables:
            answers[name] = (None, None, "CONTRADICTION")
            continue
        if name in implied:
            values = {table[implied[name][0]] - table[implied[name][1]] for table in tables}
            is_exposed = values <= set(range(1, 6)) or values <= set(range(-5, 0))
            verdict = "EXPOSED" if is_exposed else "SAFE"
        else:
            values = {table[name] for table in tables}
            is_narrow = max(values) <= THRESHOLD and len(values) < facts.keep
            verdict = "RECOVERED" if len(values) == 1 else "NARROWED" if is_narrow else "SAFE"
        answers[name] = (min(values), max(values), verdict)
    return answers


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_range_and_verdict_equals_what_enumeration_finds(batch: int) -> None:
    seed, checked, verdicts = batch * 1_000_000, 0, set()
    while checked < TABLES // BATCHES:
        seed += 1
        facts = random_facts(seed)
        try:
            wanted = expected(facts, every_table(facts))
        except TooMany:
            continue
        answer = attack(facts)
        found = {name: (cell.min, cell.max, cell.verdict.value) for name, cell in answer.cells.items()}
        assert found == wanted, f"seed {seed}"
        verdicts |= {verdict for _, _, verdict in found.values()}
        checked += 1
    assert verdicts >= {"RECOVERED", "NARROWED", "EXPOSED", "SAFE"}, (
        "the tables are too alike to test anything"
    )
