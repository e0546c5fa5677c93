"""`transparency explain`: what a problem code means."""

import pytest

from generator.cli import main
from generator.codes import CODES


def test_a_code_is_explained_with_when_and_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "duplicate-id"]) == 0
    explanation = CODES["duplicate-id"]
    assert capsys.readouterr().out == (
        f"duplicate-id: {explanation.title}\n\nWhen it happens\n  {explanation.when}\n\nHow to mend it\n  {explanation.fix}\n"
    )


def test_all_codes_are_listed_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"{code}: {CODES[code].title}" for code in sorted(CODES)]


@pytest.mark.parametrize(
    ("typed", "hint"), [("duplicate-ids", " Did you mean duplicate-id?"), ("xyzzy", ""), ("", "")]
)
def test_a_code_that_is_not_there_is_answered_with_the_nearest(typed: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", typed]) == 2
    assert capsys.readouterr().err == f"There is no problem code of that name.{hint} `transparency explain all` lists them.\n"
