"""The differences between two releases."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from generator.release.comparing.passages import Passage, keys_of
from generator.release.comparing.snapshot import ShownCorrection, ShownFigure, ShownPage, Snapshot
from generator.vocabulary import RevisionStatus

INDEX = "a-to-z/"
"""Made of the other pages' titles, so that it says nothing of its own."""
REPORTED = "reported/"
"""How the keys of numbers that were given once begin."""
NOT_REPEATED = "not repeated here: it is no longer shown"
"""Printed in place of a number that was shown and is hidden or gone now."""
_NUMBERS = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
"""Words in which a number may stand."""


class Change(Enum):
    """What happened to something."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Reason(Enum):
    """Why a number that was published is another one now or gone, as far as the data says."""

    CORRECTED = "corrected"
    """The corrections log has a new row about it."""
    REVISED = "revised"
    """Its publisher says so."""
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is new, has another value, symbol or status, or is gone."""

    change: Change
    figure: ShownFigure
    """As it is now; as it was where it is gone, without its value."""
    before: str
    after: str
    reason: Reason | None = None
    """None where no number that was published changes, or is hidden so that no one can be identified."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A status that is new, says something else, or is gone."""

    kind: str
    id: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WordsChange:
    """A passage that is new, says something else, or is gone; empty for none."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is new, says something else, or is gone."""

    change: Change
    address: str
    title: str
    """Empty for a page that is gone: its title may have held a figure."""
    words: tuple[WordsChange, ...] = ()
    words_known: bool = True


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs, in the order of the newer release."""

    figures: tuple[FigureChange, ...]
    statuses: tuple[StatusChange, ...]
    pages: tuple[PageChange, ...]
    corrections: tuple[ShownCorrection, ...] = ()
    """The new rows of the corrections log."""

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.figures or self.statuses or self.pages)


def differences(old: Snapshot, new: Snapshot) -> Differences:
    """Compare two releases."""
    gone = frozenset(key for key, figure in old.figures.items() if _secret_now(figure, new.figures.get(key)))
    known = {one.id for one in old.corrections}
    corrections = tuple(one for one in new.corrections if one.id not in known)
    figures = tuple(_figures(old, new, {about(one.indicator) for one in corrections}))
    return Differences(figures, tuple(_statuses(old, new)), tuple(_pages(old, new, gone)), corrections)


def about(indicator: str) -> str:
    """What a correction can name: an indicator, or nothing where it is about a number that was given once."""
    return "" if indicator.startswith(REPORTED) else indicator


def _secret_now(was: ShownFigure, now: ShownFigure | None) -> bool:
    """Whether a number that was shown must not be printed again: it is hidden now, or gone and about people."""
    return not was.hidden and (now.hidden if now else was.people)


def _figures(old: Snapshot, new: Snapshot, corrected: Collection[str]) -> Iterator[FigureChange]:
    for key, now in new.figures.items():
        was = old.figures.get(key)
        if was is None:
            yield FigureChange(Change.ADDED, now, "", _said(now))
        elif (was.shown, was.status) != (now.shown, now.status):
            before = NOT_REPEATED if _secret_now(was, now) else _said(was)
            yield FigureChange(Change.CHANGED, now, before, _said(now), _reason(was, now, corrected))
    for key, was in old.figures.items():
        if key not in new.figures:
            before = NOT_REPEATED if _secret_now(was, None) else _said(was)
            yield FigureChange(Change.WITHDRAWN, was, before, "", _reason(was, None, corrected))


def _reason(was: ShownFigure, now: ShownFigure | None, corrected: Collection[str]) -> Reason | None:
    """Why a number that was published is another one now; a number that is hidden now needs no explanation to readers."""
    if not was.known or (now and (now.hidden or now.shown == was.shown)):
        return None
    if about(was.indicator) in corrected:
        return Reason.CORRECTED
    if now and (now.status == RevisionStatus.REVISED.value or was.status == RevisionStatus.PROVISIONAL.value):
        return Reason.REVISED
    return Reason.UNEXPLAINED


def _said(figure: ShownFigure) -> str:
    return f"{figure.shown} ({figure.status})" if figure.status else figure.shown


def _statuses(old: Snapshot, new: Snapshot) -> Iterator[StatusChange]:
    for (kind, name), (title, words) in new.statuses.items():
        _, before = old.statuses.get((kind, name), (title, ""))
        if before != words:
            yield StatusChange(kind, name, title, before, words)
    for (kind, name), (title, words) in old.statuses.items():
        if (kind, name) not in new.statuses:
            yield StatusChange(kind, name, title, words, "")


def _pages(old: Snapshot, new: Snapshot, gone: frozenset[str]) -> Iterator[PageChange]:
    for address, now in new.pages.items():
        was = old.pages.get(address)
        if was is None:
            yield PageChange(Change.ADDED, address, now.title)
        elif was.passages is None or now.passages is None:
            if was.title != now.title:
                yield PageChange(Change.CHANGED, address, now.title, words_known=False)
        elif address != INDEX and (words := tuple(_words(address, was, now, gone))):
            telling = tuple(one for one in words if one.after or one.before != NOT_REPEATED)
            yield PageChange(Change.CHANGED, address, now.title, telling)
    for address in old.pages:
        if address not in new.pages:
            yield PageChange(Change.WITHDRAWN, address, "")


def _words(address: str, was: ShownPage, now: ShownPage, gone: frozenset[str]) -> Iterator[WordsChange]:
    """The passages that differ; cells of figures are left to the list of figures."""
    before, after = _words_of(was), _words_of(now)
    indicators = {key.partition("/")[0] for key in gone}
    held = bool(gone & keys_of(was.passages or ())) or address.removeprefix("figures/").strip("/") in indicators
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    for tag, first, last, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        removed, added = before[first:last], after[start:stop]
        for position in range(max(len(removed), len(added))):
            old_words = _repeatable(removed[position], gone, held=held) if position < len(removed) else ""
            yield WordsChange(old_words, added[position].text if position < len(added) else "")


def _words_of(page: ShownPage) -> list[Passage]:
    """The passages that say something: not the cells of figures, not a dash in an empty cell."""
    return [one for one in page.passages or () if not (one.cell and one.keys) and any(map(str.isalnum, one.text))]


def _repeatable(passage: Passage, gone: frozenset[str], *, held: bool) -> str:
    """What a passage said, unless it may have said a number that is no longer shown."""
    if gone and (held or passage.keys & gone or _NUMBERS.search(passage.text)):
        return NOT_REPEATED
    return passage.text
