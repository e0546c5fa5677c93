"""Pictures as PNG, for places that cannot show SVG: packed tightly, kept in the cache, the same bytes every time."""

import base64
import struct
import zlib

from generator.release.charts.cache import ChartCache, fingerprint

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def as_png(picture: str, scale: float, cache: ChartCache) -> bytes:
    """An SVG as PNG at this many times its size; drawn again only where the picture changed."""
    name = f"png-{fingerprint(picture, repr(scale))}"
    kept = cache.read(name)
    if kept is None:
        kept = base64.b64encode(drawn(picture, scale)).decode()
        cache.write(name, kept)
    return base64.b64decode(kept)


def drawn(picture: str, scale: float) -> bytes:
    """An SVG as PNG, packed as tightly as the format allows."""
    import vl_convert  # noqa: PLC0415  slow to load, and most commands draw nothing

    png: bytes = vl_convert.svg_to_png(picture, scale=scale)
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
