"""An earlier release showed what is hidden now, or gives it away together with what is shown now."""

from pathlib import Path

import pytest

from generator.audit.inference import given_away_earlier
from generator.audit.printed import Rules, figures_in
from generator.cli import main
from tests.disclosure.made_records import groups, indicator, made_folder, row

HEADER = "indicator,area_code,period,period_label,breakdown,value,symbol,numerator,denominator,unit,status,note"


def table(*rows: str) -> str:
    """A table of figures as a site gives it away; each row is `breakdown value` and perhaps a status."""
    lines = [HEADER]
    for one in rows:
        group, value, *status = one.split(" ")
        symbol = "c" if value == "c" else ""
        lines.append(f"made,E06000999,2024-25,the year to 31 March 2025,{group},{'' if symbol else value},{symbol},,,count,{''.join(status)},")
    return "\n".join(lines) + "\n"


def told(now: str, before: str) -> list[str]:
    problems = given_away_earlier(figures_in(now), figures_in(before), Rules())
    return [f"{problem.code} {problem.place.row}" for problem in problems]


def test_a_figure_that_an_earlier_release_showed_is_told() -> None:
    assert told(table("all c"), table("all 4")) == ["shown-earlier 2"]


def test_a_figure_that_was_hidden_before_as_well_is_not() -> None:
    assert told(table("all c"), table("all c")) == []


def test_a_figure_that_is_marked_revised_is_another_number() -> None:
    assert told(table("all c revised"), table("all 4")) == []


def test_a_figure_that_the_earlier_total_gives_back_is_told_although_both_releases_hide_it() -> None:
    assert told(table("all c", "girls c", "boys 37"), table("all 40", "girls c", "boys c")) == ["shown-earlier 2", "shown-earlier 3"]


def test_a_group_that_was_dropped_since_gives_a_hidden_one_back() -> None:
    assert told(table("all 40", "girls c", "boys c"), table("boys 37")) == ["shown-earlier 4", "shown-earlier 3"]


def test_check_refuses_at_the_row_of_the_councils_own_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_folder(tmp_path / "council", [row("c"), *groups(period="2023-24", all=40)], indicator(), policy="repository: public")
    earlier = tmp_path / "figures.csv"
    earlier.write_text(table("all 4"))
    arguments = ["check", str(folder), "--as-at", "2026-11-22"]
    assert main(arguments) == 0
    capsys.readouterr()
    assert main([*arguments, "--earlier", str(earlier)]) == 4
    said = capsys.readouterr().out
    assert "error shown-earlier\n  data/observations/made.csv, row 2, column symbol\n" in said
    assert "4" not in said.replace("2024-25", "").replace("row 2", "").replace("14", "")


def test_an_earlier_release_that_is_not_there_is_a_mistake_of_the_command(tmp_path: Path) -> None:
    folder = made_folder(tmp_path / "council", [row("c")], indicator(), policy="repository: public")
    assert main(["check", str(folder), "--earlier", str(tmp_path / "nowhere")]) == 2
