"""`transparency build`, up to the first page: what is refused before anything is built, and what is told."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.build import progress
from tests.commands.test_check import GIVEN_AWAY, MISTAKES
from tests.councils.making import made_council

DAY = ("--as-at", "2026-11-22")


def build(folder: Path, into: Path, *options: str) -> int:
    return main(["build", str(folder), "--into", str(into), *DAY, *options])


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        (MISTAKES, 1, "The files are refused. Nothing was built; the last good site is untouched.\n"),
        (GIVEN_AWAY, 4, "Something would point at a child. Nothing was built; the last good site is untouched.\n"),
    ],
)
def test_nothing_is_built_from_files_that_do_not_pass(
    change: str, code: int, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "site"
    into.mkdir()
    (into / "index.html").write_text("the last good site")
    assert build(made_council(tmp_path / "council", change), into) == code
    assert capsys.readouterr().err == sentence
    assert (into / "index.html").read_text() == "the last good site"
    assert not (tmp_path / ".releases").exists()


@pytest.mark.parametrize("inside", ["data", "site_src/fostering", "templates"])
def test_a_site_is_never_built_among_its_own_sources(inside: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path / "council")
    assert build(folder, folder / inside) == 2
    said = f"The site cannot be built inside {inside.split('/', maxsplit=1)[0]}, which it is made from. Choose another folder with --into.\n"
    assert capsys.readouterr().err == said


def test_a_folder_that_the_program_did_not_make_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "site"
    into.mkdir()
    (into / "mine.txt").write_text("mine")
    assert build(made_council(tmp_path / "council"), into) == 3
    assert "did not make" in capsys.readouterr().err
    assert [path.name for path in into.iterdir()] == ["mine.txt"]


def test_each_step_is_a_line_of_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as say:
        say("Checking the council’s files")
        say("Writing pages")
    assert capsys.readouterr().out == "Checking the council’s files\nWriting pages\n"


def test_where_a_program_reads_the_problems_no_step_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("json") as say:
        say("Writing pages")
    assert capsys.readouterr().out == ""
