"""The catalogue of figures, a page for each indicator, and the figures given once."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.figures import Figure, Publication, Series
from generator.model import Indicator, ReportedFigure
from generator.periods import Period, parse_partial_date
from generator.release import words
from generator.release.analyse.areas import Analysis, Reading
from generator.release.analyse.change import Way
from generator.release.analyse.compare import neighbours_mean
from generator.release.charts.draw import ChartRequest
from generator.release.charts.shapes import Bar, Line, Point, RankingChart, Sparkline, TrendChart
from generator.release.page import Crumb, Page
from generator.release.statements import indicator_lead, standing_sentence
from generator.release.words import Sentence
from generator.vocabulary import JudgementHeading, Symbol, Unit

UNIT_SIGN = {Unit.PERCENT: "%", Unit.POUNDS: "£"}
FEWEST_TO_DRAW = 2
FIGURES = Crumb("Figures", "figures/")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table of figures: a figure, an average of figures, or nothing."""

    figure: Figure | None = None
    mean: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One period of a table of figures."""

    period: Period
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Every figure of an indicator, newest first."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A figure given once, as printed."""

    figure: ReportedFigure
    printed: str
    when: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A line of the chart and a column of the table: an area and its figures by period."""

    name: str
    role: str
    series: Series


def figure_pages(publication: Publication, analysis: Analysis) -> tuple[Page, ...]:
    """The catalogue, the figures given once, and a page for each indicator."""
    pages = [_catalogue(publication, analysis)]
    if publication.content.reported:
        pages.append(_reported_page(publication))
    pages += [_indicator_page(publication, analysis, reading) for reading in analysis.readings.values()]
    return tuple(pages)


def mini_line(reading: Reading) -> Sentence:
    """A figure in a few words: `19.5 in 2025, 15.6 in 2024`."""
    change, indicator = reading.change, reading.indicator
    if change.latest is None:
        return Sentence("No figure published")
    text = f"{words.shown(change.latest, indicator)} in {change.latest.period.short}"
    keys = [change.latest.key]
    if change.previous is not None:
        text += f", {words.shown(change.previous, indicator)} in {change.previous.period.short}"
        keys.append(change.previous.key)
    return Sentence(text, tuple(keys))


def way_words(reading: Reading) -> str:
    """Which way the latest figure moved since the one before, in words."""
    change = reading.change
    if change.latest is None:
        return "no figure published"
    if change.previous is None:
        return "nothing to compare with"
    verb = words.moved(change.latest, change.previous, reading.indicator)
    if change.way is Way.UNCHANGED:
        return "no change"
    if change.way is Way.NO_DIRECTION:
        return verb
    return f"{verb}, {'the right way' if change.way is Way.RIGHT else 'the wrong way'}"


def columns_of(publication: Publication, indicator: Indicator) -> tuple[Column, ...]:
    """The council, England and the region, where they have figures."""
    council = publication.content.council
    places = [(council.short_name, "council", council.code), (council.england.name, "england", council.england.code)]
    if council.region:
        places.append((council.region.name, "region", council.region.code))
    columns = [Column(name, role, publication.of(indicator.id, code)) for name, role, code in places]
    return tuple(column for column in columns if column.series.figures)


def table_of(publication: Publication, indicator: Indicator, columns: Iterable[Column]) -> Table:
    """Every period of every column, newest first, with the mean of similar councils."""
    listed = tuple(columns)
    by_period = [{figure.period: figure for figure in column.series.figures} for column in listed]
    periods = sorted({period for figures in by_period for period in figures}, reverse=True)
    means = {period: neighbours_mean(publication, indicator.id, period) for period in periods}
    with_means = any(means.values())
    rows = []
    for period in periods:
        cells = [Cell(figure=figures.get(period)) for figures in by_period]
        mean = means[period]
        if with_means:
            printed = words.amount(mean.value, indicator.unit, indicator.decimals) if mean else ""
            cells.append(Cell(mean=printed, keys=mean.keys if mean else ()))
        rows.append(Row(period, tuple(cells)))
    names = [column.name for column in listed] + (["Similar councils (mean)"] if with_means else [])
    return Table(tuple(names), tuple(rows))


def symbols_used(figures: Iterable[Figure]) -> str:
    """The meaning of every symbol in a table, beside the table."""
    used = {figure.symbol for figure in figures if figure.symbol}
    return ". ".join(f"{symbol.shown} {symbol.label}" for symbol in Symbol if symbol in used)


def trend_chart(publication: Publication, indicator: Indicator, columns: tuple[Column, ...]) -> ChartRequest | None:
    """The line chart of an indicator with its comparators; None when there is too little to draw."""
    if not columns or columns[0].role != "council" or len(columns[0].series.shown) < FEWEST_TO_DRAW:
        return None
    comparable = [column for column in columns if column.role == "council" or indicator.unit not in (Unit.COUNT, Unit.FTE)]
    periods = sorted({figure.period for column in comparable for figure in column.series.figures})
    lines = [_line(indicator, column, periods) for column in comparable]
    if indicator.unit not in (Unit.COUNT, Unit.FTE):
        mean_line = _mean_line(publication, indicator, periods)
        if mean_line:
            lines.append(mean_line)
    sentence = description_of(indicator, tuple(comparable))
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


def _as_printed(value: Decimal, indicator: Indicator) -> float:
    """The value that the chart draws is the value that it prints."""
    return float(round(value, indicator.decimals))


def description_of(indicator: Indicator, columns: tuple[Column, ...]) -> Sentence:
    """What the chart shows, in words."""
    return words.chart_description(indicator, [(column.name, column.series.figures) for column in columns])


def chart_headline(indicator: Indicator, columns: tuple[Column, ...]) -> str:
    """The chart's message: where the council stands against England, or how it moved."""
    own = columns[0].series.shown
    england = next((column.series.shown for column in columns if column.role == "england"), ())
    name = columns[0].name
    last = own[-1]
    same = [figure for figure in england if figure.period == last.period]
    if same and indicator.unit not in (Unit.COUNT, Unit.FTE) and last.value is not None and same[0].value is not None:
        if words.shown(last, indicator) == words.shown(same[0], indicator):
            return f"{name} was level with England in {last.period.short}"
        relation = "above" if last.value > same[0].value else "below"
        return f"{name} was {relation} England in {last.period.short}"
    verb = "rose" if (own[-1].value or 0) > (own[0].value or 0) else "fell"
    if words.shown(own[0], indicator) == words.shown(last, indicator):
        return f"{name}: the same in {last.period.short} as in {own[0].period.short}"
    return f"{name}: {verb} from {words.shown(own[0], indicator)} to {words.shown(last, indicator)}"


def spark(indicator: Indicator, series: Series) -> ChartRequest | None:
    """The small line beside a figure in lists."""
    if len(series.shown) < FEWEST_TO_DRAW:
        return None
    points = tuple(_point(indicator, figure, figure.period, at) for at, figure in enumerate(series.figures))
    return ChartRequest(f"spark-{indicator.id}", Sparkline(points), indicator.title, "")


def _indicator_page(publication: Publication, analysis: Analysis, reading: Reading) -> Page:
    indicator, change = reading.indicator, reading.change
    council = publication.content.council
    columns = columns_of(publication, indicator)
    chart = trend_chart(publication, indicator, columns)
    ranking = _ranking(publication, indicator, reading)
    headline = words.headline(indicator, change.latest, change.previous)
    table = table_of(publication, indicator, columns)
    charts = [request for request in (chart, ranking, spark(indicator, publication.of(indicator.id, council.code))) if request]
    mean = reading.standing.neighbours if reading.standing else None
    rows = [row for row in reported_rows(publication) if indicator.id in row.figure.indicators]
    return Page(
        address=f"figures/{indicator.id}/",
        title=headline.text,
        description=f"{indicator.title} in {council.short_name}: the latest figure, how it has moved, how it compares and where it comes from.",
        template="indicator.md.j2",
        section="figures",
        crumbs=(FIGURES,),
        context={
            "indicator": indicator,
            "reading": reading,
            "headline": headline,
            "lead": indicator_lead(publication, reading),
            "standing": standing_sentence(council, reading),
            "way": _way_sentence(reading),
            "mean": words.amount(mean.value, indicator.unit, indicator.decimals) if mean else "",
            "neighbour_names": words.listed([area.name for area in council.neighbours.councils]) if council.neighbours else "",
            "stale": bool(indicator.next_due and indicator.next_due < analysis.as_at),
            "chart": chart,
            "chart_headline": chart.title if chart else "",
            "chart_subtitle": words.subtitle(indicator, council.short_name, _periods(columns)),
            "chart_description": description_of(indicator, columns),
            "ranking": ranking,
            "ranking_headline": ranking.title if ranking else "",
            "ranking_subtitle": f"{indicator.title}, {council.short_name}, similar councils and England, {change.latest.period.short if change.latest else ''}",
            "ranking_description": ranking.description if ranking else "",
            "others": [analysis.readings[other] for other in indicator.differs_from if other in analysis.readings],
            "reported": rows,
            "conflicts": [analysis.conflicts[name] for name in indicator.conflicts if name in analysis.conflicts],
            "corrections": [one for one in publication.content.corrections if one.indicator == indicator.id],
            "table": table,
            "symbols": symbols_used(figure for column in columns for figure in column.series.figures),
            "areas": [area for area in analysis.areas if area.area.slug in indicator.areas],
            "threads": [story for story in analysis.stories if story.thread.id in indicator.threads],
        },
        charts=tuple(charts),
        letters=(indicator.title, *indicator.synonyms),
    )


def _periods(columns: Iterable[Column]) -> list[Period]:
    return [figure.period for column in columns for figure in column.series.figures]


def _way_sentence(reading: Reading) -> str:
    change = reading.change
    if change.latest is None or change.previous is None:
        return "There is nothing earlier to compare it with"
    since = f"since {change.previous.period.short}"
    match change.way:
        case Way.UNCHANGED:
            return f"The figure has not moved {since}"
        case Way.NO_DIRECTION:
            return f"The figure {words.moved(change.latest, change.previous, reading.indicator)} {since}; neither way is better"
        case way:
            return f"The figure {way.value} {since}"


def _ranking(publication: Publication, indicator: Indicator, reading: Reading) -> ChartRequest | None:
    """The council among its statistical neighbours for the latest period, lowest first."""
    council, latest = publication.content.council, reading.change.latest
    if latest is None or council.neighbours is None or indicator.unit in (Unit.COUNT, Unit.FTE):
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
    title = f"{words.capital(words.counted(lower, 'similar council'))} {'has' if lower == 1 else 'have'} a lower figure than {council.short_name}"
    listed = "; ".join(f"{bar.name} {bar.shown}" for bar in bars)
    description = f"From the lowest to the highest: {listed}."
    return ChartRequest(f"ranking-{indicator.id}", RankingChart(tuple(bars), reference), title, description)


def _catalogue(publication: Publication, analysis: Analysis) -> Page:
    groups = []
    for heading in JudgementHeading:
        readings = [reading for reading in analysis.readings.values() if reading.indicator.judgement is heading]
        if readings:
            groups.append({"heading": heading, "readings": readings})
    used = {name for reading in analysis.readings.values() for name in reading.indicator.threads}
    total = len(analysis.readings)
    local = sum(reading.indicator.local for reading in analysis.readings.values())
    lead = f"{total} figures about services for children in {publication.content.council.short_name}: {total - local} from national statistics and {local} of the council’s own."
    latest = [reading.change.latest for reading in analysis.readings.values() if reading.change.latest]
    return Page(
        address="figures/",
        title="The figures",
        description=lead,
        template="figures.md.j2",
        section="figures",
        crumbs=(),
        context={
            "groups": groups,
            "threads": [thread for thread in publication.content.threads if thread.id in used],
            "lead": lead,
            "way_words": way_words,
            "symbols": symbols_used(latest),
        },
        letters=("Figures", "Statistics", "Data", "Indicators"),
    )


def reported_rows(publication: Publication) -> tuple[ReportedRow, ...]:
    """The figures given once, as printed, newest first."""
    indicators = {indicator.id: indicator for indicator in publication.content.indicators}
    rows = []
    for figure in publication.content.reported:
        reported = publication.reported[figure.id]
        printed = words.amount(reported.value, figure.unit, figure.decimals) if reported.value is not None else (reported.symbol.shown if reported.symbol else "")
        if figure.unit in (Unit.DAYS, Unit.WEEKS, Unit.HOURS, Unit.RATE_10000):
            printed = f"{printed} {figure.unit.label}"
        parsed = parse_partial_date(figure.when or "")
        when = figure.when_words or (parsed[1] if parsed else "No date stated")
        rows.append(ReportedRow(figure, printed, when, tuple(indicators[name] for name in figure.indicators if name in indicators)))
    return tuple(sorted(rows, key=lambda row: row.figure.when or "", reverse=True))


def _reported_page(publication: Publication) -> Page:
    return Page(
        address="figures/reported/",
        title="Figures given once, in a report or the news",
        description="Figures that a report or a newspaper gave once and that belong to no published series.",
        template="reported.md.j2",
        section="figures",
        crumbs=(FIGURES,),
        context={"rows": reported_rows(publication)},
    )
