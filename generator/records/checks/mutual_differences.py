"""Rule: where one indicator says that it differs from another, the other says so too."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem, Severity
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """A warning for each indicator that another names in differs_from and that does not name it back."""
    indicators = {one.entry.id: one for one in records.register.indicators}
    for one in records.register.indicators:
        for position, other in enumerate(one.entry.differs_from):
            place = one.at("differs_from", position)
            if other == one.entry.id:
                yield Problem(
                    place,
                    "one-sided-difference",
                    "An indicator cannot differ from itself.",
                    "Delete the id.",
                    Severity.WARNING,
                )
            elif other in indicators and one.entry.id not in indicators[other].entry.differs_from:
                found = f"{one.entry.id} differs from {other}, but {other} does not say that it differs from {one.entry.id}."
                fix = (
                    f"Add {one.entry.id} to differs_from of {other}, so that readers of both pages are told."
                )
                yield Problem(place, "one-sided-difference", found, fix, Severity.WARNING)
