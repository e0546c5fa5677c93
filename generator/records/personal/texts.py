"""Which texts of the records are read by the guard: every free text that the public will see."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from generator.model import Declared
from generator.problems import Place
from generator.records.observation import Records, Step
from generator.records.pages import without_insertions
from generator.scalars import Text

NOT_READ = frozenset({"public_people"})
"""Tables that hold personal data on purpose: the allow-list itself."""
OVERRIDES = "allowed_words"
"""In council.yml: the texts there look personal on purpose, their reasons may not."""


def texts_in(records: Records) -> Iterator[tuple[Place, str]]:
    """Each text with its place."""
    for table, located in records.register.declarations():
        if table not in NOT_READ:
            inside = ((way, text) for way, text in _inside(located.entry, ()) if way[0] != OVERRIDES or way[-1] != "text")
            yield from ((located.at(*way), text) for way, text in inside)
    seen: set[str] = set()
    for one in (*records.observations, *records.everywhere):
        for column, text in (("note", one.note), ("breakdown", one.breakdown)):
            if text and text not in seen:
                seen.add(text)
                yield Place(one.place.file, one.place.row, column), text
    for page in records.pages:
        for name in ("title", "description"):
            yield Place(page.place.file, 1, name), getattr(page.front, name)
        first = page.place.row or 1
        for number, line in enumerate(without_insertions(page.body).split("\n"), start=first):
            if line.strip():
                yield Place(page.place.file, number), line


def _inside(entry: Declared, way: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    for name, is_text in _fields(type(entry)).items():
        value = getattr(entry, name)
        if isinstance(value, Declared):
            yield from _inside(value, (*way, name))
        elif isinstance(value, tuple):
            for position, one in enumerate(value):
                if isinstance(one, Declared):
                    yield from _inside(one, (*way, name, position))
                elif is_text:
                    yield (*way, name, position), one
        elif is_text and value:
            yield (*way, name), value


@cache
def _fields(model: type[Declared]) -> Mapping[str, bool]:
    """The fields of a declaration, and whether each is free text."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _is_text(hints[name]) for name in model.model_fields}


def _is_text(hint: Any) -> bool:  # noqa: ANN401  a type as written in a declaration
    if hint == Text:
        return True
    if get_origin(hint) is Annotated:
        return False
    return any(_is_text(inner) for inner in get_args(hint))
