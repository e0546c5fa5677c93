"""Records as they were written: observations with their values, declarations with their places, pages.

Numbers here may be too small to print, so no repr shows one. Figures as published are in `figures`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from generator.model import (
    Action,
    Conflict,
    Content,
    Correction,
    Council,
    DatedSnapshot,
    Declared,
    Event,
    Finding,
    Indicator,
    Inspection,
    PageHead,
    Question,
    ReportedFigure,
    Source,
    Thread,
    ThreadNote,
)
from generator.periods import Period
from generator.problems import Place
from generator.records.declared import PublicPerson
from generator.vocabulary import RevisionStatus, Symbol

Step = str | int
"""A key or a position on the way to a value inside a YAML file."""
D_co = TypeVar("D_co", bound=Declared, covariant=True)


@dataclass(frozen=True, slots=True)
class Observation:
    """A value as recorded; its repr withholds every number."""

    indicator: str
    area: str
    """Code of the Office for National Statistics."""
    period: Period
    breakdown: str
    """`all`, or the group the value is about."""
    value: Decimal | None = field(repr=False)
    numerator: Decimal | None = field(repr=False)
    denominator: Decimal | None = field(repr=False)
    symbol: Symbol | None = field(repr=False)
    status: RevisionStatus | None
    source: str
    note: str
    place: Place

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What there may be only one value of; the indicator says of what kind the period is."""
        return self.indicator, self.area, self.period.text, self.breakdown


@dataclass(frozen=True, slots=True)
class ReportedValue:
    """The value of a figure given once (its words are in the content); its repr withholds the number."""

    id: str
    value: Decimal | None = field(repr=False)
    symbol: Symbol | None = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """A page of site_src: its front matter and its Markdown."""

    path: str
    """Path inside site_src, such as `fostering/01-steps.md`."""
    front: PageHead
    body: str = field(repr=False)
    place: Place
    """The file, and the line on which the body starts."""


@dataclass(frozen=True, slots=True)
class Located(Generic[D_co]):
    """A declaration together with the place where it was written."""

    entry: D_co
    place: Place
    """The row of a table, or the first line of a YAML node."""
    lines: Mapping[tuple[Step, ...], int] = field(default_factory=dict, repr=False, compare=False)
    """Lines of the YAML nodes inside it, by the way to them; empty for the row of a table."""

    def at(self, *steps: Step) -> Place:
        """The place of a column, or of the YAML node that the steps lead to."""
        named = [step for step in steps if isinstance(step, str)]
        line = next(
            (self.lines[steps[:end]] for end in range(len(steps), 0, -1) if steps[:end] in self.lines),
            self.place.row,
        )
        return Place(self.place.file, line, named[-1] if named else None)


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that was declared, each with its place: what the checks read."""

    council: Located[Council] | None = None
    """None when council.yml is refused; the content then holds a stand-in."""
    sources: tuple[Located[Source], ...] = ()
    inspections: tuple[Located[Inspection], ...] = ()
    findings: Mapping[str, tuple[Located[Finding], ...]] = field(default_factory=dict)
    """By the id of the inspection that the file is named after."""
    threads: tuple[Located[Thread], ...] = ()
    thread_notes: tuple[Located[ThreadNote], ...] = ()
    indicators: tuple[Located[Indicator], ...] = ()
    actions: tuple[Located[Action], ...] = ()
    events: tuple[Located[Event], ...] = ()
    conflicts: tuple[Located[Conflict], ...] = ()
    corrections: tuple[Located[Correction], ...] = ()
    questions: tuple[Located[Question], ...] = ()
    reported: tuple[Located[ReportedFigure], ...] = ()
    public_people: tuple[Located[PublicPerson], ...] = ()
    written_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Every id written in a table, also in rows that are refused: references to those are not a second problem."""
    unread: frozenset[str] = frozenset()
    """Tables of which a file could not be read to its end: nothing can be said to be missing from them."""

    def knows(self, table: str, identifier: str) -> bool:
        """Whether the id is written in the table, or may be in a part of it that could not be read."""
        return table in self.unread or identifier in self.written_ids.get(table, frozenset())

    def declarations(self) -> Iterator[tuple[str, Located[Declared]]]:
        """Every declaration with the name of its table, in the order of the files."""
        if self.council:
            yield "council", self.council
        yield from (("sources", one) for one in self.sources)
        yield from (("inspections", one) for one in self.inspections)
        yield from (("findings", one) for rows in self.findings.values() for one in rows)
        yield from (("threads", one) for one in self.threads)
        yield from (("thread_notes", one) for one in self.thread_notes)
        yield from (("indicators", one) for one in self.indicators)
        yield from (("actions", one) for one in self.actions)
        yield from (("events", one) for one in self.events)
        yield from (("conflicts", one) for one in self.conflicts)
        yield from (("corrections", one) for one in self.corrections)
        yield from (("questions", one) for one in self.questions)
        yield from (("reported", one) for one in self.reported)
        yield from (("public_people", one) for one in self.public_people)


@dataclass(frozen=True, slots=True)
class Records:
    """What the council holds: words (`content`) and numbers as recorded."""

    content: Content = field(repr=False)
    observations: tuple[Observation, ...] = field(repr=False)
    everywhere: tuple[Observation, ...] = field(repr=False)
    """All councils' values for the latest period, for rank."""
    reported: tuple[ReportedValue, ...] = field(repr=False)
    pages: tuple[HandWrittenPage, ...] = field(repr=False)
    register: Register = field(default_factory=Register, repr=False)
    fingerprints: Mapping[str, str] = field(default_factory=dict, repr=False)
    """SHA-256 of each file as it was read, to notice an edit during a build; never published."""
    snapshots: tuple[DatedSnapshot, ...] = field(default=(), repr=False)
