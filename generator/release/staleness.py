"""What has gone out of date by a day: figures, pages, commitments, planned events and contacts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.figures import Publication
from generator.model import HandWrittenPage
from generator.periods import in_words, parse_partial_date
from generator.release.analyse.areas import Analysis
from generator.release.analyse.promises import Kept
from generator.release.freshness import late_indicators
from generator.release.plain_markdown import plain
from generator.release.words import capital, counted, listed
from generator.vocabulary import EventStatus

CONTACT_MONTHS = 12
"""After so many months a telephone number is to be tried again."""


class StaleKind(Enum):
    """What has gone out of date: the heading of its list."""

    FIGURE = "Figures that were expected by now"
    PAGE = "Pages past the day by which they were to be checked"
    COMMITMENT = "Commitments past their date, with nothing found to say they were kept"
    EVENT = "Planned events whose day has passed"
    CONTACT = "Contacts not checked for a year"
    SOURCE = "Sources at whose address nothing was found"

    @property
    def noun(self) -> str:
        """One of them."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing that has gone out of date."""

    kind: StaleKind
    title: str
    since: date
    where: str
    """The file of the council's folder in which it is mended."""
    what: str
    """What to do."""


def stale(publication: Publication, analysis: Analysis, dead: Mapping[str, str] | None = None) -> tuple[Stale, ...]:
    """Everything that is out of date on the day of the analysis, longest overdue first within its kind.

    `dead` holds the web addresses that were asked for on that day in vain, each with why.
    """
    found = [
        *_figures(publication, analysis.as_at),
        *_pages(publication, analysis.as_at),
        *_commitments(analysis),
        *_events(publication, analysis.as_at),
        *_contacts(publication, analysis.as_at),
        *_sources(publication, analysis.as_at, dead or {}),
    ]
    order = {kind: at for at, kind in enumerate(StaleKind)}
    return tuple(sorted(found, key=lambda one: (order[one.kind], one.since, one.title)))


def _figures(publication: Publication, as_at: date) -> Iterator[Stale]:
    for one in late_indicators(publication, as_at):
        if one.next_due:
            what = f"Look at what {one.publisher} has published, import it, and set next_due to the next day."
            yield Stale(StaleKind.FIGURE, one.title, one.next_due, "data/indicators.yml", what)


def _pages(publication: Publication, as_at: date) -> Iterator[Stale]:
    for page in publication.content.pages:
        if page.head.review_by < as_at:
            yield Stale(StaleKind.PAGE, page.head.title, page.head.review_by, _file(page), "Read the page against its sources, then set reviewed and review_by.")


def _file(page: HandWrittenPage) -> str:
    return f"site_src/{page.head.section}/, page {page.name}"


def _commitments(analysis: Analysis) -> Iterator[Stale]:
    for promise in analysis.promises:
        due = parse_partial_date(promise.action.target_date or "")
        if promise.kept is Kept.OVERDUE and due:
            yield Stale(StaleKind.COMMITMENT, promise.action.title, due[0], "data/actions.csv", "Find out what became of it, and cite where that is said.")


def _events(publication: Publication, as_at: date) -> Iterator[Stale]:
    for event in publication.content.events:
        parsed = parse_partial_date(event.when)
        if event.status is EventStatus.PLANNED and parsed and parsed[0] < as_at:
            yield Stale(StaleKind.EVENT, event.title, parsed[0], "data/timeline.csv", "Say whether it happened, or mark it due_not_found.")


def _contacts(publication: Publication, as_at: date) -> Iterator[Stale]:
    for contact in publication.content.council.contacts:
        months = (as_at.year - contact.checked.year) * 12 + as_at.month - contact.checked.month
        if months >= CONTACT_MONTHS:
            yield Stale(StaleKind.CONTACT, contact.name, contact.checked, "data/council.yml", "Try the number and the address, then set checked.")


def _sources(publication: Publication, as_at: date, dead: Mapping[str, str]) -> Iterator[Stale]:
    for source in publication.content.sources:
        if source.url and source.url in dead:
            what = f"{capital(dead[source.url])}. Find where it stands now, or in which archive, and change its address."
            yield Stale(StaleKind.SOURCE, source.title, as_at, f"data/sources.csv, {source.id}", what)


def summary(found: Sequence[Stale]) -> str:
    """One sentence: how much is out of date."""
    if not found:
        return "Nothing is out of date."
    parts = [counted(number, kind.noun) for kind in StaleKind if (number := sum(one.kind is kind for one in found))]
    return f"{capital(listed(parts))} out of date."


def as_text(found: tuple[Stale, ...]) -> str:
    """What is out of date, for a terminal."""
    lines = [f"{one.kind.noun}: {one.title}\n  since {in_words(one.since)}, {one.where}\n  {one.what}" for one in found]
    return "\n".join([*lines, summary(found)]) + "\n"


def as_markdown(found: tuple[Stale, ...]) -> str:
    """What is out of date, as a list to tick off; empty when nothing is."""
    lines: list[str] = [summary(found), ""] if found else []
    for kind in StaleKind:
        of_kind = [one for one in found if one.kind is kind]
        if of_kind:
            lines += [f"### {kind.value}", ""]
            lines += [f"* [ ] {plain(one.title)} (since {in_words(one.since)}; {plain(one.where)}). {plain(one.what)}" for one in of_kind]
            lines.append("")
    return "\n".join(lines)
