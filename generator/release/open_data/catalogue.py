"""`catalogue.jsonld`: the data sets as a DCAT catalogue, for portals that collect them."""

from collections.abc import Mapping

from generator.figures import Publication
from generator.model import Indicator
from generator.release import words
from generator.release.freshness import last_updated
from generator.release.open_data.datasets import coverage, dataset_id, description
from generator.release.open_data.rows import figures_of
from generator.release.open_data.terms import LICENCE_URL, site_address

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
PLACES = "http://statistics.data.gov.uk/id/statistical-geography/"
"""Where the Office for National Statistics gives each of its codes an address."""
CONTEXT: Mapping[str, object] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "day": {"@id": "dcterms:modified", "@type": "xsd:date"},
    "from": {"@id": "dcat:startDate", "@type": "xsd:date"},
    "to": {"@id": "dcat:endDate", "@type": "xsd:date"},
    "bytes": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
}
"""Written in the file itself, so that no reader has to ask another host for it."""


def dcat_catalogue(publication: Publication, sizes: Mapping[str, int]) -> dict[str, object]:
    """The catalogue; `sizes` gives the bytes of each file by its address in the site."""
    council = publication.content.council
    updated = last_updated(publication)
    publisher = {"@id": site_address(publication), "@type": "foaf:Agent", "foaf:name": council.published_by}
    listed = [one for one in publication.content.indicators if figures_of(publication, one)]
    catalogue: dict[str, object] = {
        "@context": CONTEXT,
        "@id": site_address(publication, "data/#catalogue"),
        "@type": "dcat:Catalog",
        "dcterms:title": _english(council.site.title),
        "dcterms:description": _english(f"Every published figure about services for children in {words.the(council.short_name)}, with its source."),
        "dcterms:publisher": publisher,
        "dcterms:license": {"@id": LICENCE_URL},
        "dcterms:language": {"@id": "http://publications.europa.eu/resource/authority/language/ENG"},
        "foaf:homepage": {"@id": site_address(publication, "data/")},
        "dcat:dataset": [_all(publication, sizes), *(_dataset(publication, one, sizes) for one in listed)],
    }
    return catalogue | ({"day": updated.isoformat()} if updated else {})


def _english(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en-GB"}


def _dataset(publication: Publication, indicator: Indicator, sizes: Mapping[str, int]) -> dict[str, object]:
    council = publication.content.council
    first, last = coverage(figures_of(publication, indicator)).split("/")
    updated = last_updated(publication, [indicator.id])
    described: dict[str, object] = {
        "@id": dataset_id(publication, indicator),
        "@type": "dcat:Dataset",
        "dcterms:identifier": indicator.id,
        "dcterms:title": _english(f"{indicator.title}: {council.short_name}"),
        "dcterms:description": _english(description(publication, indicator)),
        "dcterms:creator": {"@type": "foaf:Agent", "foaf:name": indicator.publisher},
        "dcterms:publisher": {"@id": site_address(publication)},
        "dcterms:license": {"@id": LICENCE_URL},
        "dcterms:spatial": {"@id": f"{PLACES}{council.code}"},
        "dcterms:temporal": {"@type": "dcterms:PeriodOfTime", "from": first, "to": last},
        "dcat:landingPage": {"@id": site_address(publication, f"figures/{indicator.id}/")},
        "dcat:distribution": [
            _distribution(publication, f"data/figures/{indicator.id}.csv", "text/csv", sizes),
            _distribution(publication, f"data/figures/{indicator.id}.json", "application/json", sizes),
        ],
    }
    if indicator.synonyms:
        described["dcat:keyword"] = [_english(word) for word in indicator.synonyms]
    return described | ({"day": updated.isoformat()} if updated else {})


def _all(publication: Publication, sizes: Mapping[str, int]) -> dict[str, object]:
    """All tables together, as one data set."""
    council = publication.content.council
    updated = last_updated(publication)
    described: dict[str, object] = {
        "@id": site_address(publication, "data/#all"),
        "@type": "dcat:Dataset",
        "dcterms:identifier": "all",
        "dcterms:title": _english(f"{council.site.title}: all figures and facts"),
        "dcterms:description": _english("All tables, with a Data Package and CSV on the Web metadata that say what each column means."),
        "dcterms:publisher": {"@id": site_address(publication)},
        "dcterms:license": {"@id": LICENCE_URL},
        "dcterms:spatial": {"@id": f"{PLACES}{council.code}"},
        "dcat:landingPage": {"@id": site_address(publication, "data/")},
        "dcat:distribution": [
            _distribution(publication, "data/all.zip", "application/zip", sizes),
            _distribution(publication, "data/figures.csv", "text/csv", sizes),
        ],
    }
    return described | ({"day": updated.isoformat()} if updated else {})


def _distribution(publication: Publication, path: str, kind: str, sizes: Mapping[str, int]) -> dict[str, object]:
    described: dict[str, object] = {
        "@id": site_address(publication, path),
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": site_address(publication, path)},
        "dcat:downloadURL": {"@id": site_address(publication, path)},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{kind}"},
        "dcterms:license": {"@id": LICENCE_URL},
    }
    return described | ({"bytes": str(sizes[path])} if path in sizes else {})
