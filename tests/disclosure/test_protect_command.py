"""`transparency protect`: what it writes, what it says, what it refuses, and that nothing can be worked out afterwards."""

import csv
import io
import random
from pathlib import Path

import openpyxl
import pytest

from generator.audit.inference import leaks
from generator.audit.printed import Rules
from generator.cli import main
from generator.disclosure.door import entry_of, guarded_indicators, longer_periods
from generator.records.assemble import read_council
from tests.disclosure.made_records import HEADER, groups, indicator, made_folder, row

AS_AT = "2026-11-22"
PUBLIC = "repository: public"
MEASURES = (
    indicator(),
    indicator("share", unit="percent"),
    indicator("monthly", period_kind="month", adds_up_to="quarterly"),
    indicator("quarterly", period_kind="quarter"),
    indicator("staff", counts="staff"),
)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A council with a public repository and measures of its own, without figures yet."""
    return made_folder(tmp_path / "council", [], *MEASURES, policy=PUBLIC)


def protect(raw: Path, out: Path, *more: str) -> int:
    return main(["protect", str(raw), "--out", str(out), *more])


def write(path: Path, rows: list[str]) -> Path:
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def as_workbook(rows: list[str], path: Path) -> Path:
    """The rows as a spreadsheet program would hold them: numbers as numbers."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for fields in csv.reader(rows):
        sheet.append([int(field) if field.isdigit() else field or None for field in fields])
    book.save(path)
    return path


def read(path: Path) -> dict[str, str]:
    """Value or symbol of each row, by indicator, period and breakdown."""
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    return {f"{one['indicator']} {one['period']} {one['breakdown']}": one["value"] or one["symbol"] for one in rows}


def test_a_raw_file_becomes_a_protected_one_and_says_how_many_cells_were_hidden_and_why(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = write(tmp_path / "raw.csv", [*groups(all=60, north=3, south=0, east=27, west=30), row(2, name="staff")])
    out = council / "data/observations/homes.csv"
    assert protect(raw, out) == 0
    assert read(out) == {
        "made 2024-25 all": "60", "made 2024-25 north": "c", "made 2024-25 south": "0", "made 2024-25 east": "c",
        "made 2024-25 west": "30", "staff 2024-25 all": "2",
    }  # fmt: skip
    assert capsys.readouterr().out == (
        f"Wrote {out}.\nHidden because a count of people behind it is 1 to 5: 1.\nHidden because it would give one of those away: 1.\n"
    )


def test_what_was_protected_passes_the_check(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = write(tmp_path / "raw.csv", groups(all=60, north=3, south=0, east=27, west=30))
    (council / "data/observations/made.csv").unlink()
    assert protect(raw, council / "data/observations/homes.csv") == 0
    main(["check", str(council), "--as-at", AS_AT])
    assert "error" not in capsys.readouterr().out.replace("No errors", "")


def test_a_total_that_the_folder_has_already_is_reckoned_with(council: Path, tmp_path: Path) -> None:
    write(council / "data/observations/made.csv", [row(40)])
    raw = write(tmp_path / "raw.csv", groups(girls=3, boys=37))
    out = council / "data/observations/groups.csv"
    assert protect(raw, out) == 0
    assert set(read(out).values()) == {"c"}


def test_a_file_that_is_protected_again_is_judged_anew_and_not_against_itself(council: Path, tmp_path: Path) -> None:
    out = council / "data/observations/made.csv"
    assert protect(write(tmp_path / "raw.csv", groups(all=40, girls=3, boys=37)), out) == 0
    assert protect(write(tmp_path / "raw.csv", groups(all=40, girls=17, boys=23)), out) == 0
    assert set(read(out).values()) == {"40", "17", "23"}


def test_rounding_is_said(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (council / "data/council.yml").read_text()
    (council / "data/council.yml").write_text(text.replace("{repository: public}", "{repository: public, profile: nhs}"))
    raw = write(tmp_path / "raw.csv", groups(all=141, a=7, b=8, d=126))
    out = council / "data/observations/made.csv"
    assert protect(raw, out) == 0
    assert read(out) == {"made 2024-25 all": "140", "made 2024-25 a": "c", "made 2024-25 b": "10", "made 2024-25 d": "125"}
    assert "Hidden because a count of people behind it is 1 to 7: 1.\n" in (said := capsys.readouterr().out)
    assert "Rounded to the nearest 5: 3.\n" in said


def test_a_hidden_row_whose_note_holds_a_number_is_pointed_out(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = write(tmp_path / "raw.csv", [row(3) + "There were 3"])
    assert protect(raw, council / "data/observations/made.csv") == 0
    assert capsys.readouterr().out.endswith("Read the notes: one hidden row with a number in its note, which might be the hidden one.\n")


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("council/data/raw.csv", "stands inside the council's folder"),
        ("council/raw.csv", "stands inside the council's folder"),
    ],
)
def test_a_raw_file_inside_the_councils_folder_is_refused(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], where: str, message: str
) -> None:
    raw = write(tmp_path / where, [row(3)])
    out = council / "data/observations/homes.csv"
    assert protect(raw, out) == 2
    assert message in capsys.readouterr().err
    assert not out.exists()


def test_the_protected_file_never_takes_the_place_of_the_raw_one(tmp_path: Path, council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = write(tmp_path / "raw.csv", [row(3)])
    assert protect(raw, raw, "--council", str(council)) == 2
    assert "cannot take the place" in capsys.readouterr().err
    assert ",3," in raw.read_text()


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        (row("3O"), "not-a-number", "column value"),
        (row(3, name="unknown"), "unknown-indicator", "column indicator"),
        (row("3.5"), "not-whole", ""),
        (row(50, name="share", numerator=30, denominator=20), "not-whole", ""),
        (row(3, period="2024"), "wrong-period", "column period"),
    ],
)
def test_a_raw_file_with_a_mistake_is_refused_with_its_place_and_without_its_numbers(
    council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, code: str, column: str
) -> None:
    raw = write(tmp_path / "raw.csv", [row(7, period="2023-24"), line])
    out = council / "data/observations/homes.csv"
    assert protect(raw, out) == 1
    said = capsys.readouterr().out
    assert f"error {code}\n  raw.csv, row 3{', ' + column if column else ''}" in said
    assert not out.exists()


def test_a_row_that_stands_twice_is_refused(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = write(tmp_path / "raw.csv", [row(3), row(7)])
    assert protect(raw, council / "data/observations/homes.csv") == 1
    assert "duplicate-observation\n  raw.csv, row 3" in capsys.readouterr().out


def test_nothing_is_written_where_only_published_figures_could_be_hidden(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(council / "data/observations/made.csv", [row(40), row(37, breakdown="boys")])
    raw = write(tmp_path / "raw.csv", [row(3, breakdown="girls")])
    out = council / "data/observations/groups.csv"
    assert protect(raw, out) == 4
    assert "Nothing was written" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_without_a_council_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    raw = write(tmp_path / "raw.csv", [row(3)])
    assert protect(raw, tmp_path / "out.csv") == 2
    assert "--council" in capsys.readouterr().err


def test_a_cross_table_is_protected_without_any_council(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    raw = tmp_path / "table.csv"
    raw.write_text("x,1,2,3,4,Total\nAlpha,15,1,3,1,20\nBeta,20,10,10,15,55\nGamma,3,10,10,2,25\nDelta,12,14,7,2,35\nTotal,50,35,30,20,135\n")
    assert protect(raw, tmp_path / "safe.csv") == 0
    assert "1 to 5: 6.\n" in capsys.readouterr().out
    assert main(["attack", str(tmp_path / "safe.csv")]) == 0
    assert (tmp_path / "safe.csv").read_text().splitlines()[0] == "x,1,2,3,4,Total"


def test_a_workbook_of_observations_becomes_the_same_file_as_its_csv(council: Path, tmp_path: Path) -> None:
    rows = [*groups(all=60, north=3, south=0, east=27, west=30), row(2, name="staff")]
    out = council / "data/observations/homes.csv"
    assert protect(write(tmp_path / "raw.csv", rows), out) == 0
    from_csv = out.read_bytes()
    assert protect(as_workbook([HEADER, *rows], tmp_path / "raw.xlsx"), out) == 0
    assert out.read_bytes() == from_csv


def test_a_workbook_of_a_cross_table_is_protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = as_workbook(["x,a,b,d,Total", "one,3,40,50,93"], tmp_path / "raw.xlsx")
    assert protect(book, tmp_path / "safe.csv", "--sheet", "Sheet") == 0
    assert (tmp_path / "safe.csv").read_text() == "x,a,b,d,Total\none,c,c,50,93\n"


def test_a_mistake_in_a_workbook_is_told_by_its_cell_and_nothing_is_written(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = as_workbook([HEADER, row("=SUM(A1:A2)")], tmp_path / "raw.xlsx")
    out = council / "data/observations/homes.csv"
    assert protect(book, out) == 1
    assert "raw.xlsx, sheet Sheet, row 2, column E" in (said := capsys.readouterr().out)
    assert "calculated" in said
    assert not out.exists()


def test_a_mistake_in_a_row_of_a_workbook_is_told_with_its_sheet(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert protect(as_workbook([HEADER, row("seven")], tmp_path / "raw.xlsx"), council / "data/observations/homes.csv") == 1
    assert "raw.xlsx, sheet Sheet, row 2, column value\n" in capsys.readouterr().out


def test_a_cross_table_that_does_not_add_up_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "table.csv").write_text("x,a,b,Total\none,3,40,44\n")
    assert protect(tmp_path / "table.csv", tmp_path / "safe.csv") == 4
    assert "cannot all be true" in capsys.readouterr().err


@pytest.mark.parametrize("seed", range(12))
def test_nothing_can_be_worked_out_of_what_was_written(council: Path, tmp_path: Path, seed: int) -> None:
    """Groups in two splits and their cross, percentages with their counts, months with their quarter."""
    rng = random.Random(seed)
    rows = []
    cells = {(sex, age): rng.choice([0, 1, 2, 4, 6, 9, 20, 45]) for sex in ("girls", "boys") for age in ("young", "middle", "old")}
    done = {cell: rng.randint(0, count) for cell, count in cells.items()}
    labels: dict[str, list[tuple[str, str]]] = {"all": list(cells)}
    for cell in cells:
        labels.setdefault(f"sex: {cell[0]}", []).append(cell)
        labels.setdefault(f"age: {cell[1]}", []).append(cell)
        labels[f"sex: {cell[0]}; age: {cell[1]}"] = [cell]
    for label, inside in labels.items():
        above, below = sum(done[cell] for cell in inside), sum(cells[cell] for cell in inside)
        rows.append(row(below, breakdown=label))
        if below:
            rows.append(row(round(100 * above / below), breakdown=label, name="share", numerator=above, denominator=below))
    months = [rng.choice([0, 2, 3, 8, 30]) for _ in range(6)]
    rows += [row(count, name="monthly", period=f"2025-{month:02}") for month, count in enumerate(months, start=4)]
    rows += [row(sum(months[3 * at : 3 * at + 3]), name="quarterly", period=f"2025-Q{at + 2}") for at in range(2)]
    out = council / "data/observations/made.csv"
    assert protect(write(tmp_path / "raw.csv", rows), out) == 0
    records, problems = read_council(council)
    assert records is not None, problems
    guarded = guarded_indicators(records.content)
    entries = [entry_of(one, guarded[one.indicator]) for one in records.observations if one.indicator in guarded]
    assert leaks(entries, Rules(records.content.council.disclosure, frozenset(guarded), longer_periods(guarded))) == []
    assert any(entry.symbol for entry in entries)
