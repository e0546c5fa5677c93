"""Figures as published: a value or a symbol, never both. Only `disclosure` makes them.

`Publication` is all that `release` is given: words and figures, no counts as recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.model import Content, DatedSnapshot
from generator.periods import Period
from generator.vocabulary import RevisionStatus, Symbol


@dataclass(frozen=True, slots=True)
class Figure:
    """One printable value of one indicator for one area and period."""

    indicator: str
    area: str
    """Code of the Office for National Statistics."""
    period: Period
    breakdown: str
    """`all`, or the group the value is about."""
    value: Decimal | None
    symbol: Symbol | None
    source: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    status: RevisionStatus | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Hold the promise that a figure is a value or a symbol, never both and never neither."""
        if (self.value is None) == (self.symbol is None):
            raise ValueError("a figure is a value or a symbol")
        if self.value is None and (self.numerator is not None or self.denominator is not None):
            raise ValueError("a hidden figure shows neither numerator nor denominator")

    @property
    def key(self) -> str:
        """The name by which the page, the download and the audit know this figure."""
        return f"{self.indicator}/{self.area}/{self.period.text}/{self.breakdown}"


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator, area and breakdown, oldest first."""

    indicator: str
    area: str
    breakdown: str
    figures: tuple[Figure, ...]

    @property
    def latest(self) -> Figure | None:
        """The newest figure, hidden or not."""
        return self.figures[-1] if self.figures else None

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures that have a value."""
        return tuple(figure for figure in self.figures if figure.value is not None)


@dataclass(frozen=True, slots=True)
class Reported:
    """The printable value of a figure given once, outside any series (its words are in the content)."""

    id: str
    value: Decimal | None
    symbol: Symbol | None


@dataclass(frozen=True)
class Publication:
    """What the public may see: content and figures."""

    content: Content
    series: Mapping[tuple[str, str, str], Series]
    """By indicator, area code and breakdown."""
    reported: Mapping[str, Reported] = field(default_factory=dict)
    everywhere: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    """All councils' values of an indicator for its latest period, for rank and quartile."""
    snapshots: tuple[DatedSnapshot, ...] = ()
    """Newest first."""

    def of(self, indicator: str, area: str, breakdown: str = "all") -> Series:
        """One series; empty when nothing is published."""
        return self.series.get((indicator, area, breakdown)) or Series(indicator, area, breakdown, ())

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Series, ...]]:
        """Every series of each indicator that has one, found once: a page for each of a thousand indicators asks for its own."""
        found: dict[str, list[Series]] = {}
        for series in self.series.values():
            found.setdefault(series.indicator, []).append(series)
        return {indicator: tuple(listed) for indicator, listed in found.items()}

    @cached_property
    def sources_used(self) -> Mapping[str, frozenset[str]]:
        """The sources that each indicator's figures come from."""
        return {name: frozenset(figure.source for series in listed for figure in series.figures) for name, listed in self.by_indicator.items()}
