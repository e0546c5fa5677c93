"""Puts texts into every free-text field of every file of the invented council, found by walking the declarations.

Each text begins and ends with signs of its own, so that a page can be searched for it and for where it ends.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from ruamel.yaml import YAML

from generator.model import Council, Declared, Finding, Indicator, Inspection, PageHead
from generator.records.layout import TABLES
from generator.scalars import Text
from tests.councils.making import made_council

BEGIN, END = "Qz{}Begin", "Qz{}End"
FOUND = re.compile(r"Qz([a-z]+)Begin(.*?)Qz\1End", re.DOTALL | re.IGNORECASE)
STARTED = re.compile(r"Qz([a-z]+)Begin", re.IGNORECASE)
DESCRIPTION = 155
KEPT = {"page"}
"""Fields that are declared as text and hold the name of something else."""
TABLES_KEPT = {"public_people"}


@dataclass
class Typed:
    """What was typed, by the number of the field."""

    text_of: Callable[[int], str]
    """The hostile text for a field's number."""
    places: dict[str, str] = field(default_factory=dict)
    """Where each text was typed, by the letters of its field."""
    texts: dict[str, str] = field(default_factory=dict)

    def next(self, place: str, longest: int = 3000) -> str:
        """The text for the next field, marked."""
        number = len(self.places)
        letters = chr(97 + number // 26) + chr(97 + number % 26)
        begin, end = BEGIN.format(letters), END.format(letters)
        middle = f" {self.text_of(number)[: longest - len(begin) - len(end) - 2]} "
        self.places[letters], self.texts[letters] = place, middle
        return f"{begin}{middle}{end}"


def is_text(hint: Any) -> bool:
    """Whether a declared type is free text, or a list of it."""
    if hint == Text:
        return True
    if get_origin(hint) is Annotated:
        return get_args(hint)[0] == str and any("_text" in getattr(getattr(one, "func", None), "__name__", "") for one in hint.__metadata__)
    return any(is_text(inner) for inner in get_args(hint))


def free_texts(model: type[Declared]) -> Iterator[str]:
    """The fields of a declaration that hold free text."""
    hints = get_type_hints(model, include_extras=True)
    return (name for name in model.model_fields if name not in KEPT and is_text(hints[name]))


def fill_table(path: Path, model: type[Declared], typed: Typed) -> None:
    """Put texts into every row of a table."""
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for number, row in enumerate(rows, start=2):
        for name in free_texts(model):
            row[name] = typed.next(f"{path.name} row {number} {name}")
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def fill_tree(tree: Any, model: type[Declared], typed: Typed, place: str) -> None:
    """Put texts into every part of a YAML tree."""
    hints = get_type_hints(model, include_extras=True)
    texts = set(free_texts(model))
    for name, hint in hints.items():
        inner = _declared_in(hint)
        if name in texts:
            longest = DESCRIPTION if name == "description" else 3000
            many = isinstance(tree.get(name), list) or get_origin(hint) is tuple
            tree[name] = [typed.next(f"{place} {name}")] if many else typed.next(f"{place} {name}", longest)
        elif inner and isinstance(tree.get(name), list):
            for one in tree[name]:
                fill_tree(one, inner, typed, f"{place} {name}")
        elif inner and isinstance(tree.get(name), dict):
            fill_tree(tree[name], inner, typed, f"{place} {name}")


def _declared_in(hint: Any) -> type[Declared] | None:
    if isinstance(hint, type) and issubclass(hint, Declared):
        return hint
    return next((found for inner in get_args(hint) if (found := _declared_in(inner))), None)


def fill_yaml(path: Path, model: type[Declared], typed: Typed) -> None:
    """Put texts into a YAML file; JSON is YAML too."""
    tree = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    for one in tree if isinstance(tree, list) else [tree]:
        fill_tree(one, model, typed, path.name)
    path.write_text(json.dumps(tree, default=str, ensure_ascii=False, indent=1), encoding="utf-8")


def fill_page(path: Path, typed: Typed) -> None:
    """Put texts into what a hand-written page says about itself."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    tree = YAML(typ="safe", pure=True).load(front)
    fill_tree(tree, PageHead, typed, str(path))
    path.write_text(f"---\n{json.dumps(tree, default=str, ensure_ascii=False, indent=1)}\n---\n{body}", encoding="utf-8")


def fill_observations(path: Path, typed: Typed) -> None:
    """Put texts into the notes of observations."""
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for number, row in enumerate(rows, start=2):
        row["note"] = typed.next(f"{path.name} row {number} note")
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def hostile_council(folder: Path, text_of: Callable[[int], str]) -> Typed:
    """Make the invented council with a text in every free-text field of every file."""
    made_council(folder)
    typed = Typed(text_of)
    for table in TABLES:
        if table.name not in TABLES_KEPT and (folder / table.file).exists():
            fill_table(folder / table.file, table.row, typed)
    for path in sorted((folder / "data/inspections").glob("*.csv")):
        fill_table(path, Finding, typed)
    for path in sorted((folder / "data/inspections").glob("*.yml")):
        fill_yaml(path, Inspection, typed)
    fill_yaml(folder / "data/indicators.yml", Indicator, typed)
    fill_yaml(folder / "data/council.yml", Council, typed)
    for path in sorted((folder / "data/observations").rglob("*.csv")):
        fill_observations(path, typed)
    for path in sorted((folder / "site_src").rglob("*.md")):
        fill_page(path, typed)
    return typed
