"""Which charts an indicator has, as requests: what is drawn, its message and its description. Nothing is drawn here."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.figures import Figure, Publication, Series
from generator.model import Indicator
from generator.periods import Period
from generator.release import words
from generator.release.analyse.areas import Reading
from generator.release.analyse.compare import SIZES, neighbours_mean
from generator.release.charts.draw import ChartRequest
from generator.release.charts.shapes import (
    Bar,
    Flag,
    FlagReading,
    Level,
    Line,
    Point,
    RankingChart,
    Role,
    Sparkline,
    SpcChart,
    TrendChart,
)
from generator.release.words import Sentence
from generator.statistics.spc import ControlChart
from generator.statistics.spc import Reading as PointReading
from generator.vocabulary import Unit

UNIT_SIGN: dict[Unit, Literal["%", "£", ""]] = {Unit.PERCENT: "%", Unit.POUNDS: "£"}
FEWEST_TO_DRAW = 2
WHOLE = 100.0
"""All of them, in per cent."""


@dataclass(frozen=True, slots=True)
class Column:
    """A line of the chart and a column of the table: an area and its figures by period."""

    name: str
    role: Role
    series: Series


def columns_of(publication: Publication, indicator: Indicator) -> tuple[Column, ...]:
    """The council, England and the region, where they have figures; of a size the council alone, for no other is comparable."""
    council = publication.content.council
    places: list[tuple[str, Role, str]] = [(council.short_name, "council", council.code), (council.england.name, "england", council.england.code)]
    if indicator.unit in SIZES:
        places = places[:1]
    elif council.region:
        places.append((council.region.name, "region", council.region.code))
    columns = [Column(name, role, publication.of(indicator.id, code)) for name, role, code in places]
    return tuple(column for column in columns if column.series.figures)


def trend_chart(publication: Publication, reading: Reading, columns: tuple[Column, ...]) -> ChartRequest | None:
    """The control chart or the line chart of an indicator; None when there is too little to draw."""
    indicator = reading.indicator
    if reading.change.chart is not None:
        place = publication.content.council.short_name
        return control_chart_request(indicator, publication.of(indicator.id, publication.content.council.code), reading.change.chart, place)
    if not columns or columns[0].role != "council" or len(columns[0].series.shown) < FEWEST_TO_DRAW:
        return None
    periods = sorted({figure.period for column in columns for figure in column.series.figures})
    lines = [_line(indicator, column, periods) for column in columns]
    if indicator.unit not in SIZES:
        mean_line = _mean_line(publication, indicator, periods)
        if mean_line:
            lines.append(mean_line)
    if indicator.target is not None:
        lines.append(_target_line(indicator, periods))
    sentence = description_of(indicator, columns)
    chart = TrendChart(tuple(lines), zero_based=True, unit_sign=UNIT_SIGN.get(indicator.unit, ""), decimals=indicator.decimals)
    return ChartRequest(f"chart-{indicator.id}", chart, chart_headline(indicator, columns), sentence.text)


def _line(indicator: Indicator, column: Column, periods: list[Period]) -> Line:
    figures = {figure.period: figure for figure in column.series.figures}
    return Line(column.name, column.role, tuple(_point(indicator, figures.get(period), period, at) for at, period in enumerate(periods)))


def _point(indicator: Indicator, figure: Figure | None, period: Period, at: int) -> Point:
    if figure is None:
        return Point(period.short, at, None, "", gap="no figure")
    if figure.value is None:
        gap = f"{figure.symbol.shown} {figure.symbol.label}" if figure.symbol else ""
        return Point(period.short, at, None, words.shown(figure, indicator), gap=gap, key=figure.key)
    return Point(period.short, at, float(figure.value), words.shown(figure, indicator), key=figure.key)


def _mean_line(publication: Publication, indicator: Indicator, periods: list[Period]) -> Line | None:
    means = [neighbours_mean(publication, indicator.id, period) for period in periods]
    if not any(means):
        return None
    points = []
    for at, (period, mean) in enumerate(zip(periods, means, strict=True)):
        if mean is None:
            points.append(Point(period.short, at, None, "", gap="no figure"))
            continue
        printed = words.amount(mean.value, indicator.unit, indicator.decimals)
        points.append(Point(period.short, at, _as_printed(mean.value, indicator), printed))
    return Line("Similar councils", "neighbours", tuple(points))


def _target_line(indicator: Indicator, periods: list[Period]) -> Line:
    target = Decimal(str(indicator.target))
    printed = words.amount(target, indicator.unit, indicator.decimals)
    return Line("Target", "target", tuple(Point(period.short, at, float(target), printed) for at, period in enumerate(periods)))


def _as_printed(value: Decimal, indicator: Indicator) -> float:
    """The value that the chart draws is the value that it prints."""
    return float(words.rounded(value, indicator.decimals))


def description_of(indicator: Indicator, columns: tuple[Column, ...]) -> Sentence:
    """What the chart shows, in words."""
    return words.chart_description(indicator, [(column.name, column.series.figures) for column in columns])


def chart_headline(indicator: Indicator, columns: tuple[Column, ...]) -> str:
    """The chart's message: where the council stands against England, or how it moved."""
    own = columns[0].series.shown
    england = next((column.series.shown for column in columns if column.role == "england"), ())
    name = words.capital(words.the(columns[0].name))
    last = own[-1]
    same = [figure for figure in england if figure.period == last.period]
    if same and last.value is not None and same[0].value is not None:
        if words.shown(last, indicator) == words.shown(same[0], indicator):
            return f"{name} was level with England in {last.period.short}"
        relation = "above" if last.value > same[0].value else "below"
        return f"{name} was {relation} England in {last.period.short}"
    verb = "rose" if (own[-1].value or 0) > (own[0].value or 0) else "fell"
    if words.shown(own[0], indicator) == words.shown(last, indicator):
        return f"{name}’s figure was the same in {last.period.short} as in {own[0].period.short}"
    return f"{name}’s figure {verb} from {words.shown(own[0], indicator)} to {words.shown(last, indicator)}"


def spark(indicator: Indicator, series: Series) -> ChartRequest | None:
    """The small line beside a figure in lists."""
    if len(series.shown) < FEWEST_TO_DRAW:
        return None
    points = tuple(_point(indicator, figure, figure.period, at) for at, figure in enumerate(series.figures))
    return ChartRequest(f"spark-{indicator.id}", Sparkline(points), indicator.title, "")


def ranking_chart(publication: Publication, indicator: Indicator, reading: Reading) -> ChartRequest | None:
    """The council among its statistical neighbours for the latest period, lowest first."""
    council, latest = publication.content.council, reading.change.latest
    if latest is None or council.neighbours is None or indicator.unit in SIZES:
        return None
    others = [(area.name, area.code) for area in council.neighbours.councils]
    bars = []
    for name, code in [(council.short_name, council.code), *others]:
        same = [figure for figure in publication.of(indicator.id, code).figures if figure.period == latest.period]
        if same and same[0].value is not None:
            bars.append(Bar(name, float(same[0].value), words.shown(same[0], indicator), emphasis=code == council.code))
    if len(bars) < FEWEST_TO_DRAW + 1:
        return None
    bars.sort(key=lambda bar: (bar.value or 0, bar.name))
    england = reading.standing.england if reading.standing else None
    reference = Bar(council.england.name, float(england.value), words.shown(england, indicator), emphasis=False) if england and england.value is not None else None
    lower = sum((bar.value or 0) < float(latest.value or 0) for bar in bars)
    title = f"{words.capital(words.counted(lower, 'similar council'))} {'has' if lower == 1 else 'have'} a lower figure than {words.the(council.short_name)}"
    listed = "; ".join(f"{bar.name} {bar.shown}" for bar in bars)
    description = f"From the lowest to the highest: {listed}."
    return ChartRequest(f"ranking-{indicator.id}", RankingChart(tuple(bars), reference), title, description)


def control_chart_request(indicator: Indicator, series: Series, chart: ControlChart, place: str) -> ChartRequest:
    """The control chart of a monthly or quarterly series of the council's own."""
    figures = series.shown
    points = tuple(_point(indicator, figure, figure.period, at) for at, figure in enumerate(figures))
    readings: dict[PointReading, FlagReading] = {PointReading.IMPROVEMENT: "better", PointReading.CONCERN: "worse", PointReading.NEUTRAL_CHANGE: "neutral"}
    flags = tuple(
        Flag(at, readings[reading]) for at, reading in enumerate(chart.readings) if reading in readings
    )
    lower, upper = _usual_range(indicator, figures, chart)
    drawn = SpcChart(
        line=Line(place, "council", points),
        mean=_level(indicator, chart.mean),
        lower=lower,
        upper=upper,
        flags=flags,
        unit_sign=UNIT_SIGN.get(indicator.unit, ""),
        decimals=indicator.decimals,
    )
    last = chart.kinds[-1].value
    title = f"{place}: the latest figure is {last}"
    description = (
        f"A control chart of {words.counted(len(points), 'point')}. The mean is {drawn.mean.shown}. The usual range is from "
        f"{lower.shown} to {upper.shown}. The latest figure is {last}."
    )
    return ChartRequest(f"chart-{indicator.id}", drawn, title, description)


def _usual_range(indicator: Indicator, figures: Sequence[Figure], chart: ControlChart) -> tuple[Level, Level]:
    """The limits as they are drawn: no number of children below nought, no share of them above 100%."""
    known = [figure.value for figure in figures if figure.value is not None]
    lower = max(chart.lower, 0.0) if min(known) >= 0 else chart.lower
    upper = min(chart.upper, WHOLE) if indicator.unit is Unit.PERCENT and max(known) <= WHOLE else chart.upper
    return _level(indicator, lower), _level(indicator, upper)


def _level(indicator: Indicator, value: float) -> Level:
    return Level(value, words.amount(Decimal(str(value)), indicator.unit, indicator.decimals))
