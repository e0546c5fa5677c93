"""The rows of the tables: what a publication says, cell by cell, before it is written in any form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.figures import Figure, Publication
from generator.model import Content, Indicator
from generator.release.analyse.areas import Analysis
from generator.release.open_data.tables import (
    AREAS,
    COMMITMENTS,
    CORRECTIONS,
    FIGURES,
    FINDINGS,
    INDICATORS,
    JUDGEMENTS,
    REPORTED,
    SOURCES,
    TIMELINE,
    Table,
)

Cell = str | int | bool | Decimal | date | tuple[str, ...] | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows."""

    table: Table
    rows: tuple[Row, ...]

    def records(self) -> list[dict[str, Cell]]:
        """The rows, each cell by the name of its column."""
        return [dict(zip(self.table.header, row, strict=True)) for row in self.rows]


def filled_tables(publication: Publication, analysis: Analysis) -> tuple[Filled, ...]:
    """Every table of a publication, in the order in which the site offers them."""
    content = publication.content
    names = area_names(publication)
    figures = [
        figure_row(indicator, figure, names)
        for indicator in content.indicators
        for figure in figures_of(publication, indicator)
    ]
    return (
        Filled(FIGURES, tuple(figures)),
        Filled(INDICATORS, tuple(_indicator(one) for one in content.indicators)),
        Filled(AREAS, tuple(_areas(publication))),
        Filled(JUDGEMENTS, tuple(_judgements(content))),
        Filled(FINDINGS, tuple(_findings(content))),
        Filled(COMMITMENTS, tuple(_commitments(analysis))),
        Filled(REPORTED, tuple(_reported(publication))),
        Filled(
            TIMELINE,
            tuple((one.id, one.when, one.title, one.kind, one.status, one.context, one.source, one.place, one.note) for one in content.events),
        ),
        Filled(CORRECTIONS, tuple((one.id, one.corrected, one.what, one.indicator, one.source) for one in content.corrections)),
        Filled(
            SOURCES,
            tuple((one.id, one.title, one.publisher, one.url, one.published, one.kind, one.licence, one.retrieved) for one in content.sources),
        ),
    )


def figures_of(publication: Publication, indicator: Indicator) -> list[Figure]:
    """Every figure of an indicator: by area in the order of the council's comparators, oldest first."""
    order = {code: at for at, code in enumerate(area_names(publication))}
    series = sorted(publication.by_indicator.get(indicator.id, ()), key=lambda one: (order.get(one.area, len(order)), one.area, one.breakdown))
    return [figure for one in series for figure in one.figures]


def area_names(publication: Publication) -> dict[str, str]:
    """The names of the areas that the council's folder knows, the council itself first."""
    council = publication.content.council
    names = {council.code: council.short_name, council.england.code: council.england.name}
    if council.region:
        names[council.region.code] = council.region.name
    if council.neighbours:
        names |= {area.code: area.name for area in council.neighbours.councils}
    return names


def figure_row(indicator: Indicator, figure: Figure, names: Mapping[str, str]) -> Row:
    """One figure, in the order of the table's columns."""
    return (
        indicator.id, indicator.title, figure.area, names.get(figure.area, figure.area), figure.period.text,
        figure.period.label, figure.breakdown, figure.value if figure.symbol is None else figure.symbol, figure.symbol,
        figure.numerator, figure.denominator, indicator.unit, figure.status, figure.source, figure.note,
    )  # fmt: skip


def _indicator(one: Indicator) -> Row:
    return (
        one.id, one.title, one.definition, one.unit, one.polarity, one.counts, one.period_kind, one.judgement,
        one.threads, one.areas, one.local, one.publisher, one.source, one.next_due,
    )  # fmt: skip


def _areas(publication: Publication) -> Iterable[Row]:
    council = publication.content.council
    roles = {council.code: "council", council.england.code: "country"}
    if council.region:
        roles[council.region.code] = "region"
    names = area_names(publication)
    others = sorted({series.area for series in publication.series.values()} - set(names))
    for code in (*names, *others):
        yield code, names.get(code, code), roles.get(code, "similar council" if code in names else "other")


def _judgements(content: Content) -> Iterable[Row]:
    for inspection in content.inspections:
        for judgement in inspection.judgements:
            yield inspection.id, inspection.title, inspection.published, judgement.heading, judgement.grade, inspection.source


def _findings(content: Content) -> Iterable[Row]:
    for inspection, findings in content.findings.items():
        for one in findings:
            yield inspection, one.paragraph, one.section, one.tone, one.threads, one.words


def _commitments(analysis: Analysis) -> Iterable[Row]:
    for promise in analysis.promises:
        action = promise.action
        yield (
            action.id, action.title, action.said_by, action.said_on, action.target, action.status, action.status_on,
            action.status_words, promise.kept.value, action.source, action.place,
        )  # fmt: skip


def _reported(publication: Publication) -> Iterable[Row]:
    for one in publication.content.reported:
        given = publication.reported.get(one.id)
        if given is None:
            continue
        value = given.value if given.symbol is None else given.symbol
        yield (
            one.id, one.title, one.when, value, given.symbol, one.unit, one.counts, one.comparator, one.source,
            one.place, one.note,
        )  # fmt: skip
