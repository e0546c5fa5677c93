"""The data dictionary for officers and the JSON Schemas for editors, both from the declarations themselves."""

import json
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import model
from generator.vocabulary import Labelled

FILES: tuple[tuple[str, type[BaseModel], str], ...] = (
    ("data/council.yml", model.Council, "The council"),
    ("data/sources.csv", model.Source, "Sources"),
    ("data/inspections/NAME.yml", model.Inspection, "One inspection"),
    ("data/inspections/NAME.findings.csv", model.Finding, "The findings of one inspection"),
    ("data/threads.csv", model.Thread, "Issues followed across inspections"),
    ("data/thread_notes.csv", model.ThreadNote, "What each inspection said of each issue"),
    ("data/indicators.yml", model.Indicator, "Figures and what they mean"),
    ("data/actions.csv", model.Action, "Commitments"),
    ("data/timeline.csv", model.Event, "Events"),
    ("data/conflicts.csv", model.Conflict, "Figures that disagree"),
    ("data/corrections.csv", model.Correction, "Corrections"),
    ("data/questions.csv", model.Question, "Questions for the council"),
    ("data/reported.csv", model.ReportedFigure, "Figures given once"),
    ("site_src/SECTION/NAME.md (the lines between ---)", model.PageHead, "Pages that people write"),
)
OBSERVATION_FIELDS = (
    ("indicator", "Id in indicators.yml", True, ""),
    ("area", "Code of the Office for National Statistics: the council's own, England's, the region's or a neighbour's", True, ""),
    ("period", "In the form that the indicator's period_kind asks for: 2025-09-30, 2025-10, 2025-Q3, 2025 or 2024-25", True, ""),
    ("breakdown", "all, or the group that the value is about", True, ""),
    ("value", "The number alone: no %, £ or commas; empty when there is a symbol", False, ""),
    ("numerator", "The count above the line of a percentage or rate, if known", False, ""),
    ("denominator", "The count below the line, if known", False, ""),
    ("symbol", "Why there is no number: c hidden, z not applicable, x not available, low rounds to zero, u unreliable", False, "c, z, x, low, u"),
    ("status", "final, provisional or revised, as its publisher says; empty if it does not say", False, "final, provisional, revised"),
    ("source", "Id in sources.csv", True, ""),
    ("note", "What a reader should know about this one figure", False, ""),
)
PUBLIC_PEOPLE_FIELDS = (
    ("text", "Name, telephone number, e-mail or postal address exactly as texts give it", True, ""),
    ("role", "Public role, or what the contact point is", True, ""),
    ("source", "Id of the source that publishes it", True, ""),
)
"""Declared with the records, which this room cannot see; a house rule holds the two together, as it does for observations."""
BESIDE_DECLARED = {"data/reported.csv": ("value", "The number alone, or a symbol instead of it, as in observations", True, "")}
"""The one column of a declared table that holds a value as recorded, which the declarations do not know."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a file, for the dictionary."""

    name: str
    meaning: str
    needed: bool
    values: str


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a council's folder, for the dictionary."""

    file: str
    title: str
    fields: tuple[FieldRow, ...]


def dictionary() -> tuple[FileEntry, ...]:
    """Every file and its fields, with the shapes that stand inside YAML files after the file that holds them."""
    entries: list[FileEntry] = []
    for file, declared, title in FILES:
        beside = (FieldRow(*BESIDE_DECLARED[file]),) if file in BESIDE_DECLARED else ()
        entries.append(FileEntry(file, title, _rows(declared) + beside))
        if file.endswith(".yml"):
            entries += [FileEntry(f"{file}: {name}", title, _rows(inner)) for name, inner in _inside(declared)]
    people = tuple(FieldRow(*row) for row in PUBLIC_PEOPLE_FIELDS)
    entries.append(FileEntry("data/public_people.csv", "Public people and contact points that texts may name", people))
    observed = tuple(FieldRow(*row) for row in OBSERVATION_FIELDS)
    entries.append(FileEntry("data/observations/NAME.csv", "Values of the figures", observed))
    return tuple(entries)


def schemas() -> dict[str, str]:
    """JSON Schemas of the YAML files by name, so that an editor completes and checks them."""
    of_list = {"type": "array", "items": {"$ref": "#/$defs/Indicator"}}
    indicator = model.Indicator.model_json_schema()
    inner = indicator.pop("$defs", {})
    listed = {"$schema": _DRAFT, "title": "data/indicators.yml", **of_list, "$defs": {**inner, "Indicator": indicator}}
    made: dict[str, dict[str, Any]] = {
        "council.json": {"$schema": _DRAFT, **model.Council.model_json_schema()},
        "inspection.json": {"$schema": _DRAFT, **model.Inspection.model_json_schema()},
        "indicators.json": listed,
    }
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in made.items()}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _rows(declared: type[BaseModel]) -> tuple[FieldRow, ...]:
    return tuple(
        FieldRow(name, field.description or "", field.is_required(), _values(field))
        for name, field in declared.model_fields.items()
    )


def _values(field: FieldInfo) -> str:
    """The words that a field may hold, where it is a closed list."""
    for kind in _kinds(field.annotation):
        if isinstance(kind, type) and issubclass(kind, Labelled):
            return "; ".join(_told(member) for member in kind)
        if kind is bool:
            return "yes, no (true, false in YAML)"
    return ""


def _told(word: Labelled) -> str:
    """A word of a list, with what it is called on the site where that says more."""
    return word.value if word.label.lower() == word.value.replace("_", " ") else f"{word.value} ({word.label})"


def _kinds(annotation: object) -> list[object]:
    """The types inside a field's annotation."""
    if get_origin(annotation) in (Union, UnionType, tuple):
        return [kind for one in get_args(annotation) for kind in _kinds(one)]
    return [annotation]


def _inside(declared: type[BaseModel]) -> list[tuple[str, type[BaseModel]]]:
    """Declared shapes that stand under a key of a YAML file."""
    found: list[tuple[str, type[BaseModel]]] = []
    for name, field in declared.model_fields.items():
        for kind in _kinds(field.annotation):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                found.append((name, kind))
                found += [(f"{name}, {inner}", shape) for inner, shape in _inside(kind)]
    return found
