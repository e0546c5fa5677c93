"""Every problem code of a council's files has one fixture with exactly that one thing wrong, and an exact message."""

import ast
import shutil
from pathlib import Path

import pytest

from generator.codes import CHECKED, CODES
from generator.problems import as_text
from tests.councils.making import apply_change, checked, forbidden, made_council, refusing

FIXTURES = Path(__file__).with_name("problems")
GENERATOR = Path(__file__).parents[1] / "generator"
CASES = sorted(folder.name for folder in FIXTURES.iterdir() if folder.is_dir())


def change_of(code: str) -> str:
    """The change that a fixture makes to the invented council."""
    file = FIXTURES / code / "change.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.mark.parametrize("code", CASES)
def test_exactly_this_problem_appears(code: str, tmp_path: Path) -> None:
    change = change_of(code)
    folder = made_council(tmp_path / "council", change)
    if (FIXTURES / code / "files").exists():
        shutil.copytree(FIXTURES / code / "files", folder, dirs_exist_ok=True)
    with refusing(forbidden(change)):
        records, problems = checked(folder)
    assert [problem.code for problem in problems] == [code]
    assert as_text(problems) + "\n" == (FIXTURES / code / "expected.txt").read_text(encoding="utf-8")
    assert (records is None) == (problems[0].severity == "error")


def test_every_code_has_a_fixture_and_every_fixture_a_code() -> None:
    assert sorted(CHECKED) == CASES


def test_every_code_is_explained_in_whole_sentences() -> None:
    for code, explanation in CODES.items():
        assert explanation.title, code
        assert not explanation.title.endswith("."), code
        assert explanation.when.endswith("."), code
        assert explanation.fix.endswith("."), code


def test_every_code_of_a_councils_files_is_given_somewhere() -> None:
    words = {
        node.value
        for file in (GENERATOR / "records").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(CHECKED) <= words


def test_a_change_that_does_not_fit_the_council_fails_instead_of_testing_nothing(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council")
    with pytest.raises(AssertionError, match="0 times"):
        apply_change(folder, "in data/threads.csv\n- no such line\n+ another")


def test_every_rule_is_applied() -> None:
    from generator.records import checks

    files = {file.stem for file in (GENERATOR / "records" / "checks").glob("*.py")} - {"__init__"}
    assert {check.__module__.rsplit(".", 1)[-1] for check in checks.CHECKS} == files
