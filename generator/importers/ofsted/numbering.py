"""Finds where numbered paragraphs begin.

The place decides, not the sequence: numbers stand in a column of their own and the text in another, so a line
of text that happens to begin with '16.' is not a number, and a number that the report skips or repeats is no
trouble. Only where a report does not indent its text must the numbers follow one another.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.ofsted.furniture import Body
from generator.importers.ofsted.lines import Line
from generator.importers.ofsted.wording import WIDEST_SPACE, text_of

_NUMBER = re.compile(r"(\d{1,3})([.)]?)")
_GLUED = re.compile(r"(\d{1,3})(\.?)(?=[A-Z\u2018\u201c])")
COLUMN_WIDTH = 3.0
"""Points within which lines stand in the same column."""
NARROWEST_INDENT = 8.0
LONGEST_SKIP = 3
"""Numbers a report may leave out at once, where a full stop or the indent is missing."""
SET_APART = 1.25
"""Usual spacings: a line further from the one above begins a paragraph."""
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Start:
    """Line `index` of the body begins paragraph `number`; its text begins at word `skip`, or in word 0."""

    index: int
    number: int
    skip: int
    dotted: bool
    x: float
    text_x: float


@dataclass(frozen=True, slots=True)
class Numbering:
    """The columns of numbers and text (None where the text is not indented) and the paragraphs' starts."""

    text_column: float | None
    starts: tuple[Start, ...]


def find_numbering(body: Body, first: int) -> Numbering:
    """Give the starts from line `first` of the body on."""
    candidates = [
        start
        for index, line in enumerate(body.lines)
        if index >= first and (start := _candidate(index, line))
    ]
    typical = [start for start in candidates if start.dotted]
    if len(typical) < FEWEST:
        typical = [start for start in candidates if _bare(body, start)]
    if len(typical) < FEWEST:
        return Numbering(None, ())
    number_column = _commonest([start.x for start in typical])
    text_column = _commonest(_indented_lines(body, typical))
    indented = text_column - number_column > NARROWEST_INDENT
    accepted: list[Start] = []
    for start in candidates:
        expected = accepted[-1].number + 1 if accepted else 1
        if indented:
            keep = _in_columns(body, start, (number_column, text_column), expected)
        else:
            keep = _in_sequence(body, start, expected)
        if keep:
            accepted.append(start)
    return Numbering(text_column if indented else None, tuple(accepted))


def first_words(body: Body, start: Start) -> str:
    """Give the text of a paragraph's first line, without its number."""
    text = text_of(body.lines[start.index], skip=start.skip)
    return text if start.skip else _GLUED.sub("", text, count=1).strip()


def _candidate(index: int, line: Line) -> Start | None:
    """Give a line that begins with a number, as a possible start."""
    first = line.words[0]
    number = _NUMBER.fullmatch(first.text)
    if number and len(line.words) > 1:
        return Start(index, int(number[1]), 1, bool(number[2]), first.x0, line.words[1].x0)
    glued = _GLUED.match(first.text)
    if glued:
        return Start(index, int(glued[1]), 0, dotted=bool(glued[2]), x=first.x0, text_x=first.x0)
    return None


def _bare(body: Body, start: Start) -> bool:
    """Whether a number without a full stop stands apart from a word that begins a sentence."""
    words = body.lines[start.index].words
    return bool(start.skip) and words[1].text[:1].isupper() and words[1].x0 - words[0].x1 > WIDEST_SPACE


def _commonest(places: Sequence[float]) -> float:
    """Give the commonest place, places within a point or two counted together."""
    if not places:
        return 0.0
    counts = Counter(round(place) for place in places)
    best = max(counts, key=lambda place: counts[place] + counts[place - 1] + counts[place + 1])
    return min(places, key=lambda place: abs(place - best))


def _indented_lines(body: Body, starts: Sequence[Start]) -> list[float]:
    """Where the lines below the starts begin, if at least every third of them is indented."""
    below = [line for start in starts if (line := _line_below(body, start.index))]
    indented = [line.x0 for line in below if line.x0 > starts[0].x + NARROWEST_INDENT]
    return indented if 3 * len(indented) >= len(below) else []


def _in_columns(body: Body, start: Start, columns: tuple[float, float], expected: int) -> bool:
    """Whether a number stands in the numbers' column and is set off from its text as a list's numbers are."""
    number_column, text_column = columns
    if start.x > text_column - NARROWEST_INDENT / 2:
        return start.dotted and start.number == expected and _begins_inner_list(body, start)
    if start.dotted and start.number == expected:
        return _set_off(body, start, text_column) or not _reads_on(body, start, text_column)
    if start.dotted:
        return start.number > 0 and _set_off(body, start, text_column)
    if abs(start.x - number_column) > COLUMN_WIDTH or not expected <= start.number <= expected + LONGEST_SKIP:
        return False
    alone = (
        start.number == expected and _set_apart(body, start.index) and not _reads_on(body, start, text_column)
    )
    return _set_off(body, start, text_column) or (alone and _begins_sentence(body, start))


def _set_off(body: Body, start: Start, text_column: float) -> bool:
    """Whether more than a space stands behind a number, or the line below is indented under its text."""
    words = body.lines[start.index].words
    if start.skip and words[1].x0 - words[0].x1 > WIDEST_SPACE:
        return True
    below = _line_below(body, start.index)
    return below is not None and abs(below.x0 - text_column) < COLUMN_WIDTH


def _reads_on(body: Body, start: Start, text_column: float) -> bool:
    """Whether the line above or below is of the same text and not indented, as in text without numbers."""
    gap = body.gap_above(start.index)
    above = body.lines[start.index - 1] if gap is not None and gap <= SET_APART else None
    if above is not None and _candidate(0, above) is not None:
        above = None
    return any(
        line is not None and line.x0 < text_column - NARROWEST_INDENT / 2
        for line in (above, _line_below(body, start.index))
    )


def _begins_inner_list(body: Body, start: Start) -> bool:
    """Whether an expected number further in than most begins a paragraph that is indented as a whole."""
    words = body.lines[start.index].words
    tabbed = start.skip > 0 and words[1].x0 - words[0].x1 > WIDEST_SPACE
    return tabbed and _set_apart(body, start.index) and _begins_sentence(body, start)


def _begins_sentence(body: Body, start: Start) -> bool:
    words = body.lines[start.index].words
    return start.skip == 0 or words[1].text[0].isupper()


def _set_apart(body: Body, index: int) -> bool:
    gap = body.gap_above(index)
    return gap is None or gap > SET_APART


def _line_below(body: Body, index: int) -> Line | None:
    """Give the next line of the same paragraph on the same page."""
    gap = body.gap_above(index + 1) if index + 1 < len(body.lines) else None
    return body.lines[index + 1] if gap is not None and gap <= SET_APART else None


def _in_sequence(body: Body, start: Start, expected: int) -> bool:
    """Whether a number carries the sequence on, at the start of a line that is set apart."""
    apart = _set_apart(body, start.index)
    if start.number == expected:
        return start.dotted and (apart or _ends_sentence(body.lines[start.index - 1]))
    return start.dotted and apart and expected < start.number <= expected + LONGEST_SKIP


def _ends_sentence(line: Line) -> bool:
    return line.words[-1].text.rstrip("\u2019\u201d')\"").endswith((".", ":", "?", ";"))
