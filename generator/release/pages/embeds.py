"""Small pages, one for each chart, that another site may show in a frame, and the line of HTML that does so.

They hold the pictures of the indicators' own pages, and no script, form or menu. Which pages may be framed is said
by `finish.policy`, from what a page names as its need.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from generator.figures import Publication
from generator.model import Indicator
from generator.release.charts.draw import ChartRequest
from generator.release.freshness import freshness
from generator.release.open_data.terms import site_address
from generator.release.page import Page
from generator.release.words import Sentence

ROOT = "embed/"
LAYOUT = "embed.html"
HEIGHTS = {"chart": 760, "ranking": 1000}
"""Pixels of the frame of each kind: enough at the width of a telephone. The audit knows these two numbers as furniture."""
PARTS = {"chart": "", "ranking": "ranking/"}
"""Where the picture of each kind stands under its indicator."""
TITLES = {"chart": "", "ranking": " among similar councils"}


@dataclass(frozen=True, slots=True)
class Embed:
    """One chart that others may show."""

    key: str
    """Name of the chart's fragments."""
    address: str
    title: str
    headline: str
    subtitle: str
    description: Sentence | str
    fresh: str
    """How new its figures are."""
    snippet: str
    """The HTML to be copied into another page."""


def embed(
    publication: Publication, as_at: date, indicator: Indicator, request: ChartRequest | None, subtitle: str, description: Sentence | str
) -> tuple[Embed, ...]:
    """The page of one chart; none where there is no chart."""
    if request is None:
        return ()
    kind = request.key.partition("-")[0]
    address = f"{ROOT}{indicator.id}/{PARTS[kind]}"
    title = f"{indicator.title}{TITLES[kind]}: {publication.content.council.short_name}"
    fresh = freshness(publication, as_at, [indicator.id]).words
    return (Embed(request.key, address, title, request.title, subtitle, description, fresh, snippet(site_address(publication, address), title, HEIGHTS[kind])),)


def snippet(address: str, title: str, height: int) -> str:
    """The frame, as another site's page writes it."""
    return f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" loading="lazy"></iframe>'


def embed_pages(embeds: Mapping[str, Iterable[Embed]]) -> tuple[Page, ...]:
    """A page for each chart, by the address of the page that the chart is from; neither searched nor listed."""
    return tuple(
        Page(
            address=one.address,
            title=one.title,
            description=f"A chart to show on other sites: {one.title}.",
            template="embed.md.j2",
            section="figures",
            context={"embed": one, "home": address},
            layout=LAYOUT,
            searched=False,
            listed=False,
        )
        for address, listed in embeds.items()
        for one in listed
    )
