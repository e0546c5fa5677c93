"""How the council's latest figure stands beside England, its region, similar councils and all councils."""

from dataclasses import dataclass
from decimal import Decimal

from generator.figures import Figure, Publication
from generator.model import Indicator
from generator.periods import Period
from generator.release.analyse.change import improvement
from generator.statistics.comparison import Band, Quartiles, Rank, quartile_band, quartiles, rank
from generator.statistics.intervals import Interval, proportion_interval, rate_interval
from generator.vocabulary import Unit

SIZES = frozenset({Unit.COUNT, Unit.FTE})
"""Units that say how large a place is; another place's size is no comparison."""


@dataclass(frozen=True, slots=True)
class Average:
    """The unweighted mean of similar councils, as LAIT takes it, with how many had a value."""

    value: Decimal
    with_value: int
    of: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a figure stands among others of the same period."""

    england: Figure | None
    region: Figure | None
    neighbours: Average | None
    rank: Rank | None
    band: Band | None
    spread: Quartiles | None
    interval: Interval | None
    """Where the council's true figure is likely to lie (95%), where the counts behind it are published."""


def at(publication: Publication, indicator: str, area: str, period: Period) -> Figure | None:
    """The shown figure of an area for a period, if there is one."""
    for figure in publication.of(indicator, area).shown:
        if figure.period == period:
            return figure
    return None


def before(publication: Publication, figure: Figure) -> Figure | None:
    """The shown figure of the same area just before this one."""
    earlier = [other for other in publication.of(figure.indicator, figure.area).shown if other.period < figure.period]
    return earlier[-1] if earlier else None


def neighbours_mean(publication: Publication, indicator: str, period: Period) -> Average | None:
    """Mean of the statistical neighbours that have a value; None when none has."""
    neighbours = publication.content.council.neighbours
    if neighbours is None:
        return None
    figures = [at(publication, indicator, council.code, period) for council in neighbours.councils]
    present = [figure for figure in figures if figure is not None]
    if not present:
        return None
    total = sum((figure.value or Decimal(0) for figure in present), Decimal(0))
    return Average(total / len(present), len(present), len(figures), tuple(figure.key for figure in present))


def standing_of(publication: Publication, indicator: Indicator, latest: Figure) -> Standing:
    """Compare one figure with everybody who has a figure for the same period; a size is compared with nobody."""
    if indicator.unit in SIZES:
        return Standing(None, None, None, None, None, None, None)
    council = publication.content.council
    everyone = [
        float(figure.value)
        for figure in publication.everywhere.get(indicator.id, ())
        if figure.period == latest.period and figure.value is not None
    ]
    direction = improvement(indicator.polarity)
    value = None if latest.value is None else float(latest.value)
    return Standing(
        england=at(publication, indicator.id, council.england.code, latest.period),
        region=at(publication, indicator.id, council.region.code, latest.period) if council.region else None,
        neighbours=neighbours_mean(publication, indicator.id, latest.period),
        rank=rank(value, everyone, direction) if everyone else None,
        band=quartile_band(value, everyone, direction) if everyone else None,
        spread=quartiles(everyone) if everyone else None,
        interval=interval_of(indicator, latest),
    )


def interval_of(indicator: Indicator, figure: Figure) -> Interval | None:
    """The 95% interval of a percentage (Wilson) or a rate (Byar); None without the counts behind the figure."""
    if figure.numerator is None or figure.denominator is None or figure.denominator <= 0:
        return None
    above, below = int(figure.numerator), int(figure.denominator)
    if indicator.unit is Unit.PERCENT and above <= below:
        return proportion_interval(above, below, per=100)
    return rate_interval(above, below, per=10_000) if indicator.unit is Unit.RATE_10000 else None
