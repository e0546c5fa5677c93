"""What a draft looks like when it is written down."""

import json
from datetime import date

from ruamel.yaml import YAML

from generator.importers.ofsted import (
    DraftInspection,
    DraftJudgement,
    DraftParagraph,
    Framework,
    draft_json,
    draft_yaml,
)
from generator.importers.ofsted.output import draft_from_json
from generator.importers.ofsted.worker import read_content
from generator.model import Inspection
from generator.vocabulary import Grade, JudgementHeading
from tests.importers.ofsted.made_ilacs import Ilacs
from tests.importers.ofsted.made_pdf import make_pdf

DRAFT = DraftInspection(
    file="a \u2028 name.pdf",
    framework=Framework.ILACS,
    authority="Northmoor",
    published=date(2022, 1, 14),
    inspected_from=date(2021, 11, 15),
    inspected_to=date(2021, 11, 26),
    lead_inspector="Ada O'Byron",
    judgements=(DraftJudgement(JudgementHeading.OVERALL, Grade.REQUIRES_IMPROVEMENT),),
    areas_for_improvement=('The "quality" of plans: {{ 7*7 }}.',),
    paragraphs=(DraftParagraph(1, "Children in care", "Children\nare safe. # not a comment"),),
    problems=("Something to check.",),
)
KEYS = [
    "file",
    "framework",
    "authority",
    "published",
    "inspected_from",
    "inspected_to",
    "lead_inspector",
    "judgements",
    "areas_for_improvement",
    "paragraphs",
    "problems",
]


def test_a_draft_is_one_json_object_on_one_line() -> None:
    line = draft_json(DRAFT)
    assert len(line.splitlines()) == 1
    assert list(json.loads(line)) == KEYS
    assert json.loads(line)["judgements"] == [{"heading": "overall", "grade": "requires_improvement"}]
    assert json.loads(line)["paragraphs"][0]["number"] == 1
    assert json.loads(line)["published"] == "2022-01-14"


def test_a_draft_survives_being_written_and_read() -> None:
    assert draft_from_json(draft_json(DRAFT)) == DRAFT


def test_a_refused_file_has_nulls_and_empty_lists() -> None:
    read = json.loads(draft_json(DraftInspection("x.pdf", problems=("Why.",))))
    assert list(read) == KEYS
    assert read["problems"] == ["Why."]
    assert [read[key] for key in KEYS[1:-1]] == [None] * 6 + [[]] * 3


def test_the_yaml_of_a_draft_is_an_inspection_file() -> None:
    inspection = Inspection.model_validate(YAML(typ="safe").load(draft_yaml(DRAFT)))
    assert inspection.id == "2022-ilacs"
    assert inspection.published == "2022-01-14"
    assert inspection.inspected == "2021-11-15/2021-11-26"
    assert inspection.judgements[0].grade is Grade.REQUIRES_IMPROVEMENT
    assert inspection.items[0].title == '\u201cThe "quality" of plans: {{ 7*7 }}.\u201d'


def test_the_yaml_of_a_made_report_is_an_inspection_file_and_quotes_its_source() -> None:
    draft = read_content(make_pdf(Ilacs().pages()), "inspection - 14 january 2022.pdf")
    text = draft_yaml(draft)
    inspection = Inspection.model_validate(YAML(typ="safe").load(text))
    assert len(inspection.items) == 2
    assert "Open Government Licence v3.0" in text
    assert "# 1. \u201cInspectors saw that early help" in text


def test_problems_and_paragraphs_stay_comments() -> None:
    lines = draft_yaml(DRAFT).splitlines()
    assert "# Problem: Something to check." in lines
    assert "# 1. \u201cChildren are safe. # not a comment\u201d" in lines


def test_the_yaml_of_a_refused_file_says_only_why() -> None:
    assert draft_yaml(DraftInspection("x.pdf", problems=("Why\nnot.",))) == "# Problem: Why not.\n"
