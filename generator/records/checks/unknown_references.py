"""Rule: every id that a file mentions exists in the table that it names."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.problems import Place, Problem
from generator.records.latest import area_slugs
from generator.records.observation import Records, Register
from generator.records.references import references_in
from generator.records.suggest import did_you_mean

WORDS = {
    "sources": ("unknown-source", "source", "data/sources.csv"),
    "threads": ("unknown-thread", "issue", "data/threads.csv"),
    "inspections": ("unknown-inspection", "inspection", "data/inspections"),
    "indicators": ("unknown-indicator", "indicator", "data/indicators.yml"),
    "conflicts": ("unknown-conflict", "disagreement", "data/conflicts.csv"),
    "areas": (
        "unknown-area",
        "formal item of the latest inspection",
        "its file in data/inspections, as slug",
    ),
    "contacts": ("unknown-contact", "contact", "data/council.yml"),
    "reported": ("unknown-reported-figure", "reported figure", "data/reported.csv"),
}
"""Code, what it is, and where it would be declared."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each id that nothing declares."""
    register = records.register
    for reference in references_in(register):
        if not known(register, reference.target, reference.identifier):
            yield unknown(register, reference.place, reference.target, reference.identifier)
    advice = cache(lambda source: unknown(register, Place(""), "sources", source))
    for one in (*records.observations, *records.everywhere):
        if not register.knows("sources", one.source):
            told = advice(one.source)
            yield Problem(Place(one.place.file, one.place.row, "source"), told.code, told.found, told.fix)


def known(register: Register, target: str, identifier: str) -> bool:
    """Whether the id is declared, or may be in a file that could not be read."""
    if target == "areas":
        return "inspections" in register.unread or identifier in area_slugs(register)
    if target == "contacts":
        return register.council is None or identifier in _contacts(register)
    return register.knows(target, identifier)


def unknown(register: Register, place: Place, target: str, identifier: str) -> Problem:
    """The problem of an id that nothing declares, with the name that was most likely meant."""
    code, what, where = WORDS[target]
    if target == "areas":
        names = area_slugs(register)
    elif target == "contacts":
        names = _contacts(register)
    else:
        names = register.written_ids.get(target, frozenset())
    found = f"No {what} with this id is declared in {where}."
    return Problem(
        place, code, found, did_you_mean(identifier, names, "Correct the id, or declare it there.")
    )


def _contacts(register: Register) -> frozenset[str]:
    return (
        frozenset(contact.id for contact in register.council.entry.contacts)
        if register.council
        else frozenset()
    )
