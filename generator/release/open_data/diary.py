"""`calendar.ics`: when new figures are expected and what else is planned, for any calendar program (RFC 5545).

An event keeps its identity when its day moves, so that a subscriber's calendar moves it too. An event whose day
nobody has named is not in the file: a calendar has no place for "some time in 2027".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from generator.figures import Publication
from generator.model import Council
from generator.periods import parse_partial_date
from generator.release.freshness import last_updated
from generator.release.open_data.terms import site_address
from generator.release.words import counted
from generator.vocabulary import EventStatus

NAMESPACE = UUID("7a3d3c62-6c0e-5f0b-9d57-2f5f3c0e8a11")
"""Of this program's identities; with a council's code and a name it gives an id that no change of address alters."""
LONGEST_LINE = 75
"""Octets in one line of a calendar file."""
WHOLE_DAY = len("2026-11-22")
WHOLE_MONTH = len("2026-11")


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of the calendar."""

    id: str
    first: date
    last: date
    title: str
    words: str
    address: str


def stable_id(council: Council, *names: str) -> str:
    """An identity made of the council's code and names that the data keeps."""
    return str(uuid5(NAMESPACE, "/".join((council.code, *names))))


def calendar(publication: Publication, as_at: date) -> str:
    """The calendar as text with the line ends that the standard asks for."""
    council = publication.content.council
    stamp = f"{(last_updated(publication) or as_at):%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//transparency-generator//calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escaped(council.site.title)}",
        f"X-WR-CALNAME:{_escaped(council.site.title)}",
    ]
    for one in sorted(appointments(publication, as_at), key=lambda one: (one.first, one.id)):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.id}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{one.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.last + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(one.title)}",
            f"DESCRIPTION:{_escaped(one.words)}",
            f"URL:{one.address}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def appointments(publication: Publication, as_at: date) -> Iterator[Appointment]:
    """What is to come, from the date of the site on: expected figures by publisher and day, then planned events."""
    council = publication.content.council
    expected: dict[tuple[date, str], list[str]] = {}
    for indicator in publication.content.indicators:
        if indicator.next_due and indicator.next_due >= as_at:
            expected.setdefault((indicator.next_due, indicator.publisher), []).append(indicator.title)
    for (day, publisher), titles in expected.items():
        title = f"New figures expected: {publisher} ({counted(len(titles), 'figure')})"
        identity = stable_id(council, "due", publisher, day.isoformat())
        yield Appointment(identity, day, day, title, "; ".join(titles), site_address(publication, "figures/"))
    for event in publication.content.events:
        days = whole_days(event.when)
        if event.status is EventStatus.PLANNED and days and days[1] >= as_at:
            address = site_address(publication, f"timeline/#{event.id}")
            yield Appointment(stable_id(council, "event", event.id), *days, event.title, event.note or event.kind.label, address)


def whole_days(when: str) -> tuple[date, date] | None:
    """The first and last day of an event, where they are named to the day or to the month."""
    first, _, second = when.partition("/")
    parts = [first, second or first]
    if any(len(part) not in (WHOLE_DAY, WHOLE_MONTH) for part in parts):
        return None
    end = parse_partial_date(parts[1])
    if end is None:
        return None
    begin = first if len(first) == WHOLE_DAY else f"{first}-01"
    return date.fromisoformat(begin), end[0]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of 75 octets at most, each but the first with a space before it; no character is cut."""
    piece, room = "", LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", LONGEST_LINE - 1
        piece += character
        room -= size
    yield piece
