"""The public interface: what a program that is not the command line can do with it, and with nothing else."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import api
from tests.commands.test_check import GIVEN_AWAY, MISTAKES
from tests.councils.making import made_council
from tests.house.looking import ROOT

DAY = date(2026, 11, 22)
TABLE = "Area,Boys,Girls,Total\nNorth,3,9,12\nSouth,8,7,15\nTotal,11,16,27\n"


def test_a_folder_in_which_nothing_is_wrong_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert api.check(made_council(tmp_path), DAY) == api.Checked((), api.Exit.FINE)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("change", "outcome", "code"), [(MISTAKES, 1, "bad-yes-no"), (GIVEN_AWAY, 4, "recoverable-count")])
def test_a_refused_folder_gives_its_problems_as_objects(change: str, outcome: int, code: str, tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", change)
    checked = api.check(folder, DAY)
    assert checked.outcome == outcome
    (found,) = [problem for problem in checked.problems if problem.code == code]
    assert found.severity is api.Severity.ERROR
    assert isinstance(found.place, api.Place)
    with pytest.raises(api.NotBuilt, match="Nothing was built") as stopped:
        api.build(folder, tmp_path / "site", DAY)
    assert stopped.value.problems == checked.problems
    assert stopped.value.outcome is checked.outcome
    assert not (tmp_path / "site").exists()


def test_an_earlier_release_is_looked_at_too(tmp_path: Path) -> None:
    assert api.check(made_council(tmp_path / "council"), DAY, tmp_path).outcome is api.Exit.FINE


def test_a_protected_table_gives_nobody_away() -> None:
    made = api.protect(TABLE)
    assert made.text == "Area,Boys,Girls,Total\nNorth,c,c,12\nSouth,c,c,15\nTotal,11,16,27\n"
    assert (made.too_small, made.given_away) == (1, 3)
    assert api.attack(made.text).leaks() == ()


def test_a_table_in_which_one_count_is_missing_gives_it_away() -> None:
    answer = api.attack(TABLE.replace("3", "c", 1))
    assert answer.leaks() == ("North/Boys",)
    assert answer.cells["North/Boys"] == api.CellAnswer(3, 3, api.Verdict.RECOVERED)


def test_the_council_s_own_policy_and_its_word_for_totals_are_followed() -> None:
    policy = api.DisclosurePolicy(threshold=2)
    table = TABLE.replace("Total", "Sum")
    assert api.protect(table, policy, total="Sum").text == table
    assert api.attack(table.replace("3", "c", 1), policy, total="Sum").leaks() == ("North/Boys",)


def test_a_table_whose_counts_cannot_all_be_true_is_not_given_back() -> None:
    with pytest.raises(api.NotProtected, match="the counts cannot all be true"):
        api.protect(TABLE.replace("12", "13"))


def test_a_table_in_which_hiding_does_not_help_is_not_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cross-table is known for which this happens; should one be found, its text must not get out."""
    monkeypatch.setattr(api, "protect_cross_table", lambda *_, **__: api.ProtectedText(TABLE, 1, 0, leaking=("North/Boys",)))
    with pytest.raises(api.NotProtected, match="cells that can be worked out all the same: 1"):
        api.protect(TABLE)


def test_a_text_that_is_no_table_is_refused_with_its_problems() -> None:
    with pytest.raises(api.Refused) as refusal:
        api.protect("Area,Boys\nNorth,many\n")
    assert {problem.code for problem in refusal.value.problems} == {"facts-file"}


def example() -> str:
    """The program that the document for developers shows."""
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    return program


def test_the_documented_program_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_council(tmp_path / "exampleshire")
    monkeypatch.chdir(tmp_path)
    exec(compile(example(), "CONTRIBUTING.md", "exec"), {})  # noqa: S102  the document's own program
    assert (tmp_path / "site/index.html").is_file()


def test_the_documented_program_is_typed(tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.py", tmp_path / "wrong.py"
    right.write_text(example(), encoding="utf-8")
    wrong.write_text(example().replace("built.site", "built.place"), encoding="utf-8")
    checked = subprocess.run([sys.executable, "-m", "mypy", str(right), str(wrong)], cwd=ROOT, capture_output=True, text=True, check=False)
    (error, _) = checked.stdout.splitlines()
    assert error.endswith('wrong.py:10: error: "Built" has no attribute "place"  [attr-defined]')


def test_what_is_public_is_all_there_and_the_functions_are_documented() -> None:
    functions = [name for name in api.__all__ if name.islower()]
    assert functions == ["attack", "audit", "build", "check", "protect"]
    for name in api.__all__:
        assert getattr(api, name).__doc__, name
    assert all(f"{name}(" in example() for name in functions)
