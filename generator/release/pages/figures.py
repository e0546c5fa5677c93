"""The catalogue of figures, a page for each indicator, and the figures given once."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures import Figure, Publication
from generator.model import Indicator, ReportedFigure
from generator.periods import Period, parse_partial_date
from generator.release import words
from generator.release.analyse.areas import Analysis, Reading, last_day
from generator.release.analyse.change import SMALL_BASE, Way
from generator.release.analyse.compare import SIZES, interval_of, neighbours_mean
from generator.release.page import Crumb, Page
from generator.release.pages.chart_requests import (
    UNIT_SIGN,
    Column,
    columns_of,
    description_of,
    ranking_chart,
    spark,
    trend_chart,
)
from generator.release.pages.embeds import Embed, embed, embed_pages
from generator.release.statements import indicator_lead, moved_apart, origins_sentence, standing_sentence
from generator.release.words import Sentence
from generator.vocabulary import JudgementHeading, Symbol, Unit

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

    @property
    def has_gaps(self) -> bool:
        """Whether a cell has nothing to show, not even a symbol."""
        return any(cell.figure is None and not cell.mean for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A figure given once, as printed."""

    figure: ReportedFigure
    printed: str
    when: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another figure that sounds the same, and the same figure as a report gave it, where it did."""

    reading: Reading
    given: ReportedRow | None


def figure_pages(publication: Publication, analysis: Analysis) -> tuple[Page, ...]:
    """The catalogue, the figures given once, a page for each indicator, and one for each chart that others may show."""
    pages = [_catalogue(publication, analysis)]
    if publication.content.reported:
        pages.append(_reported_page(publication))
    embeds: dict[str, tuple[Embed, ...]] = {}
    for reading in analysis.readings.values():
        page, embeds[page.address] = _indicator_page(publication, analysis, reading)
        pages.append(page)
    return (*pages, *embed_pages(embeds))


def mini_line(reading: Reading) -> Sentence:
    """A figure in a few words: `19.5 in 2025, 15.6 in 2024`, with the unit that its title does not say."""
    change, indicator = reading.change, reading.indicator
    if change.latest is None:
        return Sentence("No figure published")
    text = f"{words.shown(change.latest, indicator)} {words.unit_beside(indicator)} {words.briefly(change.latest.period)}".replace("  ", " ")
    keys = [change.latest.key]
    if change.previous is not None:
        text += f", {words.shown(change.previous, indicator)} {words.briefly(change.previous.period)}"
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


def table_of(publication: Publication, indicator: Indicator, columns: Iterable[Column]) -> Table:
    """Every period of every column, newest first, with the mean of similar councils."""
    listed = tuple(columns)
    by_period = [{figure.period: figure for figure in column.series.figures} for column in listed]
    periods = sorted({period for figures in by_period for period in figures}, reverse=True)
    means = {period: neighbours_mean(publication, indicator.id, period) for period in periods}
    with_means = any(means.values()) and indicator.unit not in SIZES
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


def symbols_used(figures: Iterable[Figure], *, gaps: bool = False) -> str:
    """The meaning of every symbol in a table, beside the table, and of the dash in cells without a figure."""
    used = {figure.symbol for figure in figures if figure.symbol}
    meanings = [f"{symbol.shown} {symbol.label}" for symbol in Symbol if symbol in used]
    return ". ".join([*meanings, *(["– no figure about that time"] if gaps else [])])


def _indicator_page(publication: Publication, analysis: Analysis, reading: Reading) -> tuple[Page, tuple[Embed, ...]]:
    indicator, change = reading.indicator, reading.change
    council = publication.content.council
    columns = columns_of(publication, indicator)
    chart = trend_chart(publication, reading, columns)
    ranking = ranking_chart(publication, indicator, reading)
    headline = words.headline(indicator, change.latest, change.previous, unbroken=change.unbroken)
    table = table_of(publication, indicator, columns)
    charts = [request for request in (chart, ranking, spark(indicator, publication.of(indicator.id, council.code))) if request]
    mean = reading.standing.neighbours if reading.standing else None
    rows = [row for row in reported_rows(publication) if indicator.id in row.figure.indicators]
    others = [Other(analysis.readings[name], _given(analysis.readings[name], rows)) for name in indicator.differs_from if name in analysis.readings]
    known = (_given(reading, rows), *(other.given for other in others))
    chart_subtitle = words.subtitle(indicator, council.short_name, _periods(columns))
    ranking_subtitle = f"{words.measure(indicator)}, {council.short_name}, similar councils and England, {change.latest.period.short if change.latest else ''}"
    embeds = (
        *embed(publication, analysis.as_at, indicator, chart, chart_subtitle, description_of(indicator, columns)),
        *embed(publication, analysis.as_at, indicator, ranking, ranking_subtitle, ranking.description if ranking else ""),
    )
    page = Page(
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
            "working": _working(publication, reading),
            "way": _way_sentence(reading),
            "mean": words.amount(mean.value, indicator.unit, indicator.decimals) if mean else "",
            "neighbour_names": words.listed([area.name for area in council.neighbours.councils]) if council.neighbours else "",
            "stale": bool(indicator.next_due and indicator.next_due < analysis.as_at),
            "comparable": indicator.unit not in SIZES,
            "chart": chart,
            "explore": {"unit": UNIT_SIGN.get(indicator.unit, ""), "alone": indicator.unit in SIZES} if table.rows else {},
            "chart_headline": chart.title if chart else "",
            "chart_subtitle": chart_subtitle,
            "chart_description": description_of(indicator, columns),
            "ranking": ranking,
            "ranking_headline": ranking.title if ranking else "",
            "ranking_subtitle": ranking_subtitle,
            "ranking_description": ranking.description if ranking else "",
            "others": others,
            "moved_apart": moved_apart,
            "reported": [row for row in rows if row not in known],
            "given": known[0],
            "small_base": SMALL_BASE,
            "straddles": _straddles(analysis, reading),
            "conflicts": [analysis.conflicts[name] for name in indicator.conflicts if name in analysis.conflicts],
            "corrections": [one for one in publication.content.corrections if one.indicator == indicator.id],
            "table": table,
            "symbols": symbols_used((figure for column in columns for figure in column.series.figures), gaps=table.has_gaps),
            "areas": [area for area in analysis.areas if area.area.slug in indicator.areas],
            "threads": [story for story in analysis.stories if story.thread.id in indicator.threads],
            "embeds": embeds,
        },
        charts=tuple(charts),
        letters=(indicator.title, *indicator.synonyms),
    )
    return page, embeds


def _working(publication: Publication, reading: Reading) -> list[Sentence]:
    """What more the figures say: the whole series, chance, the target."""
    indicator, latest = reading.indicator, reading.change.latest
    if latest is None:
        return []
    own = publication.of(indicator.id, publication.content.council.code).figures
    interval = reading.standing.interval if reading.standing else None
    england = reading.standing.england if reading.standing else None
    said = [
        words.history_sentence(indicator, own, tested=reading.change.tested),
        words.interval_sentence(indicator, latest, interval, england, interval_of(indicator, england) if england else None) if interval else None,
        words.target_sentence(indicator, latest),
    ]
    return [sentence for sentence in said if sentence]


def _given(reading: Reading, rows: Iterable[ReportedRow]) -> ReportedRow | None:
    """The row of the figures given once that is this very figure: same indicator, source and printed value."""
    latest = reading.change.latest
    if latest is None:
        return None
    printed = words.shown(latest, reading.indicator)
    same = [row for row in rows if reading.indicator.id in row.figure.indicators and row.figure.source == latest.source]
    return next((row for row in same if row.printed.partition(" ")[0] == printed), None)


def _straddles(analysis: Analysis, reading: Reading) -> bool:
    """Whether the latest figure is about a time that began before the latest inspection ended and went on after it."""
    ended, latest = last_day(analysis.latest), reading.change.latest
    return bool(ended and latest and latest.period.start <= ended < latest.period.end)


def _periods(columns: Iterable[Column]) -> list[Period]:
    return [figure.period for column in columns for figure in column.series.figures]


def _way_sentence(reading: Reading) -> str:
    change = reading.change
    if change.latest is None or change.previous is None:
        return "There is nothing earlier to compare it with"
    since = f"since {change.previous.period.short}"
    match change.way:
        case Way.UNCHANGED if not change.unbroken:
            return f"The figure is the same as in {change.previous.period.short}; those between are not shown"
        case Way.UNCHANGED:
            return f"The figure has not moved {since}"
        case Way.NO_DIRECTION:
            return f"The figure {words.moved(change.latest, change.previous, reading.indicator)} {since}; neither way is better"
        case way:
            return f"The figure {way.value} {since}"


def _catalogue(publication: Publication, analysis: Analysis) -> Page:
    groups = []
    for heading in JudgementHeading:
        readings = [reading for reading in analysis.readings.values() if reading.indicator.judgement is heading]
        if readings:
            groups.append({"heading": heading, "readings": readings})
    used = {name for reading in analysis.readings.values() for name in reading.indicator.threads}
    total = len(analysis.readings)
    local = sum(reading.indicator.local for reading in analysis.readings.values())
    lead = origins_sentence(publication.content.council, total, local)
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
            "has_reported": bool(publication.content.reported),
            "small_base": SMALL_BASE,
            "way_words": way_words,
            "symbols": symbols_used(latest),
        },
        letters=("Figures", "Statistics", "Data", "Indicators", "Compared with other councils"),
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
