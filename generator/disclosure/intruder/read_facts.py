"""Reads facts from a JSON file, strictly: what is not in the format is a problem; all are told at once.

The format, every key of the file optional::

    {"threshold": 5, "zeros_shown": true, "keep": 3,
     "cells": {"a": {"value": 12}, "b": {"symbol": "c"}, "n": {"rounded": 45, "base": 5},
               "d": {"min": 0, "max": 9}},
     "sums": [["total", ["a", "b"]]],
     "ratios": [{"numerator": "b", "denominator": "total", "value": 42.9, "decimals": 1, "scale": 100}],
     "orders": [["a", ">=", "b"]],
     "implied": [{"id": "rest", "minus": ["total", "a"]}]}

A total that is nowhere printed need not be among the cells where another fact speaks of it too. A cell with
a symbol or rounded may carry `min` and `max` as well, where a reader knows more. Not here: CSV tables.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from generator.disclosure.intruder.facts import (
    DEFAULT_KEEP,
    DEFAULT_THRESHOLD,
    SYMBOLS,
    Cell,
    Facts,
    Implied,
    Order,
    Ratio,
    Sum,
)
from generator.disclosure.intruder.read_values import MOST_DECIMALS, Reader, has_more_decimals, parsed
from generator.disclosure.intruder.refusal import Findings

KEYS = ("threshold", "zeros_shown", "keep", "cells", "sums", "ratios", "orders", "implied")
CELL_KEYS = ("value", "symbol", "rounded", "base", "min", "max")
RATIO_KEYS = ("numerator", "denominator", "value", "decimals", "scale")
IMPLIED_KEYS = ("id", "minus")
STRICT, NOT_STRICT = ">", ">="
CELL_FORMS = (
    'Write one of {"value": 12}, {"symbol": "c"}, {"rounded": 45, "base": 5} and {"min": 0, "max": 9}.'
)

_Mentions = list[tuple[str, str]]
"""A cell's name, and where in the file it stands."""


def facts_from_json(text: str, name: str) -> Facts:
    """Read facts from the text of a JSON file called `name`; raises FactsProblem with everything wrong."""
    findings = Findings(name)
    reader = Reader(findings)
    top = reader.group(parsed(text, findings), "")
    reader.known_keys(top, KEYS, "")
    zeros_shown = top.get("zeros_shown", True)
    if not isinstance(zeros_shown, bool):
        reader.add(
            "zeros_shown", "true or false is expected here.", "Write true or false without quotation marks."
        )
    written = reader.group(top.get("cells", {}), "cells")
    cells = {cell: _cell(reader, found, f"cells.{cell}") for cell, found in written.items()}
    mentions: _Mentions = []
    sums = tuple(_sums(reader, top.get("sums", []), mentions))
    ratios = tuple(_ratios(reader, top.get("ratios", []), mentions))
    orders = tuple(_orders(reader, top.get("orders", []), mentions))
    implied = tuple(_implied(reader, top.get("implied", []), mentions))
    cells |= _unprinted_totals(cells, sums, mentions)
    _refuse_misnamed(reader, cells, implied, mentions)
    threshold = reader.whole(top.get("threshold", DEFAULT_THRESHOLD), "threshold", 1)
    keep = reader.whole(top.get("keep", DEFAULT_KEEP), "keep", 1)
    findings.refuse_if_any()
    return Facts(cells, sums, ratios, orders, implied, threshold, bool(zeros_shown), keep)


def _cell(reader: Reader, found: object, path: str) -> Cell:
    cell = reader.group(found, path)
    if not isinstance(found, dict):
        return Cell.unpublished()
    reader.known_keys(cell, CELL_KEYS, path)
    forms = [key for key in ("value", "symbol", "rounded") if key in cell]
    if len(forms) > 1 or not (forms or cell.keys() & {"min", "max"}):
        reader.add(path, "A cell says what is printed in it in one way.", CELL_FORMS)
        return Cell.unpublished()
    if "base" in cell and "rounded" not in cell:
        reader.add(f"{path}.base", "Only a rounded cell has a base.", "Add `rounded`, or take `base` out.")
    if forms == ["value"]:
        if cell.keys() & {"min", "max"}:
            reader.add(
                path, "A printed value needs neither min nor max.", "Take them out, or take the value out."
            )
        return Cell.shown(reader.whole(cell["value"], f"{path}.value"))
    printed = _printed(reader, cell, path)
    return _with_limits(reader, cell, printed, path)


def _printed(reader: Reader, cell: dict[str, object], path: str) -> Cell:
    """The cell by its symbol or rounded number alone."""
    if "rounded" in cell:
        count = reader.whole(cell["rounded"], f"{path}.rounded")
        base = reader.whole(cell.get("base"), f"{path}.base", 1)
        if count % base:
            reader.add(f"{path}.rounded", "This number is not a multiple of its base.", "Check both numbers.")
        return Cell.rounded(count, base)
    if "symbol" in cell:
        symbol = cell["symbol"]
        if isinstance(symbol, str) and symbol in SYMBOLS:
            return SYMBOLS[symbol]
        reader.add(
            f"{path}.symbol", "This is not a symbol of the format.", f"Use one of {', '.join(SYMBOLS)}."
        )
    return Cell.within(0)


def _with_limits(reader: Reader, cell: dict[str, object], printed: Cell, path: str) -> Cell:
    """The cell with what `min` and `max` add to it."""
    low, high = printed.low, printed.high
    if "min" in cell:
        least = reader.whole(cell["min"], f"{path}.min")
        # A `c` starts where the policy says, so a `min` of 0 beside it adds nothing.
        low = (least or None) if low is None else max(least, low)
    if "max" in cell:
        most = reader.whole(cell["max"], f"{path}.max")
        high = most if high is None else min(most, high)
        if "min" in cell and isinstance(cell["min"], int) and most < cell["min"]:
            reader.add(path, "The min is above the max.", "Check both numbers.")
    return Cell(low, high, printed.hidden)


def _sums(reader: Reader, found: object, mentions: _Mentions) -> Iterator[Sum]:
    for position, one in enumerate(reader.sequence(found, "sums")):
        path = f"sums[{position}]"
        if not isinstance(one, list) or len(one) != 2:
            reader.add(path, "A sum is a total and the list of its parts.", 'Write ["total", ["a", "b"]].')
            continue
        total = reader.name(one[0], f"{path}[0]")
        parts = reader.names(one[1], f"{path}[1]", 1)
        if total and total in parts:
            reader.add(path, f'"{total}" is a part of itself.', "Take the total out of its own parts.")
        mentions += [
            (total, f"{path}[0]"),
            *((part, f"{path}[1][{place}]") for place, part in enumerate(parts)),
        ]
        yield Sum(total, parts)


def _ratios(reader: Reader, found: object, mentions: _Mentions) -> Iterator[Ratio]:
    for position, one in enumerate(reader.sequence(found, "ratios")):
        path = f"ratios[{position}]"
        ratio = reader.group(one, path)
        reader.known_keys(ratio, RATIO_KEYS, path)
        missing = [key for key in RATIO_KEYS if key not in ratio]
        if missing:
            reader.add(
                path, f"A ratio also needs {', '.join(missing)}.", "Add what is missing (percent: scale 100)."
            )
            continue
        top, bottom = (reader.name(ratio[key], f"{path}.{key}") for key in RATIO_KEYS[:2])
        mentions += [(top, f"{path}.numerator"), (bottom, f"{path}.denominator")]
        value = reader.number(ratio["value"], f"{path}.value")
        decimals = reader.whole(ratio["decimals"], f"{path}.decimals")
        scale = Fraction(reader.number(ratio["scale"], f"{path}.scale"))
        if decimals > MOST_DECIMALS:
            reader.add(
                f"{path}.decimals", f"No more than {MOST_DECIMALS} decimals are read.", "Round the value."
            )
            continue
        if has_more_decimals(value, decimals):
            reader.add(
                f"{path}.value", "The value has more decimals than `decimals` says.", "Check both numbers."
            )
        if not scale:
            reader.add(f"{path}.scale", "A scale is more than 0.", "Write 100 for percentages, 1 for means.")
        yield Ratio(top, bottom, Fraction(value), decimals, scale)


def _orders(reader: Reader, found: object, mentions: _Mentions) -> Iterator[Order]:
    for position, one in enumerate(reader.sequence(found, "orders")):
        path = f"orders[{position}]"
        if not isinstance(one, list) or len(one) != 3 or one[1] not in (STRICT, NOT_STRICT):
            reader.add(
                path,
                f"An order is two cells with {STRICT} or {NOT_STRICT} between them.",
                'Write ["larger", ">=", "smaller"].',
            )
            continue
        greater, lesser = reader.name(one[0], f"{path}[0]"), reader.name(one[2], f"{path}[2]")
        mentions += [(greater, f"{path}[0]"), (lesser, f"{path}[2]")]
        yield Order(greater, lesser, strict=one[1] == STRICT)


def _implied(reader: Reader, found: object, mentions: _Mentions) -> Iterator[Implied]:
    for position, one in enumerate(reader.sequence(found, "implied")):
        path = f"implied[{position}]"
        implied = reader.group(one, path)
        reader.known_keys(implied, IMPLIED_KEYS, path)
        missing = [key for key in IMPLIED_KEYS if key not in implied]
        if missing:
            reader.add(
                path,
                f"An implied count also needs {', '.join(missing)}.",
                'Write {"id": "rest", "minus": [...]}.',
            )
            continue
        minus = reader.names(implied["minus"], f"{path}.minus", 2)
        mentions += [(name, f"{path}.minus[{place}]") for place, name in enumerate(minus)]
        yield Implied(reader.name(implied["id"], f"{path}.id"), minus)


def _unprinted_totals(cells: dict[str, Cell], sums: tuple[Sum, ...], mentions: _Mentions) -> dict[str, Cell]:
    """Totals that no cell prints but that a second fact speaks of; named once, one may be misspelt."""
    times = Counter(name for name, _ in mentions)
    totals = {total.total for total in sums if total.total not in cells}
    return {name: Cell.unpublished() for name in sorted(totals) if name and times[name] > 1}


def _refuse_misnamed(
    reader: Reader, cells: dict[str, Cell], implied: tuple[Implied, ...], mentions: _Mentions
) -> None:
    """Refuse names of cells that do not exist, and two things with one name."""
    ids = Counter(one.id for one in implied)
    for position, one in enumerate(implied):
        if one.id and (one.id in cells or ids[one.id] > 1):
            reader.add(
                f"implied[{position}].id", f'"{one.id}" is already the name of another count.', "Rename it."
            )
    for name, path in mentions:
        if name and name not in cells and name not in ids:
            reader.add(path, f'"{name}" is not among the cells.', "Check its spelling, or add it to `cells`.")
