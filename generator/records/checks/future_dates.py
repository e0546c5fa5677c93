"""Rule: nothing that has happened lies in the future, and nothing that has passed is still called planned."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem, Severity
from generator.records.latest import first_day, last_day
from generator.records.observation import Observation, Records
from generator.vocabulary import EventStatus

_PAST_FIELDS = {
    "sources": ("published", "retrieved"),
    "inspections": ("published", "inspected"),
    "actions": ("said_on", "status_on"),
    "corrections": ("corrected",),
}
"""Fields that say when something happened."""


def check(records: Records, as_at: date) -> Iterator[Problem]:
    """Dates after the day of the check where only past ones make sense, and plans whose day has gone."""
    for table, one in records.register.declarations():
        for name in _PAST_FIELDS.get(table, ()):
            when = getattr(one.entry, name)
            if when and _starts(when) > as_at:
                yield _future(one.at(name))
    if records.register.council:
        for position, contact in enumerate(records.content.council.contacts):
            if contact.checked > as_at:
                yield _future(records.register.council.at("contacts", position, "checked"))
    for page in records.pages:
        if page.front.reviewed > as_at:
            yield _future(Place(page.place.file, 1, "reviewed"))
    yield from _observations((*records.observations, *records.everywhere), as_at)
    yield from _events(records, as_at)


def _starts(when: str | date) -> date:
    return when if isinstance(when, date) else first_day(when)


def _observations(observations: tuple[Observation, ...], as_at: date) -> Iterator[Problem]:
    for one in observations:
        if one.period.end > as_at:
            yield _future(Place(one.place.file, one.place.row, "period"))


def _events(records: Records, as_at: date) -> Iterator[Problem]:
    for one in records.register.events:
        if one.entry.status is EventStatus.PAST and first_day(one.entry.when) > as_at:
            yield _future(one.at("when"))
        if one.entry.status is EventStatus.PLANNED and last_day(one.entry.when) < as_at:
            found = "The event is called planned, and its day has passed."
            fix = "Find out whether it happened: write past with its source, or due_not_found."
            yield Problem(one.at("status"), "plan-has-passed", found, fix, Severity.WARNING)


def _future(place: Place) -> Problem:
    found = "The date lies after the day of this check."
    return Problem(
        place, "future-date", found, "Correct the date; what has not happened yet is a plan, not a record."
    )
