"""Bookkeeping of downloads: every figure in CSV, JSON and zip says what the table of figures says, and no more.

The table itself must hide what the rules that the site tells hide.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.audit.dated import SNAPSHOTS
from generator.audit.evidence import Evidence
from generator.audit.numbers import numbers
from generator.audit.printed import FIGURES, Printed, figures_in, number_in
from generator.audit.words_besides import SIZES, leaves
from generator.disclosure.primary import must_hide
from generator.problems import Place, Problem

NUMBERS = ("value", "numerator", "denominator")
PERIODS = frozenset({"key", "period", "from", "to", "period_label", "source", "area", "area_code", "indicator", "id", "breakdown"})
"""Names under which a figure's own digits stand: its key, its period, its source."""
_FIX = "Build again into an empty folder; let every download be made from the same publication."


def table_of_figures(evidence: Evidence) -> Iterator[Problem]:
    """Rows of the table that show a number and a symbol, or a count that the rules hide."""
    table = evidence.table
    for figure in table.figures.values():
        values = (figure.value, figure.numerator, figure.denominator)
        if figure.symbol and any(value is not None for value in values):
            found = "A number stands in the row of a hidden figure."
            yield Problem(Place(FIGURES, figure.row, "symbol"), "hidden-figure-shown", found, _FIX)
            continue
        entry = figure.entry() if table.rules.guards(figure.indicator) and table.rules.guarded is not None else None
        if entry is not None and must_hide(table.rules.policy, entry.counts_behind):
            found = "A count of people stands here that is small enough to be hidden."
            yield Problem(Place(FIGURES, figure.row, "value"), "hidden-figure-shown", found, _FIX)


def copies_of_figures(evidence: Evidence) -> Iterator[Problem]:
    """Figures in other CSV and JSON files that are not as the table has them, and files of the zip that are not the site's."""
    for name in sorted(evidence.site.files):
        if name == FIGURES or not name.startswith("data/") or "/schemas/" in name or name.startswith(SNAPSHOTS):
            continue
        path = evidence.folder / name
        if name.endswith(".csv"):
            yield from _csv(evidence, name, path.read_text(encoding="utf-8"))
        elif name.endswith((".json", ".jsonld")):
            yield from _json(evidence, name, path.read_text(encoding="utf-8"))
        elif name.endswith(".zip"):
            yield from _zip(evidence, name, path.read_bytes())


def _csv(evidence: Evidence, name: str, text: str) -> Iterator[Problem]:
    header = next(csv.reader(io.StringIO(text)), [])
    if not {"indicator", "area_code", "period", "breakdown", "value"} <= set(header):
        return
    copied = figures_in(text)
    for figure in copied:
        known = evidence.table.figures.get(figure.key)
        if known is None:
            found = "A figure stands here that is not in the table of figures."
            yield Problem(Place(name, figure.row, "value"), "unknown-figure", found, _FIX)
        elif not _same(figure, known):
            yield _unlike(name, known, figure.row)
    present = {figure.key for figure in copied}
    missing = [one for one in evidence.table.of(copied[0].indicator if copied else "") if one.key not in present]
    if missing:
        found = "A figure of the table of figures is missing here."
        yield Problem(Place(name), "figure-differs", found, _FIX)


def _same(one: Printed, other: Printed) -> bool:
    return (one.symbol, one.note, one.value, one.numerator, one.denominator) == (
        other.symbol, other.note, other.value, other.numerator, other.denominator,
    )  # fmt: skip


def _unlike(name: str, known: Printed, row: int | None = None) -> Problem:
    code = "hidden-figure-shown" if known.hidden else "figure-differs"
    return Problem(Place(name, row, "value"), code, f"The figure {known.key} is not as data/figures.csv has it.", _FIX)


def _json(evidence: Evidence, name: str, text: str) -> Iterator[Problem]:
    try:
        document = json.loads(text)
    except ValueError:
        yield Problem(Place(name), "figure-differs", "The file is not JSON that can be read.", _FIX)
        return
    for found in _objects(document):
        known = evidence.table.figures.get(str(found.get("key", "")))
        if known is not None:
            if not _object_says(found, known):
                yield _unlike(name, known)
        elif "key" in found and "value" in found and str(found["key"]).count("/") > 1:
            yield Problem(Place(name), "unknown-figure", "A figure stands here that is not in the table of figures.", _FIX)
        elif _tells_of_hidden(evidence, found):
            said = "Beside the name of an indicator with a hidden figure stands a number that is none of its published figures."
            yield Problem(Place(name), "untied-number", said, _FIX)


def _objects(document: object) -> Iterator[Mapping[str, object]]:
    """Every object of a document, outermost first."""
    if isinstance(document, Mapping):
        yield document
        for value in document.values():
            yield from _objects(value)
    elif isinstance(document, list):
        for value in document:
            yield from _objects(value)


def _object_says(found: Mapping[str, object], known: Printed) -> bool:
    """Whether an object says of a figure what the table says, and no other number."""
    for name, value in found.items():
        if name in NUMBERS:
            expected = getattr(known, name)
            amount = None if value is None else number_in(str(value))
            if (amount is None) != (expected is None) or (amount is not None and float(amount) != float(expected)):
                return False
        elif name == "symbol":
            if (value or "") != known.symbol:
                return False
        elif name not in PERIODS and name != "note":
            for _, leaf in leaves(value, name):
                if (isinstance(leaf, (int, float)) and not isinstance(leaf, bool)) or (isinstance(leaf, str) and numbers(leaf)):
                    return False
    return "note" not in found or found["note"] in (known.note, None)


def _tells_of_hidden(evidence: Evidence, found: Mapping[str, object]) -> bool:
    """Whether an object that names an indicator with a hidden figure holds a loose number."""
    named = {value for value in found.values() if isinstance(value, str)} & evidence.table.with_hidden
    return bool(named) and any(
        isinstance(value, (int, float)) and not isinstance(value, bool) and name not in SIZES
        and evidence.untied(f"{abs(Decimal(str(value))):f}", named)
        for name, value in found.items()
    )  # fmt: skip


def _zip(evidence: Evidence, name: str, content: bytes) -> Iterator[Problem]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = {entry.filename: archive.read(entry) for entry in archive.infolist() if entry.file_size < MOST_BYTES}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        yield Problem(Place(name), "leftover-file", "A zip stands here that cannot be read.", _FIX)
        return
    for inner, packed in sorted(listed.items()):
        beside = evidence.folder / "data" / inner
        if inner.lower() != "readme.txt" and (not beside.is_file() or beside.read_bytes() != packed):
            found = f"The zip holds a file, {inner}, that is not the one of the site."
            yield Problem(Place(name), "figure-differs", found, _FIX)


MOST_BYTES = 50_000_000
