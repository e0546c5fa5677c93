"""Takes page furniture off: page numbers, running headers and footers, footnotes, contents pages.

What is left is the body: the text that a reader reads from the first page to the last.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importers.ofsted.lines import Line

FOOT_OF_PAGE = 100.0
HEAD_OF_PAGE = 80.0
"""Points from the edge within which page numbers and running lines stand."""
UNNUMBERED_PAGES = 3
"""Covers that may stand before the page that is numbered 1."""
FOOTNOTE_SIZE = 0.84
"""Lines smaller than this part of the body's size are footnotes."""
SMALL_MARK = 0.8
NEARLY_BODY_SIZE = 0.96
"""Lines smaller than this are footnotes if they close the page and begin with a footnote's number."""
NARROWEST_SPACING, WIDEST_SPACING = 0.9, 1.7
"""Lines of one paragraph stand between these parts of the letters' size apart."""
USUAL_SPACING = 14.5
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a report: its lines; letter size, usual line distance and left edge in points."""

    lines: tuple[Line, ...]
    size: float
    spacing: float
    margin: float

    def stands_out(self, line: Line) -> bool:
        """Whether a line is set like a heading: bold, or larger than the text."""
        return line.bold or line.size > 1.06 * self.size

    def gap_above(self, index: int) -> float | None:
        """Distance to the line above in usual spacings, or None at the top of a page."""
        line, above = self.lines[index], self.lines[index - 1] if index else None
        if above is None or above.page != line.page:
            return None
        return (above.y - line.y) / self.spacing


def body_of(lines: Sequence[Line]) -> Body:
    """Give the lines without furniture, measured."""
    size = _most_common((round(line.size, 1), len(line.text)) for line in lines)
    running = _running_lines(lines)
    contents = {line.page: line.y for line in lines if line.text.strip().casefold() == "contents"}
    notes = _closing_notes(lines, size)
    kept = tuple(
        line
        for index, line in enumerate(lines)
        if index not in notes
        and line.size >= FOOTNOTE_SIZE * size
        and not _is_page_number(line, size)
        and _key(line) not in running
        and line.y > contents.get(line.page, -math.inf)
    )
    distances = (
        (round(above.y - below.y, 1), 1)
        for above, below in pairwise(kept)
        if above.page == below.page and NARROWEST_SPACING * size < above.y - below.y < WIDEST_SPACING * size
    )
    return Body(kept, size, _most_common(distances) or USUAL_SPACING, _margin(kept))


def _margin(lines: Sequence[Line]) -> float:
    """Give the leftmost place at which more than one line in fifty begins."""
    begins = Counter(round(line.x0) for line in lines)
    return float(min((place for place, count in begins.items() if 50 * count > len(lines)), default=0))


def _most_common(weighted: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in weighted:
        counts[value] += weight
    return counts.most_common(1)[0][0] if counts else 0.0


def _closing_notes(lines: Sequence[Line], size: float) -> frozenset[int]:
    """Give the lines of footnotes set almost as large as the text: the last of a page, from a number on."""
    notes: set[int] = set()
    tail: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index + 1 < len(lines) and lines[index + 1].page != line.page:
            tail = []
        if line.size >= NEARLY_BODY_SIZE * size and not _is_page_number(line, size):
            tail = [-1]
        if -1 in tail:
            continue
        tail.append(index)
        if _begins_note(line, size):
            notes.update(tail)
    return frozenset(notes)


def _begins_note(line: Line, size: float) -> bool:
    """Whether a line begins with a footnote's number, which is set smaller than its words."""
    first, words = line.words[0], line.words[1:]
    return first.text.isdigit() and first.size < SMALL_MARK * (words[0].size if words else size)


def _in_margin(line: Line) -> bool:
    return line.y < FOOT_OF_PAGE or line.y > line.page_height - HEAD_OF_PAGE


def _is_page_number(line: Line, body_size: float) -> bool:
    """Give a number alone in the margin; one set like the text must also be the number of its page."""
    if not _PAGE_NUMBER.fullmatch(line.text) or not _in_margin(line):
        return False
    number = int(_DIGITS.findall(line.text)[0])
    return abs(line.size - body_size) > 1 or abs(number - line.page) <= UNNUMBERED_PAGES


def _key(line: Line) -> tuple[str, int]:
    """Give what a running line looks like on every page: its words without numbers, and its height."""
    return _DIGITS.sub("#", line.text), round(line.y / 4)


def _running_lines(lines: Sequence[Line]) -> frozenset[tuple[str, int]]:
    """Lines that stand at the same height in the margins of several pages."""
    pages: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        if _in_margin(line):
            pages.setdefault(_key(line), set()).add(line.page)
    return frozenset(key for key, found in pages.items() if len(found) > 1)
