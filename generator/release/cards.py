"""The picture that other sites show with a link to a page (OpenGraph): a page's own headline, drawn large.

A card says no more than the title of its page, so that it can give nothing away that the page does not.
"""

from collections.abc import Iterable
from html import escape

from generator.figures import Publication
from generator.release.charts.measure import wrapped
from generator.release.open_data.terms import site_address
from generator.release.page import Page

WIDE, TALL = 1200, 630
SCALE = 0.7
"""The card is drawn at this share of its size: sharp enough for a preview, and a third of the bytes."""
MARGIN, TITLE_SIZE, SMALL_SIZE, MOST_LINES = 80, 56, 32, 5
HOME_CARD = "cards/site.png"
INDICATOR_TEMPLATE = "indicator.md.j2"
INK, MUTED = "#16212b", "#4b5a67"


def card_address(page: Page) -> str:
    """Where the picture of a page stands: a figure has its own, every other page the site's."""
    if page.template == INDICATOR_TEMPLATE:
        return f"cards/{page.address.removeprefix('figures/').strip('/')}.png"
    return HOME_CARD


def cards(publication: Publication, pages: Iterable[Page]) -> dict[str, str]:
    """Every picture as SVG, by its address as PNG in the site; each is drawn at `SCALE`."""
    return {
        card_address(page): card(publication, page.title)
        for page in pages
        if page.address == "" or card_address(page) != HOME_CARD
    }


def heads(publication: Publication, pages: Iterable[Page]) -> dict[str, str]:
    """The elements that name each page's picture, by the page's address."""
    return {
        page.address: (
            f'<meta property="og:image" content="{escape(site_address(publication, card_address(page)))}">'
            '<meta name="twitter:card" content="summary_large_image">'
        )
        for page in pages
        if page.listed
    }


def card(publication: Publication, title: str) -> str:
    """One picture as SVG: the headline in as many lines as it needs, the site's name under it."""
    council = publication.content.council
    lines = wrapped(title, TITLE_SIZE, WIDE - 2 * MARGIN, bold=True)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
    step = TITLE_SIZE * 1.25
    said = "".join(f'<text x="{MARGIN}" y="{150 + step * at:g}" font-size="{TITLE_SIZE}" font-weight="bold" fill="{INK}">{escape(line)}</text>' for at, line in enumerate(lines))
    foot = f'<text x="{MARGIN}" y="{TALL - 70}" font-size="{SMALL_SIZE}" fill="{MUTED}">{escape(council.site.title)}</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{TALL}" viewBox="0 0 {WIDE} {TALL}" font-family="sans-serif">'
        f'<rect width="{WIDE}" height="{TALL}" fill="#ffffff"/><rect width="{WIDE}" height="28" fill="{council.site.accent}"/>{said}{foot}</svg>'
    )
