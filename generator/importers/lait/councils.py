"""The councils that LAIT holds: their codes, names, regions and statistical neighbours.

Councils that were abolished are left out, as areas and as neighbours.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.importers.england import ABOLISHED, AREA_CODES, COUNCIL_CODES, REGION_CODES
from generator.importers.lait.reading import read_areas
from generator.importers.lait.workbook import read_neighbours
from generator.model import Area

NO_REGION: Final = frozenset({"NA", "", "nan", "None", "<NA>"})
_REGION_NAMES: Final = {"inner london": 987, "outer london": 988}
"""Two regions go by other names in the column of regions than in the column of areas."""


@dataclass(frozen=True, slots=True)
class LaitCouncil:
    """A council of England as LAIT knows it."""

    number: int
    code: str
    name: str
    region: Area | None
    neighbours: tuple[Area, ...]
    """Closest first; none when the workbook does not list the council."""


def councils_in(bulk: Path, neighbours: Path) -> tuple[LaitCouncil, ...]:
    """List the councils that exist today, in the order of their codes; raises Refused."""
    areas, ranked = read_areas(bulk), read_neighbours(neighbours)
    regions = {
        name.casefold(): number for number, (name, _) in areas.items() if number in REGION_CODES
    } | _REGION_NAMES
    existing = {
        number: name
        for number, (name, _) in areas.items()
        if number in COUNCIL_CODES and number not in ABOLISHED
    }
    listed = [
        LaitCouncil(
            number=number,
            code=COUNCIL_CODES[number],
            name=name,
            region=_region(areas[number][1], regions, areas),
            neighbours=tuple(
                Area(code=COUNCIL_CODES[other], name=existing[other])
                for other in ranked.get(number, ())
                if other in existing
            ),
        )
        for number, name in existing.items()
    ]
    return tuple(sorted(listed, key=lambda council: council.code))


def unknown_numbers(bulk: Path) -> tuple[int, ...]:
    """List the numbers of areas that the table of codes does not know; raises Refused."""
    return tuple(sorted(set(read_areas(bulk)) - set(AREA_CODES)))


def _region(name: str, regions: dict[str, int], areas: dict[int, tuple[str, str]]) -> Area | None:
    """Give the council's region; this one join is on a name, because LAIT gives a council's region no number."""
    number = None if name in NO_REGION else regions.get(name.casefold())
    if number is None:
        return None
    return Area(
        code=REGION_CODES[number], name=name if number in _REGION_NAMES.values() else areas[number][0]
    )
