"""A council's folder into records: every file is read, every problem of the run is told, none hides another.

What cannot be read is left out and remembered, so that references to it are not told as problems of their own.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.model import (
    Action,
    Conflict,
    Correction,
    Council,
    Declared,
    Event,
    Finding,
    Indicator,
    Inspection,
    Question,
    ReportedFigure,
    Source,
    Thread,
    ThreadNote,
)
from generator.problems import Place, Problem, errors
from generator.records import layout
from generator.records.allowance import Allowance
from generator.records.checks import CHECKS
from generator.records.collected import Collected, Unusable
from generator.records.content import content_of
from generator.records.declared import PublicPerson
from generator.records.fields import declare, from_row
from generator.records.files import Inventory, printable, read_bytes, take_inventory
from generator.records.formats import other_format, told_alone
from generator.records.inventory_faults import inventory_faults
from generator.records.numbers import Advice, parse_number
from generator.records.observation import (
    HandWrittenPage,
    Located,
    Observation,
    Records,
    Register,
    ReportedValue,
)
from generator.records.observations import ObservationReader
from generator.records.pages import read_page
from generator.records.read import TableReader, no_rows
from generator.records.snapshots import kept_snapshots
from generator.records.yaml_read import YamlFile, read_yaml
from generator.vocabulary import Symbol

M = TypeVar("M", bound=Declared)
_SYMBOLS = {symbol.value: symbol for symbol in Symbol}


def read_council(folder: Path, as_at: date | None = None) -> tuple[Records | None, tuple[Problem, ...]]:
    """Read a council's folder and apply every check: records only if nothing is refused, and every problem of the run.

    The checks also look at what could be read of a folder that is refused. Without `as_at`, the day of the
    check, files are only read and nothing is checked.
    """
    reading = _Reading(take_inventory(folder))
    records, collected = reading.records(), reading.collected
    if as_at is not None:
        for check in CHECKS:
            collected.extend(check(records, as_at))
    found = told_alone(collected.all())
    return (None if errors(found) else records), found


@dataclass
class _Reading:
    """One run over a folder."""

    inventory: Inventory
    collected: Collected = field(default_factory=Collected)
    allowance: Allowance = field(default_factory=Allowance)
    written_ids: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    fingerprints: dict[str, str] = field(default_factory=dict)
    reported_values: list[ReportedValue] = field(default_factory=list)

    def records(self) -> Records:
        """Read every file in a fixed order."""
        self.collected.extend(self.inventory.problems)
        self.collected.extend(inventory_faults(self.inventory))
        council = self._council()
        sources = self._table("sources", Source)
        threads = self._table("threads", Thread)
        thread_notes = self._table("thread_notes", ThreadNote)
        actions = self._table("actions", Action)
        events = self._table("events", Event)
        conflicts = self._table("conflicts", Conflict)
        corrections = self._table("corrections", Correction)
        questions = self._table("questions", Question)
        reported = self._table("reported", ReportedFigure)
        public_people = self._table("public_people", PublicPerson)
        inspections, findings = self._inspections()
        indicators = self._indicators()
        observations, everywhere = self._observations(indicators)
        pages = tuple(self._pages())
        register = Register(
            council=council,
            sources=sources,
            inspections=inspections,
            findings=findings,
            threads=threads,
            thread_notes=thread_notes,
            indicators=indicators,
            actions=actions,
            events=events,
            conflicts=conflicts,
            corrections=corrections,
            questions=questions,
            reported=reported,
            public_people=public_people,
            written_ids={name: frozenset(ids) for name, ids in self.written_ids.items()},
            unread=frozenset(self.unread),
        )
        return Records(
            content_of(register),
            tuple(observations),
            tuple(everywhere),
            tuple(self.reported_values),
            pages,
            register,
            self.fingerprints,
            kept_snapshots(self.inventory, self.collected),
        )

    def _bytes(self, name: str, limit: int, table: str) -> bytes | None:
        """A file's bytes; None, with the table remembered as unread, when it is absent or refused."""
        if name not in self.inventory.files:
            if name in self.inventory.refused or name in layout.NEEDED_FILES:
                self.unread.add(table)
            return None
        try:
            content = self.allowance.take(printable(name), read_bytes(self.inventory.root, name, limit))
        except Unusable as stopped:
            self.collected.add(stopped.problem)
            self.unread.add(table)
            return None
        self.fingerprints[name] = hashlib.sha256(content).hexdigest()
        return content

    def _yaml(self, name: str, table: str) -> YamlFile | None:
        content = self._bytes(name, layout.YAML_BYTES, table)
        found = None if content is None else read_yaml(name, content, self.collected)
        if found is None:
            self.unread.add(table)
        return found

    def _council(self) -> Located[Council] | None:
        found = self._yaml(layout.COUNCIL_FILE, "council")
        if found is None:
            return None
        other = other_format(found)
        if other:
            self.collected.add(other)
        council = declare(Council, found.tree, Place(layout.COUNCIL_FILE, 1), found.lines, self.collected)
        if council is None:
            self.unread.add("council")
        return council

    def _rows(self, spec: layout.TableSpec, on_row: Callable[[Place, tuple[str, ...]], None]) -> None:
        """Read one table's rows, remembering the ids that are written in it."""
        content = self._bytes(spec.file, layout.TABLE_BYTES, spec.name)
        if content is None:
            return
        reader = TableReader(printable(spec.file), content, spec.columns, self.collected, self.allowance.entries)
        ids = self.written_ids.setdefault(spec.name, set())
        for row in reader:
            ids.add(row.cells[0])
            on_row(Place(spec.file, row.number), row.cells)
        ids.update(reader.ids_in_refused_rows)
        self.allowance.entries -= reader.rows_seen
        if not reader.complete:
            self.unread.add(spec.name)
        elif not reader.rows_seen and not spec.may_be_empty:
            self.collected.add(no_rows(spec.file))

    def _table(self, name: str, model: type[M]) -> tuple[Located[M], ...]:
        spec = layout.table_named(name)
        found: list[Located[M]] = []

        def take(place: Place, cells: tuple[str, ...]) -> None:
            if layout.VALUE_COLUMN in spec.extra_columns:
                self._reported_value(place, cells[0], cells[-1])
                cells = cells[:-1]
            located = from_row(model, place, tuple(model.model_fields), cells, self.collected)
            if located:
                found.append(located)

        self._rows(spec, take)
        return tuple(found)

    def _reported_value(self, place: Place, identifier: str, text: str) -> None:
        """The last cell of reported.csv: a number or a symbol."""
        at = Place(place.file, place.row, layout.VALUE_COLUMN)
        if text in _SYMBOLS:
            self.reported_values.append(ReportedValue(identifier, None, _SYMBOLS[text], at))
            return
        if not text:
            fix = "Write the value, or c, z, x, low or u where there is none."
            self.collected.add(Problem(at, "no-value", "The row has neither a value nor a symbol.", fix))
            return
        number = parse_number(text)
        if isinstance(number, Advice):
            self.collected.add(Problem(at, "not-a-number", number.found, number.fix))
        else:
            self.reported_values.append(ReportedValue(identifier, number, None, at))

    def _inspections(self) -> tuple[tuple[Located[Inspection], ...], dict[str, tuple[Located[Finding], ...]]]:
        """The inspections, oldest first, and the findings of each."""
        inspections: list[Located[Inspection]] = []
        findings: dict[str, tuple[Located[Finding], ...]] = {}
        ids = self.written_ids.setdefault("inspections", set())
        for name in self._files_in(layout.INSPECTIONS_FOLDER):
            stem = name.removeprefix(f"{layout.INSPECTIONS_FOLDER}/")
            if stem.endswith(layout.FINDINGS_ENDING):
                identifier = stem.removesuffix(layout.FINDINGS_ENDING)
                findings[identifier] = self._findings(name, identifier)
            elif stem.endswith(layout.INSPECTION_ENDING):
                ids.add(stem.removesuffix(layout.INSPECTION_ENDING))
                found = self._yaml(name, "inspections")
                located = found and declare(Inspection, found.tree, Place(name, 1), found.lines, self.collected)
                if located:
                    ids.add(located.entry.id)
                    inspections.append(located)
                else:
                    self.unread.add("inspections")
        inspections.sort(key=lambda one: (one.entry.published, one.entry.id))
        return tuple(inspections), findings

    def _findings(self, name: str, identifier: str) -> tuple[Located[Finding], ...]:
        spec = layout.TableSpec(f"findings {identifier}", name, Finding)
        found: list[Located[Finding]] = []

        def take(place: Place, cells: tuple[str, ...]) -> None:
            located = from_row(Finding, place, layout.FINDINGS_COLUMNS, cells, self.collected)
            if located:
                found.append(located)

        self._rows(spec, take)
        return tuple(sorted(found, key=lambda one: one.entry.paragraph))

    def _indicators(self) -> tuple[Located[Indicator], ...]:
        name = layout.INDICATORS_FILE
        found = self._yaml(name, "indicators")
        ids = self.written_ids.setdefault("indicators", set())
        if found is None:
            return ()
        if not isinstance(found.tree, list):
            self.unread.add("indicators")
            fix = "Start each indicator with a hyphen: '- id: caseload'."
            self.collected.add(Problem(Place(name, 1), "wrong-shape", "The file is not a list of indicators.", fix))
            return ()
        indicators: list[Located[Indicator]] = []
        for position, tree in enumerate(found.tree):
            lines = {way[1:]: line for way, line in found.lines.items() if way[:1] == (position,)}
            if isinstance(tree, dict) and isinstance(tree.get("id"), str):
                ids.add(str(tree["id"]))
            located = declare(Indicator, tree, Place(name, lines[()]), lines, self.collected)
            if located:
                indicators.append(located)
            elif not isinstance(tree, dict) or not tree.get("id"):
                self.unread.add("indicators")
        return tuple(indicators)

    def _observations(
        self, indicators: tuple[Located[Indicator], ...]
    ) -> tuple[list[Observation], list[Observation]]:
        kinds = {one.entry.id: one.entry.period_kind for one in indicators}
        known = None if "indicators" in self.unread else frozenset(self.written_ids["indicators"])
        reader = ObservationReader(kinds, known, self.collected)
        council_and_comparators: list[Observation] = []
        everywhere: list[Observation] = []
        for name in self._files_in(layout.OBSERVATIONS_FOLDER):
            content = self._bytes(name, layout.TABLE_BYTES, "observations")
            if content is None:
                continue
            rows = TableReader(name, content, layout.OBSERVATION_COLUMNS, self.collected, self.allowance.observations)
            found = reader.read(name, rows)
            self.allowance.observations -= rows.rows_seen
            elsewhere = name.startswith(f"{layout.EVERYWHERE_FOLDER}/")
            (everywhere if elsewhere else council_and_comparators).extend(found)
            if not rows.complete or len(found) < rows.rows_seen:
                self.unread.add("observations")
            elif not rows.rows_seen:
                self.collected.add(no_rows(name))
        return council_and_comparators, everywhere

    def _pages(self) -> Iterator[HandWrittenPage]:
        if any(problem.place.file == layout.WORDS for problem in self.inventory.problems):
            self.unread.add("pages")
        for name in self.inventory.files:
            if name.startswith(f"{layout.WORDS}/") and name.endswith(".md"):
                content = self._bytes(name, layout.PAGE_BYTES, "pages")
                page = None if content is None else read_page(printable(name), content, self.collected)
                if page:
                    yield page
                else:
                    self.unread.add("pages")

    def _files_in(self, folder: str) -> Iterator[str]:
        """The tables and YAML files of a folder that are named as the site reads them."""
        return (
            name for name in self.inventory.files if name.startswith(f"{folder}/") and layout.is_read(name)
        )
