"""Rule: what is known of a commitment is no newer than the source that says it, and says when it was known."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem, Severity
from generator.records.latest import first_day, last_day
from generator.records.observation import Records
from generator.vocabulary import ActionStatus

_DATED = (ActionStatus.DONE, ActionStatus.UNDER_WAY, ActionStatus.DISPUTED)
"""Statuses that somebody reported on a day."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Statuses after their source, and reported statuses without a date."""
    published = {source.id: source.published for source in records.content.sources}
    for action in records.register.actions:
        entry = action.entry
        when = published.get(entry.source)
        if entry.status_on and when and first_day(entry.status_on) > last_day(when):
            found = "The status is dated after the publication of its source, which cannot know it."
            fix = "Give the source that says it, or the date of the source that is given."
            yield Problem(action.at("status_on"), "status-after-source", found, fix)
        if entry.status in _DATED and not entry.status_on:
            found = "The status was reported by somebody, and it is not said when."
            yield Problem(
                action.at("status_on"),
                "status-undated",
                found,
                "Write the date of the source that says it.",
                Severity.WARNING,
            )
