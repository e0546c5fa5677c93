"""`import ofsted` as an officer runs it: drafts in the order asked for, whatever each report is like."""

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.cli import main
from tests.importers.ofsted.made_ilacs import Ilacs
from tests.importers.ofsted.made_pdf import make_pdf


@pytest.fixture
def reports(tmp_path: Path) -> tuple[str, str, str]:
    """A report, a web page under the name of a report, and the report again."""
    content = make_pdf(Ilacs().pages())
    paths = tuple(tmp_path / name for name in ("b.pdf", "bad.pdf", "a.pdf"))
    for path in paths:
        path.write_bytes(b"<html>Not found</html>" if path.name == "bad.pdf" else content)
    first, bad, last = map(str, paths)
    return first, bad, last


def test_a_refused_report_gives_one_problem_and_the_others_are_still_read(
    reports: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "ofsted", *reports]) == 1
    said = capsys.readouterr()
    drafts = [json.loads(line) for line in said.out.splitlines()]
    assert [draft["file"] for draft in drafts] == list(reports)
    assert [len(draft["problems"]) for draft in drafts][1] == 1
    assert (drafts[1]["framework"], drafts[0]["framework"], drafts[2]["framework"]) == (None, "ILACS", "ILACS")
    assert said.err.splitlines() == [f"{reports[1]}: {drafts[1]['problems'][0]}", "Three reports: 2 read, 1 refused."]


def test_one_good_report_ends_with_0_and_says_nothing_else(reports: tuple[str, str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "ofsted", reports[0], "--format", "yaml"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert YAML(typ="safe").load(said.out)["framework"] == "ILACS"


def test_yaml_drafts_are_documents_of_one_stream(reports: tuple[str, str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "ofsted", reports[0], reports[2], "--format", "yaml"]) == 0
    documents = list(YAML(typ="safe").load_all(capsys.readouterr().out))
    assert [document["framework"] for document in documents] == ["ILACS", "ILACS"]


def test_a_draft_that_was_worked_on_is_never_written_over(
    reports: tuple[str, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "2021-ilacs.yml"
    command = ["import", "ofsted", reports[0], "--format", "yaml", "--into", str(draft)]
    assert main(command) == 0
    written = draft.read_text(encoding="utf-8")
    assert main(command) == 0
    assert draft.read_text(encoding="utf-8") == written
    draft.write_text(written + "# mine\n", encoding="utf-8")
    assert main(command) == 2
    assert "perhaps a draft that was worked on. Give another name." in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == written + "# mine\n"


def test_json_goes_into_a_file_even_when_a_report_is_refused(reports: tuple[str, str, str], tmp_path: Path) -> None:
    into = tmp_path / "drafts.jsonl"
    assert main(["import", "ofsted", *reports, "--into", str(into)]) == 1
    assert [json.loads(line)["file"] for line in into.read_text(encoding="utf-8").splitlines()] == list(reports)
