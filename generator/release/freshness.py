"""When figures were last updated and when the next are due, from the data's own dates.

Figures are as new as the newest dated publication that they come from; where none bears a date, as new as the day on
which they were last read, and then the words say so. Not here: the day of the build, which says nothing about a figure.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from generator.figures import Publication
from generator.model import Indicator, Source
from generator.periods import in_words, parse_partial_date

_KEYS = re.compile(r'data-figures="([^"]*)"')
"""Where a page names the figures that it prints: each key starts with its indicator."""
GIVEN_ONCE = "reported/"
"""How the keys of figures start that belong to no indicator."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """How new some figures are, and when newer ones are expected."""

    updated: date | None
    """None when there is no figure with a dated source."""
    next_due: date | None
    """The first day on which a newer figure is expected, from the date of the site on."""
    late: int = 0
    """How many indicators should have had a newer figure by now."""
    dated: bool = True
    """Whether `updated` is a day of publication; otherwise it is the day on which the figures were read."""

    @property
    def words(self) -> str:
        """`Figures last updated 8 April 2026. Next figures due by 30 November 2026.`; empty when nothing is known."""
        said = []
        if self.updated:
            said.append(f"Figures last {'updated' if self.dated else 'read'} {in_words(self.updated)}.")
        if self.late:
            said.append(f"{'A newer figure was' if self.late == 1 else 'Newer figures were'} expected by now.")
        if self.next_due:
            said.append(f"Next figures due by {in_words(self.next_due)}.")
        elif self.updated and not self.late:
            said.append("No date is known for the next figures.")
        return " ".join(said)


def source_day(source: Source) -> date | None:
    """The last day of a source's date of publication; the day on which it was read where it bears none."""
    parsed = parse_partial_date(source.published or "")
    return parsed[0] if parsed else source.retrieved


def last_updated(publication: Publication, indicators: Collection[str] | None = None) -> date | None:
    """The newest date among the sources of the figures; of all indicators unless some are named."""
    return _newest(publication, indicators)[0]


def _newest(publication: Publication, indicators: Collection[str] | None) -> tuple[date | None, bool]:
    """The newest day of publication, and whether it is one: without any, the newest day of reading."""
    named = publication.sources_used if indicators is None else indicators
    used = {source for indicator in named for source in publication.sources_used.get(indicator, ())}
    return _newest_of(publication, used)


def _newest_of(publication: Publication, used: Collection[str]) -> tuple[date | None, bool]:
    sources = [source for source in publication.content.sources if source.id in used]
    published = [parsed[0] for source in sources if (parsed := parse_partial_date(source.published or ""))]
    read = [source.retrieved for source in sources if source.retrieved]
    return max(published or read, default=None), bool(published)


def next_due(publication: Publication, as_at: date, indicators: Collection[str] | None = None) -> date | None:
    """The first day, from the date of the site on, by which a newer figure is expected."""
    return min((one.next_due for one in _of(publication, indicators) if one.next_due and one.next_due >= as_at), default=None)


def late_indicators(publication: Publication, as_at: date, indicators: Collection[str] | None = None) -> tuple[Indicator, ...]:
    """The indicators whose next figure was expected before the date of the site, longest overdue first."""
    late = [(one.next_due, at, one) for at, one in enumerate(_of(publication, indicators)) if one.next_due and one.next_due < as_at]
    return tuple(one for _, _, one in sorted(late, key=lambda row: row[:2]))


def freshness(publication: Publication, as_at: date, indicators: Collection[str] | None = None) -> Freshness:
    """How new the figures of some indicators are; of all unless some are named."""
    updated, dated = _newest(publication, indicators)
    late = len(late_indicators(publication, as_at, indicators))
    return Freshness(updated, next_due(publication, as_at, indicators), late, dated)


def freshness_of_page(publication: Publication, as_at: date, body: str) -> str:
    """How new the figures of a page are, in words; empty for a page without figures.

    Figures that were given once speak only where no indicator does: nobody has said when the next would come.
    """
    keys = {key for listed in _KEYS.findall(body) for key in listed.split()}
    known = {indicator.id for indicator in publication.content.indicators}
    used = {key.partition("/")[0] for key in keys} & known
    if used:
        return freshness(publication, as_at, used).words
    once = {one.source for one in publication.content.reported if f"{GIVEN_ONCE}{one.id}" in keys}
    updated, dated = _newest_of(publication, once)
    return Freshness(updated, None, dated=dated).words


def _of(publication: Publication, indicators: Collection[str] | None) -> Iterable[Indicator]:
    return [one for one in publication.content.indicators if indicators is None or one.id in indicators]
