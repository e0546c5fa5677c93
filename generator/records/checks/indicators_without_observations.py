"""Rule: an indicator has values to show."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem, Severity
from generator.records.layout import INDICATORS_FILE
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """A warning for each indicator without a single row for the council; one notice while a new folder has no rows at all."""
    if {"observations", "council"} & records.register.unread:
        return
    council = records.content.council.code
    measured = {one.indicator for one in records.observations if one.area == council}
    if not records.observations and len(records.register.indicators) > 1:
        found = "No indicator has a value yet."
        fix = "Run `transparency import lait`, or add rows to data/observations; until then the pages say that nothing is published."
        yield Problem(Place(INDICATORS_FILE), "no-observations", found, fix, Severity.NOTICE)
        return
    for one in records.register.indicators:
        if one.entry.id not in measured:
            found = "The indicator has no value for the council in data/observations."
            fix = "Add its values, or a row with a symbol that says why there is none; until then its page says that nothing is published."
            yield Problem(one.at("id"), "no-observations", found, fix, Severity.WARNING)
