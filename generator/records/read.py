"""CSV files into rows of text that remember where they stood. What the cells mean is said in `fields`.

A table is read as it streams by, so that a large one costs little memory, and strictly: a quotation mark left
open, a row that is too short or too long, or a heading that is not known is a problem, never a guess.
Rows are numbered as a spreadsheet numbers them: the header is row 1, an empty row counts.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.problems import Place, Problem, Severity
from generator.records.collected import Collected, Unusable
from generator.records.files import clean_text, unsafe_problem
from generator.records.header import empty_heading, header_faults
from generator.records.layout import CELL_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from generator.scalars import unsafe_character

LONGEST_LINE = 400_000
"""Characters in one line of a file; a longer one is not a table's row."""
MOST_LINE_BREAKS = 20
"""Line breaks in one cell; more mean that a quotation mark was left open."""
_BREAKS = re.compile(r"\s*[\r\n\t]+\s*")
_SPACE = " \t\r\n\u00a0"
"""What may stand around a cell without counting; other invisible characters are told."""
_BREAK = re.compile(r"[\r\n\t]")
_THOUSANDS_HEAD = re.compile(r"-?[0-9]{1,3}")
_THOUSANDS_TAIL = re.compile(r"[0-9]{3}(\.[0-9]+)?")
_QUOTE_FIX = (
    'Close the quotation mark, or write a quotation mark inside a quoted cell twice: "". '
    "Saving the file from a spreadsheet program does this by itself."
)


class Row(NamedTuple):
    """One row of a table: its number and its cells, in the order of the declared columns."""

    number: int
    cells: tuple[str, ...]


class TableReader:
    """One CSV file: iterate over its good rows; problems go to the collection, `complete` says if the end was reached."""

    def __init__(
        self, file: str, content: bytes, columns: tuple[str, ...], collected: Collected, most_rows: int = MOST_ROWS
    ) -> None:
        """Take the bytes of a file; nothing is read before iteration."""
        self.file, self.columns = file, columns
        self.complete = self._gave_up = False
        self.rows_seen = 0
        self._content, self._collected, self._most_rows = content, collected, most_rows
        self._order: tuple[int, ...] | None = None
        self._unsafe: re.Pattern[str] | None = None
        self.ids_in_refused_rows: list[str] = []
        """First declared cell of each row that was refused for its shape."""

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows of the right shape, cells in the declared order, stripped."""
        try:
            content, self._unsafe = clean_text(self.file, self._content)
            yield from self._rows(content)
            self.complete = not self._gave_up
        except Unusable as stopped:
            self._collected.add(stopped.problem)

    def _rows(self, content: bytes) -> Iterator[Row]:
        if not content.strip():
            raise Unusable(self._empty_file())
        width, straight = 0, False
        for number, raw in enumerate(self._guarded(content), start=1):
            if number == 1:
                self._order = self._header(raw)
                width, straight = len(raw), self._order == tuple(range(len(raw)))
                continue
            if number > MOST_ROWS or self.rows_seen > self._most_rows:
                raise Unusable(self._too_many_rows(number))
            if self._collected.too_many_of(self.file):
                self._gave_up = True
                return
            cells = [cell.strip(_SPACE) for cell in raw]
            if not any(cells):
                continue
            self.rows_seen += 1
            if len(cells) != width:
                self._wrong_length(number, cells, width)
                continue
            if self._order and not straight:
                cells = [cells[position] for position in self._order]
            if self._clean(number, cells):
                yield Row(number, tuple(cells))

    def _guarded(self, content: bytes) -> Iterator[list[str]]:
        """The reader's rows; its own complaints become problems at the row where they began."""
        reader = csv.reader(_lines(self.file, content), strict=True)
        number = 0
        while True:
            number += 1
            began = reader.line_num
            try:
                raw = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                if "field larger" in str(error) and reader.line_num - began <= 1:
                    raise Unusable(self._long_cell(number)) from None
                raise Unusable(self._syntax(number, str(error))) from None
            yield raw

    def _syntax(self, number: int, error: str) -> Problem:
        place = Place(self.file, number)
        if "unexpected end" in error or "field larger" in error:
            return Problem(
                place, "open-quote", "A quotation mark opens in this row and is never closed.", _QUOTE_FIX
            )
        found = "After a quotation mark that closes a cell comes something other than a comma, so the rest of the file cannot be read."
        return Problem(place, "stray-quote", found, _QUOTE_FIX)

    def _header(self, raw: list[str]) -> tuple[int, ...]:
        """Positions of the declared columns; raises Unusable, after noting each fault of the header, if any is missing."""
        headings = [heading.strip() for heading in raw]
        while headings and not headings[-1]:
            headings.pop()
        if not headings:
            raise Unusable(self._empty_file())
        faults = list(header_faults(self.file, headings, self.columns))
        if len(headings) < len(raw) and not faults:
            faults = [empty_heading(self.file, len(headings))]
        if faults:
            self._collected.extend(faults[:-1])
            raise Unusable(faults[-1])
        return tuple(headings.index(name) for name in self.columns)

    def _wrong_length(self, number: int, cells: list[str], width: int) -> None:
        """Note a row with too few or too many cells."""
        self.ids_in_refused_rows.append(cells[0])
        place = Place(self.file, number)
        if any(cell.count("\n") for cell in cells):
            self._collected.add(self._syntax(number, "unexpected end"))
        elif len(cells) < width:
            found = f"The row has {len(cells)} cells where the header has {width}."
            self._collected.add(
                Problem(place, "short-row", found, "Add the missing commas; an empty cell keeps its comma.")
            )
        elif _split_thousands(cells):
            found = f"The row has {len(cells)} cells where the header has {width}: a number seems to be split by its thousands comma."
            self._collected.add(
                Problem(place, "thousands-comma", found, "Write numbers without thousands commas: 1234.")
            )
        else:
            found = f"The row has {len(cells)} cells where the header has {width}."
            self._collected.add(
                Problem(place, "long-row", found, "Put quotation marks around a text that holds a comma.")
            )

    def _clean(self, number: int, cells: list[str]) -> bool:
        """Make line breaks and tabs inside cells into spaces; False, with problems noted, for a cell that cannot be shown."""
        whole = "".join(cells)
        suspect = self._unsafe and self._unsafe.search(whole)
        if not suspect and len(whole) <= CELL_CHARACTERS and not _BREAK.search(whole):
            return True
        good = True
        for position, cell in enumerate(cells):
            if len(cell) > CELL_CHARACTERS:
                self._note_long_cell(number, position, cell)
                good = False
            elif cell.count("\n") > MOST_LINE_BREAKS:
                self._collected.add(self._syntax(number, "unexpected end"))
                good = False
            else:
                cells[position] = _BREAKS.sub(" ", cell)
                code_point = unsafe_character(cells[position]) if suspect else None
                if code_point:
                    self._collected.add(
                        unsafe_problem(Place(self.file, number, self.columns[position]), code_point)
                    )
                    good = False
        if not good:
            self.ids_in_refused_rows.append(cells[0])
        return good

    def _note_long_cell(self, number: int, position: int, cell: str) -> None:
        if cell.count("\n") > MOST_LINE_BREAKS:
            self._collected.add(self._syntax(number, "unexpected end"))
            return
        self._collected.add(self._long_cell(number, self.columns[position]))

    def _long_cell(self, number: int, column: str | None = None) -> Problem:
        found = f"The cell holds more than {CELL_CHARACTERS:,} characters."
        fix = "Shorten it; a cell is a sentence or a paragraph."
        return Problem(Place(self.file, number, column), "cell-too-long", found, fix)

    def _empty_file(self) -> Problem:
        return Problem(
            Place(self.file),
            "empty-file",
            "The file is empty: it has not even a header.",
            f"Write the header as its first row: {','.join(self.columns)}",
        )

    def _too_many_rows(self, number: int) -> Problem:
        found = f"The table has more than {MOST_ROWS:,} rows; the rest was not read."
        if number <= MOST_ROWS:
            found = "With this row, the tables of its kind have more rows together than a site can have; the rest was not read."
        return Problem(Place(self.file, number), "too-many-rows", found, "Leave out what the site does not show.")


def no_rows(file: str) -> Problem:
    """A table that has a header and nothing under it."""
    return Problem(
        Place(file),
        "no-rows",
        "The table has a header and no rows.",
        "Add its rows. If there is nothing to say yet, leave it: its pages will say so.",
        Severity.WARNING,
    )


def _lines(file: str, content: bytes) -> Iterator[str]:
    """Lines of the text with their ends; decoded as they are needed."""
    stream = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE or line.count(",") > LONGEST_LINE // 10:
            raise Unusable(
                Problem(
                    Place(file, number),
                    "too-many-columns",
                    f"This line is far longer than any row of a table, which has at most {MOST_COLUMNS} columns.",
                    "Check that the file is the right one and that its rows end with line breaks.",
                )
            )
        yield line


def _split_thousands(cells: Sequence[str]) -> bool:
    """Whether two cells side by side look like one number with a thousands comma."""
    pairs = pairwise(cells)
    return any(_THOUSANDS_HEAD.fullmatch(head) and _THOUSANDS_TAIL.fullmatch(tail) for head, tail in pairs)
