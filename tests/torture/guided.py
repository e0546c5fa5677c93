"""Fuzzing that is led by what the program does: an input that reaches a new step of a parser is kept and changed further.

    python -m tests.torture.guided SECONDS [SEED]

Every parser has its turn, a hundred inputs or two seconds each. A step is a line that follows another line in a module of the product.
Whatever is given, a parser answers with a result or a refusal within five seconds; anything else is a failure, and the
input is kept in the folder that is named at the end. Prints one line of JSON: inputs, steps and failures of each parser.
"""

import json
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import generator
from generator.disclosure.intruder import FactsProblem, facts_from_csv, facts_from_json
from generator.importers.ees import screen_file
from generator.importers.lait.reading import read_areas, read_dictionary, read_measures
from generator.importers.lait.workbook import read_neighbours
from generator.importers.mapping import read_mapping
from generator.importers.ofsted import read_report
from generator.importers.spreadsheet import read_sheet
from generator.periods import parse_partial_date, parse_period
from generator.problems import Refused, as_annotations, as_json, as_text
from generator.records.collected import Collected
from generator.records.numbers import parse_number
from generator.records.observations import ObservationReader
from generator.records.pages import insertions_in, read_page
from generator.records.read import TableReader
from generator.records.yaml_read import read_yaml
from generator.starting.history import read_history
from generator.vocabulary import PeriodKind
from tests.councils.making import MINIMAL, checked, made_council
from tests.importers.ees import made_ees
from tests.importers.lait.made_lait import MadeLait
from tests.importers.ofsted.made_ilacs import Ilacs
from tests.importers.ofsted.made_pdf import make_pdf
from tests.starting.made_statistics import LIST
from tests.torture.signs import CROSS, FACTS, SIGNS

PRODUCT = str(Path(generator.__file__).parent)
PATIENCE = 5.0
TURN, SECONDS_OF_A_TURN = 100, 2.0
METADATA = b"""col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
outcome,Filter,Outcome,,,,Choose one,age
leaver_count,Indicator,Number,,,0,,
leaver_percent,Indicator,Share,,%,1,,
"""
KEPT = 400
"""Inputs of one parser that are changed further; when there are more, one by chance is forgotten."""
Step = tuple[str, int, int]


class TooLongError(Exception):
    """A parser was stopped."""


class Steps:
    """The steps that the product takes while it is watched."""

    def __init__(self) -> None:
        self.taken: set[Step] = set()

    def watch(self, frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
        """Be told of each call; follow it only into the product."""
        name = frame.f_code.co_filename
        if not name.startswith(PRODUCT):
            return None
        before = 0
        taken = self.taken

        def line(inside: FrameType, event: str, _: object) -> Callable[..., Any]:
            nonlocal before
            if event == "line":
                taken.add((name, before, inside.f_lineno))
                before = inside.f_lineno
            return line

        return line


@dataclass
class Parser:
    """One parser, good inputs to begin with, and what came of it."""

    name: str
    read: Callable[[bytes], object]
    good: tuple[bytes, ...]
    inputs: int = 0
    slowest: float = 0.0
    steps: set[Step] = field(default_factory=set)
    kept: list[bytes] = field(default_factory=list)
    failures: dict[str, bytes] = field(default_factory=dict)

    def try_one(self, content: bytes) -> None:
        """Give the parser one input."""
        self.inputs += 1
        seen = Steps()
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        sys.settrace(seen.watch)
        try:
            self.read(content)
        except (Refused, FactsProblem) as refusal:
            if not refusal.problems:
                self.failures.setdefault("a refusal without a word", content)
        except Exception as failure:  # noqa: BLE001  whatever it is, it is what is looked for
            self.failures.setdefault(f"{type(failure).__name__} {_place(failure)}", content)
        finally:
            sys.settrace(None)
            signal.setitimer(signal.ITIMER_PROF, 0)
        self.slowest = max(self.slowest, time.process_time() - began)
        if not seen.taken <= self.steps:
            self.steps |= seen.taken
            self.kept.append(content)

    def turn(self, chance: random.Random, end: float) -> None:
        """The good inputs at first, then kept ones with a few changes, until the turn is over."""
        for content in self.good if not self.inputs else ():
            self.try_one(content)
        while len(self.kept) > KEPT:
            self.kept.pop(chance.randrange(len(self.kept)))
        for _ in range(TURN):
            self.try_one(changed(chance.choice(self.kept or [b""]), self.kept, chance))
            if time.monotonic() > end:
                return


def _place(failure: BaseException) -> str:
    """Where in the product an exception came from."""
    trace, place = failure.__traceback__, ""
    while trace:
        if trace.tb_frame.f_code.co_filename.startswith(PRODUCT):
            place = f"{Path(trace.tb_frame.f_code.co_filename).relative_to(PRODUCT)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def changed(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """An input with one to four changes: cut, put in, turned, repeated, or joined with another."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(content))
        length = min(chance.choice((1, 1, 2, 4, 16, 64)), len(content) - at)
        before, piece, after = content[:at], content[at : at + length], content[at + length :]
        match chance.randrange(6):
            case 0:
                content = before + after
            case 1:
                content = before + chance.choice(SIGNS).encode("utf-8", "surrogatepass") + piece + after
            case 2:
                content = before + chance.randbytes(len(piece)) + after
            case 3:
                content = before + piece * chance.choice((2, 3, 20)) + after
            case 4:
                other = chance.choice(others or [b""])
                start = chance.randint(0, len(other))
                content = before + other[start : start + chance.choice((4, 40, 400))] + after
            case _:
                content = before + chance.choice(SIGNS).encode("utf-8", "surrogatepass") + after
    return content[:100_000]


def _in_file(folder: Path, name: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    path = folder / name

    def write_and_read(content: bytes) -> object:
        path.write_bytes(content)
        return read(path)

    return write_and_read


def _table(content: bytes) -> None:
    collected = Collected()
    reader = TableReader("a.csv", content, ("indicator", "area", "period", "breakdown", "value", "numerator", "denominator", "symbol", "status", "source", "note"), collected)
    kinds = {"interviews-local": PeriodKind.MONTH, "return-interviews": PeriodKind.FINANCIAL_YEAR}
    ObservationReader(kinds, frozenset(kinds), collected).read("a.csv", reader)
    assert reader.complete or collected.all()


def _yaml(content: bytes) -> None:
    collected = Collected()
    assert read_yaml("a.yml", content, collected) is not None or collected.all()


def _page(content: bytes) -> None:
    collected = Collected()
    page = read_page("site_src/help/a.md", content, collected)
    assert page is not None or collected.all()
    if page is not None:
        list(insertions_in(page))


def _text(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    for kind in PeriodKind:
        parse_period(text, kind)
    parse_partial_date(text)
    parse_number(text)


def _report(path: Path) -> None:
    """In a process of its own, as the product reads reports: the library under it may fall over."""
    draft = read_report(path)
    assert draft.problems or draft.judgements


def _council(folder: Path, name: str) -> Callable[[bytes], object]:
    """The whole council, read and checked with one file of it changed."""
    path, kept = folder / name, (folder / name).read_bytes()

    def read(content: bytes) -> None:
        path.write_bytes(content)
        try:
            records, problems = checked(folder)
        finally:
            path.write_bytes(kept)
        for face in (as_text, as_annotations, as_json):
            face(problems).encode("utf-8")
        assert records is not None or any(problem.severity == "error" for problem in problems)

    return read


def parsers(folder: Path) -> list[Parser]:
    """Every parser of the product with good inputs to begin with."""
    council = made_council(folder / "council")
    mapping = folder / "mapping" / "data"
    mapping.mkdir(parents=True)
    (folder / "lait").mkdir()
    bulk, dictionary, workbook = (path.read_bytes() for path in MadeLait(folder / "lait").fill("2024", "2025").write()[:3])
    (folder / "metadata").mkdir()
    screened = made_ees.write(folder / "metadata", name="made.csv")
    pages = tuple(path.read_bytes() for path in sorted(MINIMAL.rglob("*.md")))
    trees = tuple(path.read_bytes() for path in sorted(MINIMAL.rglob("*.yml")))
    observations = tuple(path.read_bytes() for path in sorted((MINIMAL / "data/observations").rglob("*.csv")))
    facts = lambda read: lambda content: read(content.decode("utf-8", "replace"), "a.csv")  # noqa: E731
    return [
        Parser("tables of observations", _table, observations),
        Parser("YAML", _yaml, trees),
        Parser("pages", _page, pages),
        Parser("periods, dates and numbers", _text, (b"2024-25", b"2026-07", b"-0.4", b"2025-Q3", b"1,234")),
        Parser("facts as JSON", facts(facts_from_json), (FACTS,)),
        Parser("facts as a table", facts(facts_from_csv), (CROSS,)),
        Parser("statistics of the Department", _in_file(folder, "leavers.csv", screen_file), (made_ees.text(made_ees.rows()).encode(),)),
        Parser("metadata of statistics", _in_file(screened.parent, "made.meta.csv", lambda _: screen_file(screened)), (METADATA,)),
        Parser("mappings", _in_file(mapping, "imports.yml", lambda path: read_mapping(path.parents[1])), ((made_ees.PUBLISHED % {"use": "published"}).encode(),)),
        Parser("values of LAIT", _in_file(folder, "bulk.parquet", lambda path: (read_measures(path, ["a"]), read_areas(path))), (bulk,)),
        Parser("dictionary of LAIT", _in_file(folder, "dictionary.csv", read_dictionary), (dictionary,)),
        Parser("workbook of neighbours", _in_file(folder, "neighbours.xlsx", read_neighbours), (workbook,)),
        Parser("workbooks", _in_file(folder, "sheet.xlsx", read_sheet), (workbook,)),
        Parser("list of inspections", _in_file(folder, "list.csv", read_history), (LIST.encode(),)),
        Parser("reports", _in_file(folder, "report.pdf", _report), (make_pdf(Ilacs().pages()), b"%PDF-1.7\n")),
        *(
            Parser(f"a council with {name}", _council(council, name), ((MINIMAL / name).read_bytes(),))
            for name in sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.is_file())
        ),
    ]


def _stop(*_: object) -> None:
    raise TooLongError


def run(seconds: float, seed: int, folder: Path) -> dict[str, dict[str, object]]:
    """Give every parser its turn until the time is over."""
    signal.signal(signal.SIGPROF, _stop)
    chance = random.Random(seed)
    every = parsers(folder)
    end, turn = time.monotonic() + seconds, min(SECONDS_OF_A_TURN, seconds / len(every))
    while time.monotonic() < end or not all(parser.inputs for parser in every):
        for parser in every:
            if time.monotonic() < end or not parser.inputs:
                parser.turn(chance, time.monotonic() + turn)
    return {
        parser.name: {
            "inputs": parser.inputs, "steps": len(parser.steps), "slowest": round(parser.slowest, 2),
            "failures": {what: _keep(content) for what, content in parser.failures.items()},
        }
        for parser in every
    }  # fmt: skip


def _keep(content: bytes) -> str:
    with tempfile.NamedTemporaryFile(prefix="fuzz-", delete=False) as kept:
        kept.write(content)
    return kept.name


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        found = run(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7, Path(place))
    print(json.dumps(found))
    failures = {name: one["failures"] for name, one in found.items() if one["failures"]}
    sys.exit(json.dumps(failures) if failures else 0)
