"""Rules that look at numbers: small counts, ranges, ratios, duplicates; none tells a number."""

from pathlib import Path

import pytest

from generator.records.checks.accent_contrast import contrast_with_white
from tests.councils.making import problems_after

COUNT, SHARE = "data/observations/local.csv", "data/observations/imported/national.csv"
PRIVATE = "in data/council.yml\n- short_name: Exampleshire\n+ short_name: Exampleshire\n+ disclosure:\n+   repository: private\n"
OWN_SHARE = (
    "in data/indicators.yml\n-   evidence: direct\n-   published_elsewhere: true\n+   evidence: direct\n"
)
HIDING = "in data/council.yml\n- short_name: Exampleshire\n+ short_name: Exampleshire\n+ disclosure:\n+   published_elsewhere: hide\n"
STAFF = "in data/indicators.yml\n-   counts: children\n-   period_kind: month\n+   counts: staff\n+   period_kind: month\n"


def told(folder: Path, change: str) -> list[tuple[str, str | None]]:
    """Code and column of each problem, each once."""
    return sorted(
        {(problem.code, problem.place.column) for problem in problems_after(folder, change)}, key=str
    )


def count(value: str) -> str:
    """One more row of the council's own count."""
    return f"in {COUNT}\n+ interviews-local,E06000999,2026-07,all,{value},,,,,RETURNS,"


def share(value: str, numerator: str, denominator: str) -> str:
    """One more row of the published share."""
    return f"in {SHARE}\n+ return-interviews,E06000999,2022-23,all,{value},{numerator},{denominator},,final,STATS,"


@pytest.mark.parametrize(("value", "small"), [("0", False), ("1", True), ("5", True), ("6", False)])
def test_a_small_count_of_children_is_refused_in_a_public_folder(
    *, value: str, small: bool, tmp_path: Path
) -> None:
    assert told(tmp_path / "council", count(value)) == ([("small-count", "value")] if small else [])


def test_the_profile_nhs_guards_counts_up_to_seven(tmp_path: Path) -> None:
    nhs = HIDING.replace("published_elsewhere: hide", "profile: nhs")
    assert told(tmp_path / "seven", nhs + count("7")) == [("small-count", "value")]
    assert told(tmp_path / "eight", nhs + count("8")) == []


def test_nobody_is_a_small_count_where_zeros_are_hidden(tmp_path: Path) -> None:
    hidden = HIDING.replace("published_elsewhere: hide", "zeros_shown: false")
    assert told(tmp_path / "zero", hidden + count("0")) == [("small-count", "value")]
    assert told(tmp_path / "six", hidden + count("6")) == []


@pytest.mark.parametrize("change", [PRIVATE, STAFF])
def test_a_small_count_is_allowed_in_a_private_folder_and_of_staff(change: str, tmp_path: Path) -> None:
    assert told(tmp_path / "council", change + count("3")) == []


@pytest.mark.parametrize(
    ("numbers", "column"),
    [
        (("15", "3", "20"), "numerator"),
        (("85", "17", "20"), "denominator"),
        (("50", "2", "4"), "numerator"),
        (("0", "0", "4"), "denominator"),
        (("50", "10", "20"), None),
        (("100", "20", "20"), None),
    ],
)
def test_a_share_is_refused_if_its_part_its_rest_or_its_base_is_small(
    numbers: tuple[str, str, str], column: str | None, tmp_path: Path
) -> None:
    assert told(tmp_path / "own", OWN_SHARE + share(*numbers)) == (
        [("small-count", column)] if column else []
    )
    assert told(tmp_path / "published", share(*numbers)) == []
    assert told(tmp_path / "hidden", HIDING + share(*numbers)) == (
        [("small-count", column)] if column else []
    )


@pytest.mark.parametrize(("elsewhere", "small"), [("yes", False), ("no", True)])
def test_a_small_reported_count_is_refused_unless_published(
    *, elsewhere: str, small: bool, tmp_path: Path
) -> None:
    change = f"in data/reported.csv\n+ unregistered,Children in such homes,count,0,children,2025,,,,,,{elsewhere},NEWS,,,2"
    assert told(tmp_path / "council", change) == ([("small-count", "value")] if small else [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (count("23.5"), [("not-whole", "value")]),
        (count("-1"), [("out-of-range", "value")]),
        (count("1" + "0" * 13), [("out-of-range", "value")]),
        (share("175", "", ""), [("out-of-range", "value")]),
        (share("-900", "", ""), [("out-of-range", "value")]),
        (share("100", "", ""), []),
        (share("100.1", "", ""), [("out-of-range", "value")]),
        (share("50", "20.5", "41"), [("not-whole", "numerator")]),
        (
            share("50", "-20", "-40"),
            [
                ("out-of-range", "denominator"),
                ("out-of-range", "numerator"),
                ("part-above-whole", "numerator"),
            ],
        ),
        (share("62.5", "25", "40"), []),
        (share("63", "25", "40"), []),
        (share("62", "25", "40"), []),
        (share("62.4", "25", "40"), [("ratio-disagrees", "value")]),
        (share("50", "41", "40"), [("part-above-whole", "numerator")]),
        (share("50", "20", "0"), [("part-above-whole", "numerator")]),
    ],
)
def test_values_lie_where_their_unit_allows_and_ratios_agree(
    change: str, expected: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    assert told(tmp_path / "council", change) == expected


def test_a_wrong_ratio_is_an_error_of_the_councils_own_figures_and_a_warning_of_published_ones(
    tmp_path: Path,
) -> None:
    own = "in data/observations/local.csv\n+ return-interviews,E06000999,2022-23,all,26,25,40,,final,STATS,"
    assert [one.severity for one in problems_after(tmp_path / "own", OWN_SHARE + own)] == ["error"]
    assert [one.severity for one in problems_after(tmp_path / "published", own)] == ["warning"]


def test_equal_and_conflicting_repeats_are_both_refused_and_name_the_other_row(tmp_path: Path) -> None:
    change = f"in {COUNT}\n+ interviews-local,E06000999,2026-08,all,12,,,,,RETURNS,\n+ interviews-local,E06000999,2026-08,all,13,,,,,RETURNS,"
    assert [(one.place.row, one.found) for one in problems_after(tmp_path / "council", change)] == [
        (5, "The row repeats row 2."),
        (6, "The row has the indicator, area, period and breakdown of row 2, with another value."),
    ]


def test_a_repeat_in_another_file_names_that_file(tmp_path: Path) -> None:
    change = "in data/observations/more.csv\n+ indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note\n+ interviews-local,E06000999,2026-08,,12,,,,,RETURNS,"
    assert [one.found for one in problems_after(tmp_path / "council", change)] == [
        "The row repeats data/observations/local.csv, row 2."
    ]


@pytest.mark.parametrize(
    "period", ["2026-13", "2026", "2026-Q3", "2026-09-30", "2025-26", "26-09", "20261-09", "Sept 2026", ""]
)
def test_a_period_of_another_kind_is_refused(period: str, tmp_path: Path) -> None:
    change = f"in {COUNT}\n+ interviews-local,E06000999,{period},all,15,,,,,RETURNS,"
    assert told(tmp_path / "council", change) == [("wrong-period", "period")]


def test_contrast_with_white_is_that_of_the_guidelines() -> None:
    assert round(contrast_with_white("#000000"), 2) == 21
    assert round(contrast_with_white("#ffffff"), 2) == 1
    assert round(contrast_with_white("#767676"), 2) == 4.54


OF_OFSTED = (
    "in data/indicators.yml\n-   publisher: Department for Education\n-   source: STATS\n-   judgement: help_protection\n-   threads: [missing]\n-   areas: [missing-children]\n-   evidence: direct\n"
    "+   publisher: OFSTED\n+   source: STATS\n+   judgement: help_protection\n+   threads: [missing]\n+   areas: [missing-children]\n+   evidence: direct\n"
)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        (f"in {SHARE}\n+ return-interviews,E06000999,2025-26,all,71,,,,final,NEWS,", True),
        # England's value, too, would stand in the same chart.
        (f"in {SHARE}\n+ return-interviews,E92000001,2025-26,all,71,,,,final,NEWS,", True),
        # The publisher's own other releases are the same figure; so is what one body publishes of another's figures.
        (f"in {SHARE}\n+ return-interviews,E06000999,2025-26,all,71,,,,final,NEIGHBOURS,", False),
        (f"{OF_OFSTED}in {SHARE}\n+ return-interviews,E06000999,2025-26,all,71,,,,final,R2025,", False),
        (f"{OF_OFSTED}in {SHARE}\n+ return-interviews,E06000999,2025-26,all,71,,,,final,RETURNS,", True),
        # The council's own figures are told by reports and newspapers in turn.
        (f"in {COUNT}\n+ interviews-local,E06000999,2026-07,all,12,,,,,NEWS,", False),
    ],
)
def test_a_national_figure_holds_no_values_of_another_publisher(*, change: str, refused: bool, tmp_path: Path) -> None:
    assert told(tmp_path / "council", change) == ([("other-publisher", "source")] if refused else [])
