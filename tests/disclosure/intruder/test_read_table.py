"""Facts from a CSV cross-table: what is read, and what is refused in which words."""

import time

import pytest

from generator.disclosure.intruder import Cell, FactsProblem, Sum, attack, facts_from_csv
from generator.disclosure.intruder.read_table import MOST_CELLS
from generator.disclosure.intruder.refusal import MOST_TOLD


def problems(text: str, total_label: str | None = None) -> list[str]:
    """Every problem of a table: where, what, and how to mend it."""
    with pytest.raises(FactsProblem) as refused:
        facts_from_csv(text, "table.csv", total_label=total_label)
    return [f"{problem.place}: {problem.found} {problem.fix}" for problem in refused.value.problems]


def test_margins_on_both_sides_are_sums_of_the_rest() -> None:
    facts = facts_from_csv("area,a,b,Total\nnorth,c,7,9\nsouth,3,[c],5\nALL,5,9,14\n", "table.csv")
    assert facts.cells["north/a"] == Cell.confidential() == facts.cells["south/b"]
    assert facts.cells["ALL/Total"] == Cell.shown(14)
    assert facts.sums == (
        Sum("north/Total", ("north/a", "north/b")),
        Sum("south/Total", ("south/a", "south/b")),
        Sum("ALL/Total", ("ALL/a", "ALL/b")),
        Sum("ALL/a", ("north/a", "south/a")),
        Sum("ALL/b", ("north/b", "south/b")),
        Sum("ALL/Total", ("north/Total", "south/Total")),
    )


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("area,all,a,b\nnorth,9,c,7\n", "north/all"),
        ("area,a\nnorth,c\nsouth,7\ntotal,9\n", "total/a"),
        ("\ufeffarea,a,b,Total\r\n\r\nnorth,c,7,9\r\n,,,\r\n", "north/Total"),
    ],
)
def test_one_margin_is_enough_and_may_stand_anywhere(text: str, total: str) -> None:
    facts = facts_from_csv(text, "table.csv")
    assert [one.total for one in facts.sums] == [total]
    assert [cell.min for cell in attack(facts).cells.values()] == [2]


def test_a_total_may_go_by_another_name() -> None:
    facts = facts_from_csv("area,a,b,England\nnorth,c,7,9\n", "table.csv", total_label="england")
    assert facts.sums == (Sum("north/England", ("north/a", "north/b")),)


def test_thousands_and_symbols_are_read() -> None:
    facts = facts_from_csv('area,a,b,d,e,Total\nnorth,"1,200",z,x,[low],"1,209"\n', "table.csv")
    answer = attack(facts)
    assert facts.cells["north/a"] == Cell.shown(1200)
    assert {name: (cell.min, cell.max) for name, cell in answer.cells.items()} == {
        "north/d": (0, 8),
        "north/e": (1, 9),
    }


def test_the_policy_comes_from_the_caller() -> None:
    facts = facts_from_csv("area,a,Total\nnorth,c,0\n", "table.csv", threshold=7, zeros_shown=False, keep=4)
    assert (facts.threshold, facts.zeros_shown, facts.keep) == (7, False, 4)
    assert attack(facts).cells["north/a"].max == 0


def test_a_table_without_totals_is_refused() -> None:
    assert problems("area,a,b\nnorth,c,7\n") == [
        "table.csv, row 1: No column and no row is labelled Total or All."
        " Label the totals so, or say with --total what they are called."
    ]
    assert problems("area,a,Total\nnorth,c,7\n", total_label="Sum") == [
        "table.csv, row 1: No column and no row is labelled what you said the total is called."
        " Label the totals so, or say with --total what they are called."
    ]


def test_two_totals_are_refused_until_the_caller_says_which() -> None:
    text = "area,a,Total,All\nnorth,c,7,7\n"
    assert problems(text) == ["table.csv, row 1: 2 columns look like totals. Say with --total which it is."]
    assert facts_from_csv(text, "table.csv", total_label="All").sums == (
        Sum("north/All", ("north/a", "north/Total")),
    )


def test_everything_wrong_is_told_at_once_by_row_and_column_and_no_value_is_repeated() -> None:
    fix = "Write a whole number up to 1,000,000,000,000, or one of the symbols c, low, u, x, z."
    text = (
        "area,a,b,,a,Total\nnorth,*,4.17,1,2,\n,1,2,3,4,10\nnorth,-417,1,2,3\nTotal,12%,9999999999999,1,1,1\n"
    )
    assert problems(text) == [
        "table.csv, row 1, column a: 2 columns have this label. Give each column its own label.",
        "table.csv, row 1, column number 4: This column has no label. Label it in the first row.",
        f"table.csv, row 2, column Total: This cell is empty. {fix}",
        f"table.csv, row 2, column a: This cell is neither a whole number of people nor a symbol. {fix}",
        f"table.csv, row 2, column b: This cell is neither a whole number of people nor a symbol. {fix}",
        "table.csv, row 3, column area: This row has no label. Label it in the first column.",
        "table.csv, row 4: This row has 5 cells and the first row has 6. Make them equal.",
        f"table.csv, row 4, column a: This cell is neither a whole number of people nor a symbol. {fix}",
        "table.csv, row 4, column area: An earlier row has the same label. Give each row its own label.",
        f"table.csv, row 5, column a: This cell is neither a whole number of people nor a symbol. {fix}",
        f"table.csv, row 5, column b: This cell is neither a whole number of people nor a symbol. {fix}",
    ]


@pytest.mark.parametrize("text", ["", "area,a,Total\n", "area\nnorth\n"])
def test_a_file_without_a_table_is_refused(text: str) -> None:
    assert problems(text) == [
        "table.csv, row 1: A table needs a row of column labels and at least one row of cells."
        " Put row labels in the first column and column labels in the first row."
    ]


def test_a_stray_quotation_mark_is_refused() -> None:
    assert problems('area,a,Total\nnorth,"c" ,7\n')[0] == (
        "table.csv, row 2: This is not CSV: a quotation mark is out of place. Save as CSV again."
    )


def test_a_table_of_more_cells_than_people_read_is_not_read_to_the_end() -> None:
    text = "Area,Boys,Girls,Total\n" + "North,3,9,12\n" * 300_000
    began = time.process_time()
    with pytest.raises(FactsProblem) as refused:
        facts_from_csv(text, "a.csv")
    assert time.process_time() - began < 5
    (problem,) = refused.value.problems
    assert problem.found == f"The table has more than {MOST_CELLS:,} cells, so the rest was not read."
    assert problem.place.row == MOST_CELLS // 4 + 1
    assert problems(text * 2) == [
        "table.csv: The file has more than 5,000,000 characters, so it was not read. "
        "Give a table that people read, or each part by itself."
    ]


def test_a_thousand_faults_are_listed_and_the_others_counted() -> None:
    with pytest.raises(FactsProblem) as refused:
        facts_from_csv("Area,Boys,Total\n" + "North,?,12\n" * 1_200, "a.csv")
    rest, *listed = refused.value.problems
    assert (len(listed), rest.found) == (MOST_TOLD, "1,399 more faults are not listed.")


def test_a_table_of_twenty_thousand_counts_is_read_with_its_margins() -> None:
    rows, columns = 200, 100
    lines = ["Area," + ",".join(f"c{at}" for at in range(columns)) + ",Total"]
    lines += [f"r{at}," + ",".join(["7"] * columns) + f",{7 * columns}" for at in range(rows)]
    lines.append("Total," + ",".join([str(7 * rows)] * columns) + f",{7 * rows * columns}")
    facts = facts_from_csv("\n".join(lines), "table.csv")
    assert len(facts.cells) == (rows + 1) * (columns + 1)
