"""Rule: a target says who set it; a disagreement and a reported figure say who said what."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Targets without a source."""
    for one in records.register.indicators:
        if one.entry.target is not None and one.entry.target_source is None:
            found = "The indicator has a target, and it is not said where the council published it."
            yield Problem(
                one.at("target"),
                "uncited",
                found,
                "Write the id of its source as target_source, or delete the target.",
            )
