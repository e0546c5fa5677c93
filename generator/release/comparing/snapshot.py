"""One release as it can be compared: its figures, statuses and pages, whatever it was read from.

A built site and a council's folder are read through the same files (`data/figures.csv` and its neighbours), so that
one of each can be compared.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from markdown import Markdown

from generator.figures import Publication
from generator.product import pages_folder
from generator.release.analyse.areas import Analysis
from generator.release.comparing.passages import Passage, passages
from generator.release.open_data.api import ROOT, api_files
from generator.release.open_data.rows import filled_tables
from generator.release.open_data.writing import table_csv
from generator.release.pages import all_pages
from generator.release.render import environment, render
from generator.release.stage import marks_of
from generator.release.words import amount
from generator.vocabulary import Counts, Symbol, Unit

Read = Callable[[str], str | None]
"""Gives the text of a file by its address in the site; None when it is not there."""
MARKDOWN = ("toc", "tables")
"""The extensions that the site builder uses."""
_UNITS = {unit.value: unit for unit in Unit}


class NotARelease(Exception):
    """What was given is not a release that this program made; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as the public sees it."""

    key: str
    indicator: str
    title: str
    place: str
    own: bool
    """Whether it is the council's own area."""
    period: str
    shown: str
    """The number with its unit, or the symbol in brackets."""
    hidden: bool
    status: str = ""
    people: bool = True
    """Whether it counts people who must not be found; taken to be so where nothing says."""

    @property
    def known(self) -> bool:
        """Whether a number is shown, not a symbol."""
        return not self.shown.startswith("[")


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A row of the corrections log."""

    id: str
    indicator: str
    """Empty where it is about no one indicator."""
    what: str


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page: its title and what it says; None when its words were not read."""

    title: str
    passages: tuple[Passage, ...] | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One release."""

    figures: Mapping[str, ShownFigure]
    statuses: Mapping[tuple[str, str], tuple[str, str]]
    """Title and words, by kind and id."""
    pages: Mapping[str, ShownPage] = field(default_factory=dict)
    corrections: tuple[ShownCorrection, ...] = ()


def snapshot_of(publication: Publication, analysis: Analysis, own_templates: Path | None = None) -> Snapshot:
    """A release that has not been built: what the pages of a publication would say."""
    marks = marks_of(publication)
    pages = all_pages(publication, analysis, marks)
    filled = filled_tables(publication, analysis)
    files = {f"data/{one.table.file}": table_csv(one) for one in filled}
    files |= api_files(publication, analysis, filled, pages)
    folders = (own_templates, pages_folder()) if own_templates else (pages_folder(),)
    templates = environment(folders)
    shown = {page.address: ShownPage(page.title, _rendered(render(templates, marks, analysis, page))) for page in pages if page.listed}
    return Snapshot(dict(_figures(files.get)), dict(_statuses(files.get)), shown, _corrections(files.get))


def _rendered(staged: str) -> tuple[Passage, ...]:
    """The passages of a staged page: its Markdown without the front matter."""
    body = staged.split("\n---\n", 1)[-1]
    return passages(Markdown(extensions=list(MARKDOWN)).convert(body), whole=True)


def snapshot_of_built(read: Read, pages: Mapping[str, str] | None = None) -> Snapshot:
    """A built site; `pages` gives the HTML of each page by its address, where it can be had. Raises NotARelease."""
    figures = dict(_figures(read))
    if pages is not None:
        found = {address: passages(html) for address, html in pages.items()}
        shown = {address: ShownPage(_title(said, address), said) for address, said in found.items()}
        return Snapshot(figures, dict(_statuses(read)), shown, _corrections(read))
    listed = json.loads(read(f"{ROOT}/pages.json") or '{"pages": []}')["pages"]
    titles = {page["address"]: ShownPage(page["title"], None) for page in listed}
    return Snapshot(figures, dict(_statuses(read)), titles, _corrections(read))


def _title(said: tuple[Passage, ...], address: str) -> str:
    return said[0].text if said else address


def _figures(read: Read) -> Iterator[tuple[str, ShownFigure]]:
    text = read("data/figures.csv")
    if text is None:
        raise NotARelease("data/figures.csv is not there")
    areas = _rows(read("data/areas.csv"))
    harmless = {row["id"] for row in _rows(read("data/indicators.csv")) if not _protected(row["counts"])}
    own = {row["code"] for row in areas if row["role"] == "council"}
    try:
        for row in _rows(text):
            key = "/".join(row[name] for name in ("indicator", "area_code", "period", "breakdown"))
            place = row["area_name"] + ("" if row["breakdown"] == "all" else f", {row['breakdown']}")
            shown, hidden = _shown(row)
            mine = row["area_code"] in own or not own
            yield key, ShownFigure(key, row["indicator"], row["title"], place, mine, row["period_label"], shown, hidden, row["status"], row["indicator"] not in harmless)
        for row in _rows(read("data/reported.csv")):
            shown, hidden = _shown(row)
            key = f"reported/{row['id']}"
            yield key, ShownFigure(key, key, row["title"], "given once", own=True, period=row["when"], shown=shown, hidden=hidden, people=_protected(row["counts"]))
    except KeyError as missing:
        raise NotARelease(f"a table of figures has no column {missing.args[0]}") from None


def _protected(counts: str) -> bool:
    return counts not in {one.value for one in Counts if not one.protected}


def _shown(row: Mapping[str, str]) -> tuple[str, bool]:
    """A figure as printed, and whether it is hidden so that no one can be identified."""
    symbol = row["symbol"]
    if symbol:
        return (f"[{symbol}]", symbol == Symbol.CONFIDENTIAL.value)
    try:
        value = Decimal(row["value"])
        unit = _UNITS[row["unit"]]
    except (InvalidOperation, KeyError):
        return (row["value"], False)
    exponent = value.as_tuple().exponent
    return (amount(value, unit, max(0, -exponent) if isinstance(exponent, int) else 0), False)


def _statuses(read: Read) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    text = read(f"{ROOT}/statuses.json")
    for one in json.loads(text)["statuses"] if text else []:
        yield (one["kind"], one["id"]), (one["title"], one["status"])


def _corrections(read: Read) -> tuple[ShownCorrection, ...]:
    rows = _rows(read("data/corrections.csv"))
    return tuple(ShownCorrection(row.get("id", ""), row.get("indicator", ""), row.get("what", "")) for row in rows)


def _rows(text: str | None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text or "", newline="")))
