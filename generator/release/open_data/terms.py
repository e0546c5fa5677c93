"""On what terms the figures may be used, whom to name, and how to cite them."""

from generator.figures import Publication
from generator.model import Indicator
from generator.release.freshness import last_updated

LICENCE_NAME = "Open Government Licence v3.0"
LICENCE_ID = "OGL-UK-3.0"
"""Its name in the SPDX list."""
LICENCE_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


def site_address(publication: Publication, path: str = "") -> str:
    """The published address of a page or file of the site."""
    return f"{publication.content.council.site.url.rstrip('/')}/{path}"


def publishers(publication: Publication) -> tuple[str, ...]:
    """Who published the figures, most used first."""
    return tuple(dict.fromkeys(indicator.publisher for indicator in publication.content.indicators))


def attribution(publication: Publication) -> str:
    """The line that the licence asks a reuser to print."""
    names = publishers(publication)
    said = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or publication.content.council.published_by
    return f"Contains public sector information from {said}, licensed under the {LICENCE_NAME}."


def citation(publication: Publication, indicator: Indicator | None = None) -> str:
    """How to cite one indicator's figures, or all of them."""
    council = publication.content.council
    updated = last_updated(publication, None if indicator is None else [indicator.id])
    year = f" ({updated.year})" if updated else ""
    if indicator is None:
        return f"{council.published_by}{year}. {council.site.title}: all figures. {site_address(publication, 'data/')}."
    address = site_address(publication, f"figures/{indicator.id}/")
    return (
        f"{council.published_by}{year}. {indicator.title}: {council.short_name}. {council.site.title}. {address}. "
        f"Source: {indicator.publisher}."
    )
