"""`transparency new`: one council's folder, one with figures, and every council's."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.new import short_name
from generator.importers.mapping import read_council, read_indicators
from generator.importers.writing import read_rows
from tests.starting.made_statistics import NEW_CODE, OLD_CODE, SMALL_CODE, write_files


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The options that name the made files."""
    *lait, listed = map(str, write_files(tmp_path_factory.mktemp("published")))
    return ["--from-lait", *lait, "--inspections", listed]


def test_every_council_gets_a_folder(published: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "all"
    assert main(["new", *published, "--all", str(into), "--url", "https://example.org/councils", "--publisher", "Example Trust"]) == 0
    assert sorted(path.name for path in into.iterdir()) == ["isle-of-ness", "newmere", "northford", "westley"]
    council = read_council(into / "northford")
    assert (council.code, council.site.url, council.published_by) == (OLD_CODE, "https://example.org/councils/northford/", "Example Trust")
    said = capsys.readouterr().out
    assert f"Made 4 folders in {into}. Next: run `transparency build --all {into}`." in said
    assert "Ofsted's list has no inspection of Westley, City of, Isle of Ness, Newmere." in said


def test_some_councils_can_be_chosen_by_their_codes(published: list[str], tmp_path: Path) -> None:
    assert main(["new", *published, "--all", str(tmp_path / "all"), "--council", NEW_CODE, "--council", SMALL_CODE]) == 0
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["isle-of-ness", "newmere"]


def test_one_council_starts_with_its_figures_under_its_own_name(published: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "northford"
    assert main(["new", "Northford Borough Council", str(folder), *published, "--council", OLD_CODE]) == 0
    council = read_council(folder)
    assert (council.name, council.code, council.published_by) == ("Northford Borough Council", OLD_CODE, "Northford Borough Council")
    assert council.neighbours is not None
    assert "eet-17-18" in read_indicators(folder), "an officer keeps the measures that other files will fill"
    assert any(row.area == OLD_CODE for row in read_rows(folder / "data/observations/imported/lait.csv"))
    assert sorted(path.name for path in (folder / "data/inspections").glob("*.yml")) == ["2019-ilacs.yml", "2024-ilacs.yml"]
    assert "This site is not the council's." not in (folder / "site_src/about/40-contact.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--all", "INTO"], "Write `transparency new --from-lait DATA DICTIONARY NEIGHBOURS --all INTO`, without a name."),
        ([], "Write `transparency new NAME FOLDER`: the council's full name and the folder to make."),
        (["Northford Council", "INTO", "PUBLISHED"], "--from-lait goes with one --council CODE, which says whose figures are wanted, or with --all INTO."),
        (["Northford Council", "INTO", "--council", OLD_CODE], "--from-lait goes with one --council CODE, which says whose figures are wanted, or with --all INTO."),
        (["PUBLISHED", "--all", "INTO", "--council", "E10000999"], "LAIT has no figures for E10000999. Give the code of the Office for National Statistics: E and eight digits."),
        (["Northford Council", "INTO", "PUBLISHED", "--council", "E10000999"], "LAIT has no figures for a council with that code. Give the code of the Office for National Statistics: E and eight digits."),
        (["No\u202ename", "INTO"], "Give the council's full name, such as 'Exampleshire County Council'."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_and_nothing_is_made(
    published: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    into = tmp_path / "into"
    filled = [part for one in arguments for part in (published if one == "PUBLISHED" else [str(into) if one == "INTO" else one])]
    assert main(["new", *filled]) == 2
    assert capsys.readouterr().err == f"{said}\n"
    assert not into.exists()


@pytest.mark.parametrize("arguments", [["Northford Council", "INTO"], ["PUBLISHED", "--all", "INTO"]])
def test_a_folder_with_something_in_it_is_left_alone(published: list[str], tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    filled = [part for one in arguments for part in (published if one == "PUBLISHED" else [str(tmp_path) if one == "INTO" else one])]
    assert main(["new", *filled]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_published_file_that_cannot_be_read_is_refused(published: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    option, bulk, *rest = published
    assert main(["new", option, str(tmp_path / "none.parquet"), *rest, "--all", str(tmp_path / "all")]) == 1
    assert "none.parquet" in capsys.readouterr().out
    assert not (tmp_path / "all").exists()
    assert bulk.endswith(".parquet")


@pytest.mark.parametrize(
    ("name", "place"),
    [("Exampleshire County Council", "Exampleshire"), ("Northford Metropolitan Borough Council", "Northford"), ("Ness", "Ness")],
)
def test_the_place_is_the_name_without_the_kind_of_council(name: str, place: str) -> None:
    assert short_name(name) == place
