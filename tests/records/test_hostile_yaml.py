"""Broken and hostile YAML is refused in bounded time with its line; nothing is built, repeated or guessed."""

import time
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.records.collected import Collected
from generator.records.yaml_read import YamlFile, read_yaml
from tests.councils.making import checked, made_council, problems_after


def read(text: str | bytes) -> tuple[YamlFile | None, list[tuple[str, int | None]]]:
    """Read a text as a file; the tree, and code and line of each problem."""
    collected = Collected()
    content = text if isinstance(text, bytes) else text.encode()
    found = read_yaml("file.yml", content, collected)
    return found, [(problem.code, problem.place.row) for problem in collected.all()]


BAD: dict[str, tuple[str | bytes, list[tuple[str, int | None]]]] = {
    "python tag": ("a: 1\nb: !!python/object/apply:os.system ['true']\n", [("yaml-tag", 2)]),
    "own tag": ("a: !secret x\n", [("yaml-tag", 1)]),
    "tag on a key": ("!!str a: x\n", [("yaml-tag", 1)]),
    "tag on a list": ("a: !!set {x, y}\n", [("yaml-tag", 1)]),
    "bare tag": ("a: ! x\n", [("yaml-tag", 1)]),
    "anchor": ("a: &x 1\n", [("yaml-alias", 1)]),
    "alias": ("a: 1\nb: *x\n", [("yaml-alias", 2)]),
    "merge": ("a: &x {b: 1}\nc:\n  <<: *x\n", [("yaml-alias", 1)]),
    "alias bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"k{n}: &k{n} [*a,*a,*a,*a]\n" for n in range(40)),
        [("yaml-alias", 1)],
    ),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3)]),
    "two duplicate keys": ("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", [("duplicate-key", 2), ("duplicate-key", 5)]),
    "depth of 3,000 in brackets": ("a: " + "[" * 3000, [("yaml-depth", 1)]),
    "depth of 3,000 in braces": ("a: " + "{b: " * 3000, [("yaml-depth", 1)]),
    "depth of 3,000 in hyphens": ("- " * 3000 + "x", [("yaml-depth", 1)]),
    "many parts": ("[" + "x," * 200_000 + "]", [("yaml-depth", 1)]),
    "two documents": ("a: 1\n---\nb: 2\n", [("yaml-syntax", 2)]),
    "list as key": ("? [a, b]\n: c\n", [("yaml-syntax", 1)]),
    "tab": ("a:\n\tb: 1\n", [("yaml-syntax", 2)]),
    "open quote": ('a: "open\nb: 1\n', [("yaml-syntax", 3)]),
    "colon in a text": ("a: b: c\n", [("yaml-syntax", 1)]),
    "bad escape": ('a: "\\q"\n', [("yaml-syntax", 1)]),
    "empty": ("", [("empty-file", None)]),
    "NUL": ("a: b\x00\n", [("unsafe-character", 1)]),
    "bidi": ("a: b\nc: \u202ed\n", [("unsafe-character", 2)]),
    "Windows-1252": (b"a: \xa35\n", [("not-utf8", 1)]),
    "UTF-16": ("a: b\n".encode("utf-16"), [("not-utf8", None)]),
    "too many lines": ("- a\n" * 40_000, [("file-too-large", None)]),
    "a megabyte of nothing": ("#" * 990_000, []),
}


@pytest.mark.parametrize("name", BAD)
def test_broken_yaml_is_refused_with_its_line_in_bounded_time(name: str) -> None:
    text, expected = BAD[name]
    started = time.process_time()
    found, problems = read(text)
    assert time.process_time() - started < 4
    assert problems == expected
    assert found is None or not expected


def test_words_stay_words_and_numbers_stay_as_typed() -> None:
    found, _ = read(
        "a: NO\nb: 2025\nc: 1_000\nd: 2025-07-14\ne: 0o17\nf: on\ng: 'null'\nh: null\ni:\nj: ~\nk: 1e3\n"
    )
    assert found is not None
    assert found.tree == {
        "a": "NO", "b": "2025", "c": "1_000", "d": "2025-07-14", "e": "0o17", "f": "on", "g": "null",
        "h": None, "i": None, "j": None, "k": "1e3",
    }  # fmt: skip


def test_folded_and_literal_texts_become_one_line() -> None:
    found, _ = read("a: >-\n  one\n  two\nb: |\n  three\n  four\n")
    assert found is not None
    assert found.tree == {"a": "one two", "b": "three four"}


def test_every_part_knows_its_line() -> None:
    found, _ = read("# first\na:\n  - b: 1\n    c: 2\n  - b: 3\n")
    assert found is not None
    assert found.lines == {
        (): 2,
        ("a",): 2,
        ("a", 0): 3,
        ("a", 0, "b"): 3,
        ("a", 0, "c"): 4,
        ("a", 1): 5,
        ("a", 1, "b"): 5,
    }


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    found, problems = read(b"\xef\xbb\xbfa: 1\r\nb: two\r\n")
    assert found is not None
    assert (found.tree, problems) == ({"a": "1", "b": "two"}, [])


def test_no_in_a_text_is_text_and_in_a_yes_or_no_field_is_no(tmp_path: Path) -> None:
    folder = made_council(
        tmp_path / "council",
        "in data/council.yml\n- short_name: Exampleshire\n+ short_name: NO\n"
        "in data/indicators.yml\n-   local: true\n+   local: no",
    )
    records, problems = checked(folder)
    assert problems == ()
    assert records is not None
    assert records.content.council.short_name == "NO"
    assert [one.local for one in records.content.indicators] == [False, False]


def at_line(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    """Code, line and name of each problem."""
    return [(problem.code, problem.place.row, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  decimals: 0", "  decimals: 9", ("out-of-bounds", 7, "decimals")),
        ("  decimals: 0", "  decimals: 0.5", ("bad-whole-number", 7, "decimals")),
        ("  polarity: higher\n-   counts: children\n-   period_kind: month", "  polarity: up\n+   counts: children\n+   period_kind: month", ("unknown-word", 32, "polarity")),
        ("  local: true", "  local: maybe", ("bad-yes-no", 41, "local")),
        ("  next_due: 2026-12-15", "  next_due: 2026-02-30", ("bad-date", 22, "next_due")),
        ("  next_due: 2026-12-15", "  next_due: soon", ("bad-date", 22, "next_due")),
        ("  target: 20", "  target: twenty", ("not-a-number", 44, "target")),
        ("  definition: Interviews that were held in the month, as the council counts them.", "  definition:", ("missing-value", 35, "definition")),
        ("    - missing from home", "    -", ("missing-value", 24, "synonyms")),
        ("    - missing from home", "    - [missing]", ("wrong-shape", 24, "synonyms")),
        ("  target_source: NEWS", "  target_source: {id: NEWS}", ("wrong-shape", 45, "target_source")),
        ("  evidence: direct", "  evidence: directly", ("unknown-word", 17, "evidence")),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_at_its_line(
    old: str, new: str, expected: tuple[str, int, str], tmp_path: Path
) -> None:
    problems = problems_after(tmp_path / "council", f"in data/indicators.yml\n- {old}\n+ {new}")
    assert expected in at_line(problems)
    assert len([problem for problem in problems if problem.place.file == "data/indicators.yml"]) == 1
