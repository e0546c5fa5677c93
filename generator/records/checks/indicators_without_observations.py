"""Rule: an indicator has values to show."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem, Severity
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """A warning for each indicator without a single row for the council."""
    if {"observations", "council"} & records.register.unread:
        return
    council = records.content.council.code
    measured = {one.indicator for one in records.observations if one.area == council}
    for one in records.register.indicators:
        if one.entry.id not in measured:
            found = "The indicator has no value for the council in data/observations."
            fix = "Add its values, or a row with a symbol that says why there is none; until then its page says that nothing is published."
            yield Problem(one.at("id"), "no-observations", found, fix, Severity.WARNING)
