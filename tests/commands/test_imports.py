"""`import lait`, `import ees` and `compare-sources` as an officer runs them, on made files."""

import io
from pathlib import Path

import pytest

from generator.cli import main
from tests.importers.ees import made_ees
from tests.importers.lait.made_lait import COUNCIL, MAPPING, MadeLait

LAIT = "data/observations/imported/lait.csv"
WROTE_LAIT = ["Written: data/observations/imported/lait.csv", "Written: data/observations/everywhere/lait.csv", "Written: data/sources.csv"]


def lait(folder: Path, *years: str, council: str = "19.5") -> list[str]:
    """Write a made LAIT and give the command that imports it."""
    made = MadeLait(folder).fill(*years)
    made.values[COUNCIL, years[-1]] = council
    *files, own = made.write()
    return ["import", "lait", *map(str, files), "--folder", str(own)]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_import_says_what_is_new_and_which_files_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(lait(tmp_path, "2024", "2025")) == 0
    said = capsys.readouterr().out.splitlines()
    assert "data/observations/imported/lait.csv: caseload: 10 values added in two periods" in said
    assert said[-3:] == WROTE_LAIT
    sources = (tmp_path / "council/data/sources.csv").read_text(encoding="utf-8")
    assert "LAIT,Tool,Department for Education,,,primary,Open Government Licence v3.0," in sources


def test_the_same_import_again_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = lait(tmp_path, "2024", "2025")
    assert main(command) == 0
    before = contents(tmp_path / "council")
    capsys.readouterr()
    assert main(command) == 0
    assert contents(tmp_path / "council") == before
    said = capsys.readouterr().out
    assert "No figure changes." in said
    assert said.endswith("Everything is as it was; nothing to write.\n")


def test_show_says_what_would_change_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = lait(tmp_path, "2025")
    before = contents(tmp_path / "council")
    assert main([*command, "--show"]) == 0
    assert "Would be written: data/observations/imported/lait.csv" in capsys.readouterr().out
    assert contents(tmp_path / "council") == before


def test_a_revised_source_says_what_changed_before_it_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(lait(tmp_path, "2024", "2025")) == 0
    capsys.readouterr()
    assert main(lait(tmp_path, "2024", "2025", council="21")) == 0
    said = capsys.readouterr().out.splitlines()
    changed = said.index("data/observations/imported/lait.csv: caseload, 2025-09-30: 1 changed")
    assert changed < said.index(WROTE_LAIT[0])
    assert not any(line.startswith("data/observations/imported/lait.csv: caseload, 2024") for line in said)


class Terminal(io.StringIO):
    """A person at a terminal, with the answer they will give."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


@pytest.mark.parametrize(("answer", "written"), [("no\n", False), ("\n", False), ("yes\n", True)])
def test_a_person_at_a_terminal_is_asked_before_values_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, written: bool
) -> None:
    assert main(lait(tmp_path, "2024", "2025")) == 0
    before = contents(tmp_path / "council")
    command = lait(tmp_path, "2024", "2025", council="21")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stdout", Terminal())
    assert main(command) == 0
    assert (contents(tmp_path / "council") != before) is written


def test_a_file_that_is_refused_leaves_the_folder_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = lait(tmp_path, "2025")
    before = contents(tmp_path / "council")
    (tmp_path / "bulk.parquet").write_bytes(b"not a table")
    assert main(command) == 1
    said = capsys.readouterr()
    assert "This is not a Parquet file." in said.out
    assert said.err == "Nothing was written.\n"
    assert contents(tmp_path / "council") == before


def test_a_council_that_lait_does_not_know_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*lait(tmp_path, "2025"), "--council", "E10000999"]) == 1
    assert "LAIT has no council with the code E10000999." in capsys.readouterr().out


def test_ees_files_are_imported_and_an_unknown_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, unknown = made_ees.write(tmp_path), made_ees.write(tmp_path, name="other.csv")
    folder = made_ees.council(tmp_path)
    assert main(["import", "ees", str(unknown), str(good), "--folder", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "It does not say what other.csv holds." in said
    assert "data/observations/imported/ees-made.csv: at-work: 8 values added in two periods" in said
    assert (folder / "data/observations/imported/ees-made.csv").is_file()
    assert main(["import", "ees", str(good), "--folder", str(folder)]) == 0
    assert "nothing to write" in capsys.readouterr().out


def test_another_mapping_can_be_given(tmp_path: Path) -> None:
    folder = made_ees.council(tmp_path, mapping="ees: []\n")
    mapping = tmp_path / "mine.yml"
    mapping.write_text(made_ees.PUBLISHED % {"use": "published"}, encoding="utf-8")
    assert main(["import", "ees", str(made_ees.write(tmp_path)), "--folder", str(folder), "--mapping", str(mapping)]) == 0


def test_list_says_what_files_hold_and_goes_on_after_a_bad_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = made_ees.write(tmp_path)
    assert main(["import", "ees", str(good), "--list"]) == 0
    said = capsys.readouterr().out
    assert "leavers_2025.csv: 16 rows" in said
    assert "  filter outcome: 2 values\n    At work\n    Total" in said
    assert "  indicators: leaver_count, leaver_percent" in said
    assert main(["import", "ees", str(tmp_path / "none.csv"), str(good), "--list"]) == 1
    said = capsys.readouterr().out
    assert "leavers_2025.csv: 16 rows" in said
    assert "none.csv" in said


BOTH = f"""{MAPPING}
ees:
  - source: EES-MADE
    title: Made
    file: workforce*.csv
    reporting_year: "09-30"
    confirms:
      caseload: {{value: cases}}
"""
WORKFORCE = """time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,cases
2025,Reporting year,National,E92000001,England,,,,,,15.0
2025,Reporting year,Local authority,E92000001,England,E12000001,North East,301,Northford,E09000002,{council}
2025,Reporting year,Local authority,E92000001,England,E12000001,North East,303,Elsewhere,E09000004,{other}
"""


def compared(folder: Path, council: str = "19.5", other: str = "15") -> list[str]:
    made = MadeLait(folder, mapping=BOTH).fill("2025")
    made.values[303, "2025"] = "15"
    *files, own = made.write()
    path = folder / "workforce_2025.csv"
    path.write_text(WORKFORCE.format(council=council, other=other), encoding="utf-8")
    return ["compare-sources", *map(str, files), str(path), "--folder", str(own)]


def test_sources_that_agree_end_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(compared(tmp_path)) == 0
    assert "3 of 3 values are the same in both sources.\n  caseload: 3 compared" in capsys.readouterr().out


def test_a_difference_is_listed_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = compared(tmp_path, council="19.6")
    before = contents(tmp_path / "council")
    assert main(command) == 1
    assert "E09000002, 2025-09-30: LAIT 19.5, EES-MADE 19.6" in capsys.readouterr().out
    assert contents(tmp_path / "council") == before


def test_own_compares_only_the_council_and_those_it_is_compared_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = compared(tmp_path, other="99")
    assert main(command) == 1
    assert main([*command, "--own"]) == 0
    assert "2 of 2 values are the same in both sources." in capsys.readouterr().out


def test_files_that_hold_nothing_to_compare_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = compared(tmp_path)
    (tmp_path / "workforce_2025.csv").rename(tmp_path / "elsewhere.csv")
    assert main([part.replace("workforce_2025", "elsewhere") for part in command]) == 1
    assert "None of these files holds a measure" in capsys.readouterr().err
