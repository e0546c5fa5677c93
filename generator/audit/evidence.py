"""Everything that the bookkeeping looks at, read once: pages in words, the table of figures, words typed by people."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from generator.audit.built_site import BuiltSite
from generator.audit.numbers import (
    IN_LETTERS,
    contexts,
    holds,
    neighbours,
    numbers,
    plain,
    reads_as,
    without_furniture,
)
from generator.audit.page_text import PageText
from generator.audit.printed import Printed, PrintedTable, read_printed, rows_of
from generator.vocabulary import Unit

TYPED_TABLES = ("findings", "commitments", "reported", "timeline", "corrections", "sources", "indicators", "areas", "judgements")
"""Downloads of words that people wrote: a number in them belongs to the sentence that it stands in."""
TYPED_PAGES = ("figures-that-disagree/index.html", "about/corrections/index.html", "timeline/index.html")
"""Pages of words that people wrote and that other pages repeat."""
_ABOUT = re.compile(r"(?:^|/)(?:figures|embed)/([A-Za-z0-9-]+)/(?:ranking/)?(?:index\.html)?$")
FEWEST_AROUND = 2
"""A number with fewer words than this, itself counted, could stand anywhere."""
FEWEST_WORDS = 3
"""Shorter cells are numbers and names, which could stand anywhere."""
_SIGNS = frozenset("<>=+@{}[]()|\\^~*`$#＝＋－＠")
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
        found.update(unit.label for unit in Unit)
        sentences = {said for text in found if telling(said := plain(text)) and (numbers(said) or IN_LETTERS.search(said))}
        return tuple(sorted(sentences, key=len, reverse=True))

    def untyped(self, text: str) -> str:
        """A text without the sentences that people typed."""
        left = plain(text)
        for said in self.typed:
            if said in left:
                left = left.replace(said, " ")
        return left

    @cached_property
    def everything(self) -> str:
        """The words of all pages together."""
        return "\n".join(page.visible for page in self.pages.values())

    def unsaid(self, text: str) -> bool:
        """Whether a text holds a number that no page says with the words around it, nor anybody typed."""
        clean = plain(text)
        if not numbers(clean) or holds(self.everything, clean):
            return False
        return any(
            not holds(self.everything, phrase) or len(phrase.split(" ")) < FEWEST_AROUND
            for _, phrase in contexts(self.untyped(without_furniture(clean)))
        )

    def words_of(self, indicator: str) -> tuple[str, ...]:
        """What an indicator is called and how it is spoken of, longest first."""
        return self.table.spoken.get(indicator, ())

    @cached_property
    def allowed(self) -> dict[str, tuple[Decimal, ...]]:
        """The numbers that may stand for each indicator: its shown figures and the means of other councils."""
        found: dict[str, set[Decimal]] = {}
        for one in self.table.figures.values():
            values = found.setdefault(one.indicator, set())
            if one.value is not None:
                values.add(one.value)
        for mark in (mark for page in self.pages.values() for mark in page.marks if mark.number and len(mark.keys) > 1):
            figures = self.figures_of(mark.keys)
            if figures and (value := mean(figures)) is not None:
                found.setdefault(figures[0].indicator, set()).add(value)
        for name, target in self.table.targets.items():
            found.setdefault(name, set()).add(target)
        return {name: tuple(sorted(values)) for name, values in found.items()}

    def _has(self, indicator: str, number: str) -> bool:
        """Whether an indicator has a number; remembered, because a label stands in every width and copy of its chart."""
        asked = (indicator, number)
        if asked not in self._asked:
            self._asked[asked] = any(reads_as(number, value) for value in self.allowed.get(indicator, ()))
        return self._asked[asked]

    @cached_property
    def _asked(self) -> dict[tuple[str, str], bool]:
        return {}

    def figures_of(self, keys: Iterable[str]) -> list[Printed]:
        """The figures that keys name; unknown ones are left out."""
        return [self.table.figures[key] for key in keys if key in self.table.figures]

    def untied(self, text: str, indicators: Iterable[str], values: Iterable[Decimal] | None = None) -> list[str]:
        """The numbers of a text that neither these indicators have nor their own words hold; other values if given."""
        names = list(indicators)
        known = None if values is None else list(values)
        spoken: frozenset[tuple[str, str]] = frozenset().union(*(self.table.words.get(name, frozenset()) for name in names))
        return [
            number
            for number, before, after in neighbours(text)
            if not (any(self._has(name, number) for name in names) if known is None else any(reads_as(number, value) for value in known))
            and (before, number) not in spoken
            and (number, after) not in spoken
        ]


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

