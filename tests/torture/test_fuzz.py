"""Whatever text or bytes a parser is given, it answers with a result or a problem: no other exception, no hang.

FUZZ_EXAMPLES says how many inputs each parser is given: few in an ordinary run, thousands in `make torture`.
"""

import importlib
import os
import pkgutil
import re
import resource
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

import generator
from generator.disclosure.intruder import FactsProblem, facts_from_csv, facts_from_json
from generator.importers.ees.reading import read_table
from generator.importers.lait.reading import read_areas, read_dictionary, read_measures
from generator.importers.lait.workbook import read_neighbours
from generator.importers.mapping import read_mapping
from generator.importers.ofsted import read_report
from generator.importers.ofsted.worker import read_content
from generator.periods import parse_partial_date, parse_period
from generator.problems import Refused
from generator.records.collected import Collected
from generator.records.numbers import parse_number
from generator.records.pages import insertions_in, read_page
from generator.records.read import TableReader
from generator.records.yaml_read import read_yaml
from generator.release.escaping import as_text
from generator.vocabulary import PeriodKind
from tests.importers.ees import made_ees
from tests.importers.lait.made_lait import MadeLait
from tests.importers.ofsted.made_ilacs import Ilacs
from tests.importers.ofsted.made_pdf import make_pdf
from tests.torture.signs import CROSS, FACTS, SIGNS

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "25"))
PATIENCE = timedelta(seconds=5)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
FUZZ = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=QUIET)
FEW = settings(FUZZ, max_examples=max(3, EXAMPLES // 25))
"""For parsers that start a process of their own for each file."""

ANY_TEXT = st.text(max_size=200) | st.lists(st.sampled_from(SIGNS), max_size=80).map("".join)
ANY_BYTES = st.binary(max_size=300) | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))


def wounded(whole: bytes) -> st.SearchStrategy[bytes]:
    """A good file with a few pieces cut out, put in or turned round."""
    wound = st.tuples(st.integers(0, len(whole)), st.integers(0, 40), st.binary(max_size=12) | ANY_BYTES)

    def hurt(wounds: list[tuple[int, int, bytes]]) -> bytes:
        content = whole
        for at, length, piece in wounds:
            content = content[:at] + piece + content[at + length :]
        return content

    return st.lists(wound, min_size=1, max_size=4).map(hurt)


@FUZZ
@given(ANY_BYTES)
def test_tables(content: bytes) -> None:
    collected = Collected()
    reader = TableReader("a.csv", content, ("id", "title", "tracked"), collected)
    rows = list(reader)
    assert all(len(row.cells) == 3 for row in rows)
    assert reader.complete or collected.all()


@FUZZ
@given(ANY_BYTES)
def test_yaml(content: bytes) -> None:
    collected = Collected()
    assert read_yaml("a.yml", content, collected) is not None or collected.all()


@FUZZ
@given(ANY_TEXT, ANY_TEXT)
def test_pages_and_their_insertions(front: str, body: str) -> None:
    collected = Collected()
    page = read_page("site_src/help/a.md", f"---\n{front}\n---\n{body}".encode("utf-8", "surrogatepass"), collected)
    assert page is not None or collected.all()
    good = b"---\ntitle: a\ndescription: a\nsection: help\norder: 1\nreviewed: 2026-01-01\nreview_by: 2027-01-01\n---\n"
    page = read_page("site_src/help/a.md", good + body.encode("utf-8", "surrogatepass"), collected)
    if page is not None:
        assert all(page.body[one.start : one.start + 2] == "[[" for one in insertions_in(page))


@FUZZ
@given(ANY_TEXT, st.sampled_from(list(PeriodKind)))
def test_periods_dates_and_numbers(text: str, kind: PeriodKind) -> None:
    period = parse_period(text, kind)
    assert period is None or period.text
    parse_partial_date(text)
    number = parse_number(text)
    assert str(number)


@FUZZ
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60) | st.lists(st.sampled_from(SIGNS[:48]), max_size=40).map("".join))
def test_no_text_becomes_markup(text: str) -> None:
    text = re.sub("[\x00-\x1f\x7f-\x9f]", " ", text)
    shown = Markdown(extensions=["tables", "toc", "fenced_code"]).convert(f"a {as_text(text)} z\n\n{as_text(text)}\n")
    assert not re.search(r"<(?!/?p>)", shown), shown


@FUZZ
@given(ANY_TEXT)
def test_facts(text: str) -> None:
    for read in (facts_from_json, facts_from_csv):
        try:
            read(text, "a.csv")
        except FactsProblem as refusal:
            assert refusal.problems




@FUZZ
@given(wounded(FACTS), wounded(CROSS))
def test_wounded_facts(document: bytes, table: bytes) -> None:
    for read, content in ((facts_from_json, document), (facts_from_csv, table)):
        try:
            read(content.decode("utf-8", "replace"), "a.csv")
        except FactsProblem as refusal:
            assert refusal.problems


def refused_or_read(read: Callable[[], object]) -> None:
    try:
        read()
    except Refused as refusal:
        assert refusal.problems


@FUZZ
@given(content=wounded(made_ees.text(made_ees.rows()).encode()) | ANY_BYTES)
def test_statistics_of_the_department(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "leavers.csv"
    path.write_bytes(content)
    refused_or_read(lambda: read_table(path))


@FUZZ
@given(content=ANY_BYTES | wounded((made_ees.PUBLISHED % {"use": "published"}).encode()))
def test_mappings(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "imports.yml").write_bytes(content)
    refused_or_read(lambda: read_mapping(tmp_path))


@pytest.fixture(scope="module")
def lait(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, bytes]:
    """Give LAIT's table of values, its dictionary and its workbook as bytes."""
    made = MadeLait(tmp_path_factory.mktemp("lait")).fill("2024", "2025").write()
    return made[0].read_bytes(), made[1].read_bytes(), made[2].read_bytes()


@FUZZ
@given(choice=st.data())
def test_lait(choice: st.DataObject, lait: tuple[bytes, bytes, bytes], tmp_path: Path) -> None:
    bulk, dictionary, workbook = tmp_path / "bulk.parquet", tmp_path / "dictionary.csv", tmp_path / "neighbours.xlsx"
    bulk.write_bytes(choice.draw(wounded(lait[0])))
    dictionary.write_bytes(choice.draw(wounded(lait[1])))
    workbook.write_bytes(choice.draw(wounded(lait[2])))
    refused_or_read(lambda: read_measures(bulk, ["a"]))
    refused_or_read(lambda: read_areas(bulk))
    refused_or_read(lambda: read_dictionary(dictionary))
    refused_or_read(lambda: read_neighbours(workbook))


REPORT = make_pdf(Ilacs().pages())


@FUZZ
@given(content=ANY_BYTES)
def test_reports_that_are_no_pdf(content: bytes) -> None:
    draft = read_content(b"%PDF-1.7\n" + content, "a.pdf")
    assert draft.problems


@FEW
@given(content=wounded(REPORT))
def test_wounded_reports(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    draft = read_report(path)
    assert draft.problems or draft.judgements
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < PATIENCE.total_seconds()


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the product keeps."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            many = value if isinstance(value, list | tuple) else value.values() if isinstance(value, dict) else [value]
            for one in many:
                for kept in one if isinstance(one, tuple) else (one,):
                    if isinstance(kept, re.Pattern) and isinstance(kept.pattern, str):
                        found.setdefault((kept.pattern, kept.flags), (f"{module.name}.{name}", kept))
    return sorted(found.values(), key=lambda one: (one[0], one[1].pattern))


LONG = [piece * (20_000 // len(piece)) for piece in ("a", "1", " ", "-", ".", "a-", "1,", "1 ", "[[", "<", "a@", "a.b", "1.", "£1", "\t \n", "(", "://a", "M1,1L", 'a="b" ')]


class TooLongError(Exception):
    """A pattern was stopped."""


def stop(*_: object) -> None:
    raise TooLongError


def test_no_pattern_takes_long_over_a_long_text() -> None:
    slow: list[str] = []
    before = signal.signal(signal.SIGPROF, stop)
    try:
        for name, pattern in patterns():
            for text in LONG:
                for whole in (text, f"[[figure:{text}", f"1{text}!"):
                    signal.setitimer(signal.ITIMER_PROF, 2)
                    try:
                        pattern.search(whole[:3000])
                        pattern.fullmatch(whole)
                    except TooLongError:
                        slow.append(f"{name} over {whole[:20]!r}")
                    finally:
                        signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, before)
    assert slow == []
