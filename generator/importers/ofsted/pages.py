"""Opens a PDF and gives its words with their places; the only module that touches the PDF library.

Runs in a process of its own (see `worker`), because the library is native code and a broken file can end it.
Scripts, links and attachments inside a PDF are never looked at: only text is asked for.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from generator.importers.ofsted import limits
from generator.importers.ofsted.lines import Line, Word, visual_lines
from generator.importers.ofsted.refusals import Refusal, Unreadable

HYPHEN_AT_LINE_END = 0x02
"""What the library reports in place of a hyphen at the end of a line."""
SPACE, NO_BREAK_SPACE = 0x20, 0xA0
NOT_A_CHARACTER = 0xFFFE
SMALL_MARK = 0.8
"""A digit smaller than this part of the word it ends is a footnote mark."""
BOLD_WEIGHT = 600
_FONT_NAME_BYTES = 80
_SYMBOL_FONTS = (b"wingdings", b"symbol", b"webdings", b"dingbats")
_LAST_OF_A_SYMBOL_FONT = 0xFF
_PRIVATE_USE = 0xF000
"""Where signs of symbol fonts are given, so that a bullet is never mistaken for a letter."""


def read_lines(content: bytes) -> tuple[Line, ...]:
    """Every line of the document in reading order; raises `Unreadable`."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        wants_password = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise Unreadable(Refusal.ENCRYPTED if wants_password else Refusal.DAMAGED)
    pages = pdfium.FPDF_GetPageCount(document)
    if pages > limits.PAGES:
        raise Unreadable(Refusal.TOO_MANY_PAGES, f"{pages:,}")
    if pages < 1:
        raise Unreadable(Refusal.DAMAGED)
    lines: list[Line] = []
    characters = 0
    for index in range(pages):
        page = pdfium.FPDF_LoadPage(document, index)
        text_page = pdfium.FPDFText_LoadPage(page) if page else None
        if not text_page:
            raise Unreadable(Refusal.DAMAGED)
        on_page = pdfium.FPDFText_CountChars(text_page)
        characters += max(on_page, 0)
        if on_page > limits.CHARACTERS_ON_A_PAGE or characters > limits.CHARACTERS:
            raise Unreadable(Refusal.TOO_MUCH_TEXT)
        words = _words(_PageText(text_page, on_page))
        lines.extend(visual_lines(words, index + 1, pdfium.FPDF_GetPageHeightF(page)))
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return tuple(lines)


class _PageText:
    """The characters of one page, with their places looked up on demand."""

    def __init__(self, text_page: object, count: int) -> None:
        self._page = text_page
        unicode_at = pdfium.FPDFText_GetUnicode
        self.codes = [unicode_at(text_page, index) for index in range(count)]
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()

    def origin(self, index: int) -> tuple[float, float]:
        """Left end of the character on its baseline."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._x.value, self._y.value

    def right_and_height(self, index: int) -> tuple[float, float]:
        """Right edge, and the height that its font gives every character."""
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
        return self._box.right, self._box.top - self._box.bottom

    def bold(self, index: int) -> bool:
        """Whether its font is bold, by weight or, where none is given, by name."""
        weight = pdfium.FPDFText_GetFontWeight(self._page, index)
        return weight >= BOLD_WEIGHT if weight > 0 else b"bold" in self._font(index)

    def symbol(self, index: int) -> bool:
        """Whether its font is one of signs, not letters."""
        return any(name in self._font(index) for name in _SYMBOL_FONTS)

    def _font(self, index: int) -> bytes:
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, _FONT_NAME_BYTES, self._flags)
        return self._name.value.lower()


def _words(page: _PageText) -> Iterator[Word]:
    """Give the words of a page; a hyphen at a line's end closes its word."""
    start: int | None = None
    for index, code in enumerate(page.codes):
        if code == HYPHEN_AT_LINE_END:
            yield from _word(page, index if start is None else start, index + 1)
            start = None
        elif code <= SPACE or code in (NO_BREAK_SPACE, NOT_A_CHARACTER):
            if start is not None:
                yield from _word(page, start, index)
            start = None
        elif start is None:
            start = index
    if start is not None:
        yield from _word(page, start, len(page.codes))


def _word(page: _PageText, start: int, end: int) -> Iterator[Word]:
    """Give the characters from start to end as a word, without a footnote mark at its end."""
    x, y = page.origin(start)
    right, last_height = page.right_and_height(end - 1)
    height = last_height if end - start == 1 else page.right_and_height(start)[1]
    if last_height < SMALL_MARK * height:
        while end > start + 1 and chr(page.codes[end - 1]).isdigit():
            end -= 1
        right = page.right_and_height(end - 1)[0]
    codes = page.codes[start:end]
    if len(codes) == 1 and codes[0] <= _LAST_OF_A_SYMBOL_FONT and page.symbol(start):
        codes = [_PRIVATE_USE + codes[0]]
    text = "".join("-" if code == HYPHEN_AT_LINE_END else chr(code) for code in codes)
    yield Word(text, x, right, y, height, page.bold(start))
