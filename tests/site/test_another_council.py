"""Another council's folder, made by `transparency new` and filled with a few rows, builds a correct site."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, run_build

CODE = "E10000999"


def transparency(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments], capture_output=True, text=True, cwd=ROOT, check=False, timeout=600
    )


@pytest.fixture(scope="module")
def exampleshire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "exampleshire"
    made = transparency("new", "Exampleshire County Council", str(folder))
    assert made.returncode == 0, made.stderr
    council = folder / "data/council.yml"
    council.write_text(council.read_text().replace("E06000000", CODE))
    with (folder / "data/sources.csv").open("a") as opened:
        opened.write("REPORT,Inspection report,Ofsted,https://reports.ofsted.gov.uk/,2024-03-01,primary,Open Government Licence v3.0,,,\n")
        opened.write("DFE,Children looked after,Department for Education,https://www.gov.uk/,2025-11-01,primary,Open Government Licence v3.0,,,\n")
    (folder / "data/inspections/2024-ilacs.yml").write_text(
        "id: 2024-ilacs\ntitle: Inspection of February 2024\nframework: ILACS standard inspection\npublished: '2024-03-01'\n"
        "inspected: 2024-02-05/2024-02-16\nsource: REPORT\nsummary: Services for children were good.\n"
        "judgements:\n- {heading: overall, grade: good}\n- {heading: leaders, grade: outstanding}\n"
    )
    (folder / "data/indicators.yml").write_text(
        "- id: in-care-rate\n  title: Children in care per 10,000\n  subject: The rate of children in care\n  unit: rate_10000\n"
        "  unit_words: per 10,000 children\n  polarity: neither\n  counts: children\n  period_kind: snapshot\n"
        "  definition: Children in care on 31 March for every 10,000 children.\n  publisher: Department for Education\n"
        "  source: DFE\n  judgement: in_care\n  published_elsewhere: true\n"
    )
    with (folder / "data/observations/council.csv").open("w") as opened:
        opened.write("indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note\n")
        for year, value, england in (("2023", 60, 71), ("2024", 63, 70), ("2025", 61, 67)):
            opened.write(f"in-care-rate,{CODE},{year}-03-31,all,{value},,,,,DFE,\n")
            opened.write(f"in-care-rate,E92000001,{year}-03-31,all,{england},,,,,DFE,\n")
    return folder


def test_a_folder_that_was_just_made_builds(tmp_path: Path) -> None:
    folder = tmp_path / "fresh"
    assert transparency("new", "Fresh Borough Council", str(folder)).returncode == 0
    built = run_build(folder, tmp_path / "site")
    assert built.code == 0, built.said + built.complained
    assert "Fresh" in (built.folder / "index.html").read_text()


def test_its_site_says_its_own_figures_and_no_word_of_anyone_else_s(exampleshire: Path, tmp_path: Path) -> None:
    built = run_build(exampleshire, tmp_path / "site")
    assert built.code == 0, built.said + built.complained
    home = (built.folder / "index.html").read_text()
    assert "In February 2024 Ofsted judged services for children in Exampleshire to be good" in home
    figure = (built.folder / "figures/in-care-rate/index.html").read_text()
    assert "The rate of children in care fell to 61 per 10,000 children" in figure
    for path in built.folder.resolve().rglob("*"):
        if path.suffix in (".html", ".css", ".js", ".json", ".csv", ".xml"):
            assert "bedford" not in path.read_text(encoding="utf-8").lower(), path


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("data/observations/council.csv", "indicator,area", "indicatr,area", "data/observations/council.csv"),
        ("data/observations/council.csv", "in-care-rate,E10000999,2025", "in-care-rte,E10000999,2025", "data/observations/council.csv, row 6, column indicator"),
        ("data/observations/council.csv", "2025-03-31,all,61", "2025-13-31,all,61", "data/observations/council.csv, row 6, column period"),
        ("data/observations/council.csv", "all,61,", "all,sixty,", "data/observations/council.csv, row 6, column value"),
        ("data/indicators.yml", "polarity: neither", "polarity: sideways", "data/indicators.yml"),
        ("data/council.yml", "format: 1", "format: 1\nsurprise: yes", "data/council.yml"),
    ],
)
def test_an_ordinary_mistake_is_told_and_the_last_good_site_stays(
    exampleshire: Path, tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    import shutil

    folder = tmp_path / "council"
    shutil.copytree(exampleshire, folder)
    into = tmp_path / "site"
    assert run_build(folder, into).code == 0
    before = (into / "index.html").read_bytes()
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    broken = run_build(folder, into)
    assert broken.code == 1
    assert place in broken.said
    assert "Fix:" in broken.said
    assert (into / "index.html").read_bytes() == before


def test_two_builds_are_the_same_to_the_byte(exampleshire: Path, tmp_path: Path) -> None:
    one, two = run_build(exampleshire, tmp_path / "a/site"), run_build(exampleshire, tmp_path / "b/site")
    files = sorted(path.relative_to(one.folder.resolve()) for path in one.folder.resolve().rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(two.folder.resolve()) for path in two.folder.resolve().rglob("*") if path.is_file())
    differing = [file for file in files if (one.folder / file).read_bytes() != (two.folder / file).read_bytes()]
    assert differing == []
