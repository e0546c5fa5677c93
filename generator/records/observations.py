"""Rows of observation tables into typed observations, quickly: there may be hundreds of thousands.

The quick way meets each distinct text once and remembers what it means. A row that does not pass it is looked
at cell by cell, so that every fault of the row is told. Ranges, duplicates and references to sources are checks.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from generator.periods import FORMS, Period, parse_period
from generator.problems import Place, Problem
from generator.records.collected import Collected
from generator.records.numbers import Advice, parse_number
from generator.records.observation import Observation
from generator.records.read import Row
from generator.records.suggest import did_you_mean, listed
from generator.vocabulary import PeriodKind, RevisionStatus, Symbol

if TYPE_CHECKING:
    from decimal import Decimal

_AREA = re.compile(r"[A-Z][0-9]{8}")
LONGEST_BREAKDOWN = 120
ALL = "all"
"""The breakdown that is everybody."""
_NUMBER_COLUMNS = ("value", "numerator", "denominator")
_SYMBOLS = {"": None, **{symbol.value: symbol for symbol in Symbol}}
_STATUSES = {"": None, **{status.value: status for status in RevisionStatus}}
_SYMBOL_FIX = (
    f"Write {listed(symbol.value for symbol in Symbol)}, or leave the cell empty where there is a value."
)


class ObservationReader:
    """Reads the rows of all observation files of a council with one memory of what texts mean."""

    def __init__(
        self, kinds: Mapping[str, PeriodKind], known: frozenset[str] | None, collected: Collected
    ) -> None:
        """`kinds`: of each indicator that could be read; `known`: every indicator id written, None when that is not known."""
        self._kinds, self._known, self._collected = kinds, known, collected
        self._numbers: dict[str, Decimal | None] = {"": None}
        self._periods: dict[tuple[PeriodKind, str], Period] = {}
        self._areas: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def read(self, file: str, rows: Iterable[Row]) -> list[Observation]:
        """The good rows as observations, in the order of the file; problems go to the collection."""
        return [found for row in rows if (found := self._one(file, row)) is not None]

    def _one(self, file: str, row: Row) -> Observation | None:
        (
            number,
            (indicator, area, period, breakdown, value, numerator, denominator, symbol, status, source, note),
        ) = row
        numbers, texts = self._numbers, self._texts
        try:
            kind = self._kinds[indicator]
            amount, above, below = numbers[value], numbers[numerator], numbers[denominator]
            meaning, settled = _SYMBOLS[symbol], _STATUSES[status]
            when, code = self._periods[kind, period], self._areas[area]
        except KeyError:
            return self._slow(file, row)
        if (amount is None) == (meaning is None) or not source or (meaning and (numerator or denominator)):
            return self._slow(file, row)
        if len(breakdown) > LONGEST_BREAKDOWN:
            return self._slow(file, row)
        return Observation(
            texts.setdefault(indicator, indicator),
            code,
            when,
            texts.setdefault(breakdown, breakdown) or ALL,
            amount,
            above,
            below,
            meaning,
            settled,
            texts.setdefault(source, source),
            texts.setdefault(note, note),
            Place(file, number),
        )

    def _slow(self, file: str, row: Row) -> Observation | None:
        """Learn the texts of the row that are good and note each that is not; then, if all are good, read it the quick way."""
        problems = list(self._faults(file, row))
        if problems:
            self._collected.extend(problems)
            return None
        if row.cells[0] not in self._kinds:
            return None
        return self._one(file, row)

    def _faults(self, file: str, row: Row) -> Iterable[Problem]:
        number, (indicator, area, period, breakdown, *written, symbol, status, source, _note) = row

        def at(column: str) -> Place:
            return Place(file, number, column)

        yield from self._indicator_faults(at("indicator"), indicator)
        yield from self._area_faults(at("area"), area)
        kind = self._kinds.get(indicator)
        if kind is not None and not self._learn_period(kind, period):
            found = "The period is not one of the kind that the indicator has."
            yield Problem(at("period"), "wrong-period", found, f"Write {FORMS[kind]}.")
        if len(breakdown) > LONGEST_BREAKDOWN:
            found = f"The text is longer than {LONGEST_BREAKDOWN} characters."
            yield Problem(at("breakdown"), "text-too-long", found, "Shorten it.")
        for column, text in zip(_NUMBER_COLUMNS, written, strict=True):
            advice = self._learn_number(text)
            if advice:
                yield Problem(at(column), "not-a-number", advice.found, advice.fix)
        yield from _symbol_faults(at, symbol, *written)
        if status not in _STATUSES:
            words = [word for word in _STATUSES if word]
            found = f"The word is not one of {listed(words)}."
            yield Problem(
                at("status"),
                "unknown-word",
                found,
                did_you_mean(status, words, "Choose one, or leave the cell empty."),
            )
        if not source:
            found = "No source is given: nothing is published that does not say where it comes from."
            yield Problem(at("source"), "uncited", found, "Write the id of its source in data/sources.csv.")

    def _indicator_faults(self, place: Place, indicator: str) -> Iterable[Problem]:
        if not indicator:
            yield Problem(
                place,
                "missing-value",
                "The cell is empty, and it must say something.",
                "Fill in the indicator.",
            )
        elif self._known is not None and indicator not in self._known:
            found = "No indicator with this id is declared in data/indicators.yml."
            fix = did_you_mean(indicator, self._known, "Correct the id, or declare the indicator there.")
            yield Problem(place, "unknown-indicator", found, fix)

    def _area_faults(self, place: Place, area: str) -> Iterable[Problem]:
        if _AREA.fullmatch(area):
            self._areas[area] = area
            return
        found = "This is not a code of the Office for National Statistics."
        fix = "Write a letter and eight digits, such as E06000001. England is E92000001."
        yield Problem(place, "bad-area-code", found, fix)

    def _learn_period(self, kind: PeriodKind, text: str) -> bool:
        period = parse_period(text, kind)
        if period is None:
            return False
        self._periods[kind, text] = period
        return True

    def _learn_number(self, text: str) -> Advice | None:
        if text in self._numbers:
            return None
        parsed = parse_number(text)
        if isinstance(parsed, Advice):
            return parsed
        self._numbers[text] = parsed
        return None


def _symbol_faults(
    at: Callable[[str], Place], symbol: str, value: str, numerator: str, denominator: str
) -> Iterable[Problem]:
    """A row says either a value or a symbol; beside a symbol nothing may give the value back."""
    if symbol not in _SYMBOLS:
        found = f"This is not a symbol; the symbols are {listed((s.value for s in Symbol), 'and')}."
        yield Problem(at("symbol"), "unknown-symbol", found, _SYMBOL_FIX)
    elif symbol and value:
        found = "The row has a value and also a symbol that says there is none."
        yield Problem(at("symbol"), "value-and-symbol", found, "Delete the one that is wrong.")
    elif not symbol and not value:
        found = "The row has neither a value nor a symbol that says why there is none."
        yield Problem(at("value"), "no-value", found, _NO_VALUE_FIX)
    elif symbol and (numerator or denominator):
        found = "A numerator or denominator stands beside a symbol, and could give the hidden value back."
        yield Problem(
            at("numerator" if numerator else "denominator"),
            "counts-beside-symbol",
            found,
            "Empty both cells.",
        )


_NO_VALUE_FIX = (
    "Write the value, or one of these in the column symbol: "
    + ", ".join(f"{symbol.value} ({symbol.label})" for symbol in Symbol)
    + "."
)
