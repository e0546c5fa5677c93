"""What a file of Explore education statistics holds, told so that an officer can write the mapping."""

from pathlib import Path

from generator.importers.ees import list_file
from tests.importers.ees.made_ees import NEAR, rows, write


def test_a_file_s_contents_are_listed_for_the_mapping(tmp_path: Path) -> None:
    """Filters with their values, indicators, periods, places."""
    assert str(list_file(write(tmp_path))).splitlines() == [
        "leavers_2025.csv: 16 rows",
        "  time: Reporting year: 2024, 2025",
        "  National: 1 place, 4 rows",
        "    England (E92000001)",
        "  Regional: 1 place, 4 rows",
        "    North East (E12000001)",
        "  Local authority: 2 places, 8 rows",
        "    Barking and Dagenham (E09000002); Barnet (E09000003)",
        "  filter age: 1 value",
        "    17 to 18",
        "  filter outcome: 2 values",
        "    At work",
        "    Total",
        "  indicators: leaver_count, leaver_percent",
    ]


def test_no_more_places_are_listed_than_england_has_councils(tmp_path: Path) -> None:
    """A file of schools would fill the screen; a level that is not known is a problem of its own."""
    made = [NEAR | {"new_la_code": f"E06{number:06}"} for number in range(203)]
    table = [row | made[number] for number, row in enumerate(rows()[:1] * 203)]
    table.append(table[-1] | {"geographic_level": "Parish"})
    told = str(list_file(write(tmp_path, table))).splitlines()
    assert told[2] == "  Local authority: 203 places, 203 rows"
    assert told[3].endswith("Barnet (E06000199); and 3 more")
    assert told[4:6] == ["  Parish: 0 places, 1 row", "  filter age: 1 value"]
