"""What a publication tells an intruder: figures as counts, with the sums and ratios that tie them.

The same facts serve the door, which knows what was recorded, and the audit, which knows only what is printed.
Tied are: the groups of a breakdown to their whole, months and quarters to the longer period that an indicator adds
up to, and a percentage, rate or average to the count that is printed beside it. Nothing is hidden here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import partial

from generator.disclosure.complementary import Sheet
from generator.disclosure.intruder import Cell, Facts, Implied, Ratio, Sum
from generator.disclosure.intruder.facts import SYMBOLS
from generator.disclosure.primary import could_be, must_hide, rounded
from generator.disclosure.totals import Total, totals_of
from generator.model import DisclosurePolicy
from generator.periods import Period
from generator.vocabulary import Symbol, Unit

SCALES = {Unit.PERCENT: 100, Unit.RATE_10000: 10_000, Unit.AVERAGE: 1}
"""What numerator divided by denominator is multiplied by."""
ABOVE, BELOW, REST = " above the line", " below the line", " the rest"
"""What the counts behind a ratio are called, after the figure's key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure: what is known of it, and whether it already stands as a symbol. Its repr withholds every number."""

    key: str
    indicator: str
    area: str
    period: Period
    breakdown: str
    unit: Unit
    value: Decimal | None = field(repr=False)
    numerator: Decimal | None = field(repr=False)
    denominator: Decimal | None = field(repr=False)
    symbol: Symbol | None = field(repr=False)

    @property
    def counts_behind(self) -> tuple[Decimal | None, ...]:
        """The counts of people that the figure gives away: itself, or those it is worked out from and the rest."""
        if self.unit is Unit.COUNT:
            return (self.value,)
        rest = None
        if self.unit is Unit.PERCENT and self.numerator is not None and self.denominator is not None:
            rest = self.denominator - self.numerator
        return self.numerator, self.denominator, rest

    @property
    def is_zero(self) -> bool:
        """Whether it is a count of nobody."""
        return self.unit is Unit.COUNT and self.value == 0


@dataclass(frozen=True, slots=True)
class Table:
    """Figures that can be tied to each other: one area, and an indicator with those that it adds up to."""

    entries: Mapping[str, Entry]
    totals: tuple[Total, ...]
    policy: DisclosurePolicy

    @property
    def symbols(self) -> frozenset[str]:
        """Figures that stand as a symbol already."""
        return frozenset(key for key, entry in self.entries.items() if entry.symbol is not None)

    @property
    def too_small(self) -> frozenset[str]:
        """Figures that are too small themselves."""
        return frozenset(key for key, entry in self.entries.items() if must_hide(self.policy, entry.counts_behind))

    def sheet(self) -> Sheet:
        """The table as the suppressor sees it."""
        zeros = {key for key, entry in self.entries.items() if entry.is_zero and self.policy.zeros_shown}
        return Sheet(
            order=tuple(self.entries),
            free=frozenset(self.entries) - zeros - self.symbols,
            sums=tuple((total.whole, *total.parts) for total in self.totals if total.adds_up),
            ties=tuple((total.whole, *total.parts) for total in self.totals if not total.adds_up),
            facts=partial(facts_of, self),
            figure_of=_figure_of(self),
        )


def tables(entries: Iterable[Entry], policy: DisclosurePolicy, longer: Mapping[str, str], *, trusting: bool = True) -> list[Table]:
    """Every table of a publication; `longer` names the indicator that another adds up to.

    Where nobody can tell whether groups add up, because one is hidden, they are taken to: pass `trusting=False`
    after a contradiction has shown that they do not.
    """
    family = {name: _last(name, longer) for name in {*longer, *longer.values()}}
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        grouped.setdefault((family.get(entry.indicator, entry.indicator), entry.area), []).append(entry)
    return [
        Table({entry.key: entry for entry in listed}, totals_of(listed, policy, longer, trusting=trusting), policy)
        for listed in grouped.values()
    ]


def _last(name: str, longer: Mapping[str, str]) -> str:
    """The indicator at the end of a chain of those that add up; a ring ends where it began."""
    seen = [name]
    while (following := longer.get(seen[-1])) and following not in seen:
        seen.append(following)
    return min(seen[seen.index(following) :]) if following else seen[-1]


def facts_of(table: Table, hidden: frozenset[str]) -> Facts:
    """What a reader knows of a table when these figures are hidden."""
    cells: dict[str, Cell] = {}
    ratios: list[Ratio] = []
    implied: list[Implied] = []
    for key, entry in table.entries.items():
        if entry.unit is Unit.COUNT:
            cells[key] = _count(table.policy, entry, hidden=key in hidden)
        elif key in hidden:
            cells[key + ABOVE] = cells[key + BELOW] = Cell.within(0)
        else:
            cells[key + ABOVE] = _part(table.policy, entry.numerator)
            cells[key + BELOW] = _part(table.policy, entry.denominator)
            _add_ratio(entry, ratios, implied)
    sums = []
    for total in table.totals:
        for suffix in _suffixes(table, total):
            parts = tuple(part + suffix for part in total.parts)
            if total.adds_up:
                sums.append(Sum(total.whole + suffix, parts))
            else:
                names = (total.whole + suffix, *parts)
                implied += _differences(names, shown=not hidden.intersection((total.whole, *total.parts)))
    policy = table.policy
    return Facts(
        cells, tuple(sums), tuple(ratios), (), tuple({one.id: one for one in implied}.values()),
        policy.hidden_up_to, policy.zeros_shown, policy.keep,
    )  # fmt: skip


def _count(policy: DisclosurePolicy, entry: Entry, *, hidden: bool) -> Cell:
    if entry.symbol is not None:
        return SYMBOLS[entry.symbol.value]
    if hidden:
        return Cell.confidential()
    return _part(policy, entry.value)


def _part(policy: DisclosurePolicy, count: Decimal | None) -> Cell:
    """A count that is printed, perhaps rounded, or not at all."""
    if count is None or count % 1:
        return Cell.unpublished()
    low, high = could_be(policy, int(rounded(policy, count)))
    return Cell.shown(low) if low == high else Cell.within(low, high)


def _add_ratio(entry: Entry, ratios: list[Ratio], implied: list[Implied]) -> None:
    """A ratio with one of its counts printed tells of the other, and of the rest."""
    scale = SCALES.get(entry.unit)
    above, below = entry.key + ABOVE, entry.key + BELOW
    if scale is None or entry.value is None or (entry.numerator is None) == (entry.denominator is None):
        return
    decimals = max(0, -int(entry.value.as_tuple().exponent))
    ratios.append(Ratio(above, below, Fraction(entry.value), decimals, Fraction(scale)))
    implied.append(Implied(f"{above}, alone", (above if entry.numerator is None else below,)))
    if entry.unit is Unit.PERCENT:
        implied.append(Implied(entry.key + REST, (below, above)))


def _differences(names: tuple[str, ...], *, shown: bool) -> Iterator[Implied]:
    """Groups that do not add up to their whole: what each leaves, and what all leave together, may be small."""
    whole, *parts = names
    yield from (Implied(f"{whole} without {part}", (whole, part)) for part in parts)
    if shown and len(parts) > 1:
        yield Implied(f"{whole} without its groups", names)


def _suffixes(table: Table, total: Total) -> tuple[str, ...]:
    return ("",) if table.entries[total.whole].unit is Unit.COUNT else (ABOVE, BELOW)


def _figure_of(table: Table) -> Mapping[str, str]:
    """The figure that is to blame for each count that the facts speak of."""
    found: dict[str, str] = {}
    for key in table.entries:
        found |= {key: key, key + ABOVE: key, key + BELOW: key, key + REST: key, f"{key}{ABOVE}, alone": key}
    for total in table.totals:
        for suffix in _suffixes(table, total):
            found[f"{total.whole}{suffix} without its groups"] = total.parts[-1]
            for part in total.parts:
                found[f"{total.whole}{suffix} without {part}{suffix}"] = part
    return found

