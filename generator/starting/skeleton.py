"""The files that every council's folder starts with, from the templates in templates/council. No figures here."""

import csv
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML

from generator import FORMAT_VERSION
from generator.model import Area
from generator.product import product_folder
from generator.records.layout import (
    FINDINGS_COLUMNS,
    INDICATORS_FILE,
    INSPECTIONS_FOLDER,
    OBSERVATION_COLUMNS,
    TABLES,
)
from generator.release import words
from generator.starting.hook import write_hook

REVIEW_AFTER: Final = timedelta(days=182)
ROWS_TEMPLATE: Final = "data/rows.yml.j2"
INDICATORS_TEMPLATE: Final = f"{INDICATORS_FILE}.j2"
SOMEWHERE: Final = "https://www.example.gov.uk/"
Rows = Mapping[str, list[dict[str, str]]]
"""Rows by the name of their table."""
_DIFFERENCES: Final = re.compile(r"^  differs_from: \[(?P<ids>[^\]\n]*)\]\n", re.MULTILINE)
_BEGINNING_OF_ENTRY: Final = re.compile(r"^(?=- id: )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewCouncil:
    """What is known of a council when its folder is made."""

    name: str
    short_name: str
    url: str = SOMEWHERE
    code: str = ""
    region: Area | None = None
    neighbours: tuple[Area, ...] = ()
    """Statistical neighbours, closest first."""
    neighbours_model: str = ""
    neighbours_source: str = ""
    inspections_until: str = ""
    """Day of the last report in the list that its inspections come from."""
    publisher: str = ""
    """Who answers for the site, where it is not the council."""
    from_statistics: bool = False
    rows: Rows = field(default_factory=dict)
    """Rows of its own, after those that every folder starts with."""
    indicators: Collection[str] | None = None
    """Ids of the standard indicators that it has; None for all."""


def write_skeleton(folder: Path, council: NewCouncil, today: date) -> None:
    """Write the files into a folder; raises OSError."""
    values = _values(council, today)
    for path in _templates().list_templates(extensions=["j2"]):
        text = _templates().get_template(path).render(values)
        if path == ROWS_TEMPLATE:
            _write_tables(folder, YAML(typ="safe").load(text), council.rows)
            continue
        if path == INDICATORS_TEMPLATE and council.indicators is not None:
            text = only_entries(text, council.indicators)
        target = folder / path.removesuffix(".j2")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    write_hook(folder)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(product_folder() / "templates" / "council"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  it writes YAML and Markdown
    )
    made.filters["the"] = words.the
    made.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    return made


def _values(council: NewCouncil, today: date) -> dict[str, object]:
    """Give the words that the templates ask for."""
    return {
        "name": council.name,
        "short_name": council.short_name,
        "url": council.url,
        "code": council.code,
        "region": council.region,
        "neighbours": council.neighbours,
        "neighbours_model": council.neighbours_model,
        "neighbours_source": council.neighbours_source,
        "inspections_until": council.inspections_until,
        "publisher": council.publisher,
        "from_statistics": council.from_statistics,
        "format": FORMAT_VERSION,
        "observation_columns": ",".join(OBSERVATION_COLUMNS),
        "finding_columns": ",".join(FINDINGS_COLUMNS),
        "today": today.isoformat(),
        "review_by": (today + REVIEW_AFTER).isoformat(),
    }


def only_entries(text: str, ids: Collection[str]) -> str:
    """Keep of a list of indicators, as text with its comments, the entries with these ids."""
    head, *entries = _BEGINNING_OF_ENTRY.split(text)
    kept = [
        _DIFFERENCES.sub(partial(_only_known, ids), entry)
        for entry in entries
        if entry.partition("\n")[0].removeprefix("- id: ").strip() in ids
    ]
    return head + ("".join(kept).rstrip("\n") + "\n" if kept else "[]\n")


def _only_known(ids: Collection[str], line: re.Match[str]) -> str:
    """Leave out of a line of `differs_from` the indicators that the list does not hold, and the line if none is left."""
    kept = [name for name in line["ids"].split(", ") if name in ids]
    return f"  differs_from: [{', '.join(kept)}]\n" if kept else ""


def _write_tables(folder: Path, first: Rows, own: Rows) -> None:
    """Every table with its headings from the declared shapes, so that an officer has them all before their eyes."""
    for table in TABLES:
        _write_csv(folder / table.file, table.columns, [*first.get(table.name, []), *own.get(table.name, [])])
    (folder / INSPECTIONS_FOLDER).mkdir(parents=True, exist_ok=True)


def _write_csv(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, tuple(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
