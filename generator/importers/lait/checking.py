"""Whether a measure of LAIT can be believed, and whether it is described as the council's indicator describes it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from generator.importers.decimals import read_decimal
from generator.importers.england import ENGLAND_NUMBER, NINE_REGIONS
from generator.importers.lait.reading import Definition, Series
from generator.importers.mapping import INDICATORS_FILE
from generator.model import Indicator
from generator.problems import Place, Problem, Severity
from generator.vocabulary import Polarity, Unit

MISSING: Final = "-"
ADDED_UP: Final = frozenset({Unit.COUNT, Unit.FTE, Unit.POUNDS_MILLION})
"""Units in which England is rightly the sum of its regions."""
_POLARITIES: Final = {"High": Polarity.HIGHER, "Low": Polarity.LOWER, "-": Polarity.NEITHER}
_UNITS: Final[Mapping[str, frozenset[Unit]]] = {
    "%": frozenset({Unit.PERCENT}),
    "turnover rate": frozenset({Unit.PERCENT}),
    "absence rate": frozenset({Unit.PERCENT}),
    "rate per 10,000": frozenset({Unit.RATE_10000}),
    "case load": frozenset({Unit.AVERAGE}),
    "score": frozenset({Unit.SCORE}),
    "average": frozenset({Unit.AVERAGE, Unit.SCORE}),
    "unit cost": frozenset({Unit.POUNDS}),
    "spend": frozenset({Unit.POUNDS, Unit.POUNDS_MILLION}),
    "number": frozenset({Unit.COUNT}),
    "total cases": frozenset({Unit.COUNT}),
    "social workers": frozenset({Unit.FTE, Unit.COUNT}),
    "starters fte": frozenset({Unit.FTE}),
    "leavers fte": frozenset({Unit.FTE}),
}
"""How the dictionary's words for a unit begin, and the units of ours that they can mean."""


def units_of(words: str) -> frozenset[Unit] | None:
    """Give the units that the dictionary's words can mean; None when the words are not known."""
    found = (units for beginning, units in _UNITS.items() if words.casefold().startswith(beginning))
    return next(found, None)


def unreadable(values: Series) -> bool:
    """Tell whether any value is neither a number nor the sign for a missing one."""
    return any(
        value != MISSING and read_decimal(value) is None
        for of_area in values.values()
        for value in of_area.values()
    )


def years_out_of_range(values: Series, unit: Unit) -> tuple[str, ...]:
    """List the years in which England lies outside its nine regions, as no average can.

    Years in which a region has no value cannot be checked. A sum is right where things are counted.
    """
    if unit in ADDED_UP:
        return ()
    found = []
    for year, text in values.get(ENGLAND_NUMBER, {}).items():
        england = read_decimal(text)
        regions = [number for region in NINE_REGIONS if (number := _at(values, region, year)) is not None]
        if england is None or len(regions) < len(NINE_REGIONS):
            continue
        if not min(regions) <= england <= max(regions):
            found.append(year)
    return tuple(sorted(found))


def _at(values: Series, number: int, year: str) -> Decimal | None:
    return read_decimal(values.get(number, {}).get(year, MISSING))


def differences(indicator: Indicator, definitions: tuple[Definition, ...]) -> Iterator[Problem]:
    """Say where LAIT's dictionary describes the measure in another way than indicators.yml: notices, not errors."""
    place = Place(INDICATORS_FILE, column=indicator.id)
    polarities = {
        _POLARITIES[definition.polarity] for definition in definitions if definition.polarity in _POLARITIES
    }
    if not polarities and indicator.polarity is not Polarity.NEITHER:
        yield _notice(
            place, "LAIT does not say which direction is better, and this indicator does.", "polarity"
        )
    if polarities and indicator.polarity not in polarities:
        theirs = " or ".join(sorted(polarity.label.lower() for polarity in polarities))
        yield _notice(
            place,
            f"LAIT's direction is '{theirs}'; this indicator's is '{indicator.polarity.label.lower()}'.",
            "polarity",
        )
    for words in sorted({definition.unit for definition in definitions}):
        units = units_of(words)
        if units is None:
            yield _notice(
                place,
                f"LAIT's unit '{words}' is not known, so the indicator's unit could not be checked.",
                "unit",
            )
        elif indicator.unit not in units:
            yield _notice(
                place, f"LAIT's unit is '{words}'; this indicator's is '{indicator.unit.label}'.", "unit"
            )


def _notice(place: Place, found: str, field: str) -> Problem:
    fix = f"Check the indicator's {field}; leave it if it is on purpose."
    return Problem(place, "import-differs", found, fix, Severity.NOTICE)
