"""Which changes to a rule no test notices: every constant and comparison, changed one at a time.

Run it with `python -m tests.benchmarks.mutate [MODULE…]` from the top of the repository; without a name, all rules.
Nothing is written: each change is made in the memory of a process of its own, which then runs the tests of that module.
What survives is printed, and either gets the test that kills it or stands in `EQUAL` with the reason why nobody could tell.
"""

import ast
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 100
"""Seconds of work after which a change counts as noticed: it made a test run without end."""

HEAVY = ("pytest", "hypothesis", "playwright.sync_api", "generator.model", "generator.figures")
"""What tests load that holds no rule: loaded once, before the first change."""

TESTS = {
    "generator/statistics/arithmetic.py": ("tests/statistics/test_arithmetic.py", "tests/statistics"),
    "generator/statistics/comparison.py": ("tests/statistics/test_comparison.py", "tests/statistics"),
    "generator/statistics/intervals.py": ("tests/statistics/test_intervals.py", "tests/statistics"),
    "generator/statistics/spc.py": ("tests/statistics/test_spc.py", "tests/statistics"),
    "generator/statistics/trend.py": ("tests/statistics/test_trend.py", "tests/statistics"),
    "generator/release/analyse/areas.py": ("tests/release/analyse",),
    "generator/release/analyse/change.py": ("tests/release/analyse",),
    "generator/release/analyse/compare.py": ("tests/release/analyse",),
    "generator/release/analyse/promises.py": ("tests/release/analyse",),
    "generator/release/analyse/threads.py": ("tests/release/analyse",),
    "generator/release/freshness.py": ("tests/release/test_freshness.py",),
    "generator/release/reading_age.py": ("tests/release/test_reading_age.py",),
    "generator/release/staleness.py": ("tests/release/test_staleness.py",),
    "generator/release/statements.py": ("tests/release/test_statements.py",),
    "generator/release/words.py": ("tests/release/test_words.py", "tests/release/test_statements.py"),
    "generator/release/pages/chart_requests.py": ("tests/release/pages/test_chart_requests.py",),
    "generator/disclosure/primary.py": ("tests/disclosure/test_primary.py", "tests/disclosure/test_door.py", "tests/disclosure/test_protected_tables.py", "tests/disclosure/test_protect_command.py"),
    "generator/disclosure/totals.py": ("tests/disclosure/test_totals.py", "tests/disclosure/test_door.py", "tests/disclosure/test_earlier_releases.py"),
}
"""The rules, and the tests that hold each, nearest first."""

_ONE_SIGN = "a rule's direction is tested for nought on the line before"
_ONE_UNIT = "all figures of an indicator have its unit and its kind of period"
_ONE_FIGURE = "an indicator has one figure for a place and a time"
_KNOWN = "what is shown has a value: the nought is for the types"
_BEFORE = "equal figures have been answered before"
_PLACE = "only the place of the last digit counts"
_ENOUGH = "more halvings than a float has digits, either way"
_ONE_WAY = "the way that is better is 1 or -1 there: that neither way is better has been answered before"
EQUAL = {
    ("generator/statistics/spc.py", "direction > 0 -> direction >= 0"): _ONE_SIGN,
    ("generator/statistics/spc.py", "return upward if direction > 0 else downward: 0 -> -1"): _ONE_SIGN,
    ("generator/statistics/comparison.py", "improvement < 0 -> improvement <= 0"): _ONE_WAY,
    ("generator/statistics/comparison.py", "(other - number) * improvement -> (other - number) / improvement"): _ONE_WAY,
    ("generator/statistics/comparison.py", "bands = tuple(Band) if improvement < 0 else tuple(reversed(Band)): 0 -> 1"): _ONE_WAY,
    ("generator/statistics/intervals.py", "_BISECTIONS: Final = 100: 100 -> 101"): _ENOUGH,
    ("generator/statistics/intervals.py", "lowest, highest = 0.0, 3.0 * EXACT_BELOW: 3.0 -> 3.0300000000000002"): "the range holds every limit of a small count with room to spare",
    ("generator/statistics/intervals.py", "lowest, highest = 0.0, 3.0 * EXACT_BELOW: 3.0 -> 2.9699999999999998"): "the range holds every limit of a small count with room to spare",
    ("generator/statistics/intervals.py", "function(middle) > 0 -> function(middle) >= 0"): "the middle of the search never stands on the root itself",
    ("generator/statistics/intervals.py", "_BISECTIONS: Final = 100: 100 -> 99"): _ENOUGH,
    ("generator/statistics/intervals.py", "lower = 0.0 if numerator == 0 else (centre - reach) / width: 0 -> -1"): "the arithmetic gives nought too",
    ("generator/release/analyse/threads.py", "return Mention(inspection, _standing(items, findings), items, findings, notes[0] if notes else None): 0 -> -1"): "there is one note at most",
    ("generator/release/statements.py", "for reading in since if reading.change.latest -> for reading in since if True"): "a figure about a later time has a latest figure",
    ("generator/release/statements.py", "for reading in after if reading.change.latest -> for reading in after if True"): "a figure about a later time has a latest figure",
    ("generator/release/statements.py", 'noun = "area" if wanted[0].kind is ItemKind.AREA_FOR_IMPROVEMENT else "recommendation": 0 -> -1'): "what one report asks for is all of one kind",
    ("generator/release/freshness.py", "return tuple(one for _, _, one in sorted(late, key=lambda row: row[:2])): 2 -> 3"): "no two rows have the same place",
    ("generator/release/freshness.py", "return tuple(one for _, _, one in sorted(late, key=lambda row: row[:2])): 2 -> 1"): "sorting keeps equals in their order",
    ("generator/release/pages/chart_requests.py", "for figure in figures if figure.value is not None -> for figure in figures if True"): _KNOWN,
    ("generator/release/pages/chart_requests.py", "if same and last.value is not None and same[0].value is not None:: 0 -> -1"): _ONE_FIGURE,
    ("generator/release/pages/chart_requests.py", "if words.shown(last, indicator) == words.shown(same[0], indicator):: 0 -> -1"): _ONE_FIGURE,
    ("generator/release/pages/chart_requests.py", "last.value > same[0].value -> last.value >= same[0].value"): _BEFORE,
    ("generator/release/pages/chart_requests.py", 'relation = "above" if last.value > same[0].value else "below": 0 -> -1'): _ONE_FIGURE,
    ("generator/release/pages/chart_requests.py", "(own[-1].value or 0) > (own[0].value or 0) -> (own[-1].value or 0) >= (own[0].value or 0)"): "equal figures are answered after, in other words",
    ("generator/release/pages/chart_requests.py", "if same and same[0].value is not None:: 0 -> -1"): _ONE_FIGURE,
    ("generator/release/pages/chart_requests.py", "bars.append(Bar(name, float(same[0].value), words.shown(same[0], indicator), emphasis=code == council.code)): 0 -> -1"): _ONE_FIGURE,
    ("generator/disclosure/primary.py", "return (count / base).quantize(Decimal(1), rounding=ROUND_HALF_UP) * base: 1 -> 2"): _PLACE,
    ("generator/disclosure/primary.py", "return (count / base).quantize(Decimal(1), rounding=ROUND_HALF_UP) * base: 1 -> 0"): _PLACE,
    ("generator/disclosure/primary.py", "if policy.rounded_to == 1:: 1 -> 0"): "the arithmetic gives the same where nothing is rounded",
    ("generator/release/words.py", "for figure in present if figure.value is not None -> for figure in present if True"): _KNOWN,
    ("generator/release/words.py", "return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP): 1 -> 2"): _PLACE,
    ("generator/release/words.py", "return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP): 1 -> 0"): _PLACE,
    ("generator/release/words.py", "value < 0 -> value <= 0"): "a nought has no sign, as what is printed as one has none",
    ("generator/release/words.py", "now.value > before.value -> now.value >= before.value"): _BEFORE,
    ("generator/release/words.py", "one > 0 -> one >= 0"): "standing still is no step",
    ("generator/release/words.py", "other > 0 -> other >= 0"): "standing still is no step",
    ("generator/release/words.py", "own.lower > theirs.upper -> own.lower >= theirs.upper"): "ranges that touch are similar, which has been answered before",
    ("generator/release/words.py", "latest.value > Decimal(str(indicator.target)) -> latest.value >= Decimal(str(indicator.target))"): _BEFORE,
    ("generator/release/reading_age.py", "at = next((place for place in range(len(self._open) - 1, -1, -1) if self._open[place][0] == tag), None): 1 -> 2"): "the last element has been looked at first",
    ("generator/release/statements.py", "latest.value > previous.value -> latest.value >= previous.value"): _BEFORE,
    ("generator/release/statements.py", "latest.value > previous.value -> latest.value < previous.value"): "only whether the two ways differ counts",
    ("generator/release/statements.py", "_ORDER.index(overall) > _ORDER.index(before_grade) -> _ORDER.index(overall) >= _ORDER.index(before_grade)"): _BEFORE,
    ("generator/disclosure/totals.py", "if len(every) == 1:: 1 -> 0"): "one label has no groups: going on finds nothing",
    ("generator/disclosure/totals.py", "if figures[0].unit is Unit.COUNT:: 0 -> 1"): _ONE_UNIT,
    ("generator/disclosure/totals.py", "if figures[0].unit is Unit.COUNT:: 0 -> -1"): _ONE_UNIT,
    ("generator/disclosure/totals.py", "if whole.unit is not short[0].unit:: 0 -> 1"): _ONE_UNIT,
    ("generator/disclosure/totals.py", "if whole.unit is not short[0].unit:: 0 -> -1"): _ONE_UNIT,
    ("generator/disclosure/totals.py", "start = _start(whole.period, short[0].period.kind): 0 -> 1"): _ONE_UNIT,
    ("generator/disclosure/totals.py", "start = _start(whole.period, short[0].period.kind): 0 -> -1"): _ONE_UNIT,
    ("generator/release/analyse/change.py", "latest.value > previous.value -> latest.value >= previous.value"): _BEFORE,
}
"""Changes that nobody can tell from the original, by module and description, each with its reason."""

SWAPPED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
REVERSED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a module: where, from what to what, and the module with it."""

    line: int
    said: str
    source: str


def changes_of(text: str) -> Iterator[Change]:
    """Every change of one constant, comparison, sign or link in the text of a module."""
    tree = ast.parse(text)
    lines = ["", *text.splitlines()]
    for node in _rules(tree):
        line = getattr(node, "lineno", 0)
        within = f"{lines[line].strip()}: " if isinstance(node, ast.Constant) else ""
        for original, changed, undo in _variants(node):
            yield Change(line, f"{within}{original} -> {changed}", ast.unparse(tree))
            undo()


def _rules(tree: ast.Module) -> list[ast.AST]:
    """Every node outside annotations, the texts that explain, and `strict=` of zip, which only guards."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        found.append(node)
        for name, part in ast.iter_fields(node):
            explains = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            guards = isinstance(node, ast.keyword) and node.arg == "strict"
            if explains or guards or name in ("annotation", "returns", "decorator_list"):
                continue
            parts = part if isinstance(part, list) else [part]
            waiting.extend(one for one in parts if isinstance(one, ast.AST))
    return sorted(found, key=lambda node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0)))


def _variants(node: ast.AST) -> Iterator[tuple[str, str, "Undo"]]:
    """Make each change to a node in place; the caller undoes it before the next."""
    if isinstance(node, ast.Constant):
        for value in _other_values(node.value):
            yield from _put(node, "value", value)
    elif isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in SWAPPED[type(operator)]:
                yield from _put(node, "ops", [*node.ops[:at], other(), *node.ops[at + 1 :]])
    elif isinstance(node, ast.BoolOp):
        yield from _put(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
    elif isinstance(node, ast.BinOp) and type(node.op) in REVERSED:
        yield from _put(node, "op", REVERSED[type(node.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield from _put(node, "op", ast.UAdd())
    elif isinstance(node, ast.If | ast.IfExp) and not isinstance(node.test, ast.Compare):
        yield from _put(node, "test", ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            yield from _put(node, "ifs", [*node.ifs[:at], ast.Constant(value=True), *node.ifs[at + 1 :]])


class Undo:
    """Puts a part of a node back."""

    def __init__(self, node: ast.AST, name: str) -> None:
        self.node, self.name, self.before = node, name, getattr(node, name)

    def __call__(self) -> None:
        """Put it back."""
        setattr(self.node, self.name, self.before)


def _put(node: ast.AST, name: str, value: object) -> Iterator[tuple[str, str, Undo]]:
    original = _told(node)
    undo = Undo(node, name)
    setattr(node, name, value)
    yield original, _told(node), undo


def _told(node: ast.AST) -> str:
    if isinstance(node, ast.If):
        return f"if {ast.unparse(node.test)}"
    return " ".join(ast.unparse(node).split())[:110]


def _other_values(value: object) -> list[object]:
    """Constants beside this one: one more and one less, the other truth, the last figure of a number in quotes."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * 1.01, value * 0.99] if value else [0.01, -0.01]
    if isinstance(value, str) and value.replace(".", "", 1).isdigit():
        return [f"{value[:-1]}{(int(value[-1]) + step) % 10}" for step in (1, 9)]
    return []


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives Python a changed module in place of the one on the disk."""

    def __init__(self, module: str, path: Path, source: str) -> None:
        self.module, self.path, self.source = module, path, source

    def find_spec(self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        """Answer for the changed module alone."""
        return importlib.util.spec_from_loader(fullname, self, origin=str(self.path)) if fullname == self.module else None

    def get_source(self, fullname: str) -> str:
        """The changed text."""
        return self.source


def noticed(module: str, source: str, tests: Sequence[str]) -> bool:
    """Whether a test fails in a process that has the changed module; tests are tried nearest first."""
    child = os.fork()
    if child:
        return bool(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    import pytest

    name = module.removesuffix(".py").replace("/", ".")
    sys.meta_path.insert(0, Changed(name, ROOT / module, source))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        failed = any(pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning", test]) for test in tests)
    os._exit(int(failed))


def survivors(module: str) -> Iterator[Change]:
    """Every change to a module that its tests do not notice and that is not known to be equal."""
    text = (ROOT / module).read_text("utf-8")
    for change in changes_of(text):
        if (module, change.said) not in EQUAL and not noticed(module, change.source, TESTS[module]):
            yield change


def main(wanted: Sequence[str]) -> int:
    """Print what survives in the modules that are wanted, or in all."""
    os.environ["CI"] = "true"  # for hypothesis: the same examples each time, however slow the machine is
    for library in HEAVY:
        importlib.import_module(library)
    left = 0
    for module in wanted or TESTS:
        text = (ROOT / module).read_text("utf-8")
        if noticed(module, text, TESTS[module]):
            print(f"{module}: its tests fail without any change", flush=True)
            left += 1
            continue
        total = sum(1 for _ in changes_of(text))
        found = 0
        for change in survivors(module):
            found += 1
            print(f"{module}:{change.line}: {change.said}", flush=True)
        print(f"{module}: {total} changes, {found} not noticed", flush=True)
        left += found
    return int(left > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
