"""The door: what it hides for its own sake, what it hides besides, what it refuses, and what it leaves alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.disclosure.door import protect
from generator.figures import Figure, Publication
from generator.problems import Refused
from generator.records.observation import Records
from tests.disclosure.made_records import groups, indicator, made_records, row


def figures(publication: Publication, name: str = "made") -> dict[str, Figure]:
    """The figures of an indicator by period and breakdown; by breakdown alone where there is one period."""
    listed = [figure for (which, _, _), series in publication.series.items() if which == name for figure in series.figures]
    single = len({figure.period for figure in listed}) == 1
    return {figure.breakdown if single else f"{figure.period.text} {figure.breakdown}": figure for figure in listed}


def printed(records: Records, name: str = "made") -> dict[str, str]:
    return {key: "c" if one.value is None else f"{one.value:f}" for key, one in figures(protect(records), name).items()}


def refusals(records: Records) -> list[str]:
    with pytest.raises(Refused) as caught:
        protect(records)
    return [f"{problem.code} {problem.place}" for problem in caught.value.problems]


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (1, "c"), (5, "c"), (6, "6"), (400, "400")])
def test_a_count_from_1_to_5_is_hidden_and_zero_is_shown(tmp_path: Path, count: int, shown: str) -> None:
    assert printed(made_records(tmp_path, [row(count)])) == {"all": shown}


def test_the_threshold_is_the_councils_own(tmp_path: Path) -> None:
    policy = "repository: private, threshold: 9"
    assert printed(made_records(tmp_path, [row(9)], policy=policy)) == {"all": "c"}


def test_a_zero_is_hidden_where_the_council_does_not_show_zeros(tmp_path: Path) -> None:
    policy = "repository: private, zeros_shown: false"
    assert printed(made_records(tmp_path, [row(0)], policy=policy)) == {"all": "c"}


@pytest.mark.parametrize("counts", ["staff", "places", "events", "money"])
def test_small_numbers_of_what_is_not_people_are_shown(tmp_path: Path, counts: str) -> None:
    assert printed(made_records(tmp_path, [row(3)], indicator(counts=counts))) == {"all": "3"}


def test_what_another_body_has_published_is_shown_or_hidden_as_the_council_chooses(tmp_path: Path) -> None:
    measure = indicator(elsewhere=True)
    assert printed(made_records(tmp_path / "one", [row(3)], measure)) == {"all": "3"}
    hiding = "repository: private, published_elsewhere: hide"
    assert printed(made_records(tmp_path / "two", [row(3)], measure, policy=hiding)) == {"all": "c"}


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [
        (6, 24, "25"),
        (3, 24, "c"),  # the numerator is small
        (20, 24, "c"),  # the rest is small
        (23, 24, "c"),
        (0, 24, "0"),
        (24, 24, "100"),
        (0, 4, "c"),  # the denominator is small
        (18, 24, "75"),
    ],
)
def test_a_percentage_is_hidden_when_a_count_behind_it_or_the_rest_is_small(
    tmp_path: Path, numerator: int, denominator: int, shown: str
) -> None:
    value = round(100 * numerator / denominator)
    records = made_records(tmp_path, [row(value, numerator=numerator, denominator=denominator)], indicator(unit="percent"))
    figure = figures(protect(records))["all"]
    assert ("c" if figure.value is None else f"{figure.value:f}") == shown
    if shown == "c":
        assert (figure.numerator, figure.denominator) == (None, None)


@pytest.mark.parametrize("unit", ["rate_10000", "average"])
def test_a_rate_or_an_average_of_few_people_is_hidden(tmp_path: Path, unit: str) -> None:
    value, denominator = ("30.0", 1000) if unit == "rate_10000" else ("0.003", 1000)
    measure = indicator(unit=unit, decimals=1)
    assert printed(made_records(tmp_path, [row(value, numerator=3, denominator=denominator)], measure)) == {"all": "c"}


def test_a_percentage_beside_one_of_its_counts_is_hidden_when_it_gives_the_other_back(tmp_path: Path) -> None:
    """42.9% of 7 is 3; 96% from 24 leaves 1."""
    measure = indicator(unit="percent", decimals=1)
    assert printed(made_records(tmp_path / "one", [row("42.9", denominator=7)], measure)) == {"all": "c"}
    assert printed(made_records(tmp_path / "two", [row("96.0", numerator=24)], measure)) == {"all": "c"}
    assert printed(made_records(tmp_path / "three", [row("42.9", denominator=700)], measure)) == {"all": "42.9"}


def test_one_more_group_is_hidden_when_the_total_would_give_a_hidden_one_back(tmp_path: Path) -> None:
    records = made_records(tmp_path, groups(all=40, girls=3, boys=37))
    assert printed(records) == {"all": "40", "girls": "c", "boys": "c"}


def test_the_figure_hidden_besides_is_a_group_rather_than_the_total_and_never_a_zero(tmp_path: Path) -> None:
    records = made_records(tmp_path, groups(all=60, north=3, south=0, east=27, west=30))
    assert printed(records) == {"all": "60", "north": "c", "south": "0", "east": "c", "west": "30"}


def test_the_total_is_hidden_when_nothing_else_is_left(tmp_path: Path) -> None:
    records = made_records(tmp_path, groups(all=6, girls=2, boys=4))
    shown = printed(records)
    assert (shown["girls"], shown["boys"]) == ("c", "c")


def test_groups_of_two_splits_protect_each_other(tmp_path: Path) -> None:
    rows = groups(**{"all": 50, "sex: girls": 22, "sex: boys": 28, "age: 0 to 4": 4, "age: 5 to 17": 46})
    assert printed(made_records(tmp_path, rows)) == {
        "all": "50", "sex: girls": "22", "sex: boys": "28", "age: 0 to 4": "c", "age: 5 to 17": "c",
    }  # fmt: skip


def test_a_cross_of_groups_is_protected_in_both_directions(tmp_path: Path) -> None:
    cells = {
        "all": 80, "sex: girls": 40, "sex: boys": 40, "age: young": 40, "age: old": 40,
        "sex: girls; age: young": 2, "sex: girls; age: old": 38, "sex: boys; age: young": 38, "sex: boys; age: old": 2,
    }  # fmt: skip
    shown = printed(made_records(tmp_path, groups(**cells)))
    assert [key for key, value in shown.items() if value == "c"] == [key for key in cells if ";" in key]


def test_groups_that_do_not_add_up_are_not_subtracted_but_what_one_leaves_may_be_small(tmp_path: Path) -> None:
    overlapping = made_records(tmp_path / "one", groups(all=50, neglect=30, violence=40))
    assert printed(overlapping) == {"all": "50", "neglect": "30", "violence": "40"}
    leaving_two = made_records(tmp_path / "two", groups(all=50, fostered=48))
    assert printed(leaving_two) == {"all": "50", "fostered": "c"}


def test_months_and_their_quarter_are_one_table(tmp_path: Path) -> None:
    monthly = indicator("monthly", period_kind="month", adds_up_to="quarterly")
    rows = [row(value, period=f"2025-0{month}", name="monthly") for month, value in ((4, 3), (5, 20), (6, 30))]
    rows.append(row(53, period="2025-Q2", name="quarterly"))
    records = made_records(tmp_path, rows, monthly, indicator("quarterly", period_kind="quarter"))
    assert list(printed(records, "monthly").values()) == ["c", "c", "30"]
    assert printed(records, "quarterly") == {"all": "53"}


def test_a_running_total_gives_no_month_away(tmp_path: Path) -> None:
    monthly = indicator("monthly", period_kind="month", adds_up_to="to-date")
    counts = {"2025-04": 9, "2025-05": 3, "2025-06": 12, "2025-07": 11}
    rows, running = [], 0
    for period, count in counts.items():
        running += count
        rows += [row(count, period=period, name="monthly"), row(running, period=period, name="to-date")]
    records = made_records(tmp_path, rows, monthly, indicator("to-date", period_kind="month"))
    hidden = [key for name in ("monthly", "to-date") for key, value in printed(records, name).items() if value == "c"]
    assert len(hidden) > 1
    assert hidden[0] == "2025-05 all" or "2025-05 all" in hidden


def test_the_nhs_profile_hides_up_to_7_rounds_to_5_and_takes_percentages_from_rounded_figures(tmp_path: Path) -> None:
    policy = "repository: private, profile: nhs"
    rows = groups(all=141, a=7, b=8, c2=126)
    assert printed(made_records(tmp_path / "one", rows, policy=policy)) == {"all": "140", "a": "c", "b": "10", "c2": "125"}
    percent = made_records(tmp_path / "two", [row(33, numerator=13, denominator=39)], indicator(unit="percent"), policy=policy)
    figure = figures(protect(percent))["all"]
    assert (figure.value, figure.numerator, figure.denominator) == (38, 15, 40)


def test_a_value_is_no_finer_than_the_page_shows_it(tmp_path: Path) -> None:
    records = made_records(tmp_path, [row("33.333", numerator=10, denominator=30)], indicator(unit="percent"))
    assert printed(records) == {"all": "33"}


def test_what_the_data_of_a_public_repository_gives_away_is_refused_with_its_place_and_not_its_value(tmp_path: Path) -> None:
    records = made_records(tmp_path, groups(all=40, girls="c", boys=37), policy="repository: public")
    with pytest.raises(Refused) as caught:
        protect(records)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("recoverable-count", "data/observations/made.csv, row 3, column symbol")
    assert not any(sign.isdigit() for sign in problem.found + problem.fix)


def test_a_percentage_that_gives_a_hidden_count_back_is_refused_in_a_public_repository(tmp_path: Path) -> None:
    measure = indicator(unit="percent", decimals=1)
    records = made_records(tmp_path, [row("42.9", denominator=7)], measure, policy="repository: public")
    assert refusals(records) == ["recoverable-count data/observations/made.csv, row 2, column value"]


def test_what_others_have_hidden_is_mended_in_a_private_repository_by_hiding_more(tmp_path: Path) -> None:
    assert printed(made_records(tmp_path, groups(all=40, girls="c", boys=37))) == {"all": "40", "girls": "c", "boys": "c"}


def test_a_protected_table_passes_the_door_of_a_public_repository_unchanged(tmp_path: Path) -> None:
    rows: Sequence[str] = groups(all=60, north="c", south=0, east="c", west=30)
    records = made_records(tmp_path, rows, policy="repository: public")
    assert printed(records) == {"all": "60", "north": "c", "south": "0", "east": "c", "west": "30"}


def test_protected_rounded_figures_pass_the_door_of_a_public_repository(tmp_path: Path) -> None:
    rows = groups(all=25, a=10, b=10, c2="c", d="c")
    records = made_records(tmp_path, rows, policy="repository: public, profile: nhs")
    assert printed(records) == {"all": "25", "a": "10", "b": "10", "c2": "c", "d": "c"}


@pytest.mark.parametrize(
    ("value", "note", "printed_note"),
    [
        (3, "There were 3", ""),
        (3, "Only three were seen", ""),
        (3, "Counted again in 2025", "Counted again in 2025"),
        (30, "Counted by 3 teams", "Counted by 3 teams"),
        ("c", "There were 4", ""),
    ],
)
def test_a_note_with_a_number_is_not_printed_beside_a_hidden_figure(tmp_path: Path, value: object, note: str, printed_note: str) -> None:
    records = made_records(tmp_path, [row(value) + note])
    assert figures(protect(records), "made")["all"].note == printed_note
