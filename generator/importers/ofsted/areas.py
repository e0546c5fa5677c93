"""Reads what a report formally asks for: areas for improvement (ILACS) or recommendations (SIF).

Lists are bulleted, numbered or plain prose; marks of a second level stay within the entry above them. Of a
SIF report only what is asked of the council is read, not what is asked of the safeguarding board.
"""

import re
from collections.abc import Iterator, Sequence

from generator.importers.ofsted.draft import Framework
from generator.importers.ofsted.frameworks import FRONT_PAGES
from generator.importers.ofsted.furniture import Body
from generator.importers.ofsted.headings import Heading
from generator.importers.ofsted.lines import joined
from generator.importers.ofsted.numbering import Start, first_words
from generator.importers.ofsted.paragraphs import PARAGRAPH_GAP
from generator.importers.ofsted.wording import BULLET, OPENS_A_LIST, folded, mark_of, text_of

_BOARD = re.compile(r"(?:safeguarding children(?:'s)? board|\blscb\b)")
_NOTHING = re.compile(r"there (?:are|were) no\b|no (?:areas|priority|recommendations)\b|none\b")
SAME_LEVEL = 8.0
"""Points: a mark further in than this belongs to a second level."""


def area_ranges(body: Body, headings: Sequence[Heading], framework: Framework, end: int) -> tuple[range, ...]:
    """Give the lines under each heading that opens a list, up to the next heading."""
    ranges = []
    for position, heading in enumerate(headings):
        title = folded(heading.text).rstrip(" ?:.")
        if (
            framework is Framework.SIF
            and _BOARD.search(title)
            and body.lines[heading.start].page > FRONT_PAGES
        ):
            break
        if OPENS_A_LIST.fullmatch(title):
            following = headings[position + 1].start if position + 1 < len(headings) else end
            if following > heading.end:
                ranges.append(range(heading.end, min(following, end)))
    return tuple(ranges)


def read_areas(body: Body, ranges: Sequence[range], starts: Sequence[Start]) -> tuple[str, ...]:
    """Give the entries of all lists in order, without sentences that say there are none."""
    entries = [entry for lines in ranges for entry in _entries(body, lines, starts)]
    return tuple(entry for entry in entries if entry and not _NOTHING.match(folded(entry)))


def _entries(body: Body, lines: range, starts: Sequence[Start]) -> Iterator[str]:
    numbered = [start for start in starts if start.index in lines]
    if numbered:
        return _numbered(body, lines, numbered)
    if any(mark_of(body.lines[index]) for index in lines):
        return _bulleted(body, lines)
    return _prose(body, lines)


def _numbered(body: Body, lines: range, starts: Sequence[Start]) -> Iterator[str]:
    """Numbered entries; a line in the margin that is not numbered is a heading within the list."""
    firsts = {start.index: start for start in starts}
    texts: list[str] = []
    open_entry = False
    for index in lines:
        start = firsts.get(index)
        line = body.lines[index]
        if start:
            if texts:
                yield joined(texts)
            texts = [first_words(body, start)]
            open_entry = True
        elif line.x0 < starts[0].text_x - SAME_LEVEL / 2 and _apart(body, index) and starts[0].skip:
            open_entry = False
        elif open_entry:
            texts.append(text_of(line))
    if texts:
        yield joined(texts)


def _bulleted(body: Body, lines: range) -> Iterator[str]:
    """Bulleted entries; words before the first bullet, and unmarked paragraphs after one, are no entries."""
    marked = {index: mark for index in lines if (mark := mark_of(body.lines[index]))}
    top = BULLET if BULLET in marked.values() else next(iter(marked.values()))
    outermost = min(body.lines[index].x0 for index, mark in marked.items() if mark == top)
    texts: list[str] = []
    open_entry = False
    for index in lines:
        line = body.lines[index]
        if marked.get(index) == top and line.x0 <= outermost + SAME_LEVEL:
            if texts:
                yield joined(texts)
            texts, open_entry = [text_of(line)[2:]], True
        elif index not in marked and line.x0 <= outermost + SAME_LEVEL / 4 and _apart(body, index):
            open_entry = False
        elif open_entry:
            texts.append(text_of(line))
    if texts:
        yield joined(texts)


def _prose(body: Body, lines: range) -> Iterator[str]:
    """Plain paragraphs, each an entry."""
    texts: list[str] = []
    for index in lines:
        if texts and _apart(body, index):
            yield joined(texts)
            texts = []
        texts.append(text_of(body.lines[index]))
    if texts:
        yield joined(texts)


def _apart(body: Body, index: int) -> bool:
    gap = body.gap_above(index)
    return gap is not None and gap > PARAGRAPH_GAP
