"""Rule: a figure reads the same everywhere: the values of all councils agree with those of the series."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each value of observations/everywhere that a series contradicts.

    Two unlike symbols are no contradiction: a series may know better why there is no number.
    """
    if not records.everywhere:
        return
    wanted = {one.indicator for one in records.everywhere}
    series = {one.key: one for one in records.observations if one.indicator in wanted}
    for one in records.everywhere:
        other = series.get(one.key)
        if other and one.value != other.value:
            found = f"The value is not the one of the same indicator, area and period in {other.place}."
            fix = "Run the importer again, so that both come from the same release."
            yield Problem(Place(one.place.file, one.place.row, "value"), "everywhere-differs", found, fix)
