"""The static API, version 1: the same facts as the tables, as JSON at addresses that do not change.

Within version 1 files and fields are only ever added. A second version would stand beside it.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.figures import Figure, Publication
from generator.model import Indicator
from generator.release.analyse.areas import Analysis
from generator.release.cards import card_address
from generator.release.freshness import freshness
from generator.release.open_data.package import symbol_labels
from generator.release.open_data.rows import Filled, area_names, figures_of
from generator.release.open_data.statuses import statuses
from generator.release.open_data.tables import FIGURES
from generator.release.open_data.terms import LICENCE_NAME, LICENCE_URL, attribution, citation, site_address
from generator.release.open_data.writing import json_text, number, plain_records
from generator.release.page import Page

VERSION = "v1"
ROOT = f"data/api/{VERSION}"
ENDPOINTS: Mapping[str, str] = {
    "index.json": "What there is: every file of the API, the licence, the dates of the figures",
    "latest.json": "The latest figure of each indicator for the council, and for its comparators in the same period",
    "figures/INDICATOR.json": "Every figure of one indicator, with its definition",
    "statuses.json": "How each area, indicator, commitment and issue stands, in the site’s own words",
    "symbols.json": "What each symbol means",
    "pages.json": "Every page of the site: address, title and picture",
}
"""The files that are not tables, with what is in each."""


def api_files(publication: Publication, analysis: Analysis, filled: Sequence[Filled], pages: Iterable[Page]) -> dict[str, str]:
    """Every file of the API by its address in the site."""
    listed = [{"address": page.address, "title": page.title, "image": site_address(publication, card_address(page))} for page in pages if page.listed]
    documents: dict[str, object] = {
        "index.json": _index(publication, analysis, filled),
        "latest.json": {"figures": [_latest(publication, analysis, one) for one in publication.content.indicators]},
        "statuses.json": {
            "statuses": [{"kind": one.kind, "id": one.id, "title": one.title, "status": one.words} for one in statuses(analysis)]
        },
        "symbols.json": {"symbols": symbol_labels()},
        "pages.json": {"pages": listed},
    }
    for one in filled:
        if one.table is not FIGURES:
            documents[f"{one.table.name}.json"] = {one.table.name: plain_records(one)}
    for indicator in publication.content.indicators:
        documents[f"figures/{indicator.id}.json"] = indicator_document(publication, analysis, indicator)
    return {f"{ROOT}/{name}": json_text(document, compact=True) for name, document in documents.items()}


def indicator_document(publication: Publication, analysis: Analysis, indicator: Indicator) -> dict[str, object]:
    """One indicator with every figure of every area."""
    fresh = freshness(publication, analysis.as_at, [indicator.id])
    names = area_names(publication)
    return {
        "id": indicator.id,
        "title": indicator.title,
        "definition": indicator.definition,
        "target": indicator.target,
        "subject": indicator.subject,
        "caveats": list(indicator.caveats),
        "synonyms": list(indicator.synonyms),
        "unit": indicator.unit.value,
        "unit_words": indicator.unit_words,
        "counts": indicator.counts.value,
        "polarity": indicator.polarity.value,
        "period_kind": indicator.period_kind.value,
        "publisher": indicator.publisher,
        "source": indicator.source,
        "updated": fresh.updated.isoformat() if fresh.updated else None,
        "next_due": indicator.next_due.isoformat() if indicator.next_due else None,
        "page": site_address(publication, f"figures/{indicator.id}/"),
        "licence": LICENCE_URL,
        "citation": citation(publication, indicator),
        "figures": [figure_object(figure, names) for figure in figures_of(publication, indicator)],
    }


def figure_object(figure: Figure, names: Mapping[str, str]) -> dict[str, object]:
    """One figure: a number or a symbol, never both."""
    return {
        "key": figure.key,
        "area": {"code": figure.area, "name": names.get(figure.area, figure.area)},
        "period": figure.period.text,
        "from": figure.period.start.isoformat(),
        "to": figure.period.end.isoformat(),
        "breakdown": figure.breakdown,
        "value": None if figure.value is None else number(figure.value),
        "symbol": figure.symbol.value if figure.symbol else None,
        "status": figure.status.value if figure.status else None,
        "source": figure.source,
    }


def _latest(publication: Publication, analysis: Analysis, indicator: Indicator) -> dict[str, object]:
    change = analysis.readings[indicator.id].change
    names = area_names(publication)
    figures: list[Figure] = []
    if change.latest:
        figures = [figure for figure in figures_of(publication, indicator) if figure.period == change.latest.period and figure.breakdown == change.latest.breakdown]
    return {
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit.value,
        "status": change.progress.label,
        "areas": [figure_object(figure, names) for figure in figures],
    }


def _index(publication: Publication, analysis: Analysis, filled: Iterable[Filled]) -> dict[str, object]:
    council = publication.content.council
    fresh = freshness(publication, analysis.as_at)
    tables = [
        {"name": one.table.name, "title": one.table.title, "rows": len(one.rows), "csv": site_address(publication, f"data/{one.table.file}")}
        | ({} if one.table is FIGURES else {"json": site_address(publication, f"{ROOT}/{one.table.name}.json")})
        for one in filled
    ]
    return {
        "version": VERSION,
        "title": council.site.title,
        "council": {"code": council.code, "name": council.name},
        "site": site_address(publication),
        "documentation": site_address(publication, "data/api/"),
        "licence": {"name": LICENCE_NAME, "url": LICENCE_URL},
        "attribution": attribution(publication),
        "as_at": analysis.as_at.isoformat(),
        "figures_updated": fresh.updated.isoformat() if fresh.updated else None,
        "next_due": fresh.next_due.isoformat() if fresh.next_due else None,
        "tables": tables,
        "files": {name: site_address(publication, f"{ROOT}/{name}") for name in ENDPOINTS if "INDICATOR" not in name},
        "indicators": {one.id: site_address(publication, f"{ROOT}/figures/{one.id}.json") for one in publication.content.indicators},
    }
