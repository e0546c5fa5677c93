"""Reads a table of judgements: labels on the left, grades on the right, either of them wrapped over lines.

A grade may stand above or below the line its label begins on, so the rows are read twice, by two ways that
do not know of each other: in order (the third grade belongs to the third label) and by height (a grade
belongs to the label nearest to it). Only what both ways agree on is a reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.importers.ofsted.lines import Line, Word
from generator.importers.ofsted.wording import (
    GRADE,
    GRADE_WORDS,
    NOT_GRADED_WORDS,
    folded,
    grade_from,
    subject_of,
)
from generator.vocabulary import Grade, JudgementHeading

COLUMN_GAP = 6.0
"""Points: wider than the space between two words of a label."""
GRADE_COLUMN = 200.0
"""Points from the left edge: a grade on a line of its own stands to the right of this."""
_CELL = re.compile(rf"{GRADE}|(?P<ungraded>not (?:judged|reviewed|inspected|applicable)|n/a)")
_CELL_WORDS = GRADE_WORDS | NOT_GRADED_WORDS
_AROUND_WORDS = ".,*()"


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a table cell and the height that they span (points from the bottom of the page)."""

    text: str
    top: float
    bottom: float

    def distance(self, other: "Cell") -> float:
        """How far the middle of another cell is above or below this one; 0 beside it."""
        middle = (other.top + other.bottom) / 2
        return max(0.0, middle - self.top, self.bottom - middle)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table says: a grade for each judgement (None for 'not judged'), or why it was not read.

    `unknown` holds the labels of rows that are no known judgement.
    """

    grades: dict[JudgementHeading, Grade | None]
    trouble: str = ""
    unknown: str = ""


def split_row(line: Line) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Give the label words and the grade words of a line; a line of text has no grade words."""
    words = line.words
    first = len(words)
    while first and words[first - 1].text.casefold().strip(_AROUND_WORDS) in _CELL_WORDS:
        first -= 1
    for index in range(first, len(words)):
        if index == 0 and words[0].x0 > GRADE_COLUMN:
            return (), words
        if index and words[index].x0 - words[index - 1].x1 >= COLUMN_GAP:
            return words[:index], words[index:]
    return words, ()


def read_rows(lines: Sequence[Line], starts_row: Callable[[str], bool]) -> Reading:
    """Read the lines of a table, top to bottom; `starts_row` tells whether label words begin a new row."""
    labels: list[Cell] = []
    grade_words: list[tuple[str, float]] = []
    for line in lines:
        label, grade = split_row(line)
        text = " ".join(word.text for word in label)
        if text and (starts_row(text) or not labels):
            labels.append(Cell(text, line.y, line.y))
        elif text:
            labels[-1] = Cell(f"{labels[-1].text} {text}", labels[-1].top, line.y)
        grade_words.extend((folded(word.text).strip(_AROUND_WORDS), line.y) for word in grade)
    cells = _grade_cells(grade_words)
    if cells is None:
        return Reading({}, "a cell holds something other than a grade")
    return _matched(labels, cells)


def _grade_cells(words: Sequence[tuple[str, float]]) -> list[Cell] | None:
    """Give the grades in order; None if any word is left over."""
    heights: list[float] = []
    for word, y in words:
        heights.extend([y] * (len(word) + 1))
    text = " ".join(word for word, _ in words)
    cells: list[Cell] = []
    position = 0
    for found in _CELL.finditer(text):
        if text[position : found.start()].strip():
            return None
        cells.append(Cell(found[0], heights[found.start()], heights[found.end() - 1]))
        position = found.end()
    return None if text[position:].strip() else cells


def _matched(labels: Sequence[Cell], cells: Sequence[Cell]) -> Reading:
    if len(labels) != len(cells):
        return Reading({}, f"it has {len(labels)} rows and {len(cells)} grades")
    grades: dict[JudgementHeading, Grade | None] = {}
    unknown = ""
    for order, (label, cell) in enumerate(zip(labels, cells, strict=True)):
        nearest = min(range(len(labels)), key=lambda index: labels[index].distance(cell))
        heading = subject_of(label.text)
        if nearest != order:
            return Reading({}, "a grade does not stand beside its own row")
        if heading is None:
            unknown = f"{unknown}; {label.text}" if unknown else label.text
            continue
        if heading in grades:
            return Reading({}, "two of its rows have one name")
        grades[heading] = None if cell.text.startswith("n") else grade_from(cell.text)
    return Reading(grades, unknown=unknown)
