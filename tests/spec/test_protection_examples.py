"""What the public page of worked examples says is true: each example is put to the intruder and to the suppressor."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from generator.disclosure.cross_tables import protect_cross_table
from generator.disclosure.intruder import Facts, attack, facts_from_csv, facts_from_json
from generator.model import DisclosurePolicy
from generator.release.pages.protection import EXAMPLES, Answer, Example, Rows

BY_ID = {example.id: example for example in EXAMPLES}


def as_csv(rows: Rows) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def facts_of(example: Example) -> Facts:
    return facts_from_csv(as_csv(example.rows), example.id) if example.rows else facts_from_json(example.facts, example.id)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_what_an_example_says_leaks_leaks_and_nothing_else(example: Example) -> None:
    answer = attack(facts_of(example))
    assert answer.contradiction == example.contradiction
    if not example.contradiction:
        found = {name: answer.cells[name] for name in answer.leaks()}
        assert {name: Answer(cell.min, cell.max, cell.verdict.value) for name, cell in found.items()} == example.answers


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_the_words_of_an_example_hold_the_number_that_leaks(example: Example) -> None:
    """A number that leaks is in the sentence, in digits or as `nobody` or `a handful`."""
    for answer in example.answers.values():
        words = {0: "nobody", 2: "handful"}.get(answer.least or 0, "")
        assert re.search(rf"\b{answer.least}\b", example.says) or (words and words in example.says)


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.protected], ids=lambda example: example.id)
def test_the_program_protects_a_table_as_the_example_shows(example: Example) -> None:
    made = protect_cross_table(as_csv(example.protected), example.id, DisclosurePolicy())
    assert made.text == as_csv(example.rows).replace("[c]", "c")


def test_the_two_tables_of_seasons_hide_as_many_cells_of_the_same_numbers() -> None:
    leaking, safe = (as_csv(BY_ID[name].rows) for name in ("corner", "corner-mended"))
    assert leaking.count("[c]") == safe.count("[c]")
    one, other = (dict(cell for row in csv.reader(io.StringIO(text)) for cell in [(row[0], row[-1])]) for text in (leaking, safe))
    assert one == other


def test_every_hidden_number_of_the_safe_table_keeps_three_values() -> None:
    answer = attack(facts_of(BY_ID["corner-mended"]))
    assert all(cell.max is None or cell.min is None or cell.max - cell.min >= 2 for cell in answer.cells.values())


def test_hidden_girls_could_be_any_number_that_the_example_says() -> None:
    girls = attack(facts_of(BY_ID["second"])).cells["Children/Girls"]
    assert f"from {girls.min} to {girls.max}" in BY_ID["second"].says


def test_the_examples_are_unlike_each_other() -> None:
    assert len(BY_ID) == len(EXAMPLES)
    assert len({example.title for example in EXAMPLES}) == len(EXAMPLES)


def test_facts_that_are_printed_nowhere_else_are_json(tmp_path: Path) -> None:
    for example in EXAMPLES:
        assert bool(example.rows) != bool(example.facts)
        if example.facts:
            (tmp_path / example.id).write_text(json.dumps(json.loads(example.facts)))
