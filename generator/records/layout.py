"""Which files a council's folder has, what each declares, and how large each may be. Nothing is read here."""

import re
from dataclasses import dataclass

from generator.model import (
    Action,
    Conflict,
    Correction,
    Declared,
    Event,
    Finding,
    Question,
    ReportedFigure,
    Source,
    Thread,
    ThreadNote,
)
from generator.records.declared import PublicPerson

FACTS, WORDS = "data", "site_src"
SNAPSHOTS = f"{FACTS}/snapshots"
"""Where tables of figures are kept as they were published on earlier days."""
SNAPSHOT_NAME = r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]{1,9}))?\.csv"
"""The day, and a number where a day has more than one."""
COUNCIL_FILE = f"{FACTS}/council.yml"
INDICATORS_FILE = f"{FACTS}/indicators.yml"
INSPECTIONS_FOLDER = f"{FACTS}/inspections"
INSPECTION_ENDING, FINDINGS_ENDING = ".yml", ".findings.csv"
OBSERVATIONS_FOLDER = f"{FACTS}/observations"
EVERYWHERE_FOLDER = f"{OBSERVATIONS_FOLDER}/everywhere"
IMPORTED_FOLDER = f"{OBSERVATIONS_FOLDER}/imported"
_PLAIN = r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
_READ = re.compile(
    rf"{INSPECTIONS_FOLDER}/{_PLAIN}({re.escape(INSPECTION_ENDING)}|{re.escape(FINDINGS_ENDING)})"
    rf"|({OBSERVATIONS_FOLDER}|{EVERYWHERE_FOLDER}|{IMPORTED_FOLDER})/{_PLAIN}\.csv"
    rf"|{SNAPSHOTS}/{SNAPSHOT_NAME}"
)
"""Paths of the files that may be many."""
OBSERVATION_COLUMNS = (
    "indicator",
    "area",
    "period",
    "breakdown",
    "value",
    "numerator",
    "denominator",
    "symbol",
    "status",
    "source",
    "note",
)
VALUE_COLUMN = "value"
"""The column of reported.csv that holds a number or a symbol."""

TABLE_BYTES = 50_000_000
YAML_BYTES = 1_000_000
YAML_LINES = 30_000
PAGE_BYTES = 200_000
PAGES_BYTES = 600_000
"""All pages together; for tables and YAML files the limit of one file is also that of all."""
CELL_CHARACTERS = 5_000
MOST_COLUMNS = 200
MOST_ROWS = 120_000
"""Rows of one table, and of all tables of observations together: what can be checked within seconds. A thousand indicators
with every year of the council, its neighbours, its region and England have 114,000."""
MOST_ENTRIES = 10_000
"""Rows of all other tables together."""
MOST_FILES = 5_000
DEEPEST_FOLDER = 8

IGNORED_FILES = frozenset(
    {".ds_store", ".gitkeep", ".gitignore", ".gitattributes", "thumbs.db", "desktop.ini", "readme.md"}
)
"""Files that systems and people leave in folders; in lower case. They are never read."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table of declarations: its name in the register, its file, the declared shape of a row."""

    name: str
    file: str
    row: type[Declared]
    needed: bool = False
    may_be_empty: bool = False
    extra_columns: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings that the file must have."""
        return (*self.row.model_fields, *self.extra_columns)


TABLES = (
    TableSpec("sources", f"{FACTS}/sources.csv", Source, needed=True),
    TableSpec("threads", f"{FACTS}/threads.csv", Thread, needed=True),
    TableSpec("thread_notes", f"{FACTS}/thread_notes.csv", ThreadNote, may_be_empty=True),
    TableSpec("actions", f"{FACTS}/actions.csv", Action, may_be_empty=True),
    TableSpec("events", f"{FACTS}/timeline.csv", Event, may_be_empty=True),
    TableSpec("conflicts", f"{FACTS}/conflicts.csv", Conflict, may_be_empty=True),
    TableSpec("corrections", f"{FACTS}/corrections.csv", Correction, may_be_empty=True),
    TableSpec("questions", f"{FACTS}/questions.csv", Question, may_be_empty=True),
    TableSpec(
        "reported", f"{FACTS}/reported.csv", ReportedFigure, may_be_empty=True, extra_columns=(VALUE_COLUMN,)
    ),
    TableSpec("public_people", f"{FACTS}/public_people.csv", PublicPerson, may_be_empty=True),
)
NEEDED_FILES = (COUNCIL_FILE, INDICATORS_FILE, *(table.file for table in TABLES if table.needed))
IMPORTS_FILE = f"{FACTS}/imports.yml"
"""What the importers do; they read it themselves."""
NAMED_FILES = (IMPORTS_FILE, COUNCIL_FILE, INDICATORS_FILE, *(table.file for table in TABLES))
FINDINGS_COLUMNS = tuple(Finding.model_fields)


def table_named(name: str) -> TableSpec:
    """The table of that name in the register."""
    return next(table for table in TABLES if table.name == name)


def is_read(name: str) -> bool:
    """Whether the site reads a file of this path inside the folder of facts."""
    return name in NAMED_FILES or _READ.fullmatch(name) is not None
