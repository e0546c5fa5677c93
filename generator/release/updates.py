"""What changed, from the data's own history: new figures, corrections and events, each with an identity that lasts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.figures import Publication
from generator.model import Indicator, Source
from generator.periods import in_words, parse_partial_date
from generator.release.freshness import source_day
from generator.release.open_data.diary import stable_id
from generator.release.words import counted
from generator.vocabulary import EventStatus


class UpdateKind(Enum):
    """What kind of change it was."""

    FIGURES = "New figures"
    CORRECTION = "Correction"
    EVENT = "Event"


@dataclass(frozen=True, slots=True)
class Update:
    """One change."""

    id: str
    """The same for as long as the change is in the council's folder, wherever the site stands."""
    kind: UpdateKind
    day: date
    when: str
    """The day, month or stretch of time in words."""
    title: str
    address: str
    """Where on the site it can be seen."""
    source: str
    indicators: tuple[Indicator, ...] = ()


def updates(publication: Publication) -> tuple[Update, ...]:
    """Every change, newest first."""
    found = [*_new_figures(publication), *_corrections(publication), *_events(publication)]
    return tuple(sorted(found, key=lambda one: (one.day, one.id), reverse=True))


def _new_figures(publication: Publication) -> Iterator[Update]:
    """One change for each source of figures: its latest publication, with the indicators that use it."""
    council = publication.content.council
    newest: dict[str, date] = {}
    used: dict[str, set[str]] = {}
    for series in publication.series.values():
        for figure in series.figures:
            used.setdefault(figure.source, set()).add(series.indicator)
            newest[figure.source] = max(newest.get(figure.source, date.min), figure.period.end)
    for source in publication.content.sources:
        day = source_day(source)
        if source.id not in used or day is None:
            continue
        indicators = tuple(one for one in publication.content.indicators if one.id in used[source.id])
        # A source without a date of its own is read again and again: only figures about a later time are news.
        edition = source.published or newest[source.id].isoformat()
        yield Update(
            id=stable_id(council, "figures", source.id, edition),
            kind=UpdateKind.FIGURES,
            day=day,
            when=_published_words(source, day),
            title=f"{source.title}: {counted(len(indicators), 'figure')} on this site",
            address=f"sources/#{source.id}",
            source=source.id,
            indicators=indicators,
        )


def _published_words(source: Source, day: date) -> str:
    parsed = parse_partial_date(source.published or "")
    return parsed[1] if parsed else f"Read {in_words(day)}"


def _corrections(publication: Publication) -> Iterator[Update]:
    indicators = {one.id: one for one in publication.content.indicators}
    for one in publication.content.corrections:
        yield Update(
            id=stable_id(publication.content.council, "correction", one.id),
            kind=UpdateKind.CORRECTION,
            day=one.corrected,
            when=in_words(one.corrected),
            title=one.what,
            address=f"about/corrections/#{one.id}",
            source=one.source,
            indicators=(indicators[one.indicator],) if one.indicator in indicators else (),
        )


def _events(publication: Publication) -> Iterator[Update]:
    for event in publication.content.events:
        parsed = parse_partial_date(event.when)
        if event.status is EventStatus.PAST and parsed:
            yield Update(
                id=stable_id(publication.content.council, "event", event.id),
                kind=UpdateKind.EVENT,
                day=parsed[0],
                when=parsed[1],
                title=event.title,
                address=f"timeline/#{event.id}",
                source=event.source,
            )
