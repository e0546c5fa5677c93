"""The picture that other sites show with a link to a page (OpenGraph): a page's own headline, drawn large.

A card says no more than the title of its page, so that it can give nothing away that the page does not.
"""

import base64
import struct
import zlib
from collections.abc import Iterable
from html import escape

from generator.figures import Publication
from generator.release.charts.cache import ChartCache, fingerprint
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
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def card_address(page: Page) -> str:
    """Where the picture of a page stands: a figure has its own, every other page the site's."""
    if page.template == INDICATOR_TEMPLATE:
        return f"cards/{page.address.removeprefix('figures/').strip('/')}.png"
    return HOME_CARD


def cards(publication: Publication, pages: Iterable[Page], cache: ChartCache) -> dict[str, bytes]:
    """Every picture by its address in the site; drawn again only where its words changed."""
    made = {}
    for page in pages:
        address = card_address(page)
        if page.address == "" or address != HOME_CARD:
            picture = card(publication, page.title)
            name = f"card-{fingerprint(picture)}"
            kept = cache.read(name)
            if kept is None:
                kept = base64.b64encode(drawn(picture)).decode()
                cache.write(name, kept)
            made[address] = base64.b64decode(kept)
    return made


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


def drawn(picture: str) -> bytes:
    """An SVG as PNG, packed as tightly as the format allows."""
    import vl_convert  # noqa: PLC0415  slow to load, and most commands draw nothing

    png: bytes = vl_convert.svg_to_png(picture, scale=SCALE)
    return repacked(png)


def repacked(png: bytes) -> bytes:
    """The same picture with its pixels compressed at the highest level; nothing but pixels and size is kept."""
    at, header, packed = len(_SIGNATURE), b"", b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            header = content
        elif kind == b"IDAT":
            packed += content
        at += 12 + length
    pixels = zlib.compress(zlib.decompress(packed), 9)
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
