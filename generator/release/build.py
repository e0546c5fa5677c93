"""From a publication to a finished folder: stage, MkDocs, tidy, charts, downloads, policy, search index."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.figures import Publication
from generator.product import product_folder
from generator.release import png
from generator.release.analyse.areas import Analysis, analyse
from generator.release.cards import SCALE, cards, heads
from generator.release.charts.cache import ChartCache
from generator.release.charts.draw import Drawing, begin
from generator.release.charts.standalone import standalone
from generator.release.charts.workers import Workers
from generator.release.downloads import downloads
from generator.release.finish.policy import SecurityContact, secure
from generator.release.finish.search_index import index_for_search
from generator.release.finish.tidy import tidy
from generator.release.fragments import put_in
from generator.release.open_data.datasets import page_metadata
from generator.release.open_data.embedding import embed
from generator.release.open_data.terms import site_address
from generator.release.page import Page
from generator.release.reading_age import reading_ages, report
from generator.release.site_builder import SiteBuilderFailed, build_pages
from generator.release.stage import stage

PAPER_COLOURS = {
    "soft": "#ffffff", "ink": "#16212b", "muted": "#4b5a67", "rule": "#c3ccd4", "grid": "#e6eaee",
    "c1": "#12436d", "c2": "#b4410a", "c3": "#1a7a6e", "c4": "#801650",
    "good": "#0b5c3f", "bad": "#8a1f11", "flat": "#3f4b55",
}  # fmt: skip
"""The colours of a chart that leaves the page as a file: the light theme's, on white."""

PRINT_SCALE = 2.0
"""A chart as PNG is drawn at twice its size, sharp enough for a printed page."""

REPORT = "reading-ages.csv"
"""Where the reading age of each page is told, in the folder of the build and never in the site."""

GOOD_FOR = timedelta(days=364)
"""security.txt says until when it holds; its standard asks for less than a year."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folders of one build."""

    council_folder: Path
    docs: Path
    site: Path
    cache: Path
    workers: int = 1


def build_site(publication: Publication, as_at: date, workshop: Workshop, say: Say) -> Analysis:
    """Build the whole site into `workshop.site`; `say` is told each step."""
    analysis = analyse(publication, as_at)
    say("Writing pages")
    pages = stage(publication, analysis, workshop.docs, workshop.council_folder / "templates" / "pages")
    say("Drawing charts")
    cache = ChartCache(workshop.cache)
    cache.sweep()
    with Workers(workshop.workers) as pool:
        charts = begin({request.key: request for page in pages for request in page.charts}.values(), pool, cache)
        shared = png.begin(cards(publication, pages), SCALE, pool, cache)
        say("Building pages")
        build_pages(settings_of(workshop.council_folder), publication.content.council, None, workshop.docs, workshop.site, as_at)
        _refuse_left_out(pages, workshop.site)
        tidy(workshop.site)
        say("Putting in charts and downloads")
        drawings = charts()
        pictures = {f"data/figures/{key.removeprefix('chart-')}.svg": standalone(drawing.wide, PAPER_COLOURS) for key, drawing in drawings.items() if key.startswith("chart-")}
        prints = png.begin({f"{address.removesuffix('.svg')}.png": picture for address, picture in pictures.items()}, PRINT_SCALE, pool, cache)
        put_in(workshop.site, fragments_of(drawings))
        _write(downloads(publication, analysis, pages, pictures), workshop.site)
        _write(shared() | prints(), workshop.site)
    embed(workshop.site, page_metadata(publication), heads(publication, pages))
    say("Setting the security policy")
    secure(workshop.site, security_contact(publication, as_at))
    say("Making the search index")
    index_for_search(workshop.site)
    _measure_words(pages, workshop, say)
    return analysis


def _measure_words(pages: Iterable[Page], workshop: Workshop, say: Say) -> None:
    """Keep the reading age of every page beside the staged pages, and name those that are too hard."""
    say("Measuring the words")
    read = reading_ages(workshop.site, pages)
    (workshop.docs.parent / REPORT).write_text(report(read), encoding="utf-8")
    for one in read:
        if one.too_hard:
            say(f"{one.address or 'The home page'} asks a reading age of {one.age:.1f}; a page of its kind may ask {one.limit:g}")


def _refuse_left_out(pages: Iterable[Page], site: Path) -> None:
    """MkDocs passes over a folder that the computer refuses to list, and says nothing."""
    absent = [page.address for page in pages if not (site / page.address / "index.html").is_file()]
    if absent:
        raise SiteBuilderFailed(f"pages were left out: {', '.join(absent)}")


def security_contact(publication: Publication, as_at: date) -> SecurityContact:
    """Whom to tell of a weakness in the site: its contact page, and the place where its data can be corrected."""
    repository = publication.content.council.site.repository_url
    return SecurityContact(
        (site_address(publication, "about/contact/"), *((repository,) if repository else ())),
        as_at + GOOD_FOR,
        site_address(publication, ".well-known/security.txt"),
    )


def settings_of(council_folder: Path) -> Path:
    """The council's own mkdocs.yml where it has one, else the product's."""
    own = council_folder / "mkdocs.yml"
    return own if own.is_file() else product_folder() / "mkdocs.yml"


def fragments_of(drawings: dict[str, Drawing]) -> dict[str, str]:
    """The pictures by the names that pages wait for: `KEY-wide`, `KEY-narrow`, and `KEY` for a picture of one width."""
    fragments: dict[str, str] = {}
    for key, drawing in drawings.items():
        if drawing.narrow:
            fragments[f"{key}-wide"] = drawing.wide
            fragments[f"{key}-narrow"] = drawing.narrow
        else:
            fragments[key] = drawing.wide
    return fragments


def _write(files: Mapping[str, bytes], site: Path) -> None:
    for address, content in files.items():
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
