"""`transparency new NAME FOLDER`: the folder of another council, ready to fill in, that builds at once."""

import csv
import json
import stat
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML

from generator import FORMAT_VERSION
from generator.commands.outcome import Exit, complain
from generator.product import product_folder
from generator.records.layout import FINDINGS_COLUMNS, OBSERVATION_COLUMNS, TABLES
from generator.scalars import unsafe_character

REVIEW_AFTER = timedelta(days=182)
KINDS_OF_COUNCIL = (
    "Metropolitan Borough Council", "Borough Council", "County Council", "City Council", "District Council", "Council",
)  # fmt: skip
ROWS_FILE = "data/rows.yml.j2"
HOOK = """#!/bin/sh
# Before each commit: refuse files with an error, above all an unprotected small number.
exec transparency check .
"""
LONGEST_NAME = 100


def new(name: str, folder: Path, today: date) -> Exit:
    """Make a council's folder; refuses a folder that has something in it."""
    if not name.strip() or len(name) > LONGEST_NAME or unsafe_character(name):
        complain("Give the council's full name, such as 'Exampleshire County Council'.")
        return Exit.USAGE
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        complain(f"{folder} exists and is not an empty folder. Give another name.")
        return Exit.USAGE
    try:
        _write(folder, name.strip(), today)
    except OSError as failure:
        complain(f"The folder could not be made: {failure.strerror}.")
        return Exit.ENVIRONMENT
    print(f"Made {folder}. Next: put the council's code into {folder / 'data' / 'council.yml'}, then run `transparency check {folder}`.")
    return Exit.FINE


def short_name(name: str) -> str:
    """The name of the place: `Exampleshire` for `Exampleshire County Council`."""
    for kind in KINDS_OF_COUNCIL:
        if name.endswith(f" {kind}"):
            return name.removesuffix(f" {kind}")
    return name


def _write(folder: Path, name: str, today: date) -> None:
    skeleton = product_folder() / "templates" / "council"
    templates = Environment(loader=FileSystemLoader(skeleton), undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701  writes YAML and Markdown
    templates.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    values = {
        "name": name,
        "short_name": short_name(name),
        "format": FORMAT_VERSION,
        "observation_columns": ",".join(OBSERVATION_COLUMNS),
        "finding_columns": ",".join(FINDINGS_COLUMNS),
        "today": today.isoformat(),
        "review_by": (today + REVIEW_AFTER).isoformat(),
    }
    for path in templates.list_templates(extensions=["j2"]):
        text = templates.get_template(path).render(values)
        if path == ROWS_FILE:
            _write_tables(folder, YAML(typ="safe").load(text))
            continue
        target = folder / path.removesuffix(".j2")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    _write_hook(folder)


def _write_tables(folder: Path, rows: Mapping[str, list[dict[str, str]]]) -> None:
    """Every table with its headings from the declared shapes, so that an officer has them all before their eyes."""
    for table in TABLES:
        _write_csv(folder / table.file, table.columns, rows.get(table.name, []))


def _write_csv(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, tuple(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_hook(folder: Path) -> None:
    """A pre-commit hook; where the folder is a git repository it is put in force by `git config core.hooksPath .hooks`."""
    hook = folder / ".hooks" / "pre-commit"
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
