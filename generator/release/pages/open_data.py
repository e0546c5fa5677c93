"""The pages about the data itself: downloads, the static API, and what changed when."""

from dataclasses import dataclass

from generator.figures import Publication
from generator.periods import MONTHS
from generator.release.analyse.areas import Analysis
from generator.release.freshness import freshness
from generator.release.open_data.api import ENDPOINTS, ROOT, VERSION
from generator.release.open_data.rows import filled_tables
from generator.release.open_data.tables import FIGURES, TABLES
from generator.release.open_data.terms import attribution, site_address
from generator.release.page import Crumb, Page
from generator.release.updates import Update, updates
from generator.vocabulary import Symbol

FIGURES_CRUMB = Crumb("Figures", "figures/")
DATA_CRUMB = Crumb("Download the data", "data/")
LISTED_UPDATES = 60
"""Changes on the page; older events are on the timeline."""
GITHUB = "https://github.com/"
FEW_INDICATORS = 6
"""Indicators named at one change; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Month:
    """The changes of one month, newest first."""

    id: str
    title: str
    updates: tuple[Update, ...]


def open_data_pages(publication: Publication, analysis: Analysis) -> tuple[Page, ...]:
    """Every page about the data itself."""
    return _downloads(publication, analysis), _api(publication), _updates(publication, analysis)


def _downloads(publication: Publication, analysis: Analysis) -> Page:
    content = publication.content
    return Page(
        address="data/",
        title="Download the data",
        description="Every figure on this site as open data, with its source, its licence and what each column means.",
        template="downloads.md.j2",
        section="figures",
        crumbs=(FIGURES_CRUMB,),
        context={
            "symbols": tuple(Symbol),
            "tables": filled_tables(publication, analysis),
            "fresh": freshness(publication, analysis.as_at),
            "attribution": attribution(publication),
            "kept": publication.snapshots,
            "snapshots": _snapshots(content.council.site.repository_url or ""),
            "feed_url": site_address(publication, "feed.xml"),
            "calendar_url": site_address(publication, "calendar.ics"),
            "listed": [indicator for indicator in content.indicators if analysis.readings[indicator.id].change.latest],
        },
        letters=("Open data", "CSV files", "Licence", "Calendar of coming figures"),
    )


def _snapshots(repository: str) -> str:
    """Where the figures are kept as they were published on each day: `publish.yml` makes a dated release of them there."""
    return f"{repository.rstrip('/')}/releases" if repository.startswith(GITHUB) else ""


def _api(publication: Publication) -> Page:
    return Page(
        address="data/api/",
        title="The data for programs",
        description="A static API: every figure and fact of this site as JSON at addresses that do not change.",
        template="api.md.j2",
        section="figures",
        crumbs=(FIGURES_CRUMB, DATA_CRUMB),
        context={
            "version": VERSION,
            "root": ROOT,
            "root_url": site_address(publication, f"{ROOT}/"),
            "endpoints": ENDPOINTS,
            "tables": [table for table in TABLES if table is not FIGURES],
            "example": next(iter(publication.content.indicators), None),
        },
        letters=("API", "JSON", "For programmers"),
    )


def _updates(publication: Publication, analysis: Analysis) -> Page:
    months: dict[str, list[Update]] = {}
    for update in updates(publication)[:LISTED_UPDATES]:
        months.setdefault(f"{update.day:%Y-%m}", []).append(update)
    return Page(
        address="updates/",
        title="What changed, and when",
        description="New figures, corrections and events, newest first, and when the next figures are due.",
        template="updates.md.j2",
        section="home",
        crumbs=(),
        context={
            "months": [Month(f"in-{key}", f"{MONTHS[listed[0].day.month]} {listed[0].day.year}", tuple(listed)) for key, listed in months.items()],
            "few": FEW_INDICATORS,
            "fresh": freshness(publication, analysis.as_at),
            "coming": sorted((one for one in publication.content.indicators if one.next_due and one.next_due >= analysis.as_at), key=lambda one: (one.next_due, one.title)),
        },
        letters=("News", "Updates", "Next figures"),
    )
