"""Which tables the site gives away, declared once: names, meanings, kinds of cell, keys and links between tables."""

from dataclasses import dataclass
from enum import StrEnum

from generator.vocabulary import (
    ActionStatus,
    Counts,
    EventKind,
    EventStatus,
    Grade,
    JudgementHeading,
    Labelled,
    PeriodKind,
    Polarity,
    RevisionStatus,
    SourceKind,
    Symbol,
    Tone,
    Unit,
)


class Kind(StrEnum):
    """What a cell holds."""

    WORDS = "words"
    NUMBER = "number"
    WHOLE = "whole number"
    DAY = "day"
    YES_NO = "true or false"
    ADDRESS = "web address"
    LIST = "words with ; between"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    meaning: str
    kind: Kind = Kind.WORDS
    needed: bool = False
    labels: type[Labelled] | None = None
    """The closed list that the cells come from, with the words that readers see."""
    symbols: bool = False
    """Whether a symbol may stand in the cell in place of a number."""
    empty: str = ""
    """What an empty cell means, where it means something."""


@dataclass(frozen=True, slots=True)
class Link:
    """A column whose cells are keys of another table."""

    column: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file is `data/NAME.csv`."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Columns that together name a row."""
    links: tuple[Link, ...] = ()

    @property
    def file(self) -> str:
        """Name of the file inside `data/`."""
        return f"{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The headings."""
        return tuple(column.name for column in self.columns)


def _id(meaning: str) -> Column:
    return Column("id", meaning, needed=True)


_SOURCE = Column("source", "Where it comes from: an id in sources.csv", needed=True)
_PLACE = Column("place", "Where in the source")
_NOTE = Column("note", "What a reader should know about it")
_FROM_SOURCES = Link("source", "sources", "id")
_VALUE = Column("value", "The number; or a symbol that says why there is none", Kind.NUMBER, needed=False, symbols=True)
_SYMBOL = Column("symbol", "The symbol again, in a column of its own", labels=Symbol, empty="There is a number")

FIGURES = Table(
    "figures",
    "Figures",
    "Every published figure: one row for each indicator, area, period and group.",
    (
        Column("indicator", "What is measured: an id in indicators.csv", needed=True),
        Column("title", "What is measured, in words", needed=True),
        Column("area_code", "Code of the Office for National Statistics; see areas.csv", needed=True),
        Column("area_name", "Name of the area", needed=True),
        Column("period", "What stretch of time: a day, month, quarter (2025-Q3), year or financial or school year (2024-25)", needed=True),
        Column("period_label", "The period in words", needed=True),
        Column("breakdown", "The group that the figure is about; all for everyone", needed=True),
        _VALUE,
        _SYMBOL,
        Column("numerator", "The count above the line of a percentage or rate", Kind.NUMBER, empty="Not published, or hidden"),
        Column("denominator", "The count below the line", Kind.NUMBER, empty="Not published, or hidden"),
        Column("unit", "What the value is measured in", needed=True, labels=Unit),
        Column("status", "How settled its publisher says it is", labels=RevisionStatus, empty="The publisher does not say"),
        _SOURCE,
        _NOTE,
    ),
    ("indicator", "area_code", "period", "breakdown"),
    (Link("indicator", "indicators", "id"), Link("area_code", "areas", "code"), _FROM_SOURCES),
)
INDICATORS = Table(
    "indicators",
    "Indicators",
    "What each figure measures, and how it is to be read.",
    (
        _id("Name of the indicator, and of its page"),
        Column("title", "What is measured", needed=True),
        Column("definition", "What exactly is counted", needed=True),
        Column("unit", "What it is measured in", needed=True, labels=Unit),
        Column("polarity", "Which direction is better", needed=True, labels=Polarity),
        Column("counts", "What is counted", needed=True, labels=Counts),
        Column("period_kind", "What stretch of time a figure covers", needed=True, labels=PeriodKind),
        Column("judgement", "The inspection judgement that it belongs to", needed=True, labels=JudgementHeading),
        Column("threads", "Issues that it belongs to", Kind.LIST),
        Column("areas", "Areas for improvement that it bears on", Kind.LIST),
        Column("local", "Whether it is the council's own figure, not national statistics", Kind.YES_NO, needed=True),
        Column("publisher", "Who publishes it", needed=True),
        _SOURCE,
        Column("next_due", "Day by which the next figure is expected", Kind.DAY, empty="No date is known"),
    ),
    ("id",),
    (_FROM_SOURCES,),
)
AREAS = Table(
    "areas",
    "Areas",
    "The places that figures are about.",
    (
        Column("code", "Code of the Office for National Statistics", needed=True),
        Column("name", "Name", needed=True),
        Column("role", "council, country, region or similar council", needed=True),
    ),
    ("code",),
)
JUDGEMENTS = Table(
    "judgements",
    "Judgements",
    "Every judgement of every inspection.",
    (
        Column("inspection", "Name of the inspection, and of its page", needed=True),
        Column("title", "What the inspection is called", needed=True),
        Column("published", "Day or month of publication", needed=True),
        Column("heading", "What was judged", needed=True, labels=JudgementHeading),
        Column("grade", "The grade", needed=True, labels=Grade),
        _SOURCE,
    ),
    ("inspection", "heading"),
    (_FROM_SOURCES,),
)
FINDINGS = Table(
    "findings",
    "Findings",
    "The numbered paragraphs of inspection reports, in our own words.",
    (
        Column("inspection", "Name of the inspection", needed=True),
        Column("paragraph", "Number of the paragraph in the report", Kind.WHOLE, needed=True),
        Column("section", "The section that it stands in", needed=True, labels=JudgementHeading),
        Column("tone", "How it reads: our reading", needed=True, labels=Tone),
        Column("threads", "Issues that it belongs to", Kind.LIST),
        Column("words", "What it says, in our own words", needed=True),
    ),
    ("inspection", "paragraph"),
)
COMMITMENTS = Table(
    "commitments",
    "Commitments",
    "What has been promised in public, and what was last heard of it.",
    (
        _id("Name of the commitment"),
        Column("commitment", "What was promised, in our own words", needed=True),
        Column("said_by", "Who said it", needed=True),
        Column("said_on", "When: a day, month or year", empty="Not dated"),
        Column("target", "By when, as stated", empty="No date was stated"),
        Column("status", "Last publicly known status", needed=True, labels=ActionStatus),
        Column("status_on", "Date of the source that gives the status", empty="Not dated"),
        Column("status_words", "What is known of it", needed=True),
        Column("stands", "How it stood on the date of the site", needed=True),
        _SOURCE,
        _PLACE,
    ),
    ("id",),
    (_FROM_SOURCES,),
)
REPORTED = Table(
    "reported",
    "Figures given once",
    "Figures that a report or the news gave once and that belong to no series.",
    (
        _id("Name of the figure"),
        Column("title", "What was counted, in our own words", needed=True),
        Column("when", "Period or date: a day, month or year", empty="Not dated"),
        _VALUE,
        _SYMBOL,
        Column("unit", "What it is measured in", needed=True, labels=Unit),
        Column("counts", "What is counted", needed=True, labels=Counts),
        Column("comparator", "What the source compares it with"),
        _SOURCE,
        _PLACE,
        _NOTE,
    ),
    ("id",),
    (_FROM_SOURCES,),
)
TIMELINE = Table(
    "timeline",
    "Timeline",
    "What happened and what is planned.",
    (
        _id("Name of the event"),
        Column("when", "A year, month or day, or two of them with a / between", needed=True),
        Column("title", "What happened, in our own words", needed=True),
        Column("kind", "What kind of event", needed=True, labels=EventKind),
        Column("status", "Whether it has happened", needed=True, labels=EventStatus),
        Column("context", "Whether it is about more than children's services", Kind.YES_NO, needed=True),
        _SOURCE,
        _PLACE,
        _NOTE,
    ),
    ("id",),
    (_FROM_SOURCES,),
)
CORRECTIONS = Table(
    "corrections",
    "Corrections",
    "What was wrong on the site and has been put right.",
    (
        _id("Name of the correction"),
        Column("corrected", "Day on which it was put right", Kind.DAY, needed=True),
        Column("what", "What was wrong and what it is now", needed=True),
        Column("indicator", "The indicator concerned", empty="No one indicator"),
        _SOURCE,
    ),
    ("id",),
    (_FROM_SOURCES,),
)
SOURCES = Table(
    "sources",
    "Sources",
    "Everything that the site rests on.",
    (
        _id("Name by which the other tables call it"),
        Column("title", "Title as published", needed=True),
        Column("publisher", "Who published it", needed=True),
        Column("url", "Web address", Kind.ADDRESS, empty="None is known"),
        Column("published", "Date of publication: a day, month or year", empty="Not dated"),
        Column("kind", "How close it stands to what it tells", needed=True, labels=SourceKind),
        Column("licence", "Licence", empty="Not known"),
        Column("retrieved", "Day on which a copy was last read", Kind.DAY, empty="Not recorded"),
    ),
    ("id",),
)
TABLES = (FIGURES, INDICATORS, AREAS, JUDGEMENTS, FINDINGS, COMMITMENTS, REPORTED, TIMELINE, CORRECTIONS, SOURCES)
"""Every table, in the order in which the site offers them."""
