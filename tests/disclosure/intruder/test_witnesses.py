"""Tables that the published facts cannot tell apart."""

import random
from fractions import Fraction

from generator.disclosure.intruder import (
    Cell,
    Facts,
    Implied,
    Order,
    Ratio,
    Sum,
    attack,
    facts_from_csv,
    holds,
    witness_tables,
)

TABLE = "area,a,b,d,Total\nnorth,c,c,9,15\nsouth,c,c,20,28\nTotal,8,6,29,43\n"


def test_witnesses_are_different_true_tables() -> None:
    facts = facts_from_csv(TABLE, "table.csv")
    tables = witness_tables(facts, 3)
    assert len(tables) == 3
    assert len({tuple(table.items()) for table in tables}) == 3
    assert all(holds(facts, table) for table in tables)
    assert all(table.keys() == facts.cells.keys() for table in tables)


def test_two_witnesses_differ_in_every_cell_that_is_not_recovered_here() -> None:
    first, second = witness_tables(facts_from_csv(TABLE, "table.csv"), 2)
    assert {name for name in first if first[name] != second[name]} == {
        "north/a",
        "north/b",
        "south/a",
        "south/b",
    }


def test_no_more_witnesses_are_given_than_there_are_tables() -> None:
    facts = Facts(
        {"a": Cell.confidential(), "b": Cell.confidential(), "t": Cell.shown(3)}, (Sum("t", ("a", "b")),)
    )
    assert sorted(table["a"] for table in witness_tables(facts, 10)) == [1, 2]


def test_figures_that_cannot_all_be_true_have_no_witness() -> None:
    facts = Facts({"a": Cell.shown(1), "t": Cell.shown(2)}, (Sum("t", ("a",)),))
    assert witness_tables(facts, 2) == []


def test_cells_without_an_upper_end_differ_too() -> None:
    facts = Facts(
        {
            "a": Cell.confidential(),
            "b": Cell.confidential(),
            "base": Cell.confidential(),
            "alone": Cell.confidential(),
        },
        ratios=(Ratio("a", "base", Fraction(50), 0, Fraction(100)),),
        orders=(Order("b", "a", strict=True),),
        implied=(Implied("rest", ("base", "a")),),
    )
    first, second = witness_tables(facts, 2)
    assert holds(facts, first)
    assert holds(facts, second)
    assert all(first[name] != second[name] for name in facts.cells)


def test_a_cells_own_range_limits_its_witnesses() -> None:
    facts = facts_from_csv(TABLE, "table.csv")
    cells = dict(facts.cells) | {"north/a": Cell.confidential(high=2)}
    limited = Facts(cells, facts.sums)
    assert {table["north/a"] for table in witness_tables(limited, 10)} == {1, 2}


def test_a_false_table_does_not_hold() -> None:
    facts = Facts(
        {"a": Cell.confidential(), "b": Cell.within(0, 9), "t": Cell.shown(9)},
        (Sum("t", ("a", "b")),),
        (Ratio("a", "t", Fraction(44), 0, Fraction(100)),),
        (Order("b", "a", strict=True),),
    )
    assert holds(facts, {"a": 4, "b": 5, "t": 9})
    assert not holds(facts, {"a": 3, "b": 6, "t": 9})
    assert not holds(facts, {"a": 4, "b": 6, "t": 9})
    assert not holds(facts, {"a": 4, "b": 5, "t": 10})
    assert not holds(Facts(facts.cells, facts.sums, orders=(Order("a", "b"),)), {"a": 4, "b": 5, "t": 9})


def test_witnesses_of_random_tables_hold_and_stay_within_the_ranges_found() -> None:
    for seed in range(40):
        chance = random.Random(seed)
        rows = [[chance.randint(0, 8) for _ in range(4)] for _ in range(4)]
        lines = [
            [f"row{number}", *("c" if 1 <= count <= 5 else str(count) for count in row), str(sum(row))]
            for number, row in enumerate(rows)
        ]
        lines.append(
            ["Total", *(str(sum(column)) for column in zip(*rows, strict=True)), str(sum(map(sum, rows)))]
        )
        text = "\n".join(",".join(line) for line in [["area", *"abde", "Total"], *lines])
        facts = facts_from_csv(text, "table.csv")
        answer = attack(facts)
        tables = witness_tables(facts, 4)
        assert tables
        for table in tables:
            assert holds(facts, table)
            for name, cell in answer.cells.items():
                assert cell.min is not None
                assert cell.min <= table[name] <= (cell.max or 10**6)
