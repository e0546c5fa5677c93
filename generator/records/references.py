"""What the declarations refer to: every id that names something in another table, with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Declared
from generator.problems import Place
from generator.records.observation import Register, Step

TARGETS = {
    "source": "sources",
    "sources": "sources",
    "target_source": "sources",
    "thread": "threads",
    "threads": "threads",
    "inspection": "inspections",
    "indicator": "indicators",
    "indicators": "indicators",
    "differs_from": "indicators",
    "adds_up_to": "indicators",
    "conflicts": "conflicts",
    "areas": "areas",
}
"""The table that a field of this name refers to, in whichever declaration it stands."""


class Reference(NamedTuple):
    """An id that names a row of another table."""

    place: Place
    target: str
    identifier: str


def references_in(register: Register) -> Iterator[Reference]:
    """Every reference of every declaration, in the order of the files."""
    for _table, located in register.declarations():
        for way, target, identifier in _inside(located.entry, ()):
            yield Reference(located.at(*way), target, identifier)


def _inside(entry: Declared, way: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str, str]]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name in TARGETS and isinstance(value, str):
            yield (*way, name), TARGETS[name], value
        elif isinstance(value, Declared):
            yield from _inside(value, (*way, name))
        elif isinstance(value, tuple):
            for position, one in enumerate(value):
                if isinstance(one, Declared):
                    yield from _inside(one, (*way, name, position))
                elif name in TARGETS:
                    yield (*way, name, position), TARGETS[name], one
