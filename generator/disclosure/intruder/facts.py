"""What a reader of published figures knows, as typed facts; no solving here and no reading of files.

Every published figure is a fact about whole numbers that are not negative: counts of people.

* A shown count is that number. A count rounded to a base is an interval, **both half-way ends included**
  (45 to the nearest 10 is 40 to 50): publishers round halves up, down, to even or at random and seldom say
  which, and an intruder who assumed the wrong one would rule out the truth.
* A confidential count (`c`) is at least 1 where zeros are shown, because a zero would have been shown; it
  has no upper bound of its own, because complementary suppression hides large counts behind the same
  symbol.
* `low` is at least 1 (it rounds to zero but is not); `x` and `u` are any count; `z` means no such count, so
  0.
* Sums, ratios and orders tie the counts together. Of a ratio we know that |scale x numerator / denominator
  - value| is at most half a unit of the last decimal printed, ends included.
* An implied count (the complement of a ratio, the difference of two nested groups, months or releases) is a
  **question, not a fact**: it is answered, and states nothing about its sign. To say that one group lies
  within another, add the order `whole >= part`.

Sources: Statistical Policy Working Paper 22 (2005), chapter IV; Eurostat, Handbook on Statistical
Disclosure Control, chapter 5; GSS guidance on symbols in tables.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

DEFAULT_THRESHOLD = 5
"""Counts of 1 to this many people are too small to print, where a file does not say (DfE practice)."""
DEFAULT_KEEP = 3
"""The fewest values that a hidden small count must keep, where a file does not say."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is printed about one count: it lies between two numbers, which its repr withholds."""

    low: int | None = field(default=0, repr=False)
    """None: the lowest count that the policy hides (1 where zeros are shown, else 0)."""
    high: int | None = field(default=None, repr=False)
    """None: nothing printed about this cell alone bounds it."""
    hidden: bool = True
    """Whether the answer covers the cell: its number was withheld, rounded, or is known only as a range."""

    @classmethod
    def shown(cls, count: int) -> "Cell":
        """A count printed as it is."""
        return cls(count, count, hidden=False)

    @classmethod
    def confidential(cls, low: int | None = None, high: int | None = None) -> "Cell":
        """A cell printed as `c`."""
        return cls(low, high)

    @classmethod
    def rounded(cls, count: int, base: int) -> "Cell":
        """A count printed to the nearest `base`; both half-way ends are possible."""
        return cls(max(0, count - base // 2), count + base // 2)

    @classmethod
    def within(cls, low: int, high: int | None = None) -> "Cell":
        """A count known only to lie within a range, ends included."""
        return cls(low, high)

    @classmethod
    def unpublished(cls) -> "Cell":
        """A count that is nowhere printed and not asked about: only other facts speak of it."""
        return cls(hidden=False)


SYMBOLS: Mapping[str, Cell] = MappingProxyType(
    {
        "c": Cell.confidential(),
        "low": Cell.within(1),
        "u": Cell.within(0),
        "x": Cell.within(0),
        "z": Cell.shown(0),
    }
)
"""What each symbol in place of a number tells a reader."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total equals the sum of its parts."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage, rate or mean, printed to some decimals: `scale` is 100 for a percentage."""

    numerator: str
    denominator: str
    value: Fraction
    decimals: int
    scale: Fraction

    def limits(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest that the unrounded ratio can be."""
        half = Fraction(1, 2 * 10**self.decimals)
        return self.value - half, self.value + half


@dataclass(frozen=True, slots=True)
class Order:
    """`greater` is more than `lesser`, or no less: a sorted table, an arrow, a word."""

    greater: str
    lesser: str
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Implied:
    """A count that nobody printed but anyone can ask for: the first of `minus` less all the others."""

    id: str
    minus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything published that the intruder may use, and the policy against which leaks are judged."""

    cells: Mapping[str, Cell]
    sums: tuple[Sum, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    orders: tuple[Order, ...] = ()
    implied: tuple[Implied, ...] = ()
    threshold: int = DEFAULT_THRESHOLD
    zeros_shown: bool = True
    keep: int = DEFAULT_KEEP
    names: Mapping[str, str] = field(default_factory=dict)
    """What to call a cell in words for people, where its id would not do."""

    def __post_init__(self) -> None:
        """Refuse facts about cells that do not exist: a misspelt name would quietly weaken the attack."""
        known = self.cells.keys() | {implied.id for implied in self.implied}
        unknown = sorted({name for name in self._mentioned() if name not in known})
        if unknown:
            raise ValueError(f"facts mention cells that are not among the cells: {', '.join(unknown)}")
        asked = [implied.id for implied in self.implied]
        twice = sorted({name for name in asked if name in self.cells or asked.count(name) > 1})
        if twice:
            raise ValueError(f"implied counts share a name with another cell: {', '.join(twice)}")

    def _mentioned(self) -> Iterator[str]:
        for total in self.sums:
            yield from (total.total, *total.parts)
        for ratio in self.ratios:
            yield from (ratio.numerator, ratio.denominator)
        for order in self.orders:
            yield from (order.greater, order.lesser)
        for implied in self.implied:
            yield from implied.minus

    def limits(self, cell: str) -> tuple[int, int | None]:
        """The least and greatest that a cell can be by what is printed in it alone (None: no greatest)."""
        printed = self.cells[cell]
        lowest_hidden = 1 if self.zeros_shown else 0
        return lowest_hidden if printed.low is None else printed.low, printed.high

    def asked(self) -> tuple[str, ...]:
        """The names that the answer covers: every hidden cell, then every implied count."""
        hidden = (name for name, cell in self.cells.items() if cell.hidden)
        return (*hidden, *(implied.id for implied in self.implied))


def holds(facts: Facts, table: Mapping[str, int]) -> bool:
    """Whether a table (a count for every cell) makes every fact true: exact, without the solver."""
    full = dict(table)
    waiting = list(facts.implied)
    while waiting:
        ready = [implied for implied in waiting if all(name in full for name in implied.minus)]
        if not ready:
            return False
        for implied in ready:
            full[implied.id] = full[implied.minus[0]] - sum(full[name] for name in implied.minus[1:])
            waiting.remove(implied)
    return all(_checks(facts, full))


def _checks(facts: Facts, full: Mapping[str, int]) -> Iterable[bool]:
    for name in facts.cells:
        low, high = facts.limits(name)
        yield low <= full[name] and (high is None or full[name] <= high)
    for total in facts.sums:
        yield full[total.total] == sum(full[part] for part in total.parts)
    for ratio in facts.ratios:
        low_ratio, high_ratio = ratio.limits()
        top, bottom = ratio.scale * full[ratio.numerator], full[ratio.denominator]
        yield bottom >= 1 and low_ratio * bottom <= top <= high_ratio * bottom
    for order in facts.orders:
        yield full[order.greater] >= full[order.lesser] + int(order.strict)
