"""`transparency audit`: exit codes, faces, earlier releases."""

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main

TABLE = "data/figures.csv"


def test_a_clean_site_ends_with_0(hidden_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(hidden_site)]) == 0
    assert capsys.readouterr().out == "No errors, no warnings and no notices.\n"


def test_a_site_that_gives_something_away_ends_with_4(site_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site_copy / "build.log").write_text("3\n")
    assert main(["audit", str(site_copy), "--format", "json"]) == 4
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["file"]) == ("leftover-file", "build.log")


def test_a_folder_that_is_no_site_is_a_mistake_of_the_command(tmp_path: Path) -> None:
    assert main(["audit", str(tmp_path)]) == 2
    assert main(["audit", str(tmp_path / "nowhere")]) == 2


def test_an_earlier_release_is_read_with_the_new_one(site_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier = tmp_path / "earlier"
    (earlier / "data").mkdir(parents=True)
    shutil.copy(site_copy / TABLE, earlier / TABLE)
    assert main(["audit", str(site_copy), "--earlier", str(earlier)]) == 0
    capsys.readouterr()
    text = (earlier / TABLE).read_text()
    line = next(line for line in text.splitlines() if line.startswith("homes,") and ",2025-03-31," in line)
    cells = line.split(",")
    cells[7:9] = ["2", ""]
    (earlier / TABLE).write_text(text.replace(line, ",".join(cells)))
    assert main(["audit", str(site_copy), "--earlier", str(earlier)]) == 4
    assert "error shown-earlier" in capsys.readouterr().out
    assert main(["audit", str(site_copy), "--earlier", str(earlier / TABLE)]) == 4
