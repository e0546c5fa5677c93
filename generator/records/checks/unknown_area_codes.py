"""Rule: values are about the council, England, the region or a statistical neighbour that council.yml names."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each row about another area."""
    if records.register.council is None:
        return
    council = records.content.council
    neighbours = council.neighbours.councils if council.neighbours else ()
    codes = {council.code, council.england.code, *(area.code for area in neighbours)}
    if council.region:
        codes.add(council.region.code)
    for one in records.observations:
        if one.area not in codes:
            yield Problem(
                Place(one.place.file, one.place.row, "area"),
                "unknown-area-code",
                "The code is not that of the council, England, the region or a neighbour in data/council.yml.",
                "Correct the code, or name the area in data/council.yml. "
                "Values of all councils belong in data/observations/everywhere.",
            )
