"""Rule: percentages and amounts of money on pages come in by name or with a citation, never typed by hand alone.

A typed figure goes stale in silence. Plain numbers are left alone: ages, years, telephone numbers, 24 hours,
section numbers. A paragraph, list entry or table that carries a citation may hold the figures that it cites.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.observation import HandWrittenPage, Records
from generator.records.pages import insertions_in, without_insertions

_FIGURE = re.compile(
    r"[0-9][.,]?\s?(%|per\s?cent\b|percentage points?\b|(million |thousand |billion )?pounds\b)|£\s?[0-9]",
    re.IGNORECASE,
)
_CITING = ("cite", "confirm")
_LIST_ENTRY = re.compile(r"\s*([-*+]|[0-9]+[.)])\s")


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each line with a typed figure whose block has no citation."""
    for page in records.pages:
        yield from _in_page(page)


def _in_page(page: HandWrittenPage) -> Iterator[Problem]:
    first = page.place.row or 1
    lines = without_insertions(page.body).split("\n")
    citing = {insertion.line - first for insertion in insertions_in(page) if insertion.kind in _CITING}
    blocks = list(_blocks(lines))
    cited = [any(line in citing for line in block) for block in blocks]
    for position, block in enumerate(blocks):
        neighbours = cited[max(0, position - 1) : position + 2]
        table = lines[block[0]].lstrip().startswith("|")
        if cited[position] or (table and any(neighbours)):
            continue
        for line in block:
            if _FIGURE.search(lines[line]):
                yield Problem(
                    Place(page.place.file, first + line),
                    "typed-figure",
                    "A percentage or an amount of money is typed here and has no citation.",
                    "Let it come in by name, [[figure:INDICATOR]] or [[reported:ID]], "
                    "or add [[cite:SOURCE where in it]] to the paragraph.",
                )


def _blocks(lines: list[str]) -> Iterator[list[int]]:
    """Paragraphs, list entries and tables, as the numbers of their lines."""
    block: list[int] = []
    for number, line in enumerate(lines):
        if not line.strip() or (_LIST_ENTRY.match(line) and block):
            if block:
                yield block
            block = []
        if line.strip():
            block.append(number)
    if block:
        yield block
