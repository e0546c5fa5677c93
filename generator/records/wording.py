"""The verdict of a declaration on a cell, in an officer's words: what is wrong and how to mend it, never the cell itself."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from pydantic_core import ErrorDetails

from generator.model import Declared
from generator.problems import Place, Problem
from generator.records.observation import Located, Step
from generator.records.suggest import did_you_mean, listed
from generator.records.yaml_read import Tree
from generator.scalars import ID_LENGTH, RESERVED_IN_WORDS

_CHOICE = re.compile(r"\^\(([a-z|]+)\)\$")
_PARTIAL_DATE_FORMS = "2025, 2025-07, 2025-07-14, or two of these with a / between"
_ID_FIX = f"Use letters a to z, digits and single hyphens between them, at most {ID_LENGTH} characters, such as sw-vacancies."
_PATTERNS: dict[str, tuple[str, str, str]] = {
    "A-Za-z0-9": ("bad-id", "This is not a name that files and addresses can carry.", _ID_FIX),
    "^#": ("bad-colour", "This is not a colour.", "Write # and six of the signs 0 to 9 and a to f, in small letters: '#12436d'."),
    "^[0-9][0-9 ]": ("bad-telephone", "This is not a telephone number as it is dialled.", "Write digits and spaces only, starting with 0: 01632 960123."),
    "@": ("bad-email", "This is not an e-mail address.", "Write it as name@example.org."),
    "{8}": ("bad-area-code", "This is not a code of the Office for National Statistics.", "Write a letter and eight digits, such as E06000001. England is E92000001."),
    "a-f]{64}": ("bad-fingerprint", "This is not a SHA-256 fingerprint.", "Leave it empty, or write its 64 signs 0 to 9 and a to f."),
    "{1,3}": ("bad-whole-number", "This is not the number of an item.", "Write its digits only, such as 4."),
}  # fmt: skip
"""By a part of the declared pattern that no other pattern has."""


def officers_words(
    model: type[Declared], raw: Tree, fault: ErrorDetails, located: Located[Declared]
) -> Problem:
    """One fault as a problem at its place."""
    way: tuple[Step, ...] = fault["loc"]
    place = located.at(*way)
    context: Mapping[str, Any] = fault.get("ctx", {})
    part = _part_at(raw, way)
    typed = part if isinstance(part, str) else ""
    kind = fault["type"]
    if kind == "string_type" and part is None:
        return Problem(place, "missing-value", "An entry of this list is empty.", "Fill it in or delete it.")
    if kind == "missing":
        return _missing(place, way)
    if kind == "extra_forbidden":
        return _unknown_key(model, way, place)
    if kind in ("enum", "is_instance_of"):
        return _unknown_word(place, typed, _words_of(_declared_at(model, way)))
    if kind == "string_pattern_mismatch":
        return _pattern(place, typed, str(context.get("pattern", "")))
    code, found, fix = _simple(kind, context)
    return Problem(place, code, found, fix)


def _missing(place: Place, way: tuple[Step, ...]) -> Problem:
    name = way[-1]
    if name in ("source", "sources"):
        found = "No source is given: nothing is published that does not say where it comes from."
        return Problem(place, "uncited", found, "Write the id of its source in data/sources.csv.")
    where = "The cell is empty" if place.file.endswith(".csv") else f"There is no {name} here"
    return Problem(
        place,
        "missing-value",
        f"{where}, and it must say something.",
        f"Fill in the {str(name).replace('_', ' ')}.",
    )


def _unknown_key(model: type[Declared], way: tuple[Step, ...], place: Place) -> Problem:
    parent = _declared_at(model, way[:-1])
    names = list(parent.model_fields) if isinstance(parent, type) and issubclass(parent, Declared) else []
    fix = did_you_mean(str(way[-1]), names, f"Delete the line, or use one of: {', '.join(names)}.")
    return Problem(
        Place(place.file, place.row),
        "unknown-key",
        "The name on this line is not one that is known here.",
        fix,
    )


def _unknown_word(place: Place, typed: str, words: list[str]) -> Problem:
    found = f"The word is not one of {listed(words)}."
    return Problem(place, "unknown-word", found, did_you_mean(typed, words, "Choose one of these words."))


def _pattern(place: Place, typed: str, pattern: str) -> Problem:
    choice = _CHOICE.fullmatch(pattern)
    if choice:
        return _unknown_word(place, typed, choice.group(1).split("|"))
    for part, (code, found, fix) in _PATTERNS.items():
        if part in pattern:
            return Problem(place, code, found, fix)
    return Problem(
        place,
        "wrong-shape",
        "The cell is not written in the way that it must be.",
        "Look at the data dictionary.",
    )


def _simple(kind: str, context: Mapping[str, Any]) -> tuple[str, str, str]:
    """Code, what is wrong and the fix, for the kinds of fault that need nothing but their limits."""
    if kind in ("string_too_long", "too_long"):
        longest = context["max_length"]
        if longest == ID_LENGTH:
            return "bad-id", f"The name is longer than {ID_LENGTH} characters.", _ID_FIX
        return "text-too-long", f"The text is longer than {longest:,} characters.", "Shorten it."
    if kind == "unsafe_character":
        found = f"The text holds the character {context['code_point']}, which is invisible, reverses text or breaks programs."
        return (
            "unsafe-character",
            found,
            "Delete it: retype the words around it by hand instead of pasting them.",
        )
    if kind in ("less_than_equal", "greater_than_equal"):
        word, limit = ("above", context["le"]) if "le" in context else ("below", context["ge"])
        return (
            "out-of-bounds",
            f"The number is {word} {limit}, which is as far as it may go.",
            "Correct the number.",
        )
    if kind in _FIXED:
        return _FIXED[kind]
    return (
        "wrong-shape",
        "The value does not have the shape that it must have here.",
        "Look at the data dictionary, or copy the shape of the example file.",
    )


_DAY_FAULT = (
    "bad-date",
    "This is not a day of the calendar as it must be written.",
    "Write year, month and day: 2025-07-14.",
)
_WHOLE_FAULT = ("bad-whole-number", "This is not a whole number.", "Write digits only, such as 12.")
_FIXED: dict[str, tuple[str, str, str]] = {
    "reserved_id": (
        "reserved-id",
        "This name is kept for the site itself or for computers.",
        f"Choose another name; the kept ones are {RESERVED_IN_WORDS}.",
    ),
    "web_address": (
        "bad-web-address",
        "This is not an ordinary web address.",
        "Copy it from the browser: it starts with https:// or http://, then the name of an ordinary host, without spaces.",
    ),
    "partial_date": ("bad-date", "This is not a date as it must be written.", f"Write {_PARTIAL_DATE_FORMS}."),
    "date_type": _DAY_FAULT,
    "date_parsing": _DAY_FAULT,
    "date_from_datetime_parsing": _DAY_FAULT,
    "int_type": _WHOLE_FAULT,
    "int_parsing": _WHOLE_FAULT,
    "float_type": ("not-a-number", "This is not a number.", "Write digits only, with a full stop as decimal point: 23.6."),
    "bool_type": ("bad-yes-no", "This is neither yes nor no.", "Write yes or no."),
    "tuple_type": ("wrong-shape", "A list must stand here.", "Write each entry on its own line after a hyphen, or in square brackets."),
    "model_type": ("wrong-shape", "A group of names and values must stand here.", "Write each name, a colon and its value on a line of their own."),
    "model_attributes_type": ("wrong-shape", "A group of names and values must stand here.", "Write each name, a colon and its value on a line of their own."),
    "string_type": ("wrong-shape", "A text must stand here, not a list or a group.", "Write the text after the colon, in quotation marks if it starts with a sign."),
}  # fmt: skip


def _part_at(raw: Tree, way: tuple[Step, ...]) -> Tree:
    """What was typed at the place: used to guess the word that was meant, never shown."""
    for step in way:
        if isinstance(raw, dict) and isinstance(step, str):
            raw = raw.get(step)
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            return ""
    return raw


def _declared_at(model: type[Declared], way: tuple[Step, ...]) -> Any:  # noqa: ANN401  a type as written in a declaration
    """The declared type of the part that the steps lead to."""
    kind: Any = model
    for step in way:
        if isinstance(step, int):
            kind = _inner(get_args(kind)[0])
        elif isinstance(kind, type) and issubclass(kind, Declared) and step in kind.model_fields:
            kind = _inner(get_type_hints(kind)[step])
        else:
            return None
    return kind


def _inner(kind: Any) -> Any:  # noqa: ANN401  a type as written in a declaration
    """The type inside `X | None`."""
    if get_origin(kind) is tuple or isinstance(kind, type):
        return kind
    return next((one for one in get_args(kind) if one is not type(None)), kind)


def _words_of(kind: Any) -> list[str]:  # noqa: ANN401  a type as written in a declaration
    return [str(member.value) for member in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
