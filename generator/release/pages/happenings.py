"""What the home page tells of the timeline: the last things that happened and the next that are planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model import Event
from generator.periods import parse_partial_date
from generator.release.analyse.promises import months_between
from generator.vocabulary import EventStatus

RECENT, COMING = 5, 5
LATELY = 24
"""Months. What is older is the last that is known, and nobody would call it recent."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """Events of the council's own, without the background."""

    recent: tuple[Event, ...]
    coming: tuple[Event, ...]
    lately: bool
    """Whether the newest event that is past is recent."""


def happenings(events: Iterable[Event], as_at: date) -> Happenings:
    """The newest past events, newest first, and the next planned ones, soonest first."""
    own = sorted((event for event in events if not event.context), key=_last_day)
    past = [event for event in own if event.status is EventStatus.PAST][::-1]
    newest = parse_partial_date(past[0].when) if past else None
    return Happenings(
        recent=tuple(past[:RECENT]),
        coming=tuple(event for event in own if event.status is not EventStatus.PAST)[:COMING],
        lately=newest is not None and months_between(newest[0], as_at) < LATELY,
    )


def _last_day(event: Event) -> tuple[str, str]:
    parsed = parse_partial_date(event.when)
    return (parsed[0].isoformat() if parsed else "", event.id)
