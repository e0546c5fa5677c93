"""LAIT's measures, read once for all councils: believed or refused, dated, and turned into rows.

Which of them a council is given, and where they are written, is decided elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.importers.decimals import without_noise
from generator.importers.england import ABOLISHED, AREA_CODES, COUNCIL_CODES, number_of
from generator.importers.lait.checking import MISSING, differences, unreadable, years_out_of_range
from generator.importers.lait.councils import LaitCouncil, councils_in
from generator.importers.lait.reading import Definition, Series, read_dictionary, read_measures
from generator.importers.lait.years import UnusableYearError, period_text, read_label
from generator.importers.mapping import MAPPING_FILE, LaitMapping, LaitMeasure, mapping_problem
from generator.importers.writing import ObservationRow
from generator.model import Indicator
from generator.problems import Place, Problem, Refused, Severity
from generator.vocabulary import Symbol

CURRENT_COUNCILS: Final = tuple(sorted(COUNCIL_CODES.keys() - ABOLISHED, key=COUNCIL_CODES.__getitem__))


@dataclass(frozen=True, slots=True)
class LaitFiles:
    """LAIT's files, read once, from which any number of councils can be served."""

    measures: Mapping[str, Series]
    definitions: Mapping[str, tuple[Definition, ...]]
    councils: Mapping[str, LaitCouncil]
    """By code."""
    name: str
    """Name of the file of values, for problems."""


@dataclass(frozen=True)
class Measure:
    """One measure, believed: its values and the period and status of each of its years."""

    indicator: str
    values: Series
    periods: Mapping[str, tuple[str, str]]
    """Period and status by the year's label, oldest first."""
    source: str
    problems: tuple[Problem, ...]

    @classmethod
    def read(
        cls,
        name: str,
        chosen: LaitMeasure,
        files: LaitFiles,
        indicators: Mapping[str, Indicator],
        source: str,
    ) -> "Measure":
        """Check a measure and date its years; raises Refused."""
        indicator, values, definitions = (
            indicators.get(name),
            files.measures.get(chosen.measure),
            files.definitions.get(chosen.measure),
        )
        if indicator is None:
            raise Refused(
                [
                    mapping_problem(
                        MAPPING_FILE,
                        f"There is no indicator {name}.",
                        "Add it to indicators.yml, or take it out.",
                    )
                ]
            )
        if values is None or definitions is None:
            found = f"LAIT has no measure {chosen.measure}, or its dictionary does not describe it."
            raise Refused(
                [mapping_problem(MAPPING_FILE, found, f"Mend the measure of {name}, or take it out.")]
            )
        place = Place(files.name, column=chosen.measure)
        if unreadable(values):
            found = "A value is neither a number nor '-', the sign for a missing one."
            raise Refused(
                [
                    Problem(
                        place,
                        "lait-value",
                        found,
                        "Download the file again; leave the measure out until it is mended.",
                    )
                ]
            )
        years = years_out_of_range(values, indicator.unit)
        if years:
            found = f"England lies outside its regions in {', '.join(years)}, so it is not their average."
            raise Refused(
                [
                    Problem(
                        place, "lait-series", found, f"Take {name} from its own publication, or leave it out."
                    )
                ]
            )
        periods, faults = _periods(place, values, definitions[0], indicator, chosen.day)
        return cls(name, values, periods, source, (*differences(indicator, definitions), *faults))

    def rows(self, areas: Iterable[str]) -> Iterator[ObservationRow]:
        """Give every year's row of each area."""
        for area in areas:
            if area not in self._made:
                of_area = self.values.get(number_of(area) or 0, {})
                self._made[area] = tuple(
                    self._row(area, period, of_area[year], status)
                    for year, (period, status) in self.periods.items()
                    if year in of_area
                )
            yield from self._made[area]

    @cached_property
    def _made(self) -> dict[str, tuple[ObservationRow, ...]]:
        """Rows already made, by area: the same neighbour stands in many councils' tables."""
        return {}

    def has_value(self, area: str) -> bool:
        """Tell whether an area has a value in any year."""
        return any(value != MISSING for value in self.values.get(number_of(area) or 0, {}).values())

    def first_year(self, area: str) -> int:
        """Give the first year in which an area has a value; raises ValueError when it has none."""
        of_area = self.values.get(number_of(area) or 0, {})
        return min(read_label(year).last for year in self.periods if of_area.get(year, MISSING) != MISSING)

    def year_of(self, period: str) -> int:
        """Give the year in which one of the measure's periods ends."""
        return self._years[period]

    @cached_property
    def _years(self) -> dict[str, int]:
        return {period: read_label(year).last for year, (period, _) in self.periods.items()}

    @cached_property
    def latest(self) -> tuple[ObservationRow, ...]:
        """Each council's row of the latest year in which any council has a value."""
        for year, (period, status) in reversed(list(self.periods.items())):
            found = [
                (COUNCIL_CODES[number], self.values.get(number, {}).get(year, MISSING))
                for number in CURRENT_COUNCILS
            ]
            if any(value != MISSING for _, value in found):
                return tuple(self._row(area, period, value, status) for area, value in found)
        return ()

    def _row(self, area: str, period: str, value: str, status: str) -> ObservationRow:
        number = without_noise(value)
        if number is None:
            return ObservationRow(
                self.indicator,
                area,
                period,
                symbol=Symbol.NOT_AVAILABLE.value,
                status=status,
                source=self.source,
            )
        return ObservationRow(self.indicator, area, period, value=number, status=status, source=self.source)


def _periods(
    place: Place, values: Series, definition: Definition, indicator: Indicator, day: str | None
) -> tuple[dict[str, tuple[str, str]], list[Problem]]:
    """Date the years of a measure, oldest first; a label that cannot be dated is a warning, none at all a refusal."""
    dated: dict[str, tuple[str, str]] = {}
    faults: list[Problem] = []
    for year in sorted({year for of_area in values.values() for year in of_area}):
        try:
            label = read_label(year)
            period = period_text(label, definition.year_type, indicator.period_kind, day)
        except UnusableYearError as unusable:
            fix = f"Check period_kind of {indicator.id} in indicators.yml, and `day` in imports.yml."
            faults.append(
                Problem(
                    place,
                    "lait-period",
                    f"The year '{year[:20]}' is left out: {unusable}",
                    fix,
                    Severity.WARNING,
                )
            )
            continue
        if period in (known for known, _ in dated.values()):
            raise Refused(
                [
                    Problem(
                        place, "lait-series", "Two years have the same period.", f"Leave {indicator.id} out."
                    )
                ]
            )
        dated[year] = (period, label.status.value if label.status else "")
    if not dated:
        found = f"No year of it can be a period of the kind '{indicator.period_kind.value}'."
        raise Refused(
            [Problem(place, "lait-period", found, f"Check period_kind of {indicator.id} in indicators.yml.")]
        )
    return dict(sorted(dated.items(), key=lambda year: year[1][0])), faults


@dataclass(frozen=True, slots=True)
class LaitMeasures:
    """The measures of a mapping, checked and dated once for all councils."""

    files: LaitFiles
    measures: tuple[Measure, ...]
    problems: tuple[Problem, ...]


def read_lait(bulk: Path, dictionary: Path, neighbours: Path, mapping: LaitMapping) -> LaitFiles:
    """Read LAIT's three files once; raises Refused."""
    listed = councils_in(bulk, neighbours)
    return LaitFiles(
        measures=read_measures(bulk, (chosen.measure for chosen in mapping.indicators.values())),
        definitions=read_dictionary(dictionary),
        councils={council.code: council for council in listed},
        name=bulk.name,
    )


def believed(files: LaitFiles, mapping: LaitMapping, indicators: Mapping[str, Indicator]) -> LaitMeasures:
    """Check and date every measure of the mapping once; those that are refused are left out and told."""
    measures: list[Measure] = []
    problems: list[Problem] = []
    for name, chosen in mapping.indicators.items():
        try:
            measure = Measure.read(name, chosen, files, indicators, mapping.bulk.source)
        except Refused as refused:
            problems += refused.problems
        else:
            measures.append(measure)
            problems += measure.problems
    return LaitMeasures(files, tuple(measures), tuple(problems))


def lait_values(
    name: str, files: LaitFiles, mapping: LaitMapping, indicators: Mapping[str, Indicator]
) -> dict[tuple[str, str], str]:
    """Give one indicator's values for every area, by code and period; blank where LAIT has none; raises Refused."""
    chosen = mapping.indicators.get(name)
    if chosen is None:
        raise Refused(
            [
                mapping_problem(
                    MAPPING_FILE, f"It does not say which measure of LAIT {name} is.", "Add it under `lait`."
                )
            ]
        )
    measure = Measure.read(name, chosen, files, indicators, mapping.bulk.source)
    return {(row.area, row.period): row.value for row in measure.rows(AREA_CODES.values())}
