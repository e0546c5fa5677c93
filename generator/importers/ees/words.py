"""The words that DfE's file format allows: columns, kinds of time, levels of place, symbols.

Public facts of the format, kept in one place; what they mean for a file is decided by the checks.
"""

import re
from dataclasses import dataclass
from typing import Final

TIME_COLUMNS: Final = ("time_period", "time_identifier")
MANDATORY_COLUMNS: Final = (*TIME_COLUMNS, "geographic_level", "country_code", "country_name")

TERMS: Final = ("Autumn term", "Spring term", "Summer term")
WEEKS: Final = tuple(f"Week {number}" for number in range(1, 53))
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FINANCIAL_QUARTERS: Final = tuple(f"Financial year Q{number}" for number in range(1, 5))
FINANCIAL_HALVES: Final = ("Part 1 (April to September)", "Part 2 (October to March)")
REPORTING_YEAR, CALENDAR_YEAR = "Reporting year", "Calendar year"
ACADEMIC_YEAR, FINANCIAL_YEAR, TAX_YEAR = "Academic year", "Financial year", "Tax year"
TIME_FAMILIES: Final = (
    ("Autumn and spring term",),
    (CALENDAR_YEAR,),
    (FINANCIAL_YEAR,),
    (ACADEMIC_YEAR,),
    (TAX_YEAR,),
    (REPORTING_YEAR,),
    TERMS,
    WEEKS,
    MONTHS,
    FINANCIAL_QUARTERS,
    FINANCIAL_HALVES,
)
"""Kinds of time that may stand together in one file."""
FOUR_DIGITS: Final = frozenset({CALENDAR_YEAR, REPORTING_YEAR, *WEEKS, *MONTHS})


@dataclass(frozen=True, slots=True)
class Level:
    """A level of place: its columns, the pattern of its code, and which other levels may fill its columns."""

    name: str
    code: str | None
    named: str
    second_code: str | None = None
    pattern: re.Pattern[str] | None = None
    within: frozenset[str] = frozenset()
    ignored: bool = False
    """Whether DfE's own table tool passes over its rows."""
    beginnings: tuple[str, ...] = ()
    """How the codes of the national list for this level begin."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The level's columns, code first."""
        return tuple(column for column in (self.code, self.named, self.second_code) if column)


_LOW: Final = frozenset({"School", "Provider", "Institution"})
_NATIONAL_CODE: Final = re.compile(r"[A-Z]\d{8}", re.ASCII)
_THREE_DIGITS: Final = re.compile(r"\d{3}", re.ASCII)

LEVELS: Final = {
    level.name: level
    for level in (
        Level("National", "country_code", "country_name", None, _NATIONAL_CODE),
        Level(
            "Regional", "region_code", "region_name", None, _NATIONAL_CODE,
            _LOW | {
                "Local skills improvement plan area", "Local authority", "Local enterprise partnership", "Opportunity area",
                "Local authority district", "Parliamentary constituency", "English devolved area", "Ward", "Planning area",
                "Police force area",
            },
        ),
        Level(
            "Local authority", "old_la_code", "la_name", "new_la_code", _THREE_DIGITS,
            _LOW | {"Parliamentary constituency", "Local authority district", "Ward", "Planning area", "Police force area"},
        ),
        Level(
            "Local authority district", "lad_code", "lad_name", None, _NATIONAL_CODE, _LOW | {"Ward", "Police force area"},
            beginnings=("E06", "E07", "E08", "E09", "N09", "S12", "W06"),
        ),
        Level(
            "Local skills improvement plan area", "lsip_code", "lsip_name", None, _NATIONAL_CODE,
            _LOW | {"Local authority district", "Planning area"}, beginnings=("E69",),
        ),
        Level("RSC region", None, "rsc_region_lead_name", within=_LOW),
        Level("Parliamentary constituency", "pcon_code", "pcon_name", None, _NATIONAL_CODE, _LOW, beginnings=("E14", "N05", "N06", "S14", "W07")
        ),
        Level(
            "Local enterprise partnership", "local_enterprise_partnership_code", "local_enterprise_partnership_name", None,
            _NATIONAL_CODE, _LOW, beginnings=("E37",)
        ),
        Level("English devolved area", "english_devolved_area_code", "english_devolved_area_name", None, _NATIONAL_CODE, _LOW, beginnings=("E47",)
        ),
        Level("Opportunity area", "opportunity_area_code", "opportunity_area_name", within=_LOW),
        Level("Ward", "ward_code", "ward_name", None, _NATIONAL_CODE, _LOW, beginnings=("E05", "N08", "S13", "W05")
        ),
        Level("MAT", "trust_id", "trust_name", within=_LOW),
        Level("Sponsor", "sponsor_id", "sponsor_name", within=_LOW),
        Level("Police force area", "police_force_area_code", "police_force_area_name", None, _NATIONAL_CODE, _LOW, beginnings=("E23", "S32", "N23", "W15")
        ),
        Level("School", "school_urn", "school_name", "school_laestab", ignored=True),
        Level("Provider", "provider_ukprn", "provider_name", ignored=True),
        Level("Institution", "institution_id", "institution_name", ignored=True),
        Level("Planning area", "planning_area_code", "planning_area_name", within=_LOW, ignored=True),
    )
}  # fmt: skip
UNLISTED: Final = frozenset({"Opportunity area", "MAT", "Sponsor", "Police force area"})
"""Levels whose codes and names stand in no national list, so that only the file itself can show a fault."""
LONGEST_VALUE: Final = 120
LONGEST_CODE: Final = 30
NOT_COMPARED: Final = frozenset({
    "Local authority district", "Local skills improvement plan area", "Parliamentary constituency", "Local enterprise partnership",
    "English devolved area", "Ward",
})  # fmt: skip
"""Levels with a national list that is not held here, because no figure of theirs is ever imported."""
PLACE_COLUMNS: Final = frozenset(column for level in LEVELS.values() for column in level.columns)
UNIT_COLUMNS: Final = frozenset({*TIME_COLUMNS, "geographic_level"}) | PLACE_COLUMNS
"""Columns that say what a row is about: its time and its place."""
NAMES_AS_FILTERS: Final = frozenset({"school_name", "provider_name"})
"""Columns of a place that may be the only filter of a file, with a Total."""
LOOKS_LIKE_A_PLACE: Final = re.compile(
    r"(sch|prov|inst|estab|reg|la|local|rsc|pcon|lep|mca|oa|ward|mat).*(name|code|urn|ukprn|number|upin|id)"
    r"|laestab|estab|sch|schools?|prov|providers?|inst|institutions?|name|code|urn|ukprn|number|upin|id|region|la|lad|rsc|pcon"
    r"|lep|mca|oa|ward|mat",
    re.IGNORECASE,
)

COUNTRIES: Final = {
    "E92000001": "England",
    "K02000001": "United Kingdom",
    "K03000001": "Great Britain",
    "K04000001": "England and Wales",
    "N92000002": "Northern Ireland",
    "S92000003": "Scotland",
    "W92000004": "Wales",
}
REGIONS: Final = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
    "E13000001": "Inner London",
    "E13000002": "Outer London",
}
NO_CODE: Final = frozenset({"", "x", "z"})
NOT_AVAILABLE_NAME: Final = "Not available"

SYMBOLS: Final = {"c": "c", "x": "x", "z": "z", "u": "u", "low": "low", "k": "low"}
"""Symbols in use, each with the one of ours that it means."""
OBSOLETE_SYMBOLS: Final = frozenset({"~", ":"})
LEGACY_SYMBOLS: Final = frozenset({"N/A", "n/a", ".", "..", "-"})
NULLS: Final = frozenset({"NA", "na", "Null", "null", "NULL"})
TOTALS: Final = frozenset({"Total", "total", "All", "all"})
DURATION: Final = re.compile(r"\d{1,3}:[0-5]\d", re.ASCII)
"""Years and months, as `01:07`."""
