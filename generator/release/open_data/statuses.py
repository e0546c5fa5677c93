"""What the site says of how things stand: one line for each indicator, area for improvement, commitment and issue."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.release.analyse.areas import Analysis


@dataclass(frozen=True, slots=True)
class Status:
    """How one thing stands, in the site's own words."""

    kind: str
    """indicator, area, commitment or issue."""
    id: str
    title: str
    words: str


def statuses(analysis: Analysis) -> Iterator[Status]:
    """Every status of the site, in the order of the council's folder."""
    for area in analysis.areas:
        yield Status("area", area.area.slug or "", area.area.short_title, area.progress.label)
    for reading in analysis.readings.values():
        yield Status("indicator", reading.indicator.id, reading.indicator.title, reading.change.progress.label)
    for promise in analysis.promises:
        yield Status("commitment", promise.action.id, promise.action.title, promise.kept.value)
    for story in analysis.stories:
        yield Status("issue", story.thread.id, story.thread.title, story.movement.label)
