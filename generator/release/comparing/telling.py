"""Differences told: as text for a terminal, as Markdown that a councillor can read, as JSON for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from generator.release.comparing.differences import (
    Change,
    Differences,
    FigureChange,
    PageChange,
    Reason,
    StatusChange,
    about,
)
from generator.release.plain_markdown import plain, table
from generator.release.words import capital, counted, listed

MOST_ROWS = 150
"""Rows of one list; the rest are counted."""
MOST_WORDS = 12
"""Passages told of one page; the rest are counted."""
LONGEST = 300
"""Characters told of one passage."""
LEAD_IN = 60
"""Characters told before the first difference of a long passage."""
MOST_PAGES = 80
NOTHING = "The public would see no change."
LOG = "data/corrections.csv"
NOT_RECORDED = "no correction is recorded"
KINDS = {"area": "Area for improvement", "indicator": "Figure", "commitment": "Commitment", "issue": "Issue"}


def summary(found: Differences) -> str:
    """One sentence: how much changes."""
    if not found:
        return NOTHING
    parts = [
        *_count([one.change for one in found.figures], "figure"),
        *([f"{counted(len(found.statuses), 'status', 'statuses')} changed"] if found.statuses else []),
        *_count([one.change for one in found.pages], "page"),
    ]
    return f"{capital(listed(parts))}."


def _count(changes: Iterable[Change], noun: str) -> list[str]:
    tally = Counter(changes)
    words = {Change.ADDED: "added", Change.CHANGED: "changed", Change.WITHDRAWN: "withdrawn"}
    return [f"{counted(tally[change], noun)} {words[change]}" for change in Change if tally[change]]


def as_markdown(found: Differences) -> str:
    """The differences as Markdown, most telling first."""
    lines = ["## What the public will see change", "", summary(found), "", *_unexplained(found)]
    own = [one for one in found.figures if one.figure.own]
    if own:
        lines += ["### Figures", ""]
        rows = [(*_figure_row(one), _why(one, found)) for one in own]
        lines += _cut(table(("Figure", "About", "Before", "After", "Why"), rows), "figure", heads=2)
    others = [one for one in found.figures if not one.figure.own]
    if others:
        lines += ["### Figures of other areas", "", *_others(others), ""]
    if found.statuses:
        lines += ["### Statuses", ""]
        lines += _cut(table(("What", "Which", "Before", "After"), [(KINDS.get(one.kind, one.kind), one.title, one.before, one.after) for one in found.statuses]), "status", heads=2)
    if found.pages:
        lines += ["### Pages", "", *_pages_in_markdown(found.pages)]
    return "\n".join(lines).rstrip() + "\n"


def _figure_row(one: FigureChange) -> tuple[str, str, str, str]:
    return (one.figure.title, f"{one.figure.place}, {one.figure.period}", one.before, one.after or "withdrawn")


def _unexplained(found: Differences) -> list[str]:
    """What the reviewer is asked about numbers that were published and are other ones now."""
    number = sum(one.reason is Reason.UNEXPLAINED for one in found.figures)
    if not number:
        return []
    if number == 1:
        first = f"One figure that was published before has another value or is gone, and no new row of `{LOG}` says why."
        rest = "If it was wrong, add a row there. If its publisher has revised it, give it the status `revised`."
    else:
        first = f"{capital(counted(number, 'figure'))} that were published before have another value or are gone, and no new row of `{LOG}` says why."
        rest = "If they were wrong, add a row there. If their publisher has revised them, give them the status `revised`."
    return [f"**{first}** {rest}", ""]


def _why(one: FigureChange, found: Differences) -> str:
    """Why a figure changes, as far as the data says."""
    match one.reason:
        case Reason.CORRECTED:
            return f"corrected: {' '.join(row.what for row in found.corrections if row.indicator == about(one.figure.indicator))}"
        case Reason.REVISED:
            return "revised by its publisher"
        case Reason.UNEXPLAINED:
            return NOT_RECORDED
        case None:
            return _plain_change(one)


def _plain_change(one: FigureChange) -> str:
    if one.change is Change.ADDED:
        return "new"
    if one.change is Change.WITHDRAWN:
        return "it had no number"
    if one.figure.hidden:
        return "hidden now"
    return "only its status" if one.before.partition(" (")[0] == one.after.partition(" (")[0] else "not known before"


def _others(changes: Sequence[FigureChange]) -> list[str]:
    """The comparators' figures, counted for each indicator."""
    lines = []
    for title in dict.fromkeys(one.figure.title for one in changes):
        of_title = [one for one in changes if one.figure.title == title]
        unexplained = sum(one.reason is Reason.UNEXPLAINED for one in of_title)
        asked = f", and {NOT_RECORDED} of {counted(unexplained, 'figure')}" if unexplained else ""
        lines.append(f"* {plain(title)}: {listed(_count([one.change for one in of_title], 'figure'))}{asked}")
    return lines


def _cut(lines: list[str], noun: str, *, heads: int) -> list[str]:
    most = MOST_ROWS + heads
    rest = len(lines) - most
    return [*lines[:most], "", *([f"And {counted(rest, f'more {noun}')}.", ""] if rest > 0 else [])]


def _pages_in_markdown(pages: Sequence[PageChange]) -> list[str]:
    lines = []
    for one in pages[:MOST_PAGES]:
        name = f"**{plain(one.title)}** (/{plain(one.address)})" if one.title else f"/{plain(one.address)}"
        lines.append(f"* {name}: {'words change' if one.change is Change.CHANGED else one.change.value}")
        for words in one.words[:MOST_WORDS]:
            before, after = (plain(text) for text in _short(words.before, words.after))
            if before and after:
                lines += [f"  * was: {before}", f"    <br>now: {after}"]
            else:
                lines.append(f"  * new: {after}" if after else f"  * no longer there: {before}")
        if len(one.words) > MOST_WORDS:
            lines.append(f"  * and {counted(len(one.words) - MOST_WORDS, 'more passage')}")
    if len(pages) > MOST_PAGES:
        lines.append(f"* and {counted(len(pages) - MOST_PAGES, 'more page')}")
    return lines


def _short(before: str, after: str) -> tuple[str, str]:
    """Both passages, without what a long pair has in common at its start and past what fits."""
    start = 0
    if before and after and max(len(before), len(after)) > LONGEST:
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
        start = before.rfind(" ", 0, max(0, alike - LEAD_IN)) + 1
    return _piece(before, start), _piece(after, start)


def _piece(text: str, start: int) -> str:
    opening = "… " if start else ""
    closing = " …" if len(text) - start > LONGEST else ""
    return f"{opening}{text[start : start + LONGEST]}{closing}"


def as_text(found: Differences) -> str:
    """The differences for a terminal."""
    lines = [summary(found)]
    for one in found.figures:
        before = f" was {one.before};" if one.before else ""
        lines.append(f"figure {one.change.value}: {one.figure.key}{before} {one.after or 'gone'}")
    lines += [
        f"not explained: {one.figure.key} was published before, and no new row of {LOG} is about it"
        for one in found.figures
        if one.reason is Reason.UNEXPLAINED
    ]
    lines += [f"status: {one.kind} {one.id}: {one.before or 'none'} -> {one.after or 'none'}" for one in found.statuses]
    for page in found.pages:
        lines.append(f"page {page.change.value}: /{page.address}")
        for words in page.words:
            lines += [f"  - {words.before}"] * bool(words.before) + [f"  + {words.after}"] * bool(words.after)
    return "\n".join(lines) + "\n"


def as_json(found: Differences) -> str:
    """The differences for programs."""
    document = {
        "summary": summary(found),
        "figures": [
            {
                "change": one.change.value,
                "key": one.figure.key,
                "indicator": one.figure.indicator,
                "before": one.before or None,
                "after": one.after or None,
                "reason": one.reason.value if one.reason else None,
            }
            for one in found.figures
        ],
        "corrections": [{"id": one.id, "indicator": one.indicator or None, "what": one.what} for one in found.corrections],
        "statuses": [_status_object(one) for one in found.statuses],
        "pages": [
            {
                "change": one.change.value,
                "address": one.address,
                "title": one.title or None,
                "words": [{"before": words.before or None, "after": words.after or None} for words in one.words],
            }
            for one in found.pages
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _status_object(one: StatusChange) -> dict[str, str | None]:
    return {"kind": one.kind, "id": one.id, "title": one.title, "before": one.before or None, "after": one.after or None}
