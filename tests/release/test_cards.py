"""The picture that other sites show with a link."""

import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.release import cards as drawing
from generator.release.cards import card, card_address, cards, heads, repacked
from generator.release.charts.cache import NO_CACHE, ChartCache
from generator.release.page import Page
from tests.release.making import content, council, publication

HOME = Page("", 'Is it <better> & "more"?', "", "home.md.j2")
FIGURE = Page("figures/visits/", "Visits rose to 80%", "", "indicator.md.j2")
OTHER = Page("sources/", "Sources", "", "sources.md.j2")


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the packed rows of a picture."""
    wide, tall = struct.unpack(">II", png[16:24])
    at, packed = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    return wide, tall, zlib.decompress(packed)


def test_a_figure_has_a_card_of_its_own_and_every_other_page_the_site_s() -> None:
    assert [card_address(page) for page in (HOME, FIGURE, OTHER)] == ["cards/site.png", "cards/visits.png", "cards/site.png"]
    made = cards(publication(content()), (HOME, FIGURE, OTHER), NO_CACHE)
    assert sorted(made) == ["cards/site.png", "cards/visits.png"]
    assert pixels(made["cards/visits.png"])[:2] == (840, 441)
    assert made["cards/site.png"] != made["cards/visits.png"]


def test_a_card_says_the_page_s_title_and_the_site_s_name_and_nothing_else() -> None:
    drawn = ET.fromstring(card(publication(content()), HOME.title))
    assert [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")] == [HOME.title, council().site.title]


def test_a_title_that_does_not_fit_is_cut_where_a_reader_sees_it() -> None:
    drawn = ET.fromstring(card(publication(content()), "words " * 200))
    lines = [element.text or "" for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert len(lines) == 6
    assert lines[4].endswith(" …")


def test_packing_again_keeps_every_pixel() -> None:
    import vl_convert

    png = vl_convert.svg_to_png('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><circle cx="9" cy="9" r="7" fill="#b4410a"/></svg>')
    assert pixels(repacked(png)) == pixels(png)
    assert repacked(repacked(png)) == repacked(png)


def test_a_card_is_drawn_once_for_the_same_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = cards(publication(content()), (HOME,), ChartCache(tmp_path))

    def never(_: str) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(drawing, "drawn", never)
    assert cards(publication(content()), (HOME,), ChartCache(tmp_path)) == first


def test_each_listed_page_names_its_card_by_its_full_address() -> None:
    hidden = Page("search/", "Search", "", "search.md.j2", listed=False)
    named = heads(publication(content()), (HOME, FIGURE, hidden))
    assert named == {
        "": '<meta property="og:image" content="https://example.org/cards/site.png"><meta name="twitter:card" content="summary_large_image">',
        "figures/visits/": '<meta property="og:image" content="https://example.org/cards/visits.png"><meta name="twitter:card" content="summary_large_image">',
    }
