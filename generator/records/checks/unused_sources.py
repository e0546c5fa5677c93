"""Rule: the list of sources holds only what the site rests on."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem, Severity
from generator.records.observation import Records
from generator.records.pages import insertions_in
from generator.records.references import references_in


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """A notice for each source that nothing refers to."""
    if records.register.unread:
        return
    used = {one.identifier for one in references_in(records.register) if one.target == "sources"}
    used.update(one.source for one in records.observations)
    used.update(one.source for one in records.everywhere)
    for page in records.pages:
        used.update(one.name for one in insertions_in(page) if one.kind in ("cite", "confirm"))
    for one in records.register.sources:
        if one.entry.id not in used:
            yield Problem(
                one.at("id"),
                "unused-source",
                "Nothing refers to this source.",
                "Cite it where it is used, or delete the row.",
                Severity.NOTICE,
            )
