"""Writing what an importer read: tables of observations and the sources' rows, only when something has changed.

An import is planned first: what would be added, changed and withdrawn, by indicator and period. It is written in a
second step, so that an officer sees what a new release changes before it does. Not here: reading published files.
"""

import csv
import dataclasses
import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from generator.importers.mapping import Described
from generator.model import Source
from generator.problems import Place, Problem, errors
from generator.vocabulary import SourceKind

IMPORTED: Final = "data/observations/imported"
EVERYWHERE: Final = "data/observations/everywhere"
SOURCES_FILE: Final = "data/sources.csv"
SOURCE_COLUMNS: Final = tuple(Source.model_fields)
ALL: Final = "all"


class ObservationRow(NamedTuple):
    """One row of a table of observations, as text."""

    indicator: str
    area: str
    period: str
    breakdown: str = ALL
    value: str = ""
    numerator: str = ""
    denominator: str = ""
    symbol: str = ""
    status: str = ""
    source: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes a row one row: indicator, area, period, breakdown."""
        return self[:4]


class Change(NamedTuple):
    """What an import does to the rows of one indicator and period."""

    file: str
    indicator: str
    period: str
    added: int
    changed: int
    withdrawn: int

    def __str__(self) -> str:
        """Say it in a line: `caseload, 2025-09-30: 13 added`."""
        told = [
            f"{number} {word}"
            for word, number in zip(("added", "changed", "withdrawn"), self[3:], strict=True)
            if number
        ]
        return f"{self.file}: {self.indicator}, {self.period}: {', '.join(told)}"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A published file that was read: which source it is and its fingerprint."""

    described: Described
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found and did."""

    rows: Mapping[str, int]
    """How many rows each table holds, by the table's path in the folder."""
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    updated: tuple[str, ...]
    """Paths in the folder of the files that differ from what was there; written unless `written` is false."""
    written: bool
    notes: tuple[str, ...] = field(default=())
    """What an officer may like to know and need not act on."""
    planned: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The new texts of the files in `updated`, by their paths: what `carry_out` writes."""

    @property
    def refused(self) -> bool:
        """Whether anything in the files was refused."""
        return bool(errors(self.problems))

    def __str__(self) -> str:
        """Tell the officer, in lines: what changes, and which files."""
        lines = [str(change) for change in self.changes] or ["No figure changes."]
        verb = "Written" if self.written else "Would be written"
        lines += [f"{verb}: {path}" for path in self.updated]
        return "\n".join([*lines, *self.notes])


def fingerprint(path: Path) -> str:
    """Give the sha256 of a file's bytes."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def conclude(
    folder: Path,
    tables: Mapping[str, Sequence[ObservationRow]],
    files: Iterable[ReadFile],
    *,
    on: date,
    write: bool,
    problems: Iterable[Problem] = (),
    notes: Iterable[str] = (),
) -> ImportReport:
    """Compare the tables with the folder, and write what differs when `write` is asked for."""
    planned = {path: table_text(rows) for path, rows in tables.items()}
    changes = [
        change for path, rows in tables.items() for change in compare(path, read_rows(folder / path), rows)
    ]
    sources, source_problems = sources_text(folder, files, on)
    planned[SOURCES_FILE] = sources
    updated = {path: text for path, text in planned.items() if _present(folder / path) != text}
    report = ImportReport(
        rows={path: len(rows) for path, rows in tables.items()},
        changes=tuple(changes),
        problems=(*problems, *source_problems),
        updated=tuple(updated),
        written=False,
        notes=tuple(notes),
        planned=updated,
    )
    return carry_out(folder, report) if write else report


def carry_out(folder: Path, report: ImportReport) -> ImportReport:
    """Write what a report has planned, and give the report that says so."""
    for path, text in report.planned.items():
        replace(folder / path, text)
    return dataclasses.replace(report, written=True)


def table_text(rows: Sequence[ObservationRow]) -> str:
    """Write a table as CSV, its headings first."""
    return csv_text([ObservationRow._fields, *rows])


def csv_text(records: Iterable[Sequence[str]]) -> str:
    """Write records as CSV with one line end everywhere."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(records)
    return written.getvalue()


def read_rows(path: Path) -> tuple[ObservationRow, ...]:
    """Read a table that an import wrote before; none when the file is not there or has other headings."""
    records = list(csv.reader(io.StringIO(_present(path) or "")))
    if not records or tuple(records[0]) != ObservationRow._fields:
        return ()
    return tuple(
        ObservationRow(*record) for record in records[1:] if len(record) == len(ObservationRow._fields)
    )


def compare(
    file: str, before: Iterable[ObservationRow], after: Iterable[ObservationRow]
) -> tuple[Change, ...]:
    """Count what is added, changed and withdrawn, by indicator and period, in their order."""
    old, new = {row.key: row for row in before}, {row.key: row for row in after}
    added = _by_period(key for key in new if key not in old)
    changed = _by_period(key for key in new if key in old and old[key] != new[key])
    withdrawn = _by_period(key for key in old if key not in new)
    return tuple(
        Change(file, indicator, period, added[at], changed[at], withdrawn[at])
        for at in sorted({*added, *changed, *withdrawn})
        for indicator, period in [at]
    )


def _by_period(keys: Iterable[tuple[str, str, str, str]]) -> Counter[tuple[str, str]]:
    return Counter((indicator, period) for indicator, _, period, _ in keys)


def _present(path: Path) -> str | None:
    """Give the text that is there now; None when there is no such file."""
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            return opened.read()
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def replace(path: Path, text: str) -> None:
    """Put a whole new file in the old one's place, so that a stopped import leaves no half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="") as opened:
        opened.write(text)
    beside.replace(path)


def sources_text(folder: Path, files: Iterable[ReadFile], on: date) -> tuple[str, tuple[Problem, ...]]:
    """Give sources.csv with each read file's fingerprint, the rest of it untouched to the byte.

    A file that was read before, unchanged, keeps the date of its first reading.
    """
    text = _present(folder / SOURCES_FILE)
    if text is None:
        text = csv_text([SOURCE_COLUMNS])
    rows, spans = _rows_with_spans(text)
    if not rows or set(rows[0]) != set(SOURCE_COLUMNS):
        found = "Its headings are not those of a list of sources."
        return text, (
            Problem(
                Place(SOURCES_FILE, 1),
                "import-sources",
                found,
                f"Write the headings {','.join(SOURCE_COLUMNS)}.",
            ),
        )
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    new_lines: list[str] = []
    for file in files:
        at = next(
            (
                number
                for number, row in enumerate(rows)
                if number and row[rows[0].index("id")] == file.described.source
            ),
            None,
        )
        if at is None:
            new_lines.append(_source_line(rows[0], _new_source(rows[0], file, on), ending))
            continue
        current = dict(zip(rows[0], rows[at], strict=False))
        if current.get("sha256") != file.sha256:
            current |= {"sha256": file.sha256, "retrieved": on.isoformat()}
            current["licence"] = current.get("licence") or file.described.licence
            first, last = spans[at]
            lines[first:last] = [_source_line(rows[0], current, ending), *[""] * (last - first - 1)]
    if new_lines and lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    return "".join([*lines, *new_lines]), ()


def _rows_with_spans(text: str) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Read records, each with its first line and the line after its last."""
    rows: list[list[str]] = []
    spans: list[tuple[int, int]] = []
    reader = csv.reader(text.splitlines(keepends=True))
    begin = 0
    for row in reader:
        rows.append(row)
        spans.append((begin, reader.line_num))
        begin = reader.line_num
    return rows, spans


def _new_source(columns: Sequence[str], file: ReadFile, on: date) -> dict[str, str]:
    described = file.described
    known = {
        "id": described.source,
        "title": described.title,
        "publisher": described.publisher,
        "url": described.url or "",
        "kind": SourceKind.PRIMARY.value,
        "licence": described.licence,
        "retrieved": on.isoformat(),
        "sha256": file.sha256,
        "note": described.note,
    }
    return {column: known.get(column, "") for column in columns}


def _source_line(columns: Sequence[str], row: Mapping[str, str], ending: str) -> str:
    return csv_text([[row.get(column, "") for column in columns]]).rstrip("\n") + ending
