"""Rule: what the latest inspection formally asks for has a page, so it has an address, a short title and a lead."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.latest import latest_inspection
from generator.records.observation import Records

NEEDED = ("slug", "short_title", "lead")


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each thing that an item of the latest inspection lacks."""
    latest = latest_inspection(records.register)
    if latest is None or "inspections" in records.register.unread:
        return
    for position, formal in enumerate(latest.entry.items):
        for name in NEEDED:
            if not getattr(formal, name):
                found = f"The item belongs to the latest inspection, so it gets a page, and it has no {name.replace('_', ' ')}."
                yield Problem(
                    latest.at("items", position, name), "incomplete-item", found, f"Write its {name}."
                )
