"""The site's own table of figures, read back from its downloads: what every other place must agree with.

`data/figures.csv` is the table; `data/figures/ID.json` says in words what each indicator is; `data/protection.json`
says by which rules small numbers are hidden, and for which indicators.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path

from generator.audit.numbers import neighbours
from generator.disclosure.publication_facts import Entry
from generator.model import DisclosurePolicy
from generator.periods import Period, parse_period
from generator.vocabulary import PeriodKind, Symbol, Unit

FIGURES, RULES = "data/figures.csv", "data/protection.json"
SYMBOLS = {symbol.value: symbol for symbol in Symbol}
UNITS = {unit.value: unit for unit in Unit}
RUN = tuple("=+-@＝＋－＠")
"""Signs at which a spreadsheet starts to reckon."""
CELLS = ("value", "numerator", "denominator")


@dataclass(frozen=True, slots=True)
class Printed:
    """One row of the table of figures. Its repr withholds every number."""

    key: str
    indicator: str
    area: str
    period: str
    period_label: str
    breakdown: str
    unit: str
    symbol: str
    status: str
    note: str
    row: int
    value: Decimal | None = field(repr=False)
    numerator: Decimal | None = field(repr=False)
    denominator: Decimal | None = field(repr=False)

    @property
    def hidden(self) -> bool:
        """Whether it is hidden so that no one can be identified."""
        return self.symbol == Symbol.CONFIDENTIAL.value

    def entry(self) -> Entry | None:
        """The figure as the intruder's facts need it; None where its period or unit cannot be read."""
        period = period_of(self.period, self.period_label)
        if period is None or self.unit not in UNITS:
            return None
        return Entry(
            self.key, self.indicator, self.area, period, self.breakdown, UNITS[self.unit],
            self.value, self.numerator, self.denominator, SYMBOLS.get(self.symbol),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """How small numbers are hidden, as the site itself tells."""

    policy: DisclosurePolicy = field(default_factory=DisclosurePolicy)
    guarded: frozenset[str] | None = None
    """Indicators whose small numbers are hidden; None where the site does not tell."""
    longer: Mapping[str, str] = field(default_factory=dict)
    """The indicator over longer periods that an indicator adds up to."""

    def guards(self, indicator: str) -> bool:
        """Whether an indicator counts people and nobody else has published it."""
        return self.guarded is None or indicator in self.guarded


@dataclass(frozen=True)
class PrintedTable:
    """Everything that the site's downloads say of its figures."""

    figures: Mapping[str, Printed]
    titles: Mapping[str, str]
    words: Mapping[str, frozenset[tuple[str, str]]]
    """Numbers that an indicator's own words hold, each with the word before it or after it: `within 45 working days`."""
    rules: Rules
    sayings: frozenset[str] = frozenset()
    """What the site says in words of its indicators: definitions, caveats."""
    targets: Mapping[str, Decimal] = field(default_factory=dict)
    """The target that the council has published for an indicator: it counts nobody."""
    spoken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each indicator is called: title, subject, unit; longest first."""

    @cached_property
    def by_indicator(self) -> Mapping[str, list[Printed]]:
        """Every figure of each indicator."""
        found: dict[str, list[Printed]] = {}
        for figure in self.figures.values():
            found.setdefault(figure.indicator, []).append(figure)
        return found

    def of(self, indicator: str) -> list[Printed]:
        """Every figure of an indicator."""
        return self.by_indicator.get(indicator, [])

    @cached_property
    def with_hidden(self) -> frozenset[str]:
        """Indicators of which at least one figure is hidden by the council's own rule."""
        return frozenset(one.indicator for one in self.figures.values() if one.hidden and self.rules.guards(one.indicator))

    def entries(self) -> list[Entry]:
        """The figures that the council's rule guards, as the intruder's facts need them."""
        made = [one.entry() for one in self.figures.values() if self.rules.guards(one.indicator)]
        return [entry for entry in made if entry is not None]


def number_in(cell: str) -> Decimal | None:
    """The number in a cell, or None where it holds none."""
    try:
        found = Decimal(cell)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def period_of(text: str, label: str) -> Period | None:
    """A period by its text and its words: the text alone may be a month or a financial year."""
    found = [period for kind in PeriodKind if (period := parse_period(text, kind)) is not None]
    return next((period for period in found if period.label == label), found[0] if found else None)


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text by heading, each cell as it was typed: without the apostrophe that keeps a text from being run."""
    return [{name or "": as_typed(cell or "") for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text))]


def as_typed(cell: str) -> str:
    """A cell without the apostrophe that stands before what a spreadsheet would run."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in RUN else cell


def printed_row(row: Mapping[str, str], number: int) -> Printed:
    """One row of a table of figures; a symbol may stand in the value's own cell."""
    cells = {name: row.get(name, "") for name in CELLS}
    symbol = row.get("symbol") or (cells["value"] if cells["value"] in SYMBOLS else "")
    key = "/".join(row.get(name, "") for name in ("indicator", "area_code", "period", "breakdown"))
    return Printed(
        key, row.get("indicator", ""), row.get("area_code", ""), row.get("period", ""), row.get("period_label", ""),
        row.get("breakdown", ""), row.get("unit", ""), symbol, row.get("status", ""), row.get("note", ""), number,
        *(number_in(cell) for cell in cells.values()),
    )  # fmt: skip


def figures_in(text: str) -> list[Printed]:
    """Every figure of a CSV table of figures."""
    return [printed_row(row, number) for number, row in enumerate(rows_of(text), start=2)]


def read_printed(folder: Path) -> PrintedTable:
    """Read the table of a built site; empty where the site has none."""
    table = folder / FIGURES
    listed = figures_in(table.read_text(encoding="utf-8")) if table.is_file() else []
    titles: dict[str, str] = {}
    words: dict[str, set[tuple[str, str]]] = {}
    sayings: set[str] = set()
    spoken: dict[str, tuple[str, ...]] = {}
    targets: dict[str, Decimal] = {}
    for figure in listed:
        words.setdefault(figure.indicator, set()).update(_pairs(UNITS[figure.unit].label) if figure.unit in UNITS else ())
    for path in sorted((folder / "data" / "figures").glob("*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if isinstance(document, dict):
            said = list(_strings(document))
            sayings.update(said)
            titles[path.stem] = str(document.get("title", ""))
            if isinstance(document.get("target"), (int, float)):
                targets[path.stem] = Decimal(str(document["target"]))
            names = {str(document.get(name, "")) for name in ("title", "subject", "unit_words")} - {""}
            spoken[path.stem] = tuple(sorted(names, key=len, reverse=True))
            words.setdefault(path.stem, set()).update(pair for text in said for pair in _pairs(text))
    rules = read_rules(folder)
    by_name = {name: frozenset(found) for name, found in words.items()}
    return PrintedTable({one.key: one for one in listed}, titles, by_name, rules, frozenset(sayings), targets, spoken)


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    """Each number of a text beside each of its neighbours."""
    for number, before, after in neighbours(text):
        if before:
            yield before, number
        if after:
            yield number, after


def _strings(document: Mapping[str, object]) -> Iterable[str]:
    """The words that an indicator's own page says of it, not its figures."""
    for name, value in document.items():
        if name == "figures":
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, str))


def read_rules(folder: Path) -> Rules:
    """The rules that the site tells; the default rules for every indicator where it tells none."""
    try:
        told = json.loads((folder / RULES).read_text(encoding="utf-8"))
        policy = DisclosurePolicy(
            threshold=told["threshold"], rounding_base=told["rounded_to"], zeros_shown=told["zeros_shown"], keep=told["keep"]
        )
        guarded = told["indicators"]
        longer = {name: one["adds_up_to"] for name, one in guarded.items() if one.get("adds_up_to")}
        return Rules(policy, frozenset(guarded), longer)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Rules()
