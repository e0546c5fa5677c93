"""Text into the declared types: one row of a table, or one part of a YAML file, into a frozen declaration.

Texts are turned into numbers, dates and words of a list only where they are written exactly so; the
declarations then judge strictly, and `wording` says their verdict in an officer's words.
"""

import re
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from generator.model import Declared
from generator.problems import Place
from generator.records.collected import Collected
from generator.records.observation import Located, Step
from generator.records.wording import officers_words
from generator.records.yaml_read import Tree

M = TypeVar("M", bound=Declared)
YES, NO = "yes", "no"
_BOOLEANS = {YES: True, NO: False, "true": True, "false": False}
_FORMS: dict[type, re.Pattern[str]] = {
    int: re.compile(r"-?[0-9]{1,9}"),
    float: re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,9})?"),
    date: re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""How the texts of numbers and days are written; anything else stays text, and is refused."""
LIST_SEPARATOR = ";"


@cache
def field_types(model: type[Declared]) -> Mapping[str, Any]:
    """The declared type of each field, without the constraints around it."""
    return {name: _bare(hint) for name, hint in get_type_hints(model).items() if name in model.model_fields}


def _bare(hint: Any) -> Any:  # noqa: ANN401  a type as written in a declaration
    """A type without `Annotated` and without `| None`."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        inner = [one for one in get_args(hint) if one is not type(None)]
        return _bare(inner[0])
    return hint


def from_row(
    model: type[M], place: Place, columns: tuple[str, ...], cells: tuple[str, ...], collected: Collected
) -> Located[M] | None:
    """One row as a declaration, or None with its problems noted; an empty cell takes the declared default."""
    kinds = field_types(model)
    raw: dict[str, Tree] = {}
    for column, cell in zip(columns, cells, strict=True):
        if not cell:
            continue
        if get_origin(kinds[column]) is tuple:
            raw[column] = [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()]
        else:
            raw[column] = cell
    return declare(model, raw, place, {}, collected)


def declare(
    model: type[M], raw: Tree, place: Place, lines: Mapping[tuple[Step, ...], int], collected: Collected
) -> Located[M] | None:
    """A tree of texts as a declaration, or None with its problems noted at their lines."""
    located: Located[Declared] = Located(_NOTHING_DECLARED, place, lines)
    try:
        entry = model.model_validate(_typed(model, raw), strict=True)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        collected.extend(officers_words(model, raw, fault, located) for fault in faults)
        return None
    return Located(entry, place, lines)


class _Nothing(Declared):
    """Stands in for a declaration that is refused, to find the places of its parts."""


_NOTHING_DECLARED = _Nothing()


def _typed(kind: Any, raw: Tree) -> object:  # noqa: ANN401  a type as written in a declaration
    """The raw text as the declared type where it is written exactly so; otherwise as it is, for the declaration to refuse."""
    kind = _bare(kind)
    if isinstance(raw, dict):
        if isinstance(kind, type) and issubclass(kind, Declared):
            kinds = field_types(kind)
            return {
                key: _typed(kinds.get(key, str), value) for key, value in raw.items() if value is not None
            }
        return raw
    if isinstance(raw, list):
        if get_origin(kind) is tuple:
            return tuple(_typed(get_args(kind)[0], value) for value in raw)
        return raw
    if raw is None or not isinstance(kind, type):
        return raw
    return _scalar(kind, raw)


def _scalar(kind: type, text: str) -> object:
    """One text as an enum's member, yes or no, a number or a day; as it is where it is none."""
    if issubclass(kind, Enum):
        return next((member for member in kind if member.value == text), text)
    if kind is bool:
        return _BOOLEANS.get(text, text)
    if kind not in _FORMS or not _FORMS[kind].fullmatch(text):
        return text
    if kind is not date:
        return int(text) if kind is int else float(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
