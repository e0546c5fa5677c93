"""Pictures as PNG, for places that cannot show SVG: packed well, kept in the cache, the same bytes every time."""

import base64
import struct
import zlib
from collections.abc import Callable, Mapping
from functools import partial

from generator.release.charts.cache import ChartCache, fingerprint
from generator.release.charts.workers import Workers, begin_kept

PACKED = 6
"""zlib's level. The highest would make a picture smaller by less than a hundredth and take four times as long."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def begin(pictures: Mapping[str, str], scale: float, pool: Workers, cache: ChartCache) -> Callable[[], dict[str, bytes]]:
    """Begin to draw as PNG what the cache does not have; what is given back waits for it, and gives every PNG by its name."""
    names = {name: f"png-{fingerprint(picture, repr(scale))}" for name, picture in pictures.items()}
    texts = begin_kept(partial(_as_text, scale), pictures, names, pool, cache)
    return lambda: {name: base64.b64decode(text) for name, text in texts().items()}


def _as_text(scale: float, picture: str) -> str:
    """A PNG as the cache keeps it."""
    return base64.b64encode(drawn(picture, scale)).decode()


def drawn(picture: str, scale: float) -> bytes:
    """An SVG as PNG, packed well."""
    import vl_convert  # noqa: PLC0415  slow to load, and most commands draw nothing

    png: bytes = vl_convert.svg_to_png(picture, scale=scale)
    return repacked(png)


def repacked(png: bytes) -> bytes:
    """The same picture with its pixels compressed better than the converter does; nothing but pixels and size is kept."""
    at, header, packed = len(_SIGNATURE), b"", b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            header = content
        elif kind == b"IDAT":
            packed += content
        at += 12 + length
    pixels = zlib.compress(zlib.decompress(packed), PACKED)
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
