"""Rule: a national indicator holds the values of its own publisher; what another counted is another definition."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """The first value of each national indicator from each source of somebody else; the council's own figures are told by many."""
    content = records.content
    publishers = {source.id: source.publisher for source in content.sources}
    national = {one.id: one for one in content.indicators if not one.local}
    told: set[tuple[str, str]] = set()
    for one in (*records.observations, *records.everywhere):
        indicator, publisher = national.get(one.indicator), publishers.get(one.source)
        if indicator is None or publisher is None or (one.indicator, one.source) in told:
            continue
        own = {indicator.publisher.casefold(), publishers.get(indicator.source, indicator.publisher).casefold()}
        if publisher.casefold() not in own:
            told.add((one.indicator, one.source))
            found = f"The value is from {one.source} ({publisher}), and {one.indicator} is a figure of {indicator.publisher}: both would stand in one chart."
            fix = "Make an indicator of its own of it, with its own definition, and name each in differs_from of the other."
            yield Problem(Place(one.place.file, one.place.row, "source"), "other-publisher", found, fix)
