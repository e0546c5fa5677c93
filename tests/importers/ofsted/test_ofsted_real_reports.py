"""Real reports, where the folder of reference files is beside the repository, against what is known of them."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from generator.importers.ofsted import DraftInspection, read_report
from generator.importers.ofsted.dates import whole_date
from generator.importers.ofsted.refusals import ONLY, Refusal

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "reference" / "ofsted"
HEADINGS = (
    "overall",
    "leaders",
    "help_protection",
    "in_care_and_care_leavers",
    "in_care",
    "care_leavers",
    "looked_after",
    "adoption",
    "leadership",
    "lscb",
)
REFUSED = {
    "not_a_pdf": Refusal.WEB_PAGE.value,
    "LAC inspection 2013": (
        f"This report follows an older framework (inspection of looked after children services). {ONLY}"
    ),
}


@cache
def known() -> dict[tuple[str, str], dict[str, str]]:
    """Give what is known of each report, by the council's number and the day of publication."""
    with (FOLDER / "dev_truth.csv").open(encoding="utf-8", newline="") as rows:
        return {(row["urn"], row["published"]): row for row in csv.DictReader(rows)}


def known_of(path: Path) -> dict[str, str]:
    return known()[re.match(r"\d+", path.name)[0], str(whole_date(path.stem))]


def reports() -> list[Path]:
    return sorted((FOLDER / "dev").glob("*.pdf")) if FOLDER.is_dir() else []


@cache
def draft_of(path: Path) -> DraftInspection:
    return read_report(path)


@pytest.fixture(params=reports() or [None], ids=lambda path: path.stem if path else "none")
def report(request: pytest.FixtureRequest, shared_folder: Path) -> Path:
    assert shared_folder.is_dir()
    return request.param


def test_every_real_report_is_read_as_it_is_known(report: Path) -> None:
    row, draft = known_of(report), draft_of(report)
    if row["framework"] in REFUSED:
        assert draft == DraftInspection(str(report), problems=(REFUSED[row["framework"]],))
        return
    assert draft.framework == re.split("[ -]", row["framework"])[0]
    assert str(draft.published) == row["published"]
    assert row["inspection_start"] in ("", str(draft.inspected_from))
    assert row["lead_inspector"] in ("", draft.lead_inspector)
    assert {each.heading.value: each.grade.value for each in draft.judgements} == {
        heading: row[heading]
        for heading in HEADINGS
        if row[heading] not in ("", "not_judged", "not_reviewed")
    }
    assert row["n_areas"] in ("", str(len(draft.areas_for_improvement)))
    assert (row["n_paragraphs"] or "0") == str(len(draft.paragraphs))
    assert row["last_paragraph_number"] == "".join(str(each.number) for each in draft.paragraphs[-1:])


def test_the_words_of_every_real_report_are_whole(report: Path) -> None:
    draft = draft_of(report)
    for each in draft.paragraphs:
        assert re.match(r"[A-Z0-9\u2018\u201c]", each.text), f"paragraph {each.number} begins in the middle"
        assert not re.search(r"[\ue000-\uf8ff\ufb00-\ufb06\u00ad\x00-\x1f]|  ", each.text)
        assert each.section
    for text in draft.areas_for_improvement:
        assert not re.search(r"The experiences and progress|[\ue000-\uf8ff]|^[\u2022\u25fc]", text)
