"""`transparency build --all`: every council's site, side by side; a council that fails, fails alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.cli import main
from generator.starting.skeleton import only_entries
from tests.starting.made_statistics import write_files

AS_AT = ["--as-at", datetime.now(UTC).date().isoformat()]
KEPT = {"caseload", "cla-rate"}
"""Two figures a council are enough here, and quick to build."""


def thin(folder: Path) -> None:
    """Leave a folder with two indicators."""
    indicators = folder / "data/indicators.yml"
    indicators.write_text(only_entries(indicators.read_text(encoding="utf-8"), KEPT), encoding="utf-8")
    for table in (folder / "data/observations").rglob("*.csv"):
        head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text(head + "".join(row for row in rows if row.partition(",")[0] in KEPT), encoding="utf-8")


@pytest.fixture(scope="module")
def councils(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four councils' folders, one of them with a mistake in it."""
    folder = tmp_path_factory.mktemp("national")
    *lait, listed = map(str, write_files(folder))
    into = folder / "councils"
    assert main(["new", "--from-lait", *lait, "--inspections", listed, "--all", str(into)]) == 0
    for folder in into.iterdir():
        thin(folder)
    indicators = into / "westley/data/indicators.yml"
    indicators.write_text(indicators.read_text(encoding="utf-8").replace("polarity: lower", "polarity: sideways", 1), encoding="utf-8")
    (into / "notes").mkdir()
    return into


def test_one_council_s_failure_does_not_stop_the_others(councils: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--all", str(councils), *AS_AT]) == 1
    said = capsys.readouterr()
    sites = councils / "build/site"
    assert sorted(path.name for path in sites.iterdir() if (path / "index.html").is_file()) == ["isle-of-ness", "newmere", "northford"]
    assert "Three councils built, 1 failed: westley." in said.out
    assert said.err.startswith("westley failed:\n    Checking the council’s files\n    error unknown-word\n")
    listed = (sites / "index.html").read_text(encoding="utf-8")
    assert "Three councils of England." in listed
    assert '<a href="northford/index.html">Northford</a></th><td data-label="Latest overall grade">Good</td><td data-label="Report published">23 July 2024' in listed
    assert "westley" not in listed
    assert "Ofsted’s reports are known up to 23 July 2024: a council may have been inspected again since." in listed
    home = (sites / "northford/index.html").read_text(encoding="utf-8")
    assert "Reports published after 23 July 2024 are not in the data of this site." in home
    assert "In June 2024 Ofsted judged services for children in Northford to be good. That is up from requires improvement in 2019." in home
    assert "Published by people other than the council." in home


def test_shares_together_build_every_council_once(councils: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["build", "--all", str(councils), "--into", str(tmp_path / "sites"), *AS_AT]
    assert main([*command, "--shard", "1/2"]) == 0
    first = {path.name for path in (tmp_path / "sites").iterdir() if path.is_symlink()}
    assert first == {"isle-of-ness", "northford"}
    assert main([*command, "--shard", "2/2"]) == 1
    assert {path.name for path in (tmp_path / "sites").iterdir() if path.is_symlink()} - first == {"newmere"}
    capsys.readouterr()
    assert main([*command, "--only-index"]) == 0
    assert capsys.readouterr().out == f"Three councils in {tmp_path / 'sites/index.html'}.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--all", "EMPTY"], "EMPTY holds no council's folder. Make some with `transparency new --from-lait … --all EMPTY`.\n"),
        (["--shard", "1/2"], "--shard, --at-once and --only-index go with --all INTO.\n"),
    ],
)
def test_what_makes_no_sense_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert main(["build", *(part.replace("EMPTY", str(tmp_path)) for part in arguments)]) == 2
    assert capsys.readouterr().err == said.replace("EMPTY", str(tmp_path))
