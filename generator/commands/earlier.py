"""What an earlier release gives away of figures that are hidden now, told at the rows of the council's own files."""

from collections.abc import Iterator
from pathlib import Path

from generator.audit.inference import earlier_release, given_away_earlier
from generator.audit.printed import Printed, Rules
from generator.disclosure.door import guarded_indicators, key_of, longer_periods
from generator.figures import Figure, Publication
from generator.problems import Place, Problem
from generator.records.observation import Records


def shown_earlier(records: Records, publication: Publication, earlier: Path) -> Iterator[Problem]:
    """Figures that are hidden now and that an earlier release (a built site or its data/figures.csv) gives away."""
    content = records.content
    guarded = guarded_indicators(content)
    rules = Rules(content.council.disclosure, frozenset(guarded), longer_periods(guarded))
    units = {indicator.id: indicator.unit.value for indicator in content.indicators}
    places = [one.place for one in records.observations]
    numbers = {key_of(one): number for number, one in enumerate(records.observations)}
    now = [
        _printed(figure, units[figure.indicator], numbers[figure.key])
        for series in publication.series.values()
        for figure in series.figures
    ]
    for problem in given_away_earlier(now, earlier_release(earlier), rules):
        place = places[problem.place.row or 0]
        yield Problem(Place(place.file, place.row, "symbol"), problem.code, problem.found, problem.fix)


def _printed(figure: Figure, unit: str, number: int) -> Printed:
    """A figure as its row of the table of figures will say it, numbered as the observation that it is made from."""
    return Printed(
        figure.key, figure.indicator, figure.area, figure.period.text, figure.period.label, figure.breakdown, unit,
        figure.symbol.value if figure.symbol else "", figure.status.value if figure.status else "", figure.note, number,
        figure.value, figure.numerator, figure.denominator,
    )  # fmt: skip
