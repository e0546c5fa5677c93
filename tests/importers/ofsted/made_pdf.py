"""Writes small PDFs for the tests: words at places, nothing else. Knows nothing about inspections."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
SPECIAL = {
    "\u25fc": 0x80,
    "\uf06e": 0x81,
    "\u2022": 0x82,
    "\u2019": 0x83,
    "\u2013": 0x84,
    "\ufb01": 0x85,
    "\u2212": 0x86,
}
"""Signs outside ASCII that the made fonts have, with the codes they are written as."""
_ENCODING = b"<< /Differences [128 /bullet /bullet /bullet /quoteright /endash /fi /minus] >>"
"""Glyphs for those codes, so that each has a width; what they mean is said by the map below."""
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    "1 begincodespacerange <00> <FF> endcodespacerange\n"
    f"{len(SPECIAL) + 1} beginbfrange <20> <7E> <0020>\n"
    + "\n".join(f"<{code:02X}> <{code:02X}> <{ord(sign):04X}>" for sign, code in SPECIAL.items())
    + "\nendbfrange endcmap end end"
).encode()


@dataclass(frozen=True)
class Put:
    """Words at a place: points from the left and the bottom of the page."""

    x: float
    y: float
    text: str
    size: float = 12.0
    bold: bool = False


@dataclass
class MadePdf:
    """Objects of a PDF, numbered from 1 in order."""

    objects: list[bytes] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Add an object and give its number."""
        self.objects.append(content)
        return len(self.objects)

    def written(self, trailer: bytes = b"") -> bytes:
        """Give the whole file with a right cross-reference table; object 1 is the catalogue."""
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for number, content in enumerate(self.objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1,
            trailer,
            start,
        )
        return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Give a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def deflated(content: bytes) -> bytes:
    """Give a compressed stream object."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode")


def make_pdf(pages: Sequence[Sequence[Put]], *, catalogue: bytes = b"", trailer: bytes = b"") -> bytes:
    """Give a PDF with these words on its pages, and more entries in its catalogue and trailer."""
    return with_contents([_content(page) for page in pages], catalogue=catalogue, trailer=trailer)


def with_contents(contents: Sequence[bytes], *, catalogue: bytes = b"", trailer: bytes = b"") -> bytes:
    """Give a PDF whose pages have these content streams, given as whole stream objects."""
    made = MadePdf()
    made.add(b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue)
    kids = b" ".join(b"%d 0 R" % (6 + 2 * index) for index in range(len(contents)))
    made.add(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)))
    made.add(stream(_TO_UNICODE))
    for name in (b"Helvetica", b"Helvetica-Bold"):
        made.add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding %s /ToUnicode 3 0 R >>"
            % (name, _ENCODING)
        )
    for index, content in enumerate(contents):
        made.add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F0 4 0 R /F1 5 0 R >> >> >>" % (PAGE_WIDTH, PAGE_HEIGHT, 7 + 2 * index)
        )
        made.add(content)
    return made.written(trailer)


def _content(page: Sequence[Put]) -> bytes:
    drawn = b"\n".join(
        b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (put.bold, put.size, put.x, put.y, _encoded(put.text))
        for put in page
    )
    return deflated(drawn)


def _encoded(text: str) -> bytes:
    codes = bytes(SPECIAL.get(sign) or ord(sign) for sign in text)
    return codes.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
