"""The command line: what it refuses, how each ending looks, and that nothing leaves it that could be a value."""

from datetime import date
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main, parser
from tests.councils.making import made_council


def refused(*arguments: str) -> None:
    """The command is not understood."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "the following arguments are required: COMMAND"),
        (("splendid",), "invalid choice: 'splendid'"),
        (("check", "--as-at", "yesterday"), "argument --as-at: write a date such as 2026-11-22"),
        (("check", "--as-at", "2026-02-30"), "argument --as-at: write a date such as 2026-11-22"),
        (("check", "--format", "xml"), "argument --format: invalid choice: 'xml'"),
        (("serve", "--port", "many"), "argument --port: invalid int value: 'many'"),
        (("attack", "a.csv", "--keep", "0"), "argument --keep: write a whole number from 1"),
        (("attack", "a.csv", "--threshold", "-1"), "argument --threshold: write a whole number from 1"),
        (("protect", "a.csv"), "the following arguments are required: --out"),
        (("explain",), "the following arguments are required: CODE"),
    ],
)
def test_a_command_that_is_not_understood_says_what_to_write(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused(*arguments)
    assert said in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"transparency {__version__}\n"


def test_this_folder_and_its_own_build_folder_are_meant_unless_others_are_named() -> None:
    chosen = parser().parse_args(["build"])
    assert (chosen.folder, chosen.into, chosen.as_at, chosen.format, chosen.debug) == (Path(), None, None, "text", False)
    named = parser().parse_args(["build", "there", "--into", "here", "--as-at", "2026-11-22", "--debug"])
    assert (named.folder, named.into, named.as_at, named.debug) == (Path("there"), Path("here"), date(2026, 11, 22), True)


def test_without_a_date_it_is_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days: list[date] = []

    def note(_folder: Path, today: date, *_: object) -> int:
        days.append(today)
        return 0

    monkeypatch.setattr("generator.commands.check.check", note)
    before = date.today()  # noqa: DTZ011  the clock on the wall, around the command's own look at it
    assert main(["check", str(tmp_path)]) == 0
    assert abs((days[0] - before).days) <= 1
    assert main(["check", str(tmp_path), "--as-at", "2020-01-31"]) == 0
    assert days[1] == date(2020, 1, 31)


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (KeyboardInterrupt(), "Interrupted. The site that stands is whole; run the command again when you like.\n"),
        (MemoryError(), "The computer ran out of memory. The site that stands is whole. Close other programs, then try again.\n"),
        (OSError(28, "No space left on device", "/secret/3"), "The computer refused something (the disk is full). The site that stands is whole.\n"),
        (
            ValueError("secret 3"),
            "The program made a mistake of its own (ValueError). The site that stands is whole. Please report this with what "
            "`--debug` prints, after taking out whatever is private.\n",
        ),
    ],
)
def test_whatever_happens_is_said_in_a_sentence_without_a_value(
    failure: BaseException, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("generator.commands.check.check", fail)
    assert main(["check"]) == 3
    assert capsys.readouterr() == ("", said)


def test_a_traceback_is_printed_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object) -> None:
        raise ValueError("secret 3")

    monkeypatch.setattr("generator.commands.check.check", fail)
    assert main(["check", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err
    assert main(["check"]) == 3
    assert "secret" not in capsys.readouterr().err


def test_running_the_package_is_running_the_command(tmp_path: Path) -> None:
    import subprocess
    import sys

    folder = made_council(tmp_path)
    done = subprocess.run([sys.executable, "-m", "generator", "check", str(folder), "--as-at", "2026-11-22"], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "No errors, no warnings and no notices.\n")
