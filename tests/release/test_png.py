"""Pictures as PNG."""

import struct
import zlib
from pathlib import Path

import pytest

from generator.release import png as drawing
from generator.release.charts.cache import NO_CACHE, ChartCache
from generator.release.charts.workers import Workers
from generator.release.png import begin, repacked

DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><circle cx="9" cy="9" r="7" fill="#b4410a"/></svg>'


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


def test_packing_again_keeps_every_pixel() -> None:
    import vl_convert

    png = vl_convert.svg_to_png(DOT)
    assert pixels(repacked(png)) == pixels(png)
    assert repacked(repacked(png)) == repacked(png)


def as_png(picture: str, scale: float, cache: ChartCache) -> bytes:
    return begin({"dot.png": picture}, scale, Workers(1), cache)()["dot.png"]


def test_a_picture_has_the_size_that_was_asked_for() -> None:
    assert pixels(as_png(DOT, 2.0, NO_CACHE))[:2] == (120, 80)


def test_a_picture_is_drawn_once_at_each_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = as_png(DOT, 1.0, ChartCache(tmp_path))

    def never(_picture: str, _scale: float) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(drawing, "drawn", never)
    assert as_png(DOT, 1.0, ChartCache(tmp_path)) == first
    with pytest.raises(AssertionError, match="drawn again"):
        as_png(DOT, 2.0, ChartCache(tmp_path))
