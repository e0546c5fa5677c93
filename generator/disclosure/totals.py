"""Which figures are totals of which others, and whether the numbers bear it out.

Groups of one breakdown may overlap (a child may have two needs) or leave somebody out, so labels alone do not
make a sum. Where all the numbers are known they decide; where one is hidden, the other periods of the same split do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, Protocol

from generator.disclosure.breakdowns import Split, splits
from generator.model import DisclosurePolicy
from generator.periods import Period
from generator.vocabulary import PeriodKind, Unit

YEAR_STARTS = 4
"""The month in which the year of a running total starts."""


class Counted(Protocol):
    """What is read of a figure here."""

    @property
    def key(self) -> str:
        """Its name."""

    @property
    def indicator(self) -> str:
        """The indicator's id."""

    @property
    def period(self) -> Period:
        """When."""

    @property
    def breakdown(self) -> str:
        """Of whom."""

    @property
    def unit(self) -> Unit:
        """In what."""

    @property
    def value(self) -> Decimal | None:
        """The number, if known."""

    @property
    def numerator(self) -> Decimal | None:
        """The count above the line, if known."""

    @property
    def denominator(self) -> Decimal | None:
        """The count below the line, if known."""


class Total(NamedTuple):
    """A figure and those that it is made of, by key; `adds_up` if it is exactly their sum."""

    whole: str
    parts: tuple[str, ...]
    adds_up: bool


def totals_of(entries: Sequence[Counted], policy: DisclosurePolicy, longer: Mapping[str, str], *, trusting: bool) -> tuple[Total, ...]:
    """Every total among the figures of one area."""
    of_periods = _of_periods(entries, policy, longer, trusting=trusting)
    return (*_of_breakdowns(entries, policy, trusting=trusting), *of_periods)


def _of_breakdowns(entries: Sequence[Counted], policy: DisclosurePolicy, *, trusting: bool) -> Iterator[Total]:
    by_indicator: dict[str, dict[Period, dict[str, Counted]]] = {}
    for entry in entries:
        by_indicator.setdefault(entry.indicator, {}).setdefault(entry.period, {})[entry.breakdown] = entry
    for periods in by_indicator.values():
        every = list(dict.fromkeys(label for labels in periods.values() for label in labels))
        if len(every) == 1:
            continue
        told = [
            (split, labels, _bears_out([labels[split.whole], *(labels[part] for part in split.parts)], policy))
            for labels in periods.values()
            for split in splits(labels, every)
        ]
        broken = {_kind(split) for split, _, verdict in told if verdict is False}
        for split, labels, verdict in told:
            adds_up = verdict if verdict is not None else trusting and _kind(split) not in broken
            yield Total(labels[split.whole].key, tuple(labels[part].key for part in split.parts), adds_up)


def _kind(split: Split) -> tuple[str, frozenset[str]]:
    return split.whole, frozenset(split.parts)


def _bears_out(figures: Sequence[Counted], policy: DisclosurePolicy) -> bool | None:
    """Whether the whole is the sum of the parts; None where a number is not known."""
    verdicts = [_sums_up(numbers, policy) for numbers in _quantities(figures)]
    if not verdicts or None in verdicts:
        return False if False in verdicts else None
    return all(verdicts)


def _quantities(figures: Sequence[Counted]) -> Iterator[list[Decimal | None]]:
    if figures[0].unit is Unit.COUNT:
        yield [figure.value for figure in figures]
    else:
        yield [figure.numerator for figure in figures]
        yield [figure.denominator for figure in figures]


def _sums_up(numbers: Iterable[Decimal | None], policy: DisclosurePolicy) -> bool | None:
    known = [number for number in numbers if number is not None]
    whole, *parts = numbers
    if whole is None or len(known) != len(parts) + 1:
        return None
    slack = policy.rounded_to // 2 * (len(parts) + 1)
    return abs(whole - sum(known[1:])) <= slack


def _of_periods(
    entries: Sequence[Counted], policy: DisclosurePolicy, longer: Mapping[str, str], *, trusting: bool
) -> Iterator[Total]:
    """Months and quarters that fill a longer period, and the months of a running total, unless they do not add up."""
    found: dict[tuple[str, str], list[Counted]] = {}
    for entry in sorted(entries, key=lambda entry: entry.period):
        found.setdefault((entry.indicator, entry.breakdown), []).append(entry)
    for (indicator, breakdown), short in found.items():
        for whole in found.get((longer.get(indicator, ""), breakdown), ()):
            if whole.unit is not short[0].unit:
                continue
            start = _start(whole.period, short[0].period.kind)
            parts = [entry for entry in short if start <= entry.period.start and entry.period.end <= whole.period.end]
            if not _fill(start, whole.period.end, [entry.period for entry in parts]):
                continue
            verdict = _bears_out([whole, *parts], policy)
            if verdict or (verdict is None and trusting):
                yield Total(whole.key, tuple(entry.key for entry in parts), adds_up=True)


def _start(whole: Period, part: PeriodKind) -> date:
    """The first day that a total is about: its own, or the start of the year for a running total."""
    if whole.kind is not part:
        return whole.start
    year = whole.start.year if whole.start.month >= YEAR_STARTS else whole.start.year - 1
    return date(year, YEAR_STARTS, 1)


def _fill(start: date, end: date, periods: Sequence[Period]) -> bool:
    """Whether periods follow one another without a gap from the first day to the last."""
    following = start
    for period in periods:
        if period.start != following:
            return False
        following = period.end + timedelta(days=1)
    return following == end + timedelta(days=1)
