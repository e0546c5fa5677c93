"""Rule: what stands in double square brackets on a page is one of the known insertions and names something that exists."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.checks.unknown_references import known, unknown
from generator.records.observation import HandWrittenPage, Records
from generator.records.pages import CONSTANTS, INSERTION_KINDS, Insertion, insertions_in, without_insertions
from generator.records.suggest import did_you_mean, listed

TARGETS = {
    "figure": "indicators",
    "sentence": "indicators",
    "chart": "indicators",
    "reported": "reported",
    "cite": "sources",
    "confirm": "sources",
    "contact": "contacts",
}
WHOSE = ("council", "england", "region", "neighbours")
"""Whose figure `[[figure:INDICATOR whose]]` may ask for; none is the council's."""
BLOCKS = ("chart", "contact")
"""Insertions that stand on a line of their own."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each insertion that cannot be made."""
    for page in records.pages:
        for insertion in insertions_in(page):
            yield from _faults(records, page, insertion)
        first = page.place.row or 1
        for number, line in enumerate(without_insertions(page.body).split("\n"), start=first):
            if "[[" in line or "]]" in line:
                found = "Double square brackets open here and do not close on the same line, or the other way round."
                yield Problem(
                    Place(page.place.file, number),
                    "broken-insertion",
                    found,
                    "Write [[kind:name]] on one line.",
                )


def _faults(records: Records, page: HandWrittenPage, insertion: Insertion) -> Iterator[Problem]:
    place = Place(page.place.file, insertion.line)
    if insertion.kind not in INSERTION_KINDS:
        found = "This is not one of the insertions that pages have."
        fix = did_you_mean(
            insertion.kind, INSERTION_KINDS, f"Write [[kind:name]] with a kind of {listed(INSERTION_KINDS)}."
        )
        yield Problem(place, "unknown-insertion", found, fix)
        return
    target = TARGETS.get(insertion.kind)
    if target and not known(records.register, target, insertion.name):
        yield unknown(records.register, place, target, insertion.name)
    if insertion.kind == "constant" and insertion.name not in CONSTANTS:
        fix = did_you_mean(insertion.name, CONSTANTS, f"Write {listed(CONSTANTS)}.")
        yield Problem(place, "unknown-insertion", "No rule has a constant of this name.", fix)
    if insertion.kind == "figure" and insertion.rest not in ("", *WHOSE):
        fix = did_you_mean(
            insertion.rest, WHOSE, f"Write {listed(WHOSE)} after the indicator, or nothing for the council."
        )
        yield Problem(place, "unknown-insertion", "It is not known whose figure this asks for.", fix)
    if insertion.kind in BLOCKS and not _alone(page.body, insertion):
        found = f"A {insertion.kind} makes a block of its own, and here it stands among words."
        yield Problem(
            place,
            "broken-insertion",
            found,
            "Put it on a line of its own, with an empty line before and after.",
        )


def _alone(body: str, insertion: Insertion) -> bool:
    """Whether an insertion has its line to itself."""
    end = body.find("\n", insertion.end)
    before = body[body.rfind("\n", 0, insertion.start) + 1 : insertion.start]
    return not (before + body[insertion.end : len(body) if end < 0 else end]).strip()
