"""What search engines for data read: a schema.org Dataset for each indicator, and the catalogue that holds them."""

from collections.abc import Iterable

from generator.figures import Figure, Publication
from generator.model import Indicator
from generator.release import words
from generator.release.freshness import last_updated
from generator.release.open_data.package import sources_of_figures
from generator.release.open_data.rows import figures_of
from generator.release.open_data.terms import LICENCE_URL, citation, site_address
from generator.release.open_data.writing import json_text

CONTEXT = "https://schema.org"
MOST_DESCRIPTION = 5000


def page_metadata(publication: Publication) -> dict[str, str]:
    """The JSON-LD of each page that is about data, by the page's address; safe inside a script element."""
    pages = {"data/": json_text({"@context": CONTEXT, **_catalogue(publication)}, compact=True).strip()}
    for indicator in publication.content.indicators:
        figures = figures_of(publication, indicator)
        if figures:
            described = {"@context": CONTEXT, **_dataset(publication, indicator, figures)}
            pages[f"figures/{indicator.id}/"] = json_text(described, compact=True).strip()
    return pages


def dataset_id(publication: Publication, indicator: Indicator) -> str:
    """The address by which a data set is known."""
    return site_address(publication, f"figures/{indicator.id}/#dataset")


def description(publication: Publication, indicator: Indicator) -> str:
    """What the figures of an indicator are, for a reader who comes from elsewhere."""
    council = publication.content.council
    others = any(series.area != council.code for series in publication.by_indicator.get(indicator.id, ()))
    where = f"{council.short_name} and the areas that it is compared with" if others else council.short_name
    text = f"{indicator.title}: {where}. {indicator.definition} Published by {indicator.publisher}."
    return text[:MOST_DESCRIPTION]


def coverage(figures: Iterable[Figure]) -> str:
    """The first and the last day that the figures are about, as ISO 8601 writes a stretch of time."""
    periods = [figure.period for figure in figures]
    return f"{min(period.start for period in periods).isoformat()}/{max(period.end for period in periods).isoformat()}"


def _dataset(publication: Publication, indicator: Indicator, figures: list[Figure]) -> dict[str, object]:
    council = publication.content.council
    updated = last_updated(publication, [indicator.id])
    addresses = [source.url for source in sources_of_figures(publication) if source.url and source.id in {figure.source for figure in figures}]
    described: dict[str, object] = {
        "@type": "Dataset",
        "@id": dataset_id(publication, indicator),
        "name": f"{indicator.title}: {council.short_name}",
        "description": description(publication, indicator),
        "url": site_address(publication, f"figures/{indicator.id}/"),
        "identifier": indicator.id,
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
        "creator": {"@type": "Organization", "name": indicator.publisher},
        "publisher": _publisher(publication),
        "creditText": citation(publication, indicator),
        "temporalCoverage": coverage(figures),
        "spatialCoverage": {"@type": "AdministrativeArea", "name": council.short_name, "identifier": council.code},
        "variableMeasured": {"@type": "PropertyValue", "name": indicator.title, "unitText": indicator.unit.label},
        "distribution": [_download(publication, f"data/figures/{indicator.id}.csv", "text/csv"), _download(publication, f"data/figures/{indicator.id}.json", "application/json")],
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": site_address(publication, "data/#catalogue"), "name": council.site.title, "url": site_address(publication, "data/")},
    }
    if updated:
        described["dateModified"] = updated.isoformat()
    if indicator.synonyms:
        described["keywords"] = list(indicator.synonyms)
    if addresses:
        described["isBasedOn"] = addresses
    return described


def _download(publication: Publication, path: str, kind: str) -> dict[str, str]:
    return {"@type": "DataDownload", "contentUrl": site_address(publication, path), "encodingFormat": kind}


def _publisher(publication: Publication) -> dict[str, str]:
    council = publication.content.council
    kind = "GovernmentOrganization" if council.published_by == council.name else "Organization"
    return {"@type": kind, "name": council.published_by, "url": site_address(publication)}


def _catalogue(publication: Publication) -> dict[str, object]:
    council = publication.content.council
    with_figures = [indicator for indicator in publication.content.indicators if figures_of(publication, indicator)]
    return {
        "@type": "DataCatalog",
        "@id": site_address(publication, "data/#catalogue"),
        "name": council.site.title,
        "description": f"Every published figure about services for children in {words.the(council.short_name)}, with its source.",
        "url": site_address(publication, "data/"),
        "license": LICENCE_URL,
        "inLanguage": "en-GB",
        "publisher": _publisher(publication),
        "dataset": [{"@id": dataset_id(publication, one)} for one in with_figures],
    }
