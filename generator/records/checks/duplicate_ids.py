"""Rule: what is named by an id stands once, and what a row says of a pair of things is said once."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from generator.model import (
    Action,
    Conflict,
    Correction,
    Declared,
    Event,
    Finding,
    Indicator,
    Inspection,
    Question,
    ReportedFigure,
    Source,
    Thread,
    ThreadNote,
)
from generator.problems import Place, Problem
from generator.records.declared import PublicPerson
from generator.records.observation import Located, Records

_NAMED = (
    Source,
    Inspection,
    Thread,
    Indicator,
    Action,
    Event,
    Conflict,
    Correction,
    Question,
    ReportedFigure,
)


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each row after the first."""
    for rows in _tables(records):
        seen: dict[Hashable, Located[Declared]] = {}
        for one in rows:
            key, column = _key(one.entry)
            first = seen.setdefault(key, one)
            if first is not one:
                yield _duplicate(one.at(column), first.place, one.entry == first.entry)
    for inspection in records.register.inspections:
        yield from _inside_inspection(inspection)
    if records.register.council:
        contacts = [contact.id for contact in records.register.council.entry.contacts]
        yield from _repeated(records.register.council, contacts, ("contacts", "id"))


def _tables(records: Records) -> Iterator[list[Located[Declared]]]:
    tables: dict[str, list[Located[Declared]]] = {}
    for table, one in records.register.declarations():
        if table not in ("council", "findings"):
            tables.setdefault(table, []).append(one)
    yield from tables.values()
    for rows in records.register.findings.values():
        yield list(rows)


def _key(entry: Declared) -> tuple[Hashable, str]:
    """What may stand once, and the column that says it."""
    if isinstance(entry, _NAMED):
        return entry.id, "id"
    if isinstance(entry, ThreadNote):
        return (entry.thread, entry.inspection), "thread"
    if isinstance(entry, Finding):
        return entry.paragraph, "paragraph"
    if isinstance(entry, PublicPerson):
        return entry.text.casefold(), "text"
    return id(entry), ""


def _inside_inspection(inspection: Located[Declared]) -> Iterator[Problem]:
    entry = inspection.entry
    if isinstance(entry, Inspection):
        yield from _repeated(
            inspection, [judgement.heading for judgement in entry.judgements], ("judgements", "heading")
        )
        yield from _repeated(
            inspection, [(formal.kind, formal.number) for formal in entry.items], ("items", "number")
        )
        yield from _repeated(inspection, [formal.slug for formal in entry.items], ("items", "slug"))


def _repeated(
    located: Located[Declared], keys: Sequence[Hashable], way: tuple[str, str]
) -> Iterator[Problem]:
    seen: dict[Hashable, int] = {}
    for position, key in enumerate(keys):
        first = seen.setdefault(key, position)
        if first != position and key is not None:
            yield _duplicate(
                located.at(way[0], position, way[1]), located.at(way[0], first, way[1]), equal=False
            )


def _duplicate(place: Place, first: Place, equal: bool) -> Problem:  # noqa: FBT001  said as a word in the message
    where = f"row {first.row}" if place.file.endswith(".csv") else f"line {first.row}"
    if place.file != first.file:
        where = f"{first.file}, {where}"
    if equal:
        found = f"This says the same as {where}."
        return Problem(place, "duplicate-id", found, "Delete one of the two.")
    found = f"The same name already stands in {where}, with something else beside it."
    return Problem(
        place, "duplicate-id", found, "Delete the one that is wrong, or give one of them another name."
    )
