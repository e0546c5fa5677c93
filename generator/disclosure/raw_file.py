"""Protects a raw file of observations, so that only its protected copy is put into a council's folder.

The raw rows are judged together with the figures that the folder already has: a total may stand there. What stands
there is published, so only raw rows are hidden. No message and no summary holds a number of the raw file.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.disclosure.complementary import Outcome, hide_more
from generator.disclosure.cross_tables import ProtectedText
from generator.disclosure.door import (
    entry_of,
    guarded_indicators,
    key_of,
    longer_periods,
    printable,
    printed_entry,
)
from generator.disclosure.publication_facts import Entry, tables
from generator.model import Content
from generator.problems import Place, Problem
from generator.records.collected import Collected
from generator.records.layout import OBSERVATION_COLUMNS
from generator.records.observation import Observation
from generator.records.observations import ObservationReader
from generator.records.read import TableReader
from generator.vocabulary import Symbol


@dataclass(frozen=True, slots=True)
class RawFile:
    """The rows of a raw file, and what is wrong with it."""

    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]


def read_raw(name: str, content: bytes, declared: Content) -> RawFile:
    """Read the bytes of a raw file called `name` against a council's declarations."""
    collected = Collected()
    kinds = {indicator.id: indicator.period_kind for indicator in declared.indicators}
    rows = TableReader(name, content, OBSERVATION_COLUMNS, collected)
    observations = ObservationReader(kinds, frozenset(kinds), collected).read(name, rows)
    collected.extend(_twice(observations))
    collected.extend(_not_whole(observations, declared))
    return RawFile(tuple(observations), collected.all())


def _twice(observations: Iterable[Observation]) -> Iterable[Problem]:
    seen: dict[str, Place] = {}
    for one in observations:
        first = seen.setdefault(key_of(one), one.place)
        if first is not one.place:
            found = f"The row has the indicator, area, period and breakdown of row {first.row}."
            yield Problem(one.place, "duplicate-observation", found, "Find out which is right and delete the other.")


def _not_whole(observations: Iterable[Observation], declared: Content) -> Iterable[Problem]:
    """People come in whole numbers; without that no table of them can be protected."""
    guarded = guarded_indicators(declared)
    for one in observations:
        if one.indicator not in guarded:
            continue
        for number in entry_of(one, guarded[one.indicator]).counts_behind:
            if number is not None and (number % 1 or number < 0):
                found = f"A number of {guarded[one.indicator].counts.label} is a whole number, and a part is no larger than its whole."
                yield Problem(one.place, "not-whole", found, "Correct the row, or the unit of the indicator.")
                break


def protect_raw(raw: RawFile, declared: Content, published: Sequence[Observation]) -> ProtectedText:
    """The raw file as CSV that may be published beside `published`, the observations that the folder has already."""
    policy, guarded = declared.council.disclosure, guarded_indicators(declared)
    longer = longer_periods(guarded)
    ours = {key_of(one): one for one in raw.observations}
    beside = [one for one in published if key_of(one) not in ours and one.indicator in guarded]
    entries: list[Entry] = [
        printed_entry(one, guarded[one.indicator], policy) for one in (*beside, *ours.values()) if one.indicator in guarded
    ]
    small: set[str] = set()
    hidden: set[str] = set()
    leaking: list[str] = []
    for table in tables(entries, policy, longer):
        if not ours.keys() & table.entries.keys():
            continue
        own = table.too_small & ours.keys()
        sheet = replace(table.sheet(), free=table.sheet().free & ours.keys())
        outcome: Outcome = hide_more(sheet, table.symbols | own)
        if outcome.contradiction:
            (doubting,) = tables(table.entries.values(), policy, longer, trusting=False)
            sheet = replace(doubting.sheet(), free=doubting.sheet().free & ours.keys())
            outcome = hide_more(sheet, table.symbols | own)
        small |= own
        hidden |= outcome.hidden & ours.keys()
        leaking += outcome.leaking
    withheld = {key for key in hidden if ours[key].symbol is None}
    text, changed = _as_csv(ours, declared, frozenset(withheld))
    telling = sum(any(sign.isdigit() for sign in ours[key].note) for key in withheld)
    return ProtectedText(
        text, len(small), len(withheld - small), changed, tuple(leaking), notes_with_numbers=telling
    )


def _as_csv(ours: dict[str, Observation], declared: Content, withheld: frozenset[str]) -> tuple[str, int]:
    """The rows with hidden ones as `c`, and how many numbers were rounded."""
    guarded, policy = guarded_indicators(declared), declared.council.disclosure
    written, changed = io.StringIO(), 0
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(OBSERVATION_COLUMNS)
    for key, one in ours.items():
        numbers = one.value, one.numerator, one.denominator
        if one.indicator in guarded:
            numbers = printable(one, guarded[one.indicator], policy)
            changed += key not in withheld and numbers != (one.value, one.numerator, one.denominator)
        symbol = Symbol.CONFIDENTIAL if key in withheld else one.symbol
        cells = ["" if number is None or symbol else f"{number:f}" for number in numbers]
        writer.writerow(
            (
                one.indicator, one.area, one.period.text, one.breakdown, *cells, symbol.value if symbol else "",
                one.status.value if one.status else "", one.source, one.note,
            )
        )  # fmt: skip
    return written.getvalue(), changed
