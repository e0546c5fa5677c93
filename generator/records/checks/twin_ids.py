"""Rule: no two names of one table differ only in capital letters; on many computers they would be one page."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.latest import latest_inspection
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each name that has an earlier twin."""
    seen: dict[tuple[str, str], tuple[str, int | None]] = {}
    for table, one in records.register.declarations():
        name = getattr(one.entry, "id", None)
        if name is None:
            continue
        first, row = seen.setdefault((table, name.casefold()), (name, one.place.row))
        if first != name:
            where = f"row {row}" if one.place.file.endswith(".csv") else f"line {row}"
            yield Problem(
                one.at("id"),
                "twin-id",
                f"This name and the one in {where} differ only in capital letters.",
                _FIX,
            )
    latest = latest_inspection(records.register)
    slugs = [formal.slug for formal in latest.entry.items] if latest else []
    for position, slug in enumerate(slugs):
        twins = [
            other
            for other in slugs[:position]
            if slug and other and other != slug and other.casefold() == slug.casefold()
        ]
        if latest and twins:
            found = "This name and the one of an earlier item differ only in capital letters."
            yield Problem(latest.at("items", position, "slug"), "twin-id", found, _FIX)


_FIX = "Give one of them another name, and correct what refers to it."
