"""The versions of the data format: what is told of another one, and that nothing else is judged then."""

from pathlib import Path

import pytest

from generator import FORMAT_VERSION
from generator.problems import as_text
from generator.records.formats import STEPS, migrated, other_format, written_format
from generator.records.yaml_read import YamlFile
from tests.councils.making import problems_after

OF_ANOTHER_TIME = "in data/council.yml\n- format: 1\n+ format: 2\n+ a_key_of_tomorrow: yes\nin data/threads.csv\n- id,title,tracked\n+ id,title,followed"


def test_of_files_in_a_newer_format_only_that_is_told(tmp_path: Path) -> None:
    (problem,) = problems_after(tmp_path, OF_ANOTHER_TIME)
    assert problem.code == "unsupported-format"
    assert problem.fix == "Update the program. Leave the number as it is: it says what the files mean."


def test_of_files_that_do_not_say_their_format_only_that_is_told(tmp_path: Path) -> None:
    told = as_text(problems_after(tmp_path, OF_ANOTHER_TIME.replace("+ format: 2\n", "")))
    assert told == (
        "error unsupported-format\n  data/council.yml, line 1\n"
        "  The file does not say in which version of the data format the council's files are, and that is not guessed.\n"
        "  Fix: If they were made for this program, write 'format: 1' here."
    )


def test_of_files_in_an_older_format_the_way_on_is_told() -> None:
    problem = other_format(YamlFile("data/council.yml", {"format": "2"}, {("format",): 4}), newest=3)
    assert problem
    assert str(problem.place) == "data/council.yml, line 4, format"
    assert problem.fix == "Run `transparency migrate`: it brings them up to date and keeps your comments."


@pytest.mark.parametrize("said", ["0", "-1", "one", "1.0", "01", "99999"])
def test_what_is_no_version_is_left_to_the_declaration(said: str, tmp_path: Path) -> None:
    assert written_format({"format": said}) is None
    assert "unsupported-format" not in {problem.code for problem in problems_after(tmp_path, f"in data/council.yml\n- format: 1\n+ format: {said}")}


def test_a_step_leads_from_every_older_format_to_the_next() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT_VERSION))


def test_steps_are_taken_in_order_and_only_what_changes_is_given() -> None:
    steps = {number: lambda texts, number=number: {"data/a.csv": texts["data/a.csv"] + f"{number}"} for number in (1, 2, 3)}
    texts = {"data/council.yml": "# Ours\nformat: 2  # see the guide\nname: A\n", "data/a.csv": "-", "data/b.csv": "b"}
    changed = migrated(texts, 2, steps, 4)
    assert list(changed.items()) == [("data/a.csv", "-23"), ("data/council.yml", "# Ours\nformat: 4  # see the guide\nname: A\n")]
    assert migrated(texts | changed, 4, steps, 4) == {}


@pytest.mark.parametrize("line", ["format: 1", "format:  1 # one", "'format': '1'", '{format: "1", name: A}', "format : 1\r"])
def test_the_version_is_changed_however_it_is_written(line: str) -> None:
    changed = migrated({"data/council.yml": f"name: A\n{line}\n"}, 1, {1: lambda _: {}}, 2)
    assert changed == {"data/council.yml": f"name: A\n{line.replace('1', '2', 1)}\n"}
