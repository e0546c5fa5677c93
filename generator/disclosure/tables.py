"""Protects any table of counts of people: cells, the sums that tie them, percentages of one cell in another.

For tables that are not observations of an indicator: cross-tables from a spreadsheet (`cross_tables`), made tables
in tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import partial

from generator.disclosure.complementary import Outcome, Sheet, hide_more
from generator.disclosure.intruder import Cell, Facts, Implied, Ratio, Sum
from generator.disclosure.primary import could_be, must_hide, rounded, too_small
from generator.model import DisclosurePolicy


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage that would be printed beside the counts: of one cell in another."""

    id: str
    numerator: str
    denominator: str
    decimals: int = 0
    scale: int = 100


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by name, as recorded, and what ties them."""

    counts: Mapping[str, int]
    sums: tuple[Sum, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    symbols: Mapping[str, Cell] = field(default_factory=dict)
    """Cells that stand as a symbol already, and what the symbol tells."""

    def adds_up(self) -> bool:
        """Whether every total of which all parts are known is their sum."""
        known = (one for one in self.sums if {one.total, *one.parts} <= self.counts.keys())
        return all(self.counts[one.total] == sum(self.counts[part] for part in one.parts) for one in known)

    def printed(self, percentage: Percentage) -> Fraction:
        """A percentage as it would be printed, halves up."""
        unit = 10**percentage.decimals
        exact = Fraction(percentage.scale * self.counts[percentage.numerator], self.counts[percentage.denominator])
        return Fraction((2 * exact * unit + 1) // 2, unit)


def protect_table(table: CountTable, policy: DisclosurePolicy) -> Outcome:
    """Say which cells and percentages of a table must be hidden, so that none can be worked out."""
    return hide_more(sheet_of(table, policy), primary(table, policy) | table.symbols.keys())


def primary(table: CountTable, policy: DisclosurePolicy) -> frozenset[str]:
    """The cells and percentages that are too small themselves."""
    small = {name for name, count in table.counts.items() if too_small(policy, count)}
    small |= {
        one.id
        for one in table.percentages
        if table.counts[one.denominator] == 0 or must_hide(policy, _behind(table, one))
    }
    return frozenset(small)


def _behind(table: CountTable, one: Percentage) -> tuple[int, int, int]:
    numerator, denominator = table.counts[one.numerator], table.counts[one.denominator]
    return numerator, denominator, denominator - numerator


def sheet_of(table: CountTable, policy: DisclosurePolicy) -> Sheet:
    """The table as the suppressor sees it."""
    percentages = {one.id: one for one in table.percentages}
    zeros = {name for name, count in table.counts.items() if count == 0 and policy.zeros_shown}
    order = (*table.counts, *table.symbols, *percentages)
    return Sheet(
        order=order,
        free=frozenset(order) - zeros - table.symbols.keys(),
        sums=tuple((one.total, *one.parts) for one in table.sums),
        ties=tuple((one.id, one.numerator, one.denominator) for one in table.percentages),
        facts=partial(facts_of, table, policy),
        figure_of={name: name for name in order} | {_rest(name): name for name in percentages},
    )


def facts_of(table: CountTable, policy: DisclosurePolicy, hidden: frozenset[str]) -> Facts:
    """What a reader of the table knows when these cells and percentages are hidden."""
    shown = [one for one in table.percentages if one.id not in hidden]
    return Facts(
        cells={name: _cell(policy, count, hidden=name in hidden) for name, count in table.counts.items()}
        | dict(table.symbols),
        sums=table.sums,
        ratios=tuple(
            Ratio(one.numerator, one.denominator, table.printed(one), one.decimals, Fraction(one.scale)) for one in shown
        ),
        implied=tuple(Implied(_rest(one.id), (one.denominator, one.numerator)) for one in shown),
        threshold=policy.hidden_up_to,
        zeros_shown=policy.zeros_shown,
        keep=policy.keep,
    )


def _rest(percentage: str) -> str:
    return f"{percentage}, the rest"


def _cell(policy: DisclosurePolicy, count: int, *, hidden: bool) -> Cell:
    if hidden:
        return Cell.confidential()
    low, high = could_be(policy, int(rounded(policy, Decimal(count))))
    return Cell.shown(low) if low == high else Cell.within(low, high)

