"""`transparency snapshot`: figures are kept under their day, given away for good, and refused when they tell what is hidden now."""

import csv
import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.councils.making import apply_change, made_council

ROOT = Path(__file__).parents[2]
DAY = ["--as-at", "2026-11-22"]
LATER = ["--as-at", "2026-11-23"]
OCTOBER = 'interviews-local,E06000999,2026-10,all,14,,,,,RETURNS,"Counted again, ""late"" ones left out"'
CHANGE = f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',15,')}\n"
HIDDEN = f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,,,,', ',,,,c,')}\n"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A council's folder that keeps one snapshot."""
    folder = made_council(tmp_path / "council")
    assert main(["snapshot", str(folder), *DAY]) == 0
    return folder


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "data/snapshots").iterdir())


def values(table: Path) -> dict[str, str]:
    with table.open(encoding="utf-8", newline="") as opened:
        return {f"{row['indicator']}/{row['area_code']}/{row['period']}": row["value"] for row in csv.DictReader(opened)}


def built(folder: Path, into: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "generator", "build", str(folder), "--into", str(into), *DAY], cwd=ROOT, check=False, capture_output=True, text=True)


def test_the_figures_are_kept_under_their_day_and_only_when_they_differ(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    council = made_council(tmp_path / "council")
    assert main(["snapshot", str(council), *DAY]) == 0
    assert capsys.readouterr().out == f"Wrote {council / 'data/snapshots/2026-11-22.csv'}. Commit it; each build gives it away from now on.\n"
    assert main(["snapshot", str(council), *LATER]) == 0
    assert capsys.readouterr().out == "The figures are those of data/snapshots/2026-11-22.csv; nothing to keep.\n"
    apply_change(council, CHANGE)
    assert main(["snapshot", str(council), *DAY]) == 0
    assert main(["snapshot", str(council), *LATER]) == 0
    assert kept(council) == ["2026-11-22-2.csv", "2026-11-22.csv"]
    first, second = (values(council / "data/snapshots" / name)["interviews-local/E06000999/2026-10"] for name in ("2026-11-22.csv", "2026-11-22-2.csv"))
    assert (first, second) == ("14", "15")


def test_a_folder_that_is_refused_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path / "council")
    (folder / "data/sources.csv").write_text("id\n", encoding="utf-8")
    assert main(["snapshot", str(folder), *DAY]) == 1
    assert capsys.readouterr().err == "Nothing was kept.\n"
    assert not (folder / "data/snapshots").exists()


def test_a_folder_that_cannot_be_written_is_the_machine_s_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made_council(tmp_path / "council")

    def full(_path: Path, *, exist_ok: bool) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "mkdir", full)
    assert main(["snapshot", str(folder), *DAY]) == 3
    assert capsys.readouterr().err.startswith("Nothing was kept: ")


def test_each_build_gives_every_snapshot_away_as_it_stands(council: Path, tmp_path: Path) -> None:
    apply_change(council, CHANGE)
    assert main(["snapshot", str(council), *DAY]) == 0
    done = built(council, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("2026-11-22.csv", "2026-11-22-2.csv"):
        assert (tmp_path / "site/data/snapshots" / name).read_bytes() == (council / "data/snapshots" / name).read_bytes()
    assert values(tmp_path / "site/data/snapshots/2026-11-22-2.csv") == values(tmp_path / "site/data/figures.csv")
    page = (tmp_path / "site/data/index.html").read_text(encoding="utf-8")
    assert page.index('href="snapshots/2026-11-22-2.csv"') < page.index('href="snapshots/2026-11-22.csv"')
    assert "Figures as of 22 November 2026 (CSV)" in page
    assert main(["audit", str(tmp_path / "site")]) == 0

    shown = tmp_path / "site/data/snapshots/2026-11-22.csv"
    whole = shown.read_text(encoding="utf-8")
    for text, found in (
        (whole.replace(",14,,", ",4,,", 1), "hidden-figure-shown"),
        ("name,number\nA child,3\n", "figure-differs"),
    ):
        assert text != whole
        shown.write_text(text, encoding="utf-8")
        assert found in told(tmp_path / "site")


def told(site: Path) -> str:
    return subprocess.run([sys.executable, "-m", "generator", "audit", str(site)], cwd=ROOT, check=False, capture_output=True, text=True).stdout


def test_a_snapshot_that_tells_what_is_hidden_now_stops_the_build_and_is_named(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply_change(council, HIDDEN)
    capsys.readouterr()
    assert main(["check", str(council), *DAY]) == 4
    assert "shown-earlier" in (said := capsys.readouterr().out)
    assert "data/observations/local.csv" in said
    assert main(["snapshot", str(council), *DAY]) == 4
    assert kept(council) == ["2026-11-22.csv"]
    done = built(council, tmp_path / "site")
    assert done.returncode == 4
    assert "an earlier release shows it or gives it away. The release is data/snapshots/2026-11-22.csv." in done.stdout
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["figures.csv", "2026-13-01.csv", "2026-11-22.xlsx", "2026-11-22-x.csv"])
def test_a_file_that_is_no_snapshot_is_refused_by_its_name(council: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(council / "data/snapshots/2026-11-22.csv", council / "data/snapshots" / name)
    for command in ("check", "snapshot"):
        assert main([command, str(council), *DAY]) == 1
        assert f"data/snapshots/{name}\n  A dated snapshot is named after its day, such as 2026-11-22.csv." in capsys.readouterr().out
    assert main(["diff", str(council), str(council), *DAY]) == 1


def test_a_link_and_a_text_that_is_no_utf_8_are_refused(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (council / "data/snapshots/2026-11-20.csv").symlink_to(council / "data/sources.csv")
    (council / "data/snapshots/2026-11-21.csv").write_bytes(b"indicator,\xff\n")
    assert main(["check", str(council), *DAY]) == 1
    said = capsys.readouterr().out
    assert "not-a-file\n  data/snapshots/2026-11-20.csv" in said
    assert "not-utf8\n  data/snapshots/2026-11-21.csv" in said


def test_a_reviewer_is_told_of_a_new_snapshot(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["diff", str(made_council(tmp_path / "before")), str(council), *DAY]) == 0
    assert "+ Figures as of 22 November 2026 (CSV)" in capsys.readouterr().out
