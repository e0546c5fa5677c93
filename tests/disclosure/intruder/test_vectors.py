"""The specification's vectors: published tables, and what an outsider can work out from each.

V1 and V2: Statistical Policy Working Paper 22. V4 and V6: vignettes of GaussSuppression. V7 and V8:
Eurostat's handbook on statistical disclosure control, chapter 5. The others were made for this test.
"""

import json

import pytest

from generator.disclosure.intruder import Answer, attack, facts_from_csv, facts_from_json

WORKING_PAPER = """County,Q1,Q2,Q3,Q4,Total
Alpha,15,1,3,1,20
Beta,20,10,10,15,55
Gamma,3,10,10,2,25
Delta,12,14,7,2,35
Total,50,35,30,20,135
"""


def with_hidden(table: str, *hidden: str) -> str:
    """The table with `c` in the cells named by the row's first letter and the column's number: A2."""
    rows = [line.split(",") for line in table.splitlines()]
    for name in hidden:
        row = next(fields for fields in rows[1:] if fields[0].startswith(name[0]))
        row[int(name[1])] = "c"
    return "\n".join(",".join(fields) for fields in rows)


def attack_facts(**facts: object) -> Answer:
    """Attack facts written as in a JSON file."""
    return attack(facts_from_json(json.dumps(facts), "facts.json"))


def ranges(answer: Answer) -> dict[str, tuple[int | None, int | None, str]]:
    """What the answer says of each cell."""
    return {name: (cell.min, cell.max, cell.verdict.value) for name, cell in answer.cells.items()}


def test_v1_hiding_one_more_small_cell_in_each_line_still_gives_alphas_fourth_cell_away() -> None:
    table = with_hidden(WORKING_PAPER, "A2", "A3", "A4", "B2", "B3", "G1", "G4", "D1", "D4")
    answer = attack(facts_from_csv(table, "v1.csv"))
    assert ranges(answer)["Alpha/Q4"] == (1, 1, "RECOVERED")
    assert answer.leaks() == ("Alpha/Q4",)


def test_v2_the_same_table_with_a_better_pattern_is_safe() -> None:
    table = with_hidden(WORKING_PAPER, "A2", "A3", "A4", "G1", "G2", "G4", "D1", "D3", "D4")
    answer = attack(facts_from_csv(table, "v2.csv"))
    assert len(answer.cells) == 9
    assert answer.leaks() == ()


def test_v4_hiding_both_ages_in_two_countries_is_safe() -> None:
    table = "age,Spain,Iceland,Portugal,Total\nyoung,5,c,c,7\nold,6,c,c,13\nTotal,11,5,4,20\n"
    answer = attack(facts_from_csv(table, "v4.csv", zeros_shown=False))
    assert ranges(answer) == {
        "young/Iceland": (0, 2, "SAFE"),
        "young/Portugal": (0, 2, "SAFE"),
        "old/Iceland": (3, 5, "SAFE"),
        "old/Portugal": (2, 4, "SAFE"),
    }


def test_v6_hidden_zeros_are_recovered_where_the_shown_cell_is_the_whole_total() -> None:
    answer = attack(facts_from_csv("area,a,b,d,Total\nhere,5,c,c,5\n", "v6.csv", zeros_shown=False))
    assert ranges(answer) == {"here/b": (0, 0, "RECOVERED"), "here/d": (0, 0, "RECOVERED")}


@pytest.mark.parametrize("first_less_second", [True, False])
def test_v7_two_overlapping_geographies_expose_the_people_between_them(*, first_less_second: bool) -> None:
    old, new = (50, 54, 128, 140, 39, 49), (52, 55, 130, 140, 39, 49)
    cells = {f"old{place}": {"value": value} for place, value in enumerate(old)}
    cells |= {f"new{place}": {"value": value} for place, value in enumerate(new)}
    implied = []
    for place in range(6):
        pair = [f"new{place}", f"old{place}"]
        implied.append({"id": f"between{place}", "minus": pair[::-1] if first_less_second else pair})
    answer = attack_facts(cells=cells, implied=implied)
    assert answer.leaks() == ("between0", "between1", "between2")
    assert [abs(cell.min or 0) for cell in answer.cells.values()] == [2, 1, 2, 0, 0, 0]
    assert {cell.verdict.value for cell in answer.cells.values()} == {"EXPOSED", "SAFE"}


def test_v8_the_one_divorced_person_who_does_not_work_full_time_is_exposed() -> None:
    answer = attack_facts(
        cells={"divorced": {"value": 6}, "full time": {"value": 5}},
        implied=[{"id": "not full time", "minus": ["divorced", "full time"]}],
    )
    assert ranges(answer) == {"not full time": (1, 1, "EXPOSED")}


def test_v9_a_percentage_to_one_decimal_of_a_small_hidden_base_recovers_both() -> None:
    answer = attack_facts(
        cells={"cases": {"symbol": "c"}, "base": {"min": 0, "max": 9}},
        ratios=[{"numerator": "cases", "denominator": "base", "value": 42.9, "decimals": 1, "scale": 100}],
    )
    assert ranges(answer) == {"cases": (3, 3, "RECOVERED"), "base": (7, 7, "RECOVERED")}


@pytest.mark.parametrize(
    ("percent", "complement"), [(75, (6, 6, "SAFE")), (83, (4, 4, "EXPOSED")), (96, (1, 1, "EXPOSED"))]
)
def test_v10_a_percentage_of_24_exposes_a_small_complement(
    percent: int, complement: tuple[int, int, str]
) -> None:
    answer = attack_facts(
        cells={"base": {"value": 24}, "in time": {"symbol": "x"}},
        ratios=[
            {"numerator": "in time", "denominator": "base", "value": percent, "decimals": 0, "scale": 100}
        ],
        implied=[{"id": "late", "minus": ["base", "in time"]}],
    )
    assert ranges(answer)["late"] == complement


def test_v12_an_earlier_release_that_showed_the_number_recovers_it() -> None:
    answer = attack_facts(cells={"now": {"symbol": "c"}, "before": {"value": 4}}, sums=[["before", ["now"]]])
    assert ranges(answer) == {"now": (4, 4, "RECOVERED")}


def test_v13_a_percentage_from_unrounded_counts_undoes_their_rounding() -> None:
    answer = attack_facts(
        cells={"cases": {"rounded": 5, "base": 5}, "base": {"rounded": 45, "base": 5}},
        ratios=[{"numerator": "cases", "denominator": "base", "value": 6.7, "decimals": 1, "scale": 100}],
    )
    assert ranges(answer) == {"cases": (3, 3, "RECOVERED"), "base": (45, 45, "RECOVERED")}


def test_v16_parts_that_do_not_add_up_are_a_contradiction_for_every_cell() -> None:
    answer = attack_facts(
        cells={"a": {"value": 7}, "b": {"value": 4}, "total": {"value": 10}, "far": {"symbol": "c"}},
        sums=[["total", ["a", "b"]]],
    )
    assert answer.contradiction
    assert ranges(answer) == {"far": (None, None, "CONTRADICTION")}


def test_the_example_of_the_format_can_be_attacked() -> None:
    answer = attack_facts(
        threshold=5,
        zeros_shown=True,
        keep=3,
        cells={
            "a": {"value": 12},
            "b": {"symbol": "c"},
            "n": {"rounded": 45, "base": 5},
            "d": {"min": 0, "max": 9},
        },
        sums=[["total", ["a", "b"]]],
        ratios=[{"numerator": "b", "denominator": "total", "value": 42.9, "decimals": 1, "scale": 100}],
        orders=[["a", ">=", "b"]],
        implied=[{"id": "rest", "minus": ["total", "a"]}],
    )
    assert ranges(answer) == {
        "b": (9, 9, "RECOVERED"),
        "n": (43, 47, "SAFE"),
        "d": (0, 9, "SAFE"),
        "rest": (9, 9, "SAFE"),
    }
