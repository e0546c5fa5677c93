"""The repository's own council beside the national tool: its measures worked out beforehand, as far as the site shows them."""

import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.disclosure.door import protect
from generator.figures import Publication
from generator.records.assemble import read_council
from generator.release.analyse.areas import Analysis, analyse
from generator.release.analyse.compare import neighbours_mean
from generator.statistics.comparison import difference
from generator.vocabulary import Polarity

ROOT = Path(__file__).parents[3]
AS_AT = date(2026, 11, 22)
MEASURES = {
    "caseload": "Work_Force_AvgNumCase_SW",
    "assessments-45-days": "Continue_Assess_Comp",
    "eet-19-21": "CareLeaverEET",
    "suitable-home-19-21": "CareLeaverAcc",
    "re-referrals": "ReReferral",
    "icpc-15-days": "CP_conf_15days",
    "sw-vacancies": "Work_Force_Vac_Rate",
    "sw-agency": "Work_Force_Agecy_Rate",
    "far-from-home": "LACDistance",
    "cla-rate": "LAC",
    "cpp-rate": "CPP_rate",
    "cin-rate": "CIN",
    "repeat-cpp": "PrevRegCPR",
    "in-foster-care": "LAC_Foster_Placements",
    "sw-turnover": "Work_Force_TO_Rate",
}
POLARITIES = {"Low": Polarity.LOWER, "High": Polarity.HIGHER, "-": Polarity.NEITHER}


@pytest.fixture(scope="module")
def publication() -> Publication:
    records, _ = read_council(ROOT, AS_AT)
    assert records
    return protect(records)


@pytest.fixture(scope="module")
def analysis(publication: Publication) -> Analysis:
    return analyse(publication, AS_AT)


@pytest.fixture(scope="module")
def worked_out(shared_folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((shared_folder / "reference/vectors/lait_bedford_vectors.json").read_text("utf-8"))
    return {row["measure"]: row for row in found["rows"]}


@pytest.mark.parametrize("name", MEASURES)
def test_the_page_says_what_the_national_tool_says(
    name: str, publication: Publication, analysis: Analysis, worked_out: dict[str, dict[str, Any]]
) -> None:
    row, reading = worked_out[MEASURES[name]], analysis.readings[name]
    latest, previous, standing = reading.change.latest, reading.change.previous, reading.standing
    assert latest
    assert previous
    assert standing
    assert latest.value is not None
    assert previous.value is not None
    assert float(latest.value) == pytest.approx(row["bedford"])
    assert difference(float(latest.value), float(previous.value)) == pytest.approx(row["change"], abs=1e-9)
    assert standing.england
    assert standing.england.value is not None
    assert float(standing.england.value) == pytest.approx(row["england"])
    mean = neighbours_mean(publication, name, latest.period)
    assert mean
    assert mean.of == 10
    assert math.isclose(float(mean.value), row["sn_mean"], rel_tol=1e-9)
    assert standing.neighbours == mean
    assert standing.spread
    assert [standing.spread.lowest, standing.spread.lower, standing.spread.median, standing.spread.upper, standing.spread.highest] == row["quartiles"]
    assert reading.indicator.polarity is POLARITIES[row["polarity"]]
    assert (standing.rank.place if standing.rank else None) == row["rank"]
    assert (standing.band.name if standing.band else "-") == row["band"]
    assert standing.rank is None or standing.rank.of == row["n_las_with_value"]


def test_every_measure_of_the_national_tool_is_asked(worked_out: dict[str, dict[str, Any]]) -> None:
    assert sorted(MEASURES.values()) == sorted(worked_out)
