"""Looks at the bytes of a file before any PDF library does: whether it is a PDF, and a whole one.

A PDF ends with the place of its cross-reference table, and the table gives the place of every object. A
library mends a broken table by guessing; a report that was guessed at is not read, so it is refused here.
"""

import re

from generator.importers.ofsted.refusals import Refusal, Unreadable

_HEADER_WITHIN = 1024
_END_WITHIN = 20_000
_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_SUBSECTION = re.compile(rb"\s*(\d{1,10})\s+(\d{1,10})\s*\r?\n?")
_ENTRY = re.compile(rb"\s*(\d{10}) (\d{5}) ([nf])")
_OBJECT = re.compile(rb"\s*(\d{1,10})\s+(\d{1,5})\s+obj\b")
_TABLE = re.compile(rb"\s*xref\s")
_TRAILER = re.compile(rb"\s*trailer\s*<<(.{0,4000}?)startxref", re.DOTALL)
_EARLIER = re.compile(rb"/(?:Prev|XRefStm)\s+(\d{1,12})")
MOST_OBJECTS = 200_000
MOST_TABLES = 50
TOLERATED = 0.02
"""The part of a table's entries that may point astray: programs leave entries for objects nobody uses."""


def check_structure(content: bytes) -> None:
    """Pass a whole PDF; raises `Unreadable` for anything else."""
    if not content:
        raise Unreadable(Refusal.EMPTY)
    header = content.find(b"%PDF-", 0, _HEADER_WITHIN)
    if header < 0:
        opening = content[:_HEADER_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        raise Unreadable(
            Refusal.WEB_PAGE
            if opening.startswith((b"<!doctype html", b"<html", b"<head"))
            else Refusal.NOT_PDF
        )
    places = _START.findall(content, max(0, len(content) - _END_WITHIN))
    if not places:
        raise Unreadable(Refusal.DAMAGED)
    start = int(places[-1])
    if not any(_whole_chain(content, start, shift) for shift in {0, header}):
        raise Unreadable(Refusal.DAMAGED)


def _whole_chain(content: bytes, start: int, shift: int) -> bool:
    """Whether the table at a place and every earlier one that it names are whole."""
    waiting, seen = [start], set[int]()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        earlier = _whole_table(content, place + shift, shift)
        if earlier is None or len(seen) > MOST_TABLES:
            return False
        waiting.extend(earlier)
    return True


def _whole_table(content: bytes, start: int, shift: int) -> list[int] | None:
    """Give the places of earlier tables, if a stream or a table with right entries stands here."""
    table = _TABLE.match(content, start)
    if table is None:
        return [] if _OBJECT.match(content, start) else None
    position = table.end()
    seen = astray = 0
    while subsection := _SUBSECTION.match(content, position):
        first, count = int(subsection[1]), int(subsection[2])
        seen += count
        position = subsection.end()
        if seen > MOST_OBJECTS:
            return None
        for number in range(first, first + count):
            entry = _ENTRY.match(content, position)
            if entry is None:
                return None
            astray += not _right(content, number, entry, shift)
            position = entry.end()
    if astray > TOLERATED * seen:
        return None
    trailer = _TRAILER.match(content, position)
    return [int(place) for place in _EARLIER.findall(trailer[1])] if trailer else None


def _right(content: bytes, number: int, entry: re.Match[bytes], shift: int) -> bool:
    """Whether an object stands where an entry says; free entries have none."""
    if entry[3] == b"f":
        return True
    found = _OBJECT.match(content, int(entry[1]) + shift)
    return found is not None and int(found[1]) == number and int(found[2]) == int(entry[2])
