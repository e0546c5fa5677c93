"""Words and lines as they stand on the pages, and how lines become running text.

A line is what a reader sees as one line, left to right, whatever order the PDF drew it in. Nothing here knows
about PDF files or about inspections.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SAME_LINE = 3.0
"""Points: baselines closer than this belong to one line."""
NEARLY_SAME_LINE = 5.0
"""Points: baselines closer than this belong to one line if their words stand side by side."""
RAISED_MARK = 0.8
"""A number smaller than this part of the word beside it is a footnote mark."""
BESIDE = 4.0
LINE_END_HYPHENS = ("-", "\u2010")
_SUSPENDED = re.compile(r"(?:and|or|to)\s")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_REPLACED = str.maketrans({**_LIGATURES, "\u2011": "-", "\u2010": "-", "\u00ad": "", "\u00a0": " "})
_STROKE_BEFORE_DASH = re.compile("[\u0335\u0336](?=[-\u2013\u2212])")
_STROKE = re.compile("[\u0335\u0336]")
"""Combining strokes, which some reports use as dashes."""
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands: points from the left edge; `size` is its height in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one page (1 is the first); `y` is the baseline in points from the bottom of the page."""

    page: int
    page_height: float
    y: float
    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.words[0].x0

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The size of its longest word, which no footnote mark can change."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        letters = sum(len(word.text) for word in self.words)
        return 2 * sum(len(word.text) for word in self.words if word.bold) > letters


def plain(text: str) -> str:
    """Text without ligatures, soft hyphens, invisible characters and private-use signs."""
    replaced = text.translate(_REPLACED)
    if replaced.isascii() and replaced.isprintable():
        return replaced
    replaced = _STROKE.sub("\u2013", _STROKE_BEFORE_DASH.sub("", replaced))
    return "".join(sign for sign in replaced if unicodedata.category(sign) not in _DROPPED_CATEGORIES)


def visual_lines(words: Iterable[Word], page: int, page_height: float) -> tuple[Line, ...]:
    """Group the words of a page into lines, top to bottom, each left to right, without footnote marks."""
    given = sorted(words, key=lambda word: (-word.y, word.x0))
    rows: list[list[Word]] = []
    for word in given:
        if _is_raised_mark(word, given):
            continue
        if rows and _joins(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(
        Line(page, page_height, row[0].y, tuple(sorted(row, key=lambda word: word.x0))) for row in rows
    )


def _is_raised_mark(word: Word, others: Sequence[Word]) -> bool:
    """Whether a number is set small and high at the end of a word."""
    return word.text.isdigit() and any(
        word.size < RAISED_MARK * other.size
        and abs(word.x0 - other.x1) < BESIDE
        and 0 <= word.y - other.y < other.size
        for other in others
    )


def _joins(row: Sequence[Word], word: Word) -> bool:
    distance = row[0].y - word.y
    if distance <= SAME_LINE:
        return True
    return distance <= NEARLY_SAME_LINE and all(word.x1 <= each.x0 or each.x1 <= word.x0 for each in row)


def joined(texts: Sequence[str]) -> str:
    """Lines as running text: a word broken at its hyphen is made whole, all other breaks become spaces."""
    running = ""
    for text in (text.strip() for text in texts):
        if not text:
            continue
        running += _break(running, text) + text
    return running


def _break(before: str, after: str) -> str:
    """Give what stands between two lines: nothing within a hyphenated word or after a slash, else a space."""
    if not before:
        return ""
    if before.endswith(LINE_END_HYPHENS) and before[-2:-1].isalnum():
        return " " if _SUSPENDED.match(after) else ""
    if before.endswith(("/", "\u2013")) and before[-2:-1].strip():
        return ""
    return " "
