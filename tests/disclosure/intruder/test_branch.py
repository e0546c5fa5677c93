"""The last resort of the intruder: exact search, alone and in the place of a solver whose floats are not to be trusted."""

import itertools
import random

import pytest

from generator.disclosure.intruder import Undecided, attack, facts_from_csv
from generator.disclosure.intruder.bounds import forget
from generator.disclosure.intruder.branch import OutOfSteps, find_table
from generator.disclosure.intruder.linear import Row
from generator.disclosure.intruder.solver import Model

TABLES = (
    "Home,Girls,Boys,Total\nOne,c,c,9\nTwo,c,c,8\nTotal,7,10,17\n",
    "Home,Girls,Boys,Other,Total\nOne,c,c,c,12\nTwo,c,c,c,9\nThree,6,8,c,c\nTotal,15,14,7,36\n",
    "Home,Girls,Boys,Total\nOne,c,6,9\nTwo,8,7,15\nTotal,11,13,24\n",
)


def true_of(counts: tuple[int, ...], rows: list[Row]) -> bool:
    sums = [(row, sum(weight * counts[column] for column, weight in zip(row.columns, row.weights, strict=True))) for row in rows]
    return all((row.low is None or row.low <= found) and (row.high is None or found <= row.high) for row, found in sums)


@pytest.mark.parametrize("seed", range(60))
def test_a_table_is_found_where_and_only_where_there_is_one(seed: int) -> None:
    chance = random.Random(seed)
    rows = []
    for _ in range(chance.randint(1, 3)):
        middle = chance.randint(-3, 9)
        rows.append(Row((0, 1, 2), tuple(chance.choice((-2, -1, 1, 2, 3)) for _ in range(3)), middle, middle + chance.choice((0, 0, 1))))
    there = any(true_of(counts, rows) for counts in itertools.product(range(5), repeat=3))
    found = find_table([0, 0, 0], [4, 4, 4], rows)
    assert (found is not None) == there
    if found is not None:
        assert all(0 <= count <= 4 for count in found)
        assert true_of(tuple(found), rows)


def test_a_count_without_an_end_is_given_up() -> None:
    with pytest.raises(OutOfSteps):
        find_table([0, 0], [None, None], [Row((0, 1), (1, -1), 0, 0)])


def test_too_many_halvings_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.disclosure.intruder.branch.NODES", 1)
    with pytest.raises(OutOfSteps):
        find_table([0, 0], [9, 9], [Row((0, 1), (1, 1), 9, 9)])


@pytest.mark.parametrize("table", [TABLES[0], TABLES[2]])
def test_without_the_solver_s_tables_the_answer_is_the_same(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = facts_from_csv(table, "made.csv")
    forget()
    usual = attack(facts)
    forget()
    monkeypatch.setattr(Model, "_checked", lambda _model, _vertex: None)
    assert attack(facts) == usual
    forget()


@pytest.mark.parametrize("nodes", [20_000, 0])
def test_where_a_count_stays_unsettled_nothing_is_called_safe(nodes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exact search finds ranges and not every value within one; then, as where it gives up, there is no answer at all."""
    forget()
    monkeypatch.setattr(Model, "_checked", lambda _model, _vertex: None)
    monkeypatch.setattr("generator.disclosure.intruder.branch.NODES", nodes)
    with pytest.raises(Undecided):
        attack(facts_from_csv(TABLES[1], "made.csv"))
    forget()
