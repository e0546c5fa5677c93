"""Rule: dates that follow one another by their nature do: inspected before published, published before read, said before reported."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.latest import first_day, last_day
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each pair of dates that stands the wrong way round."""
    register = records.register
    for inspection in register.inspections:
        entry = inspection.entry
        if entry.inspected and first_day(entry.inspected) > last_day(entry.published):
            yield _wrong(inspection.at("inspected"), "inspection", "publication of its report")
    for source in register.sources:
        if (
            source.entry.published
            and source.entry.retrieved
            and first_day(source.entry.published) > source.entry.retrieved
        ):
            yield _wrong(source.at("retrieved"), "publication", "day on which a copy was read", reverse=True)
    for action in register.actions:
        entry_action = action.entry
        if (
            entry_action.said_on
            and entry_action.status_on
            and first_day(entry_action.said_on) > last_day(entry_action.status_on)
        ):
            yield _wrong(action.at("status_on"), "promise", "status", reverse=True)
    for page in records.pages:
        if page.front.review_by < page.front.reviewed:
            yield _wrong(
                Place(page.place.file, 1, "review_by"), "review", "day by which the next is due", reverse=True
            )


def _wrong(place: Place, earlier: str, later: str, reverse: bool = False) -> Problem:  # noqa: FBT001, FBT002
    """`reverse` says that the place is that of the later date."""
    if reverse:
        found = f"This date, the {later}, lies before the {earlier}."
    else:
        found = f"This date, the {earlier}, lies after the {later}."
    return Problem(place, "dates-out-of-order", found, "Correct one of the two dates.")
