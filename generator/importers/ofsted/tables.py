"""Finds the table of judgements on the front pages of a report and reads its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.ofsted.draft import Framework
from generator.importers.ofsted.frameworks import FRONT_PAGES
from generator.importers.ofsted.lines import Line
from generator.importers.ofsted.rows import Reading, read_rows, split_row
from generator.importers.ofsted.wording import folded
from generator.vocabulary import JudgementHeading

_STARTS = {
    Framework.ILACS: re.compile(r"(?:the )?(?:impact of|experiences? and)\b|overall\b"),
    Framework.SIF: re.compile(
        r"(?:\d(?:\.\d)?\.? )?(?:children (?:and young people )?(?:who|in) need"
        r"|children looked after|looked after children"
        r"|adoption|(?:the )?experiences? and progress|leadership)\b"
    ),
}
_FIRST_ROW = {
    Framework.ILACS: re.compile(r"(?:the )?impact of leaders\b"),
    Framework.SIF: re.compile(
        r"(?:1\.? )?children (?:and young people )?(?:who|in) need (?:of )?help and protection\b"
    ),
}
_LAST_ROW = {
    Framework.ILACS: re.compile(r"overall\b"),
    Framework.SIF: re.compile(r"(?:3\.? )?leadership\b"),
}
EXPECTED = {
    Framework.ILACS: (
        frozenset(
            {
                JudgementHeading.LEADERS,
                JudgementHeading.HELP_PROTECTION,
                JudgementHeading.IN_CARE_AND_CARE_LEAVERS,
                JudgementHeading.OVERALL,
            }
        ),
        frozenset(
            {
                JudgementHeading.LEADERS,
                JudgementHeading.HELP_PROTECTION,
                JudgementHeading.IN_CARE,
                JudgementHeading.CARE_LEAVERS,
                JudgementHeading.OVERALL,
            }
        ),
    ),
    Framework.SIF: (
        frozenset(
            {
                JudgementHeading.HELP_PROTECTION,
                JudgementHeading.LOOKED_AFTER,
                JudgementHeading.ADOPTION,
                JudgementHeading.CARE_LEAVERS,
                JudgementHeading.LEADERSHIP,
            }
        ),
    ),
}
"""The sets of rows that tables of each framework have had."""
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Table:
    """What the table says and where it ends: its last page and the height of its last line."""

    reading: Reading
    page: int
    bottom: float


def find_table(lines: Sequence[Line], framework: Framework) -> Table | None:
    """Give the table of judgements, or None if its first and last row are not found."""
    opening = [line for line in lines if line.page <= FRONT_PAGES]
    labels = [folded(" ".join(word.text for word in split_row(line)[0])) for line in opening]
    for first, label in enumerate(labels):
        if not _FIRST_ROW[framework].match(label):
            continue
        window = range(first, min(first + MOST_LINES, len(labels)))
        last = next((index for index in window if _LAST_ROW[framework].match(labels[index])), None)
        if last is not None:
            return _table(opening, labels, first, last, framework)
    return None


def _table(
    opening: Sequence[Line], labels: Sequence[str], first: int, last: int, framework: Framework
) -> Table:
    """Read from the first row to the last, with the grades that hang over at either end."""
    while first > 0 and not labels[first - 1] and opening[first - 1].page == opening[first].page:
        first -= 1
    end = last + 1
    while end < len(opening) and _hangs_over(labels[last:end], labels[end], framework):
        end += 1
    reading = read_rows(opening[first:end], lambda text: bool(_STARTS[framework].match(folded(text))))
    if not (reading.trouble or reading.unknown) and frozenset(reading.grades) not in EXPECTED[framework]:
        reading = Reading({}, "its rows are not those of any known table")
    return Table(reading, opening[end - 1].page, opening[end - 1].y)


def _hangs_over(row: Sequence[str], label: str, framework: Framework) -> bool:
    """Whether a line still belongs to the last row: a grade alone, or the rest of a wrapped label."""
    if not label:
        return True
    wrapped = " ".join([*row, label]).strip()
    return framework is Framework.SIF and wrapped.endswith("leadership, management and governance")
