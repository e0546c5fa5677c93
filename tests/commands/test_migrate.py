"""`transparency migrate`: what it says of each format, and that what it writes is what it shows, comments and all."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.migrate import migrate
from generator.commands.outcome import Exit
from tests.councils.making import made_council


def rename_a_heading(texts: Mapping[str, str]) -> dict[str, str]:
    """A step as one could be: threads are `followed` and no longer `tracked`."""
    return {"data/threads.csv": texts["data/threads.csv"].replace("tracked", "followed", 1)}


STEPS = {1: rename_a_heading, 2: lambda _: {}}


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_files_in_the_newest_format_are_left_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path)
    before = everything(folder)
    assert main(["migrate", str(folder)]) == 0
    assert capsys.readouterr() == ("The files are in format 1, the newest. Nothing to do.\n", "")
    assert everything(folder) == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("format: 2", "Fix: Update the program. Leave the number as it is: it says what the files mean."),
        ("# nothing", "Fix: If they were made for this program, write 'format: 1' here."),
        ("format: one", "Fix: Run `transparency check`."),
        ("format: [", "error yaml-syntax"),
    ],
)
def test_what_cannot_be_brought_up_to_date_is_told_and_left(line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path, f"in data/council.yml\n- format: 1\n+ {line}")
    before = everything(folder)
    assert main(["migrate", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert said in out
    assert err == "Nothing was written.\n"
    assert everything(folder) == before


def test_a_folder_that_is_no_council_s_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate", str(tmp_path / "nowhere")]) == 1
    assert "There is no file of this name here." in capsys.readouterr().out


def test_an_older_format_becomes_the_newest_and_comments_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path)
    (folder / "data/left.bin").write_bytes(b"\xff\xfe")
    before = everything(folder)
    assert migrate(folder, steps=STEPS, newest=3) is Exit.FINE
    assert capsys.readouterr().out == (
        "Written: data/threads.csv\nWritten: data/council.yml\nNext: run `transparency check`, look at the difference, and commit it.\n"
    )
    after = everything(folder)
    assert after == before | {
        "data/threads.csv": before["data/threads.csv"].replace(b"tracked", b"followed", 1),
        "data/council.yml": before["data/council.yml"].replace(b"format: 1", b"format: 3"),
    }
    assert after["data/council.yml"].startswith(b"# An invented council")
    assert migrate(folder, steps=STEPS, newest=3) is Exit.FINE
    assert everything(folder) == after


def test_what_would_change_can_be_seen_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path)
    before = everything(folder)
    assert migrate(folder, only_show=True, steps=STEPS, newest=3) is Exit.FINE
    assert capsys.readouterr().out == (
        "--- data/threads.csv\n+++ data/threads.csv\n@@ -1 +1 @@\n-id,title,tracked\n+id,title,followed\n"
        "--- data/council.yml\n+++ data/council.yml\n@@ -2 +2 @@\n-format: 1\n+format: 3\n"
    )
    assert everything(folder) == before


def test_a_stopped_run_has_not_said_that_it_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path)

    def refuse(path: Path, _text: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as full:
        full.setattr("generator.commands.migrate.replace", refuse)
        assert migrate(folder, steps=STEPS, newest=3) is Exit.ENVIRONMENT
    assert capsys.readouterr().err == "The files could not be written: no permission. Mend that, then run this again.\n"
    assert b"format: 1\n" in (folder / "data/council.yml").read_bytes()
    assert migrate(folder, steps=STEPS, newest=3) is Exit.FINE
