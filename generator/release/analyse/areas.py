"""What can be said about each area for improvement, with the working shown. No single number pretends to more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.figures import Publication
from generator.model import Conflict, FormalItem, Indicator, Inspection, Question, ReportedFigure
from generator.periods import parse_partial_date
from generator.release.analyse.change import Change, Way, change_of
from generator.release.analyse.compare import Standing, standing_of
from generator.release.analyse.promises import Promise, promise_of
from generator.release.analyse.threads import Story, stories
from generator.vocabulary import PeriodKind, Progress


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator: how it changed and how it stands."""

    indicator: Indicator
    change: Change
    standing: Standing | None
    after_inspection: bool
    """Whether the latest figure is about a time after the latest inspection; only then can it speak of progress since."""
    reported_since: bool = False
    """Whether it was reported after the latest inspection by a source that does not say what time it is about."""


@dataclass(frozen=True, slots=True)
class AreaProgress:
    """The evidence about one area for improvement."""

    number: int
    area: FormalItem
    progress: Progress
    measures: tuple[Reading, ...]
    """Indicators that bear on the area, those with a figure after the inspection first."""
    context: tuple[Reading, ...]
    promises: tuple[Promise, ...]
    stories: tuple[Story, ...]
    questions: tuple[Question, ...]
    reported: tuple[ReportedFigure, ...]

    def since(self, *ways: Way) -> int:
        """How many measures moved one of these ways in a figure about a time after the inspection."""
        return sum(reading.after_inspection and reading.change.way in ways for reading in self.measures)

    @property
    def direct(self) -> tuple[Reading, ...]:
        """The measures that measure the area itself and not something near it."""
        return tuple(reading for reading in self.measures if reading.indicator.evidence == "direct")

    @property
    def reported_since(self) -> tuple[Reading, ...]:
        """The measures reported after the inspection by a source that does not say what time they are about."""
        return tuple(reading for reading in self.measures if reading.reported_since)

    @property
    def since_inspection(self) -> tuple[Reading, ...]:
        """The measures with a figure about a time after the inspection."""
        return tuple(reading for reading in self.measures if reading.after_inspection)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that the pages say about the figures."""

    as_at: date
    latest: Inspection | None
    readings: Mapping[str, Reading]
    areas: tuple[AreaProgress, ...]
    stories: tuple[Story, ...]
    promises: tuple[Promise, ...]
    conflicts: Mapping[str, Conflict]

    @property
    def newer(self) -> tuple[Reading, ...]:
        """The figures about a time after the latest inspection."""
        return tuple(reading for reading in self.readings.values() if reading.after_inspection)

    @property
    def untimed(self) -> tuple[Reading, ...]:
        """The figures that came out after the latest inspection and whose source does not say what time they are about."""
        return tuple(reading for reading in self.readings.values() if reading.reported_since)


def analyse(publication: Publication, as_at: date) -> Analysis:
    """Read every indicator, issue, commitment and area."""
    content = publication.content
    latest = latest_inspection(publication)
    ended = last_day(latest)
    readings = {indicator.id: _reading(publication, indicator, ended) for indicator in content.indicators}
    promises = tuple(promise_of(action, as_at) for action in content.actions)
    told = stories(content)
    areas = tuple(
        _area(publication, number, area, readings, promises, told)
        for number, area in enumerate(latest.items if latest else (), start=1)
        if area.slug
    )
    conflicts = {conflict.id: conflict for conflict in content.conflicts}
    return Analysis(as_at, latest, readings, areas, told, promises, conflicts)


def latest_inspection(publication: Publication) -> Inspection | None:
    """The inspection published last."""
    inspections = publication.content.inspections
    return inspections[-1] if inspections else None


def last_day(inspection: Inspection | None) -> date | None:
    """The last day on which inspectors were there, or else the day of publication."""
    if inspection is None:
        return None
    parsed = parse_partial_date(inspection.inspected or inspection.published)
    return parsed[0] if parsed else None


def _reading(publication: Publication, indicator: Indicator, ended: date | None) -> Reading:
    council = publication.content.council
    change = change_of(indicator, publication.of(indicator.id, council.code), rounded=council.disclosure.rounded_to > 1)
    standing = standing_of(publication, indicator, change.latest) if change.latest else None
    after = bool(change.latest and ended and change.latest.period.start > ended)
    untimed = change.latest is not None and change.latest.period.kind is PeriodKind.REPORTED
    return Reading(indicator, change, standing, after and not untimed, after and untimed)


def _area(
    publication: Publication,
    number: int,
    area: FormalItem,
    readings: Mapping[str, Reading],
    promises: tuple[Promise, ...],
    told: tuple[Story, ...],
) -> AreaProgress:
    slug = area.slug or ""
    bearing = [reading for reading in readings.values() if slug in reading.indicator.areas]
    measures = tuple(
        sorted(
            (reading for reading in bearing if reading.indicator.evidence != "context"),
            key=lambda reading: (not reading.after_inspection, reading.indicator.evidence != "direct"),
        )
    )
    return AreaProgress(
        number=number,
        area=area,
        progress=progress_of(measures),
        measures=measures,
        context=tuple(reading for reading in bearing if reading.indicator.evidence == "context"),
        promises=tuple(promise for promise in promises if slug in promise.action.areas and not promise.action.historical),
        stories=tuple(story for story in told if story.thread.id in area.threads),
        questions=tuple(question for question in publication.content.questions if slug in question.areas),
        reported=tuple(figure for figure in publication.content.reported if slug in figure.areas),
    )


def progress_of(measures: tuple[Reading, ...]) -> Progress:
    """What the measures allow to be said of an area since the inspection.

    Only a tested change in a figure about a time after the inspection is evidence of better or worse;
    where tested changes point both ways, there is no clear change.
    """
    if not measures:
        return Progress.NOT_MEASURED
    tested = {
        reading.change.progress
        for reading in measures
        if reading.after_inspection and reading.change.tested
    }
    if not tested:
        return Progress.TOO_LITTLE
    if Progress.BETTER in tested and Progress.WORSE not in tested:
        return Progress.BETTER
    if Progress.WORSE in tested and Progress.BETTER not in tested:
        return Progress.WORSE
    return Progress.NO_CLEAR_CHANGE
