"""Everything that the bookkeeping looks at, read once: pages in words, the table of figures, words typed by people."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from generator.audit.built_site import BuiltSite
from generator.audit.numbers import numbers, plain, reads_as
from generator.audit.page_text import PageText
from generator.audit.printed import Printed, PrintedTable, read_printed, rows_of
from generator.problems import Place, Problem

TYPED_TABLES = ("findings", "commitments", "reported", "timeline", "corrections", "sources", "indicators", "areas", "judgements")
"""Downloads of words that people wrote: a number in them belongs to the sentence that it stands in."""
TYPED_PAGES = ("figures-that-disagree/index.html", "about/corrections/index.html", "timeline/index.html")
"""Pages of words that people wrote and that other pages repeat."""
_ABOUT = re.compile(r"(?:^|/)figures/([A-Za-z0-9-]+)/(?:index\.html)?$")
FEWEST_WORDS = 3
"""Shorter cells are numbers and names, which could stand anywhere."""
_SIGNS = frozenset("<>=+@{}[]()|\\^~*`$#")
"""Signs that no figure has: a text with one of them is nobody's number, however short."""


def telling(text: str) -> bool:
    """Whether a text could not be taken for a number or a name."""
    return len(text.split(" ")) >= FEWEST_WORDS or not _SIGNS.isdisjoint(text)


@dataclass(frozen=True)
class Evidence:
    """A built folder as the bookkeeping sees it."""

    site: BuiltSite
    pages: dict[str, PageText]
    table: PrintedTable
    reported: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Value or symbol, title and unit of each figure given once."""

    @property
    def folder(self) -> Path:
        """The built folder."""
        return self.site.folder

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """Sentences with a number in them that people typed and that pages repeat, longest first."""
        found: set[str] = set()
        for name in TYPED_TABLES:
            path = self.folder / "data" / f"{name}.csv"
            if path.is_file():
                found.update(cell for row in rows_of(path.read_text(encoding="utf-8")) for cell in row.values())
        for name in TYPED_PAGES:
            if name in self.pages:
                found.update(block.text for block in self.pages[name].blocks)
        found.update(self.table.titles.values())
        found.update(self.table.sayings)
        sentences = {said for text in found if telling(said := plain(text)) and numbers(said)}
        return tuple(sorted(sentences, key=len, reverse=True))

    def untyped(self, text: str) -> str:
        """A text without the sentences that people typed."""
        left = plain(text)
        for said in self.typed:
            if said in left:
                left = left.replace(said, " ")
        return left

    def words_of(self, indicator: str) -> tuple[str, ...]:
        """What an indicator is called and how it is spoken of, longest first."""
        return self.table.spoken.get(indicator, ())

    @cached_property
    def allowed(self) -> dict[str, tuple[Decimal, ...]]:
        """The numbers that may stand for each indicator: its shown figures, the means of other councils, its own words."""
        found: dict[str, set[Decimal]] = {}
        by_period: dict[tuple[str, str, str], list[Decimal]] = {}
        for one in self.table.figures.values():
            values = found.setdefault(one.indicator, set())
            if one.value is not None:
                values.add(one.value)
                by_period.setdefault((one.indicator, one.period, one.breakdown), []).append(one.value)
        for mark in (mark for page in self.pages.values() for mark in page.marks if mark.number and len(mark.keys) > 1):
            figures = self.figures_of(mark.keys)
            if figures and (value := mean(figures)) is not None:
                found.setdefault(figures[0].indicator, set()).add(value)
        for name, words in self.table.words.items():
            found.setdefault(name, set()).update(Decimal(number) for number in words)
        return {name: tuple(sorted(values)) for name, values in found.items()}

    def figures_of(self, keys: Iterable[str]) -> list[Printed]:
        """The figures that keys name; unknown ones are left out."""
        return [self.table.figures[key] for key in keys if key in self.table.figures]

    def untied(self, found: Iterable[str], indicators: Iterable[str]) -> list[str]:
        """The numbers that are none of those that may stand for these indicators."""
        values = [value for name in indicators for value in self.allowed.get(name, ())]
        return [number for number in found if not any(reads_as(number, value) for value in values)]


def indicators_of(address: str) -> frozenset[str]:
    """The indicator whose page an address is: one or none."""
    found = _ABOUT.search(address)
    return frozenset({found.group(1)}) if found else frozenset()


def mean(figures: Iterable[Printed]) -> Decimal | None:
    """The plain mean of figures; None where one is hidden."""
    values = [figure.value for figure in figures]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known and len(known) == len(values) else None


def read_evidence(site: BuiltSite) -> Evidence:
    """Read a built folder for the bookkeeping."""
    reported: dict[str, tuple[str, str, str]] = {}
    path = site.folder / "data" / "reported.csv"
    if path.is_file():
        for row in rows_of(path.read_text(encoding="utf-8")):
            reported[row.get("id", "")] = row.get("value", "") or row.get("symbol", ""), row.get("title", ""), row.get("unit", "")
    return Evidence(site, dict(site.words), read_printed(site.folder), reported)


def problems(place: str, code: str, found: str, fix: str, row: int | None = None, column: str | None = None) -> Iterator[Problem]:
    """One problem of a built file; the text never holds a number that was found."""
    yield Problem(Place(place, row, column), code, found, fix)

