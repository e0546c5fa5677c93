"""Open data: the figures, commitments, findings and sources as CSV and JSON files.

Numbers keep their minus sign; a text that a spreadsheet would run as a formula is given an apostrophe.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from generator.figures import Figure, Publication
from generator.model import Indicator
from generator.release.analyse.areas import Analysis
from generator.release.dictionary import schemas

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FIGURE_COLUMNS = (
    "indicator", "title", "area_code", "area_name", "period", "period_label", "breakdown",
    "value", "symbol", "numerator", "denominator", "unit", "status", "source", "note",
)  # fmt: skip


def safe_cell(text: str) -> str:
    """A text cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV with a header."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue()


def downloads(publication: Publication, analysis: Analysis) -> dict[str, str]:
    """Every download by its address in the site."""
    content = publication.content
    files: dict[str, str] = {}
    every: list[tuple[str, ...]] = []
    for indicator in content.indicators:
        figures = figures_of(publication, indicator)
        rows = [figure_row(publication, indicator, figure) for figure in figures]
        every += rows
        files[f"data/figures/{indicator.id}.csv"] = csv_text(FIGURE_COLUMNS, rows)
        files[f"data/figures/{indicator.id}.json"] = _json(publication, indicator, figures)
    files["data/figures.csv"] = csv_text(FIGURE_COLUMNS, every)
    files["data/commitments.csv"] = csv_text(
        ("id", "commitment", "said_by", "said_on", "target", "status", "status_on", "status_words", "stands", "source", "place"),
        [
            [
                promise.action.id, *map(safe_cell, (promise.action.title, promise.action.said_by)),
                promise.action.said_on or "", safe_cell(promise.action.target), promise.action.status.value,
                promise.action.status_on or "", safe_cell(promise.action.status_words), promise.kept.value,
                promise.action.source, safe_cell(promise.action.place),
            ]
            for promise in analysis.promises
        ],
    )  # fmt: skip
    files["data/findings.csv"] = csv_text(
        ("inspection", "paragraph", "section", "tone", "threads", "words"),
        [
            [inspection, str(one.paragraph), one.section.value, one.tone.value, ";".join(one.threads), safe_cell(one.words)]
            for inspection, findings in content.findings.items()
            for one in findings
        ],
    )
    files["data/sources.csv"] = csv_text(
        ("id", "title", "publisher", "url", "published", "kind", "licence"),
        [
            [one.id, *map(safe_cell, (one.title, one.publisher)), one.url or "", one.published or "", one.kind.value, safe_cell(one.licence)]
            for one in content.sources
        ],
    )
    files |= {f"data/schemas/{name}": text for name, text in schemas().items()}
    return files


def figures_of(publication: Publication, indicator: Indicator) -> list[Figure]:
    """Every figure of an indicator: by area in the order of the council's comparators, oldest first."""
    council = publication.content.council
    codes = [council.code, council.england.code]
    codes += [council.region.code] if council.region else []
    codes += [area.code for area in council.neighbours.councils] if council.neighbours else []
    others = sorted({series.area for series in publication.series.values() if series.indicator == indicator.id} - set(codes))
    found: list[Figure] = []
    for code in [*codes, *others]:
        for (name, area, _), series in sorted(publication.series.items()):
            if (name, area) == (indicator.id, code):
                found += series.figures
    return found


def area_name(publication: Publication, code: str) -> str:
    """The name of an area that the council's folder knows; its code where it does not."""
    council = publication.content.council
    names = {council.code: council.short_name, council.england.code: council.england.name}
    if council.region:
        names[council.region.code] = council.region.name
    if council.neighbours:
        names |= {area.code: area.name for area in council.neighbours.councils}
    return names.get(code, code)


def figure_row(publication: Publication, indicator: Indicator, figure: Figure) -> tuple[str, ...]:
    """One figure as a row of a download, in the order of `FIGURE_COLUMNS`."""
    return (
        indicator.id, safe_cell(indicator.title), figure.area, safe_cell(area_name(publication, figure.area)),
        figure.period.text, figure.period.label, safe_cell(figure.breakdown),
        "" if figure.value is None else f"{figure.value:f}",
        figure.symbol.value if figure.symbol else "",
        "" if figure.numerator is None else f"{figure.numerator:f}",
        "" if figure.denominator is None else f"{figure.denominator:f}",
        indicator.unit.value, figure.status.value if figure.status else "", figure.source, safe_cell(figure.note),
    )  # fmt: skip


def _json(publication: Publication, indicator: Indicator, figures: Sequence[Figure]) -> str:
    """An indicator with its figures as JSON; `<` is written as an escape so that the text is safe in any page."""
    document = {
        "id": indicator.id,
        "title": indicator.title,
        "definition": indicator.definition,
        "unit": indicator.unit.value,
        "polarity": indicator.polarity.value,
        "publisher": indicator.publisher,
        "source": indicator.source,
        "figures": [
            {
                "key": figure.key,
                "area": {"code": figure.area, "name": area_name(publication, figure.area)},
                "period": figure.period.text,
                "value": None if figure.value is None else float(figure.value),
                "symbol": figure.symbol.value if figure.symbol else None,
                "status": figure.status.value if figure.status else None,
                "source": figure.source,
            }
            for figure in figures
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"
